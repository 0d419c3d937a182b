// A complete search over true-or-false variables under clauses: unit propagation on two watched literals, learning from
// each conflict, restarts. Groups of variables of which at most one is true are propagated without clauses.
// Guarantees: an answer in finite time, the same for the same calls. Asks a Guide what to decide next and, when there is
// nothing more to decide, whether what the literals say of days, places and choices can be so. Knows nothing of law.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace comity::exact {

using Atom = std::uint32_t;  // a variable of the search
using Lit = std::uint32_t;   // 2 * atom, plus 1 when denied

inline constexpr Lit truth = 0, falsity = 1;  // atom 0 is always true
inline constexpr Lit lit(Atom atom) { return atom * 2; }
inline constexpr Atom atom_of(Lit l) { return l >> 1; }
inline constexpr Lit denied(Lit l) { return l ^ 1; }
inline constexpr Lit truth_of(bool value) { return value ? truth : falsity; }

class Guide {
 public:
  virtual ~Guide() = default;
  virtual Lit next() = 0;           // the literal to try next; truth: nothing more is needed
  virtual void level_opened() = 0;  // a decision is about to be made
  virtual void back_to(
      std::uint32_t level) = 0;  // all but the first `level` decisions are taken back
  // Whether the literals assigned now can all hold; if not, `conflict` gets some of them that cannot hold together.
  virtual bool consistent(std::vector<Lit>& conflict) = 0;
};

enum class Found : std::uint8_t { no, yes, gave_up };

class Sat {
 public:
  static constexpr std::uint64_t no_limit = ~std::uint64_t{0};
  Sat();
  Atom fresh();
  void clause(std::initializer_list<Lit> literals) {
    clause(std::span(literals.begin(), literals.size()));
  }
  void clause(std::span<const Lit> literals);
  std::uint32_t group();
  void join(std::uint32_t group, Atom atom);

  // Whether all clauses can hold together with the assumptions, as far as the guide needs to see. The assignment stands
  // until the next call that adds or searches. Gives up after so many conflicts.
  Found solve(std::span<const Lit> assumptions, Guide& guide,
              std::uint64_t most_conflicts = no_limit);

  // 1 true, -1 false, 0 open.
  int value(Lit l) const { return (l & 1) ? -values_[atom_of(l)] : values_[atom_of(l)]; }
  std::size_t size() const { return values_.size(); }
  // For guides: how much conflicts turned on an atom lately, and the literal of an atom as it last was.
  double activity(Atom atom) const { return activity_[atom]; }
  bool more_active(Atom a, Atom b) const {
    return activity_[a] != activity_[b] ? activity_[a] > activity_[b] : a < b;
  }
  Lit as_last(Lit l) const {
    return phases_[atom_of(l)] > 0 ? lit(atom_of(l)) : denied(lit(atom_of(l)));
  }

 private:
  struct Watch {
    std::uint32_t clause;
    Lit other;
  };
  static constexpr std::uint32_t no_reason = 0xffffffff, by_group = 0x80000000,
                                 no_group = 0xffffffff;
  static constexpr std::uint32_t of_two =
      0x80000000;  // a watched clause of two: the other literal is all there is

  std::vector<signed char> values_, phases_;
  std::vector<std::uint32_t> levels_, reasons_, groups_;
  std::vector<double> activity_;
  std::vector<bool> seen_;
  std::vector<std::vector<Watch>> watches_;  // by literal that became false
  std::vector<std::vector<Atom>> members_;
  std::vector<std::uint32_t> clauses_;  // size, literals, size, literals, ..
  std::vector<Lit> trail_, conflict_, learned_, kept_;
  std::vector<std::size_t> level_starts_;
  std::size_t done_ = 0;  // trail propagated so far
  bool possible_ = true;
  double bump_ = 1;

  Guide* guide_ = nullptr;                 // during a search
  std::vector<Atom> heap_;                 // atoms that conflicts turned on, most active first
  std::vector<std::uint32_t> heap_place_;  // by atom; no_reason: not in it

  std::uint32_t level() const { return static_cast<std::uint32_t>(level_starts_.size()); }
  void assign(Lit l, std::uint32_t reason);
  void back_to(std::uint32_t level);
  bool propagate();
  bool propagate_group(Lit l);
  bool propagate_watches(Lit l);
  void watch(std::uint32_t clause);
  std::uint32_t store(std::span<const Lit> literals);
  std::uint32_t analyse();
  void mark(Lit l, std::uint32_t& open);
  bool implied_by_marked(Lit l) const;
  template <class Each>
  bool each_reason(Lit l, Each each) const;
  bool learn();
  bool refute();
  void bump(Atom atom);
  void decide(Lit l);
  Lit most_active();
  void heap_insert(Atom atom);
  void heap_up(std::size_t at);
  void heap_down(std::size_t at);
  Atom heap_pop();
};

}  // namespace comity::exact
