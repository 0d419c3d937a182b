// Places of an atlas by what their law answers: the order of the groups, and what stands beside a place's name. Shared
// by the list and the map, so that both say the same.
#pragma once
#include <string>

#include "cli/text_parts.h"

namespace comity::cli {

// One outcome, or the verdict of places that have none; in the order of the contract's outcomes, never ranked.
struct AtlasGroup {
  int rank;
  std::string title;
  Tone tone;
  auto operator<=>(const AtlasGroup& other) const { return rank <=> other.rank; }
  bool operator==(const AtlasGroup& other) const { return rank == other.rank; }
};

// Where only the letter speaks its outcome groups the place, and `untested` stands beside it.
engine::Outcome grouping_outcome(const engine::Answer& answer);
AtlasGroup group_of(const Parts& parts, const engine::Answer& answer);
// How firm, or what it turns on; empty where there is nothing to add.
std::string remark_of(const Parts& parts, const engine::Answer& answer);
// Parts are named with their code: Georgia is a state and a part of one.
std::string name_in_atlas(const Parts& parts, ir::Value place);

}  // namespace comity::cli
