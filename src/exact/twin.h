// A second completion beside the first: for each literal the same said of the second, whether the two differ on it, and
// for each input whether its variables may differ at all. A gate differs only where some kid does: stated as clauses,
// so that the search sees at once that what no differing input reaches is equal.
// Guarantees: with may_differ(i) denied, the variables of input i have one value in both completions.
#pragma once
#include <unordered_map>
#include <vector>

#include "exact/atoms.h"

namespace comity::exact {

class Twin {
 public:
  Twin(Sat& sat, Circuit& circuit, Atoms& atoms, const interp::Inputs& inputs);
  Lit of(Lit l);
  Lit differs(Lit l);
  Lit may_differ(std::uint32_t input);
  bool belongs(Atom atom) const {
    return atom < second_.size() && second_[atom];
  }  // of the second completion

 private:
  struct Pair {
    Lit twin, differs;
  };
  Sat& sat_;
  Circuit& circuit_;
  Atoms& atoms_;
  const interp::Inputs& inputs_;
  std::vector<Pair> pairs_;      // by atom
  std::vector<Lit> may_differ_;  // by input
  std::vector<bool> bound_;      // by variable: tied where its input may not differ
  std::vector<bool> second_;
  static constexpr Lit unmade = 0xffffffff;

  void make(Atom atom);
  Pair made(Lit l) const { return {pairs_[atom_of(l)].twin ^ (l & 1), pairs_[atom_of(l)].differs}; }
  Pair make_atom(Atom atom);
  Pair make_gate(Atom atom);
  void bind(Slot slot);
  std::uint32_t input_of(Slot slot) const { return inputs_.variables[slot / 2].input; }
};

}  // namespace comity::exact
