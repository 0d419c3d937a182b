#include "exact/justify.h"

namespace comity::exact {

void Justify::require(std::span<const Lit> literals) {
  for (Atom atom : needed_) is_needed_[atom] = false;
  needed_.clear(), levels_.clear();
  at_ = 0;
  is_needed_.resize(circuit_.size(), false);
  for (Lit l : literals) need(l);
}

void Justify::need(Lit l) {
  Atom atom = atom_of(l);
  if (is_needed_[atom] || circuit_[atom].kind == Gate::Kind::atom) return;
  is_needed_[atom] = true;
  needed_.push_back(atom);
}

void Justify::back_to(std::uint32_t level) {
  if (level >= levels_.size()) return;
  Mark mark = levels_[level];
  while (needed_.size() > mark.size) is_needed_[needed_.back()] = false, needed_.pop_back();
  at_ = mark.at;
  levels_.resize(level);
}

Lit Justify::next() {
  for (; at_ < needed_.size(); ++at_)
    if (Lit l = account_for(needed_[at_]); l != truth) return l;
  return atoms_.undecided();
}

Lit Justify::better(Lit a, Lit b) const {
  double active_a = sat_.activity(atom_of(a)), active_b = sat_.activity(atom_of(b));
  if (active_a != active_b) return active_a > active_b ? a : b;
  return circuit_.cost(a) <= circuit_.cost(b) ? a : b;
}

Lit Justify::account_for(Atom atom) {
  const Gate& gate = circuit_[atom];
  bool holds = sat_.value(lit(atom)) > 0;
  switch (gate.kind) {
    case Gate::Kind::atom:
      return truth;
    case Gate::Kind::both:
      return account_for_both(gate, holds);
    case Gate::Kind::pick:
      return account_for_pick(gate, holds);
    case Gate::Kind::differ:
      return account_for_differ(atom, gate, holds);
  }
  return truth;
}

Lit Justify::account_for_both(const Gate& gate, bool holds) {
  if (holds) return need(gate.a), need(gate.b), truth;
  if (sat_.value(gate.a) < 0) return need(gate.a), truth;
  if (sat_.value(gate.b) < 0) return need(gate.b), truth;
  return better(denied(gate.a), denied(gate.b));
}

Lit Justify::account_for_pick(const Gate& gate, bool holds) {
  int condition = sat_.value(gate.a), wanted = holds ? 1 : -1;
  if (condition != 0) return need(gate.a), need(condition > 0 ? gate.b : gate.c), truth;
  bool then = sat_.value(gate.b) == wanted, otherwise = sat_.value(gate.c) == wanted;
  if (then && otherwise) return need(gate.b), need(gate.c), truth;
  if (then || otherwise) return then ? gate.a : denied(gate.a);
  if (sat_.activity(atom_of(gate.a)) > 0) return sat_.as_last(gate.a);
  std::uint32_t yes = circuit_.cost(gate.a) + circuit_.cost(gate.b ^ Lit{!holds});
  std::uint32_t no = circuit_.cost(denied(gate.a)) + circuit_.cost(gate.c ^ Lit{!holds});
  return yes < no ? gate.a : denied(gate.a);
}

Lit Justify::account_for_differ(Atom atom, const Gate& gate, bool holds) {
  if (const auto* causes = circuit_.causes(atom); holds && causes) {
    Lit open = falsity;
    for (Lit cause : *causes) {
      if (sat_.value(cause) > 0) {
        open = truth;
        need(cause);
        break;
      }
      if (sat_.value(cause) == 0) open = open == falsity ? cause : better(open, cause);
    }
    if (open != truth && open != falsity) return open;
  }
  if (sat_.value(gate.a) == 0) return sat_.as_last(gate.a);
  return need(gate.a), need(gate.b), truth;
}

}  // namespace comity::exact
