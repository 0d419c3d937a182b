// The program's own version, once: printed by --version, written into answers and law packs.
#pragma once
#include <string_view>

namespace comity::base {

inline constexpr std::string_view version = "0.1.0";

}  // namespace comity::base
