// The two languages the program speaks to people in. Words of formats (JSON keys, codes) are the same in both.
#pragma once
#include <cstdint>

namespace comity::base {

enum class Language : std::uint8_t { en, ru };

}  // namespace comity::base
