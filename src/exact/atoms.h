// What the atoms of the search say of the open variables, and whether it can be so.
// Each variable is there twice, so that two completions can be told apart: a slot is 2 * variable, plus 1 in the second.
// Truths are atoms themselves; choices and places have an atom for each value spoken of; days and numbers have one for
// each bound, in order, and one for each comparison of two of them.
// Guarantees: consistent() says yes only where value_of() then gives every slot a value of its domain that fits all
// atoms assigned. Leaves conditions to from_graph.h.
#pragma once
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "exact/circuit.h"
#include "exact/order.h"
#include "exact/shifts.h"

namespace comity::exact {

using Slot = std::uint32_t;

enum class Sort : std::uint8_t { fixed, yes_no, few, ordered };

struct Says {
  enum class Kind : std::uint8_t { nothing, is_true, is, below, same, before } kind = Kind::nothing;
  Slot x = 0, y = 0;
  Value value = 0;
  Chain f = unshifted, g = unshifted;
};

class Atoms {
 public:
  Atoms(Sat& sat, Circuit& circuit, const interp::Inputs& inputs, const ir::Law& law);
  bool take_new_variables();  // false: some variable has no value at all
  Sort sort(Slot slot) const { return sorts_[slot / 2]; }
  const Domain& domain(Slot slot) const { return domains_[slot / 2]; }
  Shifts& shifts() { return shifts_; }

  Lit is_true(Slot slot);                        // truths only
  Lit is(Slot slot, Value value);                // few only
  Lit below(Slot slot, Value bound);             // ordered only: less than bound
  Lit same(Slot x, Slot y);                      // few only
  Lit before(Slot x, Chain f, Slot y, Chain g);  // ordered only, x and y distinct
  Lit alike(Slot slot);                          // the variable has one value in both completions

  const Says& says(Atom atom) const { return atom < says_.size() ? says_[atom] : nothing_; }
  bool holds(const Says& says, const std::vector<Value>& completion) const;

  Lit undecided()
      const;  // what must still be decided for value_of() to be complete; truth: nothing
  bool consistent(std::vector<Lit>& conflict);  // as in Guide
  // Right after a search that found an assignment; prefers `usual` where nothing speaks against it.
  Value value_of(Slot slot, Value usual);
  void begin_reading();

 private:
  static constexpr Lit unmade = 0xffffffff;
  struct Same {
    Lit lit;
    Slot x, y;
  };
  struct Family {  // slots of choices compared with one another
    std::vector<Slot> slots;
    std::vector<std::uint32_t> sames;  // into sames_
    std::set<Value> spoken_of;
  };
  Sat& sat_;
  Circuit& circuit_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  Shifts shifts_;
  std::vector<Domain> domains_;  // by variable
  std::vector<Sort> sorts_;
  std::vector<Says> says_;  // by atom
  Says nothing_;
  std::vector<Lit> truths_;           // by slot
  std::vector<std::vector<Lit>> is_;  // by slot, by index in the domain
  std::vector<std::vector<std::pair<Value, Lit>>>
      made_;  // by slot: those of is_ there are, as they came
  std::vector<std::uint32_t> groups_;
  std::vector<std::vector<std::pair<std::size_t, Lit>>>
      bounds_;  // by slot; index in the domain, ascending
  std::vector<std::uint32_t> families_;
  std::vector<Family> family_;
  std::vector<Same> sames_;
  std::map<std::pair<Slot, Slot>, Lit> same_;
  std::set<std::pair<std::uint32_t, Value>> tied_;
  Orders orders_;
  std::map<std::tuple<Slot, Chain, Slot, Chain>, Lit> before_;
  std::vector<std::uint32_t> class_of_;  // by slot compared in the last consistent(); else unmade
  std::map<std::pair<std::uint32_t, std::uint32_t>, Value>
      stands_for_;  // family, class: the value it got

  Lit make(const Says& says);
  Lit known(Slot slot, Value value) const;
  void speak_of(Family& family, Value value);
  void make_is(Slot slot, Value value);
  void tie(Family& family, Value value);
  void leave_room(Family& family);
  std::uint32_t family(Slot slot);
  bool has_unspoken(Slot slot) const { return made_[slot].size() < domain(slot).size(); }
  bool sameness_consistent(std::vector<Lit>& conflict);
  Value choice_of(Slot slot, Value usual);
  Range range_of(Slot slot) const;
};

}  // namespace comity::exact
