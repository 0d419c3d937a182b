// The law pack's bytes: header, section table, sections, seal. Everything before the seal is hashed; the seal is signed.
//   Header | Section[sections] | section bytes, each aligned to 16 | Seal
// Numbers are little-endian and structs are written as this program lays them out; `layout` refuses any other.
#pragma once
#include <cstdint>

namespace comity::pack {

inline constexpr char magic[8] = {'C', 'O', 'M', 'I', 'T', 'Y', 'L', 'P'};
inline constexpr std::uint32_t format_version = 3;
inline constexpr std::uint32_t alignment = 16;

struct Header {
  char magic[8];
  std::uint32_t format;
  std::uint32_t sections;
  std::uint64_t total_size;  // of the file, seal included
  std::uint64_t layout;      // of the structs: layout_of_law()
  char engine[32];           // version of the program that wrote it, zero-filled
};

struct Section {
  char name[24];          // zero-filled
  std::uint64_t offset;   // from the file's first byte
  std::uint32_t count;    // of elements
  std::uint32_t element;  // bytes each
};

struct Seal {
  std::uint8_t digest[32];  // of all bytes before the seal (digest.h): checked at every opening
  // Of the same bytes, for receipts; `head -c -144 comity.pack | sha256sum` gives it.
  std::uint8_t sha256[32];
  std::uint8_t key_id[8];  // first bytes of BLAKE2b of the public key
  std::uint8_t reserved[8];
  std::uint8_t signature[64];  // Ed25519 over the seal's bytes before it
};

static_assert(sizeof(Header) == 64 && sizeof(Section) == 40 && sizeof(Seal) == 144);
inline constexpr std::uint32_t signed_bytes = sizeof(Seal) - 64;

}  // namespace comity::pack
