// Ed25519 (RFC 8032), verification only. The program has it from libsodium (signature.cpp); the WebAssembly module, for
// which Debian builds no libsodium, from the ref10 code in apps/wasm.
#pragma once
#include <array>
#include <cstdint>
#include <span>

namespace comity::pack {

bool signatures_start();  // false: the library refuses to work
bool is_signature_of(std::span<const std::uint8_t, 64> signature,
                     std::span<const std::uint8_t> bytes,
                     const std::array<std::uint8_t, 32>& public_key);

}  // namespace comity::pack
