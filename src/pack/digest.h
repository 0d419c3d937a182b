// The digest that every opening of a pack checks: BLAKE3 of the bytes. Most of a cold start was once spent here.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::pack {

using Digest = std::array<std::uint8_t, 32>;

Digest digest_of(std::span<const std::byte> bytes);

}  // namespace comity::pack
