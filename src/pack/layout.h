// How this program lays out the law's structs, as one number: a pack laid out otherwise is refused.
#pragma once
#include <cstdint>

#include "ir/law.h"

namespace comity::pack {

// FNV-1a over the sizes and alignments of every section's struct, in order, and of the anchors.
constexpr std::uint64_t layout_of_law() {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  auto mix = [&hash](std::uint64_t number) {
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((number >> (8 * i)) & 0xff)) * 0x100000001b3ULL;
  };
  mix(0x01020304);  // a place for changes of meaning that change no size: edit this number
#define COMITY_SECTION(member, type) mix(sizeof(type)), mix(alignof(type));
#include "pack/sections.def"
#undef COMITY_SECTION
  mix(sizeof(ir::Anchors));
  return hash;
}

inline constexpr std::uint32_t section_count = 2  // strings, anchors
#define COMITY_SECTION(member, type) +1
#include "pack/sections.def"
#undef COMITY_SECTION
    ;

}  // namespace comity::pack
