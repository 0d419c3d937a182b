#include "exact/twin.h"

namespace comity::exact {

Twin::Twin(Sat& sat, Circuit& circuit, Atoms& atoms, const interp::Inputs& inputs)
    : sat_(sat), circuit_(circuit), atoms_(atoms), inputs_(inputs) {}

Lit Twin::may_differ(std::uint32_t input) {
  if (may_differ_.size() <= input) may_differ_.resize(inputs_.inputs.size(), unmade);
  if (may_differ_[input] == unmade) may_differ_[input] = circuit_.atom();
  return may_differ_[input];
}

Lit Twin::of(Lit l) {
  make(atom_of(l));
  return made(l).twin;
}

Lit Twin::differs(Lit l) {
  make(atom_of(l));
  return made(l).differs;
}

void Twin::make(Atom root) {
  if (pairs_.size() < circuit_.size()) pairs_.resize(circuit_.size(), {unmade, unmade});
  pairs_[0] = {truth, falsity};
  if (pairs_[root].twin != unmade) return;
  std::vector<bool> below(root + 1, false);
  below[root] = true;
  for (Atom atom = root; atom > 0; --atom) {  // kids have smaller numbers
    if (!below[atom] || circuit_[atom].kind == Gate::Kind::atom) continue;
    for (Lit kid : {circuit_[atom].a, circuit_[atom].b, circuit_[atom].c})
      if (pairs_[atom_of(kid)].twin == unmade) below[atom_of(kid)] = true;
  }
  std::size_t before = circuit_.size();
  for (Atom atom = 1; atom <= root; ++atom) {
    if (!below[atom]) continue;
    Pair pair = circuit_[atom].kind == Gate::Kind::atom ? make_atom(atom) : make_gate(atom);
    pairs_[atom] = pair;
  }
  second_.resize(before, false);
  second_.resize(circuit_.size(), true);
  for (std::size_t atom = before; atom < circuit_.size();
       ++atom)  // speaking of a value may make atoms of the first too
    if (const Says& says = atoms_.says(static_cast<Atom>(atom)); says.kind != Says::Kind::nothing)
      second_[atom] = ((says.x | says.y) & 1) != 0;
}

Twin::Pair Twin::make_atom(Atom atom) {
  const Says says = atoms_.says(atom);
  Lit own = lit(atom), twin = own;
  switch (says.kind) {
    case Says::Kind::nothing:
      break;
    case Says::Kind::is_true:
      twin = atoms_.is_true(says.x | 1);
      break;
    case Says::Kind::is:
      twin = atoms_.is(says.x | 1, says.value);
      break;
    case Says::Kind::below:
      twin = atoms_.below(says.x | 1, says.value);
      break;
    case Says::Kind::same:
      twin = atoms_.same(says.x | 1, says.y | 1);
      break;
    case Says::Kind::before:
      twin = atoms_.before(says.x | 1, says.f, says.y | 1, says.g);
      break;
  }
  Lit differs = circuit_.differ(own, twin);
  Lit x = may_differ(input_of(says.x)), y = may_differ(input_of(says.y));
  sat_.clause({denied(differs), x, y});
  if (says.kind == Says::Kind::same || says.kind == Says::Kind::before) bind(says.x), bind(says.y);
  return {twin, differs};
}

void Twin::bind(Slot slot) {
  if (bound_.size() <= slot / 2) bound_.resize(inputs_.variables.size(), false);
  if (bound_[slot / 2]) return;
  bound_[slot / 2] = true;
  Lit alike = atoms_.alike(slot);
  sat_.clause({may_differ(input_of(slot)), alike});
}

Twin::Pair Twin::make_gate(Atom atom) {
  const Gate gate = circuit_[atom];
  Pair a = made(gate.a), b = made(gate.b), c = made(gate.c);
  Lit twin = truth;
  switch (gate.kind) {
    case Gate::Kind::atom:
      break;
    case Gate::Kind::both:
      twin = circuit_.both(a.twin, b.twin);
      break;
    case Gate::Kind::pick:
      twin = circuit_.pick(a.twin, b.twin, c.twin);
      break;
    case Gate::Kind::differ:
      twin = circuit_.differ(a.twin, b.twin);
      break;
  }
  Lit differs = circuit_.differ(lit(atom), twin);
  circuit_.give_causes(differs, {a.differs, b.differs, c.differs});
  if (gate.kind ==
      Gate::Kind::both) {  // a member that does not differ must hold for the other to show
    sat_.clause({denied(differs), a.differs, gate.a});
    sat_.clause({denied(differs), b.differs, gate.b});
  }
  if (gate.kind == Gate::Kind::pick) {
    sat_.clause({denied(differs), a.differs, denied(gate.a), b.differs});
    sat_.clause({denied(differs), a.differs, gate.a, c.differs});
  }
  return {twin, differs};
}

}  // namespace comity::exact
