// What to decide next: only what is still needed to account for the values that gates already have. A conjunction that
// fails needs one member that fails; a difference needs a kid that differs. What no gate needs is left open, and any
// value of it will do: most of a large question is never looked at.
// Guarantees: when next() has nothing more to ask, every completion that fits the atoms assigned makes all required
// literals true.
#pragma once
#include <array>
#include <vector>

#include "exact/atoms.h"
#include "exact/circuit.h"

namespace comity::exact {

class Justify : public Guide {
 public:
  Justify(const Sat& sat, const Circuit& circuit, Atoms& atoms)
      : sat_(sat), circuit_(circuit), atoms_(atoms) {}
  void require(std::span<const Lit> literals);  // for the next search
  Lit next() override;
  void level_opened() override { levels_.push_back({at_, needed_.size()}); }
  void back_to(std::uint32_t level) override;
  bool consistent(std::vector<Lit>& conflict) override { return atoms_.consistent(conflict); }

 private:
  struct Mark {
    std::size_t at, size;
  };
  const Sat& sat_;
  const Circuit& circuit_;
  Atoms& atoms_;
  std::vector<Atom> needed_;  // in the order they were found to be needed; accounted for up to at_
  std::size_t at_ = 0;
  std::vector<bool> is_needed_;  // by atom
  std::vector<Mark> levels_;

  void need(Lit l);
  Lit account_for(Atom atom);  // truth: done
  Lit account_for_both(const Gate& gate, bool holds);
  Lit account_for_pick(const Gate& gate, bool holds);
  Lit account_for_differ(Atom atom, const Gate& gate, bool holds);
  Lit better(Lit a, Lit b) const;  // of two to try: what conflicts turned on, else what takes less
};

}  // namespace comity::exact
