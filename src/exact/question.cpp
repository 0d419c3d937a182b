// What to ask next: how many values root may still take, at worst, once one input is told.
#include <algorithm>

#include "exact/search.h"

namespace comity::exact {

namespace {
// So many answers that can be told apart are looked into one by one before the worst is taken for granted.
constexpr int most_looked_into = 4096;
}  // namespace

// The answer this completion gives for the input, as far as root and the constraints can tell it from another: which
// way each atom that speaks of the input alone goes, and the very value of a variable compared with those of others.
std::vector<Lit> Exact::Search::answer_of(const Difference& question, std::uint32_t input,
                                          const Completion& completion) {
  std::vector<Lit> told;
  auto own = [&](Slot slot) { return inputs_.variables[slot / 2].input == input; };
  for (Atom atom : question.own) {
    const Says says = atoms_.says(atom);
    if (says.kind == Says::Kind::nothing) continue;
    if (own(says.x) && own(says.y))
      told.push_back(lit(atom) ^ static_cast<Lit>(!atoms_.holds(says, completion)));
    else if (own(says.x))
      exactly(says.x, completion[says.x / 2], told);
    else if (own(says.y))
      exactly(says.y, completion[says.y / 2], told);
  }
  return told;
}

void Exact::Search::exactly(Slot slot, Value value, std::vector<Lit>& told) {
  switch (atoms_.sort(slot)) {
    case Sort::fixed:
      break;
    case Sort::yes_no:
      told.push_back(atoms_.is_true(slot) ^ static_cast<Lit>(value == 0));
      break;
    case Sort::few:
      told.push_back(atoms_.is(slot, value));
      break;
    case Sort::ordered:
      told.push_back(denied(atoms_.below(slot, value)));
      told.push_back(atoms_.below(slot, value + 1));
      break;
  }
}

// Two completions that agree on the input, not on root, and not on values of the input already looked into.
bool Exact::Search::share(const Difference& question, std::uint32_t input,
                          const std::vector<Lit>& passed, Completion& completion) {
  std::vector<Lit> assumptions = passed;
  assumptions.push_back(denied(twin_.may_differ(input)));
  assumptions.push_back(question.differs);
  if (!solve(assumptions, question.reach)) return false;
  completion = read_first(question.reach);
  return true;
}

std::size_t Exact::Search::worst_case(ir::Ref root, std::uint32_t input) {
  std::vector<Value> values = possible(root);
  if (values.size() < 2) return values.size();
  Difference question = difference(root, values);
  std::vector<Lit> passed;
  std::size_t worst = 1;
  Completion completion;
  for (int looked = 0; share(question, input, passed, completion); ++looked) {
    if (values.size() == 2 || looked == most_looked_into) return values.size();
    std::vector<Lit> told = answer_of(question, input, completion);
    std::size_t left = 0;
    for (Value value : values) {
      std::vector<Lit> assumptions = told;
      assumptions.push_back(from_graph_.gives(root, value));
      left += solve(assumptions, question.reach);
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
