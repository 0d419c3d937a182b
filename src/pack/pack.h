// The law base as one file: written by lawc, mapped read-only by the programs, signed and hashed.
// Guarantees: equal laws give equal bytes; a pack is opened whole or not at all, and refused by name
// (pack_missing, pack_truncated, pack_corrupt, pack_unsigned, pack_mismatch). Whether the graph inside is sound is for
// ir to verify; whether the law is right is for its authors.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "ir/builder.h"
#include "ir/law.h"

namespace comity::pack {

struct Pack {
  std::shared_ptr<const void>
      memory;                    // keeps the law's bytes where they are; none where the caller does
  ir::Law law;                   // views into them
  std::string sha256;            // lower-case hex, of everything before the seal; for receipts
  std::string engine;            // version that wrote it
  bool development_key = false;  // signed with the key in the tree
};

// The whole file in memory. `seal_it` false leaves the signature empty (for tests of refusal).
std::vector<std::byte> pack_bytes(const ir::Law& law, bool seal_it = true);
bool write_pack(const std::filesystem::path& path, const ir::Law& law,
                diag::Diagnostics& diagnostics);
inline bool write_pack(const std::filesystem::path& path, const ir::Builder& builder,
                       diag::Diagnostics& diagnostics) {
  return write_pack(path, builder.view(), diagnostics);
}

std::optional<Pack> open_pack(const std::filesystem::path& path, diag::Diagnostics& diagnostics);
// The same for bytes that stay where they are, and begin at a multiple of 16, for as long as the pack is used. `name` is
// what messages call the pack.
std::optional<Pack> open_bytes(std::span<const std::byte> bytes, const std::string& name,
                               diag::Diagnostics& diagnostics);

// The parts of open_bytes, for tests and fuzzing.
bool verify_pack(std::span<const std::byte> bytes, const std::string& name,
                 diag::Diagnostics& diagnostics);
bool law_of(std::span<const std::byte> bytes,
            ir::Law& law);  // false: sections out of bounds or of another layout

// Of one law file, for receipts.
std::array<std::uint8_t, 32> sha256_of(std::string_view bytes);

// A diagnostic about a pack stands in no source text: this is its span's file.
inline constexpr text::FileId no_file = 0xffff;

}  // namespace comity::pack
