#include "pack/digest.h"

#include <blake3.h>

namespace comity::pack {

Digest digest_of(std::span<const std::byte> bytes) {
  static_assert(BLAKE3_OUT_LEN == sizeof(Digest));
  blake3_hasher hasher;
  blake3_hasher_init(&hasher);
  blake3_hasher_update(&hasher, bytes.data(), bytes.size());
  Digest digest;
  blake3_hasher_finalize(&hasher, digest.data(), digest.size());
  return digest;
}

}  // namespace comity::pack
