// The digest that every opening of a pack checks: BLAKE2b over the BLAKE2b digests of four equal parts, so that two
// cores share the work. The parts' sizes are fixed by the size of the whole: equal bytes, equal digest.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::pack {

using Digest = std::array<std::uint8_t, 32>;

Digest digest_of(std::span<const std::byte> bytes);

}  // namespace comity::pack
