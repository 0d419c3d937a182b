#include "exact/atoms.h"

#include <algorithm>

namespace comity::exact {

Atoms::Atoms(Sat& sat, Circuit& circuit, const interp::Inputs& inputs, const ir::Law& law)
    : sat_(sat), circuit_(circuit), inputs_(inputs), law_(law) {}

bool Atoms::take_new_variables() {
  bool all = true;
  for (std::size_t v = domains_.size(); v < inputs_.variables.size(); ++v) {
    const interp::Variable& variable = inputs_.variables[v];
    Domain domain = domain_of(variable, law_);
    Sort sort = Sort::few;
    if (domain.size() == 0)
      all = false;
    else if (domain.size() == 1)
      sort = Sort::fixed;
    else if (variable.type == ir::Base::yes_no && domain.first() == 0 && domain.last() == 1)
      sort = Sort::yes_no;
    else if (variable.type == ir::Base::day || variable.type == ir::Base::integer ||
             domain.size() > 4096)
      sort = Sort::ordered;
    domains_.push_back(std::move(domain));
    sorts_.push_back(sort);
  }
  std::size_t slots = domains_.size() * 2;
  truths_.resize(slots, unmade);
  is_.resize(slots);
  made_.resize(slots);
  groups_.resize(slots, unmade);
  bounds_.resize(slots);
  families_.resize(slots, unmade);
  return all;
}

Lit Atoms::make(const Says& says) {
  Lit l = circuit_.atom();
  if (says_.size() <= atom_of(l)) says_.resize(atom_of(l) + 1);
  says_[atom_of(l)] = says;
  return l;
}

Lit Atoms::is_true(Slot slot) {
  if (truths_[slot] == unmade)
    truths_[slot] = make({Says::Kind::is_true, slot, slot, 1, unshifted, unshifted});
  return truths_[slot];
}

// ---- choices and places

Lit Atoms::known(Slot slot, Value value) const {
  const Domain& d = domain(slot);
  if (!d.has(value)) return falsity;
  if (d.size() == 1) return truth;
  return is_[slot].empty() ? unmade : is_[slot][d.index_not_below(value)];
}

Lit Atoms::is(Slot slot, Value value) {
  Lit l = known(slot, value);
  if (l != unmade) return l;
  if (families_[slot] == unmade)
    make_is(slot, value);
  else
    speak_of(family_[families_[slot]], value);
  return known(slot, value);
}

void Atoms::make_is(Slot slot, Value value) {
  const Domain& d = domain(slot);
  if (is_[slot].empty()) is_[slot].assign(d.size(), unmade), groups_[slot] = sat_.group();
  Lit l = make({Says::Kind::is, slot, slot, value, unshifted, unshifted});
  is_[slot][d.index_not_below(value)] = l;
  sat_.join(groups_[slot], atom_of(l));
  made_[slot].push_back({value, l});
  if (made_[slot].size() == d.size()) sat_.clause(is_[slot]);
}

// Every member of a family has an atom for each value that any of them is compared with.
void Atoms::speak_of(Family& family, Value value) {
  family.spoken_of.insert(value);
  for (Slot slot : family.slots)
    if (known(slot, value) == unmade) make_is(slot, value);
  tie(family, value);
  leave_room(family);
}

void Atoms::tie(Family& family, Value value) {
  for (std::uint32_t s : family.sames) {
    if (!tied_.insert({s, value}).second) continue;
    const Same& same = sames_[s];
    Lit x = known(same.x, value), y = known(same.y, value);
    sat_.clause({denied(same.lit), denied(x), y});
    sat_.clause({denied(same.lit), denied(y), x});
    sat_.clause({denied(x), denied(y), same.lit});
  }
}

// Values nobody speaks of stand for one another as long as there are enough for all members to differ; once there are
// not, every value is spoken of. Listed domains have no such values.
void Atoms::leave_room(Family& family) {
  bool alike = true;
  std::size_t room = static_cast<std::size_t>(-1);
  const Domain& first = domain(family.slots.front());
  for (Slot slot : family.slots) {
    const Domain& d = domain(slot);
    alike &= d.low == first.low && d.high == first.high && d.listed == first.listed;
    room = std::min(room, d.size() - made_[slot].size());
  }
  if (alike && room >= family.slots.size()) return;
  for (Slot slot : std::vector(family.slots))
    for (std::size_t i = 0; i < domain(slot).size(); ++i)
      if (Value value = domain(slot).at(i); family.spoken_of.insert(value).second) {
        for (Slot member : family.slots)
          if (known(member, value) == unmade) make_is(member, value);
        tie(family, value);
      }
}

std::uint32_t Atoms::family(Slot slot) {
  if (families_[slot] == unmade) {
    families_[slot] = static_cast<std::uint32_t>(family_.size());
    Family& made = family_.emplace_back();
    made.slots = {slot};
    for (auto [value, unused] : made_[slot]) made.spoken_of.insert(value);
  }
  return families_[slot];
}

Lit Atoms::same(Slot x, Slot y) {
  if (x == y) return truth;
  if (x > y) std::swap(x, y);
  auto [at, is_new] = same_.try_emplace({x, y}, unmade);
  if (!is_new) return at->second;
  Lit l = at->second = make({Says::Kind::same, x, y, 0, unshifted, unshifted});
  std::uint32_t into = family(x), from = family(y);
  if (into != from) {
    Family gone = std::move(family_[from]);
    family_[from] = {};
    Family& kept = family_[into];
    for (Slot slot : gone.slots) families_[slot] = into, kept.slots.push_back(slot);
    kept.sames.insert(kept.sames.end(), gone.sames.begin(), gone.sames.end());
    kept.spoken_of.insert(gone.spoken_of.begin(), gone.spoken_of.end());
  }
  Family& family = family_[into];
  family.sames.push_back(static_cast<std::uint32_t>(sames_.size()));
  sames_.push_back({l, x, y});
  for (Value value : family.spoken_of) {
    for (Slot slot : family.slots)
      if (known(slot, value) == unmade) make_is(slot, value);
    tie(family, value);
  }
  leave_room(family);
  return l;
}

// ---- days and numbers

Lit Atoms::below(Slot slot, Value bound) {
  const Domain& d = domain(slot);
  std::size_t index = d.index_not_below(bound);
  if (index == 0) return falsity;
  if (index == d.size()) return truth;
  auto& bounds = bounds_[slot];
  auto at = std::lower_bound(bounds.begin(), bounds.end(), std::pair(index, Lit{0}));
  if (at != bounds.end() && at->first == index) return at->second;
  Lit l = make({Says::Kind::below, slot, slot, d.at(index), unshifted, unshifted});
  if (at != bounds.end()) sat_.clause({denied(l), at->second});
  if (at != bounds.begin()) sat_.clause({denied(std::prev(at)->second), l});
  bounds.insert(at, {index, l});
  return l;
}

Lit Atoms::before(Slot x, Chain f, Slot y, Chain g) {
  auto [at, is_new] = before_.try_emplace({x, f, y, g}, unmade);
  if (is_new) {
    at->second = make({Says::Kind::before, x, y, 0, f, g});
    orders_.add({at->second, x, y, f, g});
  }
  return at->second;
}

Lit Atoms::alike(Slot slot) {
  Slot first = slot & ~1u, second = slot | 1u;
  switch (sort(slot)) {
    case Sort::fixed:
      return truth;
    case Sort::yes_no: {
      const Lit right = is_true(second);
      return denied(circuit_.differ(is_true(first), right));
    }
    case Sort::few:
      return same(first, second);
    case Sort::ordered: {
      const Lit after = before(second, unshifted, first, unshifted);
      return circuit_.both(denied(before(first, unshifted, second, unshifted)), denied(after));
    }
  }
  return truth;
}

bool Atoms::holds(const Says& says, const std::vector<Value>& completion) const {
  Value x = completion[says.x / 2], y = completion[says.y / 2];
  switch (says.kind) {
    case Says::Kind::nothing:
      return false;
    case Says::Kind::is_true:
      return x != 0;
    case Says::Kind::is:
      return x == says.value;
    case Says::Kind::below:
      return x < says.value;
    case Says::Kind::same:
      return x == y;
    case Says::Kind::before:
      return shifts_.apply(says.f, x) < shifts_.apply(says.g, y);
  }
  return false;
}

// ---- whether it can be so, and how

// Where no value is left unspoken, slots that are compared need a value each, for sameness to show.
Lit Atoms::undecided() const {
  for (const Same& s : sames_) {
    if (sat_.value(s.lit) == 0) continue;
    for (Slot slot : {s.x, s.y}) {
      if (has_unspoken(slot)) continue;
      Lit open = truth;
      for (auto [unused, l] : made_[slot]) {
        int value = sat_.value(l);
        if (value == 0 && open == truth) open = l;
        if (value > 0) {
          open = truth;
          break;
        }
      }
      if (open != truth) return open;
    }
  }
  return truth;
}

Range Atoms::range_of(Slot slot) const {
  Range range{0, domain(slot).size() - 1, truth, truth};
  for (auto [index, l] : bounds_[slot]) {
    int value = sat_.value(l);
    if (value < 0) range.low = index, range.low_because = denied(l);
    if (value > 0) {
      range.high = index - 1, range.high_because = l;
      break;
    }
  }
  return range;
}

bool Atoms::consistent(std::vector<Lit>& conflict) {
  return sameness_consistent(conflict) &&
         orders_.consistent(
             sat_, shifts_, [this](Slot slot) { return range_of(slot); },
             [this](Slot slot) -> const Domain& { return domain(slot); }, conflict);
}

// Sameness carries over: what is the same as the same is the same.
bool Atoms::sameness_consistent(std::vector<Lit>& conflict) {
  if (sames_.empty()) return true;
  struct Link {
    Slot to;
    Lit because;
  };
  std::map<Slot, std::vector<Link>> links;
  for (const Same& s : sames_)
    if (sat_.value(s.lit) > 0)
      links[s.x].push_back({s.y, s.lit}), links[s.y].push_back({s.x, s.lit});
  class_of_.assign(families_.size(), unmade);
  for (const Same& s : sames_)
    if (sat_.value(s.lit) < 0) links[s.x], links[s.y];
  std::map<Slot, Link> came_from;
  for (auto& [root, unused] : links) {
    if (class_of_[root] != unmade) continue;
    std::vector<Slot> open{root};
    class_of_[root] = root;
    for (std::size_t i = 0; i < open.size(); ++i)
      for (const Link& link : links[open[i]])
        if (class_of_[link.to] == unmade) {
          class_of_[link.to] = root;
          came_from[link.to] = {open[i], link.because};
          open.push_back(link.to);
        }
  }
  for (const Same& s : sames_) {
    if (sat_.value(s.lit) >= 0 || class_of_[s.x] == unmade || class_of_[s.x] != class_of_[s.y])
      continue;
    conflict.push_back(denied(s.lit));
    for (Slot end : {s.x, s.y})
      for (auto at = came_from.find(end); at != came_from.end(); at = came_from.find(at->second.to))
        conflict.push_back(at->second.because);
    return false;
  }
  return true;
}

void Atoms::begin_reading() { stands_for_.clear(); }

Value Atoms::choice_of(Slot slot, Value usual) {
  const Domain& d = domain(slot);
  if (is_[slot].empty() && families_[slot] == unmade) return usual;
  for (auto [value, l] : made_[slot])
    if (sat_.value(l) > 0) return value;
  bool compared = slot < class_of_.size() && class_of_[slot] != unmade;
  if (compared && has_unspoken(slot)) {
    std::uint32_t own = class_of_[slot];
    auto [at, is_new] = stands_for_.try_emplace({families_[slot], own}, 0);
    if (!is_new) return at->second;
    std::set<Value> taken;
    for (auto& [whose, value] : stands_for_)
      if (whose.first == families_[slot] && whose.second != own) taken.insert(value);
    for (std::size_t i = 0; i < d.size(); ++i)
      if ((is_[slot].empty() || is_[slot][i] == unmade) && !taken.count(d.at(i)))
        return at->second = d.at(i);
  }
  auto free = [&](std::size_t i) {
    return is_[slot].empty() || is_[slot][i] == unmade || sat_.value(is_[slot][i]) == 0;
  };
  if (free(d.index_not_below(usual))) return usual;
  for (std::size_t i = 0; i < d.size(); ++i)
    if (free(i)) return d.at(i);
  return usual;
}

Value Atoms::value_of(Slot slot, Value usual) {
  switch (sort(slot)) {
    case Sort::fixed:
      return domain(slot).first();
    case Sort::yes_no: {
      int value = truths_[slot] == unmade ? 0 : sat_.value(truths_[slot]);
      return value == 0 ? usual : value > 0;
    }
    case Sort::few:
      return choice_of(slot, usual);
    case Sort::ordered: {
      if (const std::size_t* least = orders_.least(slot)) return domain(slot).at(*least);
      Range range = range_of(slot);
      std::size_t index = domain(slot).index_not_below(usual);
      return range.low <= index && index <= range.high ? usual : domain(slot).at(range.low);
    }
  }
  return usual;
}

}  // namespace comity::exact
