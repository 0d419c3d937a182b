// One stance seen over the whole graph: its effect for each class of purposes, and the outcome as one node of the graph,
// so that "settled", "differ" and "matters" are questions to the exact layer and to nothing else.
#pragma once
#include <vector>

#include "engine/stances.h"
#include "exact/exact.h"

namespace comity::engine {

// The value of an outcome node where the stance says nothing; outcomes are their own numbers.
inline constexpr ir::Value silent_code = 9;

struct View {
  Stance stance = Stance::letter;
  std::vector<Setting> settings;  // by class of purposes
  std::vector<ir::Ref> effects;   // by class, readings set
};

View view_of(World& world, Stance stance);
View view_with(World& world,
               const Setting& setting);  // one setting for every purpose, always speaking
// The contract's outcome of one purpose, from its effect and the effect for status.
ir::Ref outcome_node(World& world, const View& view, std::uint32_t purpose);
// The answer's part for one stance, without its derivation.
StanceAnswer stance_answer(World& world, exact::Exact& exact, const View& view, ir::Ref outcome);
// Inputs that matter for a node, as the contract shows them; `stance` is noted on each.
std::vector<Open> opens_of(World& world, exact::Exact& exact, ir::Ref node, Stance stance);
Verdict verdict_of(Open::Label label);

}  // namespace comity::engine
