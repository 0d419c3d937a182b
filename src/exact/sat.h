// A complete search over true-or-false variables under clauses: unit propagation on two watched literals, learning from
// each conflict, restarts. Groups of variables of which at most one is true are propagated without clauses.
// Guarantees: an answer in finite time, the same for the same calls. Asks a Theory whether what the literals say of
// days, places and choices can be so; decides only the variables it is told to, so that definitions that a question does
// not reach cost nothing. Knows nothing of law.
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

class Theory {
 public:
  virtual ~Theory() = default;
  // Whether the literals assigned now can all hold; if not, `conflict` gets some of them that cannot hold together.
  virtual bool consistent(std::vector<Lit>& conflict) = 0;
};

class Sat {
 public:
  Sat();
  Atom fresh();
  void clause(std::initializer_list<Lit> literals) { clause(std::span(literals.begin(), literals.size())); }
  void clause(std::span<const Lit> literals);
  std::uint32_t group();
  void join(std::uint32_t group, Atom atom);

  // Whether all clauses can hold together with the assumptions. The assignment stands until the next call of any kind
  // but value(). `decide`: atoms that must have a value; the rest get one only where it follows.
  bool solve(std::span<const Lit> assumptions, std::span<const Atom> decide, Theory& theory);

  // 1 true, -1 false, 0 open.
  int value(Lit l) const { return (l & 1) ? -values_[atom_of(l)] : values_[atom_of(l)]; }
  std::size_t size() const { return values_.size(); }

 private:
  struct Watch {
    std::uint32_t clause;
    Lit other;
  };
  static constexpr std::uint32_t no_reason = 0xffffffff, by_group = 0x80000000, no_group = 0xffffffff;

  std::vector<signed char> values_, phases_;
  std::vector<std::uint32_t> levels_, reasons_, groups_;
  std::vector<double> activity_;
  std::vector<bool> seen_;
  std::vector<std::vector<Watch>> watches_;       // by literal that became false
  std::vector<std::vector<Atom>> members_;
  std::vector<std::uint32_t> clauses_;            // size, literals, size, literals, ..
  std::vector<Lit> trail_, conflict_, learned_;
  std::vector<std::size_t> level_starts_;
  std::size_t done_ = 0;                          // trail propagated so far
  bool possible_ = true;
  double bump_ = 1;

  std::vector<Atom> heap_;                        // of atoms to decide, most active first
  std::vector<std::uint32_t> heap_place_;         // no_reason: not in it
  std::vector<std::uint32_t> wanted_;             // round in which the atom must be decided
  std::uint32_t round_ = 0;

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
  bool more_active(Atom a, Atom b) const { return activity_[a] != activity_[b] ? activity_[a] > activity_[b] : a < b; }
  void heap_insert(Atom atom);
  void heap_up(std::size_t at);
  void heap_down(std::size_t at);
  Atom heap_pop();
  bool decide_next();
};

}  // namespace comity::exact
