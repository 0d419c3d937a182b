// How this program lays out the law's structs, as one number: a pack laid out otherwise is refused.
#pragma once
#include <cstdint>

#include "ir/law.h"

namespace comity::pack {

// FNV-1a over the text of the headers, then the sizes and alignments of every section's struct, in order, and of the anchors.
constexpr std::uint64_t layout_of_law() {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  auto mix = [&hash](std::uint64_t number) {
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((number >> (8 * i)) & 0xff)) * 0x100000001b3ULL;
  };
  mix(COMITY_LAW_LAYOUT);  // of the headers' text: order and meaning of members count, not only their sizes (cmake/targets.cmake)
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
