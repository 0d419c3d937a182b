#include "exact/sat.h"

#include <algorithm>

namespace comity::exact {

namespace {
// A search that has met so many conflicts follows them instead of the guide: proofs are found where conflicts gather.
constexpr std::uint64_t follow_conflicts_after = 20;
}  // namespace

Sat::Sat() {
  fresh();
  values_[0] = 1;
  levels_[0] = 0;
}

Atom Sat::fresh() {
  auto atom = static_cast<Atom>(values_.size());
  values_.push_back(0);
  phases_.push_back(-1);
  levels_.push_back(0);
  reasons_.push_back(no_reason);
  groups_.push_back(no_group);
  activity_.push_back(0);
  seen_.push_back(false);
  heap_place_.push_back(no_reason);
  watches_.emplace_back();
  watches_.emplace_back();
  return atom;
}

std::uint32_t Sat::group() {
  members_.emplace_back();
  return static_cast<std::uint32_t>(members_.size() - 1);
}

void Sat::join(std::uint32_t group, Atom atom) {
  back_to(0);
  for (Atom member : members_[group])
    if (value(lit(member)) == 1) clause({denied(lit(atom))});
  groups_[atom] = group;
  members_[group].push_back(atom);
}

std::uint32_t Sat::store(std::span<const Lit> literals) {
  auto at = static_cast<std::uint32_t>(clauses_.size());
  clauses_.push_back(static_cast<std::uint32_t>(literals.size()));
  clauses_.insert(clauses_.end(), literals.begin(), literals.end());
  return at;
}

void Sat::watch(std::uint32_t at) {
  std::uint32_t of = clauses_[at] == 2 ? at | of_two : at;
  watches_[clauses_[at + 1]].push_back({of, clauses_[at + 2]});
  watches_[clauses_[at + 2]].push_back({of, clauses_[at + 1]});
}

void Sat::clause(std::span<const Lit> literals) {
  back_to(0);
  std::vector<Lit>& kept = kept_;
  kept.clear();
  for (Lit l : literals) {
    if (value(l) == 1 || std::find(kept.begin(), kept.end(), denied(l)) != kept.end()) return;
    if (value(l) == 0 && std::find(kept.begin(), kept.end(), l) == kept.end()) kept.push_back(l);
  }
  if (kept.empty())
    possible_ = false;
  else if (kept.size() == 1)
    assign(kept[0], no_reason);
  else
    watch(store(kept));
}

void Sat::assign(Lit l, std::uint32_t reason) {
  Atom atom = atom_of(l);
  values_[atom] = (l & 1) ? -1 : 1;
  levels_[atom] = level();
  reasons_[atom] = reason;
  trail_.push_back(l);
}

void Sat::back_to(std::uint32_t to) {
  if (level() <= to) return;
  for (std::size_t i = trail_.size(); i-- > level_starts_[to];) {
    Atom atom = atom_of(trail_[i]);
    phases_[atom] = values_[atom];
    values_[atom] = 0;
    if (activity_[atom] > 0) heap_insert(atom);
  }
  trail_.resize(level_starts_[to]);
  level_starts_.resize(to);
  done_ = std::min(done_, trail_.size());
  if (guide_) guide_->back_to(to);
}

bool Sat::propagate() {
  while (done_ < trail_.size()) {
    Lit l = trail_[done_++];
    if (!propagate_group(l) || !propagate_watches(denied(l))) return false;
  }
  return true;
}

bool Sat::propagate_group(Lit l) {
  if ((l & 1) || groups_[atom_of(l)] == no_group) return true;
  for (Atom other : members_[groups_[atom_of(l)]]) {
    if (other == atom_of(l) || values_[other] < 0) continue;
    if (values_[other] > 0) {
      conflict_ = {denied(l), denied(lit(other))};
      return false;
    }
    assign(denied(lit(other)), by_group | l);
  }
  return true;
}

bool Sat::propagate_watches(Lit gone) {
  auto& list = watches_[gone];
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Watch w = list[i];
    if (value(w.other) == 1 || (w.clause & of_two && value(w.other) == 0)) {
      list[kept++] = w;
      if (value(w.other) == 0) assign(w.other, w.clause & ~of_two);
      continue;
    }
    w.clause &= ~of_two;
    Lit* literals = &clauses_[w.clause + 1];
    std::uint32_t size = clauses_[w.clause];
    if (literals[0] == gone) std::swap(literals[0], literals[1]);
    std::uint32_t next = 2;
    if (value(literals[0]) != 1)
      while (next < size && value(literals[next]) == -1) ++next;
    if (value(literals[0]) != 1 && next < size) {
      std::swap(literals[1], literals[next]);
      watches_[literals[1]].push_back({w.clause, literals[0]});
      continue;
    }
    list[kept++] = {size == 2 ? w.clause | of_two : w.clause, literals[0]};
    if (value(literals[0]) == 1) continue;
    if (value(literals[0]) == -1) {
      conflict_.assign(literals, literals + size);
      while (++i < list.size()) list[kept++] = list[i];
      list.resize(kept);
      return false;
    }
    assign(literals[0], w.clause);
  }
  list.resize(kept);
  return true;
}

template <class Each>
bool Sat::each_reason(Lit l, Each each) const {
  std::uint32_t reason = reasons_[atom_of(l)];
  if (reason & by_group) return each(denied(reason & ~by_group));
  for (std::uint32_t i = 1; i <= clauses_[reason]; ++i)
    if (atom_of(clauses_[reason + i]) != atom_of(l) && !each(clauses_[reason + i])) return false;
  return true;
}

void Sat::mark(Lit l, std::uint32_t& open) {
  Atom atom = atom_of(l);
  if (seen_[atom] || levels_[atom] == 0) return;
  seen_[atom] = true;
  bump(atom);
  if (levels_[atom] == level())
    ++open;
  else
    learned_.push_back(l);
}

bool Sat::implied_by_marked(Lit l) const {
  if (reasons_[atom_of(l)] == no_reason) return false;
  return each_reason(
      l, [&](Lit other) { return seen_[atom_of(other)] || levels_[atom_of(other)] == 0; });
}

// From conflict_ to the first clause that turns at one literal of this level; returns the level to go back to.
std::uint32_t Sat::analyse() {
  learned_.assign(1, 0);
  std::uint32_t open = 0;
  for (Lit l : conflict_) mark(l, open);
  std::size_t at = trail_.size();
  Lit turn = 0;
  for (;;) {
    while (!seen_[atom_of(trail_[--at])]) {
    }
    turn = trail_[at];
    if (--open == 0) break;
    each_reason(turn, [&](Lit other) { return mark(other, open), true; });
    // An atom of this level that has been resolved away stays marked only for the sweep below.
  }
  learned_[0] = denied(turn);
  std::vector<Lit> marked = learned_;
  std::size_t kept = 1;
  for (std::size_t i = 1; i < learned_.size(); ++i)
    if (!implied_by_marked(learned_[i])) learned_[kept++] = learned_[i];
  learned_.resize(kept);
  for (Lit l : marked) seen_[atom_of(l)] = false;
  for (std::size_t i = at; i < trail_.size(); ++i) seen_[atom_of(trail_[i])] = false;
  std::uint32_t back = 0;
  for (std::size_t i = 1; i < learned_.size(); ++i)
    if (levels_[atom_of(learned_[i])] > back) {
      back = levels_[atom_of(learned_[i])];
      std::swap(learned_[1], learned_[i]);
    }
  return back;
}

bool Sat::learn() {
  if (level() == 0) return refute();
  back_to(analyse());
  if (learned_.size() == 1) {
    assign(learned_[0], no_reason);
  } else {
    std::uint32_t at = store(learned_);
    watch(at);
    assign(learned_[0], at);
  }
  bump_ *= 1.0 / 0.95;
  return true;
}

bool Sat::refute() { return possible_ = false; }

void Sat::bump(Atom atom) {
  activity_[atom] += bump_;
  if (activity_[atom] > 1e100) {
    for (double& a : activity_) a *= 1e-100;
    bump_ *= 1e-100;
  }
  if (heap_place_[atom] != no_reason) heap_up(heap_place_[atom]);
}

void Sat::decide(Lit l) {
  guide_->level_opened();
  level_starts_.push_back(trail_.size());
  if (value(l) == 0) assign(l, no_reason);
}

Lit Sat::most_active() {
  while (!heap_.empty())
    if (Atom atom = heap_pop(); values_[atom] == 0) return as_last(lit(atom));
  return truth;
}

Found Sat::solve(std::span<const Lit> assumptions, Guide& guide, std::uint64_t most_conflicts) {
  guide_ = nullptr;
  back_to(0);
  guide_ = &guide;
  std::uint64_t next_restart = 100, wait = 100, conflicts = 0;
  while (possible_) {
    if (!propagate()) {
      if (!learn()) return Found::no;
      if (++conflicts == most_conflicts) return Found::gave_up;
      if (conflicts == next_restart) wait += wait / 2, next_restart += wait, back_to(0);
      continue;
    }
    if (level() < assumptions.size()) {
      if (value(assumptions[level()]) == -1) return Found::no;
      decide(assumptions[level()]);
      continue;
    }
    Lit next = conflicts < follow_conflicts_after ? truth : most_active();
    if (next == truth) next = guide.next();
    if (next != truth) {
      decide(next);
      continue;
    }
    conflict_.clear();
    if (guide.consistent(conflict_)) return Found::yes;
    std::uint32_t highest = 0;
    for (Lit& l : conflict_) highest = std::max(highest, levels_[atom_of(l)]), l = denied(l);
    back_to(highest);
    if (!learn()) return Found::no;
  }
  return Found::no;
}

void Sat::heap_insert(Atom atom) {
  if (heap_place_[atom] != no_reason) return;
  heap_.push_back(atom);
  heap_place_[atom] = static_cast<std::uint32_t>(heap_.size() - 1);
  heap_up(heap_.size() - 1);
}

void Sat::heap_up(std::size_t at) {
  Atom atom = heap_[at];
  for (; at > 0 && more_active(atom, heap_[(at - 1) / 2]); at = (at - 1) / 2) {
    heap_[at] = heap_[(at - 1) / 2];
    heap_place_[heap_[at]] = static_cast<std::uint32_t>(at);
  }
  heap_[at] = atom;
  heap_place_[atom] = static_cast<std::uint32_t>(at);
}

void Sat::heap_down(std::size_t at) {
  Atom atom = heap_[at];
  for (std::size_t kid = 2 * at + 1; kid < heap_.size(); kid = 2 * at + 1) {
    if (kid + 1 < heap_.size() && more_active(heap_[kid + 1], heap_[kid])) ++kid;
    if (!more_active(heap_[kid], atom)) break;
    heap_[at] = heap_[kid];
    heap_place_[heap_[at]] = static_cast<std::uint32_t>(at);
    at = kid;
  }
  heap_[at] = atom;
  heap_place_[atom] = static_cast<std::uint32_t>(at);
}

Atom Sat::heap_pop() {
  Atom top = heap_[0], last = heap_.back();
  heap_place_[top] = no_reason;
  heap_.pop_back();
  if (!heap_.empty()) {
    heap_[0] = last;
    heap_down(0);
  }
  return top;
}

}  // namespace comity::exact
