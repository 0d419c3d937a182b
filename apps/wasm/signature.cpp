// Ed25519 by the ref10 code, where there is no libsodium.
#include "pack/signature.h"

extern "C" {
#include <ed25519.h>
}

namespace comity::pack {

bool signatures_start() { return true; }

bool is_signature_of(std::span<const std::uint8_t, 64> signature,
                     std::span<const std::uint8_t> bytes,
                     const std::array<std::uint8_t, 32>& public_key) {
  return ed25519_verify(signature.data(), bytes.data(), bytes.size(), public_key.data()) == 1;
}

}  // namespace comity::pack
