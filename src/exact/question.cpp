// What to ask next: how many values root may still take, at worst, once one input is told.
#include <algorithm>

#include "exact/search.h"

namespace comity::exact {

namespace {
// So many values of the input are looked into one by one before the worst is taken for granted.
constexpr int most_looked_into = 256;
}  // namespace

// That the variables of an input have the values they have in this completion.
std::vector<Lit> Exact::Search::exactly(std::uint32_t input, const Completion& completion) {
  std::vector<Lit> told;
  for (std::uint32_t v = 0; v < completion.size(); ++v) {
    if (inputs_.variables[v].input != input) continue;
    Slot slot = v * 2;
    switch (atoms_.sort(slot)) {
      case Sort::fixed: break;
      case Sort::truth: told.push_back(atoms_.is_true(slot) ^ static_cast<Lit>(completion[v] == 0)); break;
      case Sort::few: told.push_back(atoms_.is(slot, completion[v])); break;
      case Sort::ordered:
        told.push_back(denied(atoms_.below(slot, completion[v])));
        told.push_back(atoms_.below(slot, completion[v] + 1));
        break;
    }
  }
  std::erase(told, truth);
  return told;
}

// Two completions that agree on the input, not on root, and not on values of the input already looked into.
bool Exact::Search::share(ir::Ref root, std::uint32_t input, const std::vector<Value>& values, std::vector<Lit>& passed,
                          Completion& completion) {
  Difference question = difference(root, values);
  std::vector<Lit> about = passed;
  about.push_back(question.differs);
  Reach reach = reach_of(about, true);
  std::vector<Lit> assumptions = passed;
  assumptions.push_back(denied(twin_.may_differ(input)));
  assumptions.push_back(question.differs);
  if (!solve(assumptions, reach)) return false;
  completion = read_first(reach);
  return true;
}

std::size_t Exact::Search::worst_case(ir::Ref root, std::uint32_t input) {
  std::vector<Value> values = possible(root);
  if (values.size() < 2) return values.size();
  std::vector<Lit> passed;
  std::size_t worst = 1;
  Completion completion;
  for (int looked = 0; share(root, input, values, passed, completion); ++looked) {
    if (values.size() == 2 || looked == most_looked_into) return values.size();
    std::vector<Lit> told = exactly(input, completion);
    std::size_t left = 0;
    for (Value value : values) {
      std::vector<Lit> assumptions = told;
      assumptions.push_back(from_graph_.gives(root, value));
      left += solve(assumptions, reach_of(assumptions, false));
    }
    worst = std::max(worst, left);
    if (worst == values.size()) break;
    Lit same = truth;
    for (Lit l : told) same = circuit_.both(same, l);
    passed.push_back(denied(same));
  }
  return worst;
}

}  // namespace comity::exact
