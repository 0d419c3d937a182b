// The public keys whose signature a pack may bear. The first is the development key.
#pragma once
#include <array>

#include "pack/development_key.h"

namespace comity::pack {

inline constexpr std::array<std::array<std::uint8_t, 32>, 1> trusted_keys = {development_public};

}  // namespace comity::pack
