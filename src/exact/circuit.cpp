#include "exact/circuit.h"

#include <algorithm>
#include <utility>

namespace comity::exact {

namespace {
std::size_t hash(const Gate& gate) {
  std::uint64_t h = static_cast<std::uint64_t>(gate.kind) + 0x9e3779b97f4a7c15ull;
  for (std::uint64_t part : {gate.a, gate.b, gate.c})
    h = (h ^ part) * 0xff51afd7ed558ccdull, h ^= h >> 32;
  return static_cast<std::size_t>(h);
}
}  // namespace

Circuit::Circuit(Sat& sat)
    : sat_(sat), gates_(sat.size()), costs_(2 * sat.size(), 0), table_(1024, no_atom) {}

Lit Circuit::atom() {
  gates_.emplace_back();
  costs_.insert(costs_.end(), {1, 1});
  return lit(sat_.fresh());
}

bool Circuit::find_or_add(const Gate& gate, Atom& atom) {
  std::size_t mask = table_.size() - 1, at = hash(gate) & mask;
  for (; table_[at] != no_atom; at = (at + 1) & mask)
    if (gates_[table_[at]] == gate) return atom = table_[at], false;
  atom = table_[at] = sat_.fresh();
  gates_.push_back(gate);
  reckon(gate);
  if (gates_.size() * 2 > table_.size()) grow();
  return true;
}

void Circuit::reckon(const Gate& gate) {
  constexpr std::uint32_t most = 1u << 20;
  auto sum = [&](Lit x, Lit y) { return std::min(costs_[x] + costs_[y], most); };
  std::uint32_t holds = 1, fails = 1;
  switch (gate.kind) {
    case Gate::Kind::atom:
      break;
    case Gate::Kind::both:
      holds = sum(gate.a, gate.b), fails = std::min(costs_[denied(gate.a)], costs_[denied(gate.b)]);
      break;
    case Gate::Kind::pick:
      holds = std::min(sum(gate.a, gate.b), sum(denied(gate.a), gate.c));
      fails = std::min(sum(gate.a, denied(gate.b)), sum(denied(gate.a), denied(gate.c)));
      break;
    case Gate::Kind::differ:
      holds = std::min(sum(gate.a, denied(gate.b)), sum(denied(gate.a), gate.b));
      fails = std::min(sum(gate.a, gate.b), sum(denied(gate.a), denied(gate.b)));
      break;
  }
  costs_.insert(costs_.end(), {holds, fails});
}

void Circuit::grow() {
  table_.assign(table_.size() * 2, no_atom);
  std::size_t mask = table_.size() - 1;
  for (Atom atom = 0; atom < gates_.size(); ++atom) {
    if (gates_[atom].kind == Gate::Kind::atom) continue;
    std::size_t at = hash(gates_[atom]) & mask;
    while (table_[at] != no_atom) at = (at + 1) & mask;
    table_[at] = atom;
  }
}

Lit Circuit::both(Lit a, Lit b) {
  if (a > b) std::swap(a, b);
  if (a == truth || a == b) return b;
  if (a == falsity || a == denied(b)) return falsity;
  Atom atom;
  if (!find_or_add({Gate::Kind::both, a, b, truth}, atom)) return lit(atom);
  Lit n = lit(atom);
  sat_.clause({denied(n), a});
  sat_.clause({denied(n), b});
  sat_.clause({n, denied(a), denied(b)});
  return n;
}

Lit Circuit::pick(Lit condition, Lit then, Lit otherwise) {
  if (condition & 1) condition = denied(condition), std::swap(then, otherwise);
  if (condition == truth || then == otherwise) return then;
  if (then == truth || then == condition) return either(condition, otherwise);
  if (then == falsity || then == denied(condition)) return both(denied(condition), otherwise);
  if (otherwise == falsity || otherwise == condition) return both(condition, then);
  if (otherwise == truth || otherwise == denied(condition)) return either(denied(condition), then);
  if (then == denied(otherwise)) return differ(condition, otherwise);
  if (then & 1) return denied(pick(condition, denied(then), denied(otherwise)));
  Atom atom;
  if (!find_or_add({Gate::Kind::pick, condition, then, otherwise}, atom)) return lit(atom);
  Lit n = lit(atom);
  sat_.clause({denied(condition), denied(then), n});
  sat_.clause({denied(condition), then, denied(n)});
  sat_.clause({condition, denied(otherwise), n});
  sat_.clause({condition, otherwise, denied(n)});
  sat_.clause({denied(then), denied(otherwise), n});
  sat_.clause({then, otherwise, denied(n)});
  return n;
}

Lit Circuit::differ(Lit a, Lit b) {
  Lit turned = (a ^ b) & 1;
  a &= ~Lit{1}, b &= ~Lit{1};
  if (a > b) std::swap(a, b);
  if (a == b) return falsity ^ turned;
  if (a == truth) return denied(b) ^ turned;
  Atom atom;
  Lit n;
  if (find_or_add({Gate::Kind::differ, a, b, truth}, atom)) {
    n = lit(atom);
    sat_.clause({denied(n), a, b});
    sat_.clause({denied(n), denied(a), denied(b)});
    sat_.clause({n, denied(a), b});
    sat_.clause({n, a, denied(b)});
  }
  n = lit(atom);
  return n ^ turned;
}

void Circuit::give_causes(Lit difference, const std::array<Lit, 3>& causes) {
  sat_.clause({denied(difference), causes[0], causes[1], causes[2]});
  if (!(difference & 1) && gates_[atom_of(difference)].kind == Gate::Kind::differ)
    causes_[atom_of(difference)] = causes;
}

const std::array<Lit, 3>* Circuit::causes(Atom atom) const {
  auto at = causes_.find(atom);
  return at == causes_.end() ? nullptr : &at->second;
}

}  // namespace comity::exact
