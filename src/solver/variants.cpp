#include "solver/variants.h"

#include "ir/paths.h"

namespace comity::solver {

using ir::Graph;
using ir::Ref;

namespace {

struct Fact {
  std::uint32_t variable;
  Ref holds;
};

std::vector<Fact> facts_under(OpenForum& f, Ref node, const Completion& completion) {
  std::vector<Fact> facts;
  for (std::uint32_t v : f.graph().support(node))
    if (f.world.inputs.variables[v].slot != ir::none_u32)
      facts.push_back({v, f.graph().is(f.graph().variable(v), completion[v])});
  return facts;
}

// Drops every fact without which the proposition still cannot hold. False: it can hold beside all of them.
bool shrink(OpenForum& f, Ref background, Ref proposition, std::vector<Fact>& facts) {
  auto impossible = [&](const std::vector<Fact>& given) {
    std::vector<Ref> together{background, proposition};
    for (const Fact& fact : given) together.push_back(fact.holds);
    return f.questions.ask(together) == Reply::never;
  };
  if (!impossible(facts)) return false;
  std::vector<Fact> core;  // what the solver needed, to begin with
  for (std::size_t i : f.questions.clash())
    if (i >= 2) core.push_back(facts[i - 2]);
  facts = core;
  for (std::size_t i = 0; i < facts.size();) {
    std::vector<Fact> rest = facts;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (impossible(rest))
      facts = std::move(rest);
    else
      ++i;
  }
  return true;
}

}  // namespace

std::vector<Couple> variants(OpenForum& f, Ref background, Ref proposition, std::size_t most) {
  std::vector<Couple> found;
  Ref looked_for = f.graph().both(background, f.graph().negation(proposition));
  Completion completion;
  while (found.size() < most && f.possible(looked_for, &completion)) {
    auto facts = facts_under(f, proposition, completion);
    if (!shrink(f, background, proposition, facts)) break;
    Ref all = Graph::yes;
    Couple variant;
    for (const Fact& fact : facts) {
      all = f.graph().both(all, fact.holds);
      const interp::Variable& variable = f.world.inputs.variables[fact.variable];
      variant.push_back({ir::path_of(f.law, variable.slot),
                         word_of(f.law, variable, completion[fact.variable]), false});
    }
    found.push_back(std::move(variant));
    if (facts.empty()) break;
    looked_for = f.graph().both(looked_for, f.graph().negation(all));
  }
  return found;
}

}  // namespace comity::solver
