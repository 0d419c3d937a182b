// True-or-false functions of atoms as gates, each defined in the search once; equal gates are one gate.
// Guarantees: kids have smaller numbers than their gate. Leaves what an atom says to atoms.h.
#pragma once
#include <array>
#include <unordered_map>
#include <vector>

#include "exact/sat.h"

namespace comity::exact {

struct Gate {
  enum class Kind : std::uint8_t {
    atom,    // no definition: a thing that may be so or not
    both,    // a, b
    pick,    // a: condition, b: then, c: otherwise
    differ,  // a, b: exactly one of them
  } kind = Kind::atom;
  Lit a = truth, b = truth, c = truth;
  bool operator==(const Gate&) const = default;
};

class Circuit {
 public:
  explicit Circuit(Sat& sat);
  Lit atom();
  Lit both(Lit a, Lit b);
  Lit either(Lit a, Lit b) { return denied(both(denied(a), denied(b))); }
  Lit pick(Lit condition, Lit then, Lit otherwise);
  Lit differ(Lit a, Lit b);
  // Why a difference is a difference: one of these must hold where it does.
  void give_causes(Lit difference, const std::array<Lit, 3>& causes);
  const std::array<Lit, 3>* causes(Atom atom) const;
  // About how many atoms must be settled to make a literal hold, at best.
  std::uint32_t cost(Lit l) const { return costs_[l]; }
  const Gate& operator[](Atom atom) const { return gates_[atom]; }
  std::size_t size() const { return gates_.size(); }

 private:
  Sat& sat_;
  std::vector<Gate> gates_;
  std::vector<std::uint32_t> costs_;  // by literal
  std::unordered_map<Atom, std::array<Lit, 3>> causes_;
  std::vector<Atom> table_;  // open addressing; no_atom empty
  static constexpr Atom no_atom = 0xffffffff;
  bool find_or_add(const Gate& gate, Atom& atom);
  void grow();
  void reckon(const Gate& gate);
};

}  // namespace comity::exact
