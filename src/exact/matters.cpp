// Which inputs matter (S6): those in some minimal set such that two completions differing on it alone differ in root.
// First all inputs that do so alone: two completions that differ at all are walked from one to the other an input at a
// time, and the step at which root changes names one. Where constraints bar the walk, inputs are tried one by one, and
// then together, but only those tied by constraints: a set that falls into two untied halves is never minimal, since
// root would change when one half has moved and the other not yet.
#include <algorithm>
#include <bit>
#include <numeric>

#include "exact/search.h"

namespace comity::exact {

using Set = std::vector<std::uint32_t>;

namespace {
constexpr std::size_t most_tied = 16;
constexpr std::uint64_t patience = 2000;  // conflicts

bool contains(const Set& set, std::uint32_t element) {
  return std::find(set.begin(), set.end(), element) != set.end();
}
}  // namespace

Exact::Search::Difference Exact::Search::difference(ir::Ref root,
                                                    const std::vector<Value>& values) {
  Difference question;
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    question.outcomes.push_back(from_graph_.gives(root, values[i]));
    question.differs = circuit_.either(question.differs, twin_.differs(question.outcomes.back()));
  }
  question.reach = reach_of(question.outcomes);
  reach_twins(question.reach);
  for (std::uint32_t v : question.reach.variables)
    question.inputs.push_back(inputs_.variables[v].input);
  std::sort(question.inputs.begin(), question.inputs.end());
  question.inputs.erase(std::unique(question.inputs.begin(), question.inputs.end()),
                        question.inputs.end());
  std::vector<Lit> own = question.outcomes;
  for (std::uint32_t p : question.reach.parts)
    own.insert(own.end(), parts_[p].literals.begin(), parts_[p].literals.end());
  std::vector<Atom> atoms;
  atoms_below(own, atoms, &question.own);
  return question;
}

bool Exact::Search::told_apart(const Difference& question, Pair pair) {
  for (Lit l : question.outcomes)
    if (holds(pair.first, l) != holds(pair.second, l)) return true;
  return false;
}

// Two completions that differ on these inputs alone and in root.
Found Exact::Search::try_on(Difference& question, const Set& inputs, Pair* found,
                            std::uint64_t most_conflicts) {
  std::vector<Lit> assumptions;
  for (std::uint32_t input : question.inputs)
    if (!contains(inputs, input)) assumptions.push_back(denied(twin_.may_differ(input)));
  assumptions.push_back(question.differs);
  Found result = search(assumptions, question.reach, most_conflicts);
  if (result != Found::yes) return result;
  Completion first = read_first(question.reach), second = read_second(question.reach, first);
  *found = {meet(std::move(first)), meet(std::move(second))};
  return result;
}

Set Exact::Search::differing(Pair pair) const {
  const Completion& a = models_[pair.first].values;
  const Completion& b = models_[pair.second].values;
  Set inputs;
  for (std::size_t v = 0; v < a.size(); ++v)
    if (a[v] != b[v]) inputs.push_back(inputs_.variables[v].input);
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return inputs;
}

void Exact::Search::exchange(Completion& into, const Completion& from, std::uint32_t input) const {
  for (std::size_t v = 0; v < into.size(); ++v)
    if (inputs_.variables[v].input == input) into[v] = from[v];
}

bool Exact::Search::satisfied(const Difference& question, const Completion& completion,
                              std::vector<bool>& outcome) const {
  std::vector<signed char> now(circuit_.size(), 0);
  for (Atom atom : question.own) now[atom] = gate_holds(atom, completion, now);
  auto is = [&](Lit l) { return (now[atom_of(l)] != 0) != ((l & 1) != 0); };
  outcome.clear();
  for (Lit l : question.outcomes) outcome.push_back(is(l));
  for (std::uint32_t p : question.reach.parts)
    for (Lit l : parts_[p].literals)
      if (!is(l)) return false;
  return true;
}

// From one completion to the other, an input at a time where the constraints allow it. Whether some step changed root.
bool Exact::Search::walk(const Difference& question, Pair pair, std::vector<bool>& matter) {
  Completion at = models_[pair.first].values;
  const Completion end = models_[pair.second].values;
  Set left = differing(pair);
  if (left.size() == 1) {
    pairs_[left[0]].push_back(pair);
    return matter[left[0]] = true;
  }
  std::vector<bool> here, there;
  satisfied(question, at, here);
  bool found = false;
  for (bool moved = true; moved && !left.empty();) {
    moved = false;
    for (std::uint32_t input : Set(left)) {
      Completion next = at;
      exchange(next, end, input);
      if (!satisfied(question, next, there)) continue;
      if (there != here) {
        found = matter[input] = true;
        pairs_[input].push_back({meet(at), meet(next)});
      }
      at = std::move(next);
      here = there;
      left.erase(std::find(left.begin(), left.end(), input));
      moved = true;
    }
  }
  return found;
}

// Inputs that two completions met before already show to matter.
void Exact::Search::from_pairs(const Difference& question, Set& rest, std::vector<bool>& matter) {
  for (std::uint32_t input : rest)
    for (std::size_t i = 0; i < pairs_[input].size() && !matter[input]; ++i)
      if (told_apart(question, pairs_[input][i])) matter[input] = true;
  std::erase_if(rest, [&](std::uint32_t input) { return matter[input]; });
}

// Whether all that is left was shown not to matter; false when constraints bar the way, or when it takes long: that no
// input matters is often easier to see of each than of all at once.
bool Exact::Search::together(Difference& question, Set& rest, std::vector<bool>& matter) {
  Pair pair{};
  while (!rest.empty()) {
    Found differ = try_on(question, rest, &pair, patience);
    if (differ == Found::no) return true;
    if (differ == Found::gave_up) return false;
    bool found = walk(question, pair, matter);
    std::erase_if(rest, [&](std::uint32_t input) { return matter[input]; });
    if (!found) return false;
  }
  return true;
}

void Exact::Search::single_inputs(Difference& question, Set& rest, std::vector<bool>& matter) {
  Pair pair{};
  for (std::uint32_t input : rest)
    if (differ_on(question, {input}, &pair)) matter[input] = true, pairs_[input].push_back(pair);
  std::erase_if(rest, [&](std::uint32_t input) { return matter[input]; });
}

// The inputs of `rest` gathered by the constraints they share.
std::vector<Set> Exact::Search::tied_together(const Difference& question, const Set& rest) const {
  std::vector<std::uint32_t> leader(inputs_.inputs.size());
  std::iota(leader.begin(), leader.end(), 0u);
  auto find = [&](std::uint32_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return i;
  };
  for (std::uint32_t p : question.reach.parts)
    for (const auto& tie : parts_[p].ties) {
      std::uint32_t first = none;
      for (std::uint32_t v : tie) {
        std::uint32_t input = inputs_.variables[v].input;
        if (!contains(rest, input)) continue;
        if (first == none)
          first = input;
        else
          leader[find(input)] = find(first);
      }
    }
  std::map<std::uint32_t, Set> by_leader;
  for (std::uint32_t input : rest) by_leader[find(input)].push_back(input);
  std::vector<Set> found;
  for (auto& [unused, set] : by_leader)
    if (set.size() > 1) found.push_back(std::move(set));
  return found;
}

// A minimal set within these inputs, which together make a difference; `keep` is given up last.
Set Exact::Search::shrink(Difference& question, Set inputs, std::uint32_t keep) {
  Set order = inputs;
  std::stable_partition(order.begin(), order.end(),
                        [&](std::uint32_t input) { return input != keep; });
  Pair pair{};
  for (std::uint32_t input : order) {
    if (!contains(inputs, input)) continue;
    Set without = inputs;
    std::erase(without, input);
    if (!differ_on(question, without, &pair)) continue;
    Set differ = differing(pair);
    inputs.clear();
    for (std::uint32_t kept : without)
      if (contains(differ, kept)) inputs.push_back(kept);
  }
  return inputs;
}

void Exact::Search::larger_sets(Difference& question, const Set& rest, std::vector<bool>& matter) {
  Pair pair{};
  for (const Set& tied : tied_together(question, rest)) {
    if (!differ_on(question, tied, &pair)) continue;
    if (tied.size() <= most_tied) {
      every_minimal_set(question, tied, matter);
      continue;
    }
    for (std::uint32_t input : tied)
      if (!matter[input])
        for (std::uint32_t member : shrink(question, tied, input)) matter[member] = true;
  }
}

// Goes through the sets not yet known to hold a minimal set or to make no difference, largest first.
void Exact::Search::every_minimal_set(Difference& question, const Set& tied,
                                      std::vector<bool>& matter) {
  std::size_t all = std::size_t{1} << tied.size();
  std::vector<bool> open(all, true);
  Pair pair{};
  for (;;) {
    std::size_t undecided = 0, seed = 0;
    for (std::size_t i = 0; i < tied.size(); ++i)
      if (!matter[tied[i]]) undecided |= std::size_t{1} << i;
    for (std::size_t set = 1; set < all; ++set)
      if (open[set] && (set & undecided) && std::popcount(set) > std::popcount(seed)) seed = set;
    if (seed == 0) return;
    Set inputs;
    for (std::size_t i = 0; i < tied.size(); ++i)
      if (seed >> i & 1) inputs.push_back(tied[i]);
    if (!differ_on(question, inputs, &pair)) {
      for (std::size_t set = 0; set < all; ++set)
        if ((set & ~seed) == 0) open[set] = false;
      continue;
    }
    std::size_t minimal = 0;
    Set found = shrink(question, inputs, inputs.front());
    for (std::size_t i = 0; i < tied.size(); ++i)
      if (contains(found, tied[i])) minimal |= std::size_t{1} << i, matter[tied[i]] = true;
    for (std::size_t set = 0; set < all; ++set)
      if ((set & minimal) == minimal) open[set] = false;
  }
}

Set Exact::Search::matters(ir::Ref root) {
  std::vector<Value> values = possible(root);
  if (values.size() < 2) return {};
  Difference question = difference(root, values);
  pairs_.resize(inputs_.inputs.size());
  std::vector<bool> matter(inputs_.inputs.size(), false);
  Set rest = question.inputs;
  from_pairs(question, rest, matter);
  if (!together(question, rest, matter)) {
    single_inputs(question, rest, matter);
    larger_sets(question, rest, matter);
  }
  Set found;
  for (std::uint32_t input = 0; input < matter.size(); ++input)
    if (matter[input]) found.push_back(input);
  return found;
}

}  // namespace comity::exact
