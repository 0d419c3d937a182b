#include "pack/signature.h"

#include <sodium.h>

namespace comity::pack {

bool signatures_start() { return sodium_init() >= 0; }

bool is_signature_of(std::span<const std::uint8_t, 64> signature,
                     std::span<const std::uint8_t> bytes,
                     const std::array<std::uint8_t, 32>& public_key) {
  return crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(),
                                     public_key.data()) == 0;
}

}  // namespace comity::pack
