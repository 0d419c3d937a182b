#include "exact/search.h"

#include <algorithm>
#include <numeric>

namespace comity::exact {

using ir::Ref;

Exact::Search::Search(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law,
                      Ref constraints)
    : graph_(graph),
      inputs_(inputs),
      law_(law),
      constraints_(constraints),
      circuit_(sat_),
      atoms_(sat_, circuit_, inputs, law),
      from_graph_(graph, circuit_, atoms_),
      twin_(sat_, circuit_, atoms_, inputs),
      justify_(sat_, circuit_, atoms_) {}

void Exact::Search::take_new_variables() {
  if (usual_.size() == inputs_.variables.size()) return;
  if (!atoms_.take_new_variables()) consistent_ = false;
  for (std::size_t v = usual_.size(); v < inputs_.variables.size(); ++v) {
    const interp::Variable& variable = inputs_.variables[v];
    const Domain& domain = atoms_.domain(static_cast<Slot>(v * 2));
    bool ordinary = variable.has_ordinary && domain.has(variable.ordinary);
    usual_.push_back(ordinary ? variable.ordinary : domain.size() ? domain.first() : 0);
  }
  part_of_.resize(usual_.size(), none);
  for (Met& met : models_)
    met.values.insert(met.values.end(), usual_.begin() + std::ptrdiff_t(met.values.size()),
                      usual_.end());
}

// The constraints as conjuncts, gathered into parts that share no variable with one another.
void Exact::Search::take_apart() {
  std::vector<Ref> open{constraints_}, conjuncts;
  std::vector<bool> seen(constraints_ + 1, false);
  while (!open.empty()) {
    Ref ref = open.back();
    open.pop_back();
    if (seen[ref]) continue;
    seen[ref] = true;
    const ir::Cell& cell = graph_[ref];
    if (cell.shape == ir::Shape::both)
      open.push_back(cell.a), open.push_back(cell.b);
    else if (ref != ir::Graph::yes)
      conjuncts.push_back(ref);
  }
  std::vector<std::uint32_t> leader(usual_.size());
  std::iota(leader.begin(), leader.end(), 0u);
  auto find = [&](std::uint32_t v) {
    while (leader[v] != v) v = leader[v] = leader[leader[v]];
    return v;
  };
  std::vector<std::vector<std::uint32_t>> variables;
  std::vector<Lit> literals;
  for (Ref ref : conjuncts) {
    literals.push_back(from_graph_.holds(ref));
    variables.push_back(variables_below(literals.back()));
    for (std::uint32_t v : variables.back()) leader[find(v)] = find(variables.back().front());
  }
  for (std::size_t i = 0; i < conjuncts.size(); ++i) {
    sat_.clause({literals[i]});
    if (variables[i].empty()) continue;
    std::uint32_t top = find(variables[i].front());
    if (part_of_[top] == none)
      part_of_[top] = static_cast<std::uint32_t>(parts_.size()), parts_.emplace_back();
    parts_[part_of_[top]].literals.push_back(literals[i]);
    parts_[part_of_[top]].ties.push_back(variables[i]);
  }
  for (std::uint32_t v = 0; v < leader.size(); ++v) {
    part_of_[v] = part_of_[find(v)];
    if (part_of_[v] != none) parts_[part_of_[v]].variables.push_back(v);
  }
}

std::vector<std::uint32_t> Exact::Search::variables_below(Lit l) {
  std::vector<Atom> atoms;
  atoms_below({&l, 1}, atoms);
  std::vector<std::uint32_t> variables;
  for (Atom atom : atoms)
    variables.push_back(atoms_.says(atom).x / 2), variables.push_back(atoms_.says(atom).y / 2);
  std::sort(variables.begin(), variables.end());
  variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
  return variables;
}

bool Exact::Search::consistent() {
  if (!ready_) {
    ready_ = consistent_ = true;
    take_new_variables();
    if (!consistent_) return false;
    take_apart();
    Reach everything;
    for (const Part& part : parts_) {
      everything.constraints.insert(everything.constraints.end(), part.literals.begin(),
                                    part.literals.end());
      everything.variables.insert(everything.variables.end(), part.variables.begin(),
                                  part.variables.end());
    }
    consistent_ = solve({}, everything);
    if (consistent_) usual_ = read_first(everything), meet(usual_);
  }
  take_new_variables();
  return consistent_;
}

// Atoms, in the order of the search; with `all`, gates too, kids first.
void Exact::Search::atoms_below(std::span<const Lit> literals, std::vector<Atom>& atoms,
                                std::vector<Atom>* all) {
  std::vector<bool> seen(circuit_.size(), false);
  std::vector<Atom> open;
  Atom last = 0;
  auto visit = [&](Atom atom) {
    if (!seen[atom]) seen[atom] = true, last = std::max(last, atom), open.push_back(atom);
  };
  for (Lit l : literals) visit(atom_of(l));
  while (!open.empty()) {
    const Gate gate = circuit_[open.back()];
    open.pop_back();
    if (gate.kind != Gate::Kind::atom)
      visit(atom_of(gate.a)), visit(atom_of(gate.b)), visit(atom_of(gate.c));
  }
  for (Atom atom = 0; atom <= last; ++atom) {
    if (!seen[atom]) continue;
    if (all) all->push_back(atom);
    if (atom != 0 && circuit_[atom].kind == Gate::Kind::atom) atoms.push_back(atom);
  }
}

Exact::Search::Reach Exact::Search::reach_of(std::span<const Lit> literals) {
  Reach reach;
  std::vector<Atom> atoms;
  atoms_below(literals, atoms);
  std::vector<bool> reached(usual_.size(), false), in(parts_.size(), false);
  auto touch = [&](std::uint32_t v) {
    if (part_of_[v] != none && !in[part_of_[v]])
      in[part_of_[v]] = true, reach.parts.push_back(part_of_[v]);
    if (!reached[v]) reached[v] = true, reach.variables.push_back(v);
  };
  for (Atom atom : atoms) {
    const Says& says = atoms_.says(atom);
    if (says.kind != Says::Kind::nothing) touch(says.x / 2), touch(says.y / 2);
  }
  for (std::uint32_t p : std::vector(reach.parts)) {
    for (std::uint32_t v : parts_[p].variables) touch(v);
    reach.constraints.insert(reach.constraints.end(), parts_[p].literals.begin(),
                             parts_[p].literals.end());
  }
  return reach;
}

// The constraints hold of the second completion too.
void Exact::Search::reach_twins(Reach& reach) {
  for (std::uint32_t p : reach.parts) {
    Part& part = parts_[p];
    if (part.twins.empty())
      for (Lit l : part.literals) {
        part.twins.push_back(twin_.of(l));
        sat_.clause({part.twins.back()});
      }
    reach.constraints.insert(reach.constraints.end(), part.twins.begin(), part.twins.end());
  }
}

Found Exact::Search::search(std::span<const Lit> assumptions, const Reach& reach,
                            std::uint64_t most_conflicts) {
  std::vector<Lit> required(assumptions.begin(), assumptions.end());
  required.insert(required.end(), reach.constraints.begin(), reach.constraints.end());
  justify_.require(required);
  return sat_.solve(assumptions, justify_, most_conflicts);
}

Completion Exact::Search::read_first(const Reach& reach) {
  Completion completion = usual_;
  atoms_.begin_reading();
  for (std::uint32_t v : reach.variables) completion[v] = atoms_.value_of(v * 2, usual_[v]);
  return completion;
}

Completion Exact::Search::read_second(const Reach& reach, const Completion& first) {
  Completion completion = first;
  for (std::uint32_t v : reach.variables)
    if (sat_.value(twin_.may_differ(inputs_.variables[v].input)) >= 0)
      completion[v] = atoms_.value_of(v * 2 + 1, first[v]);
  return completion;
}

Exact::Search::Model Exact::Search::meet(Completion completion) {
  models_.push_back({std::move(completion), {}});
  return static_cast<Model>(models_.size() - 1);
}

signed char Exact::Search::gate_holds(Atom atom, const Completion& values,
                                      const std::vector<signed char>& holds) const {
  auto is = [&](Lit l) { return (holds[atom_of(l)] ^ static_cast<signed char>(l & 1)) != 0; };
  const Gate& gate = circuit_[atom];
  switch (gate.kind) {
    case Gate::Kind::atom:
      return atom == 0 || atoms_.holds(atoms_.says(atom), values);
    case Gate::Kind::both:
      return is(gate.a) && is(gate.b);
    case Gate::Kind::pick:
      return is(gate.a) ? is(gate.b) : is(gate.c);
    case Gate::Kind::differ:
      return is(gate.a) != is(gate.b);
  }
  return 0;
}

bool Exact::Search::holds(Model model, Lit l) {
  Met& met = models_[model];
  auto from = static_cast<Atom>(met.holds.size());
  if (from <= atom_of(l)) {
    met.holds.resize(circuit_.size(), 0);
    for (Atom atom = from; atom < circuit_.size(); ++atom)
      if (!twin_.belongs(atom)) met.holds[atom] = gate_holds(atom, met.values, met.holds);
  }
  return (met.holds[atom_of(l)] != 0) != ((l & 1) != 0);
}

bool Exact::Search::met(Lit l) {
  for (Model m = 0; m < models_.size(); ++m)
    if (holds(m, l)) return true;
  return false;
}

bool Exact::Search::can_hold(Lit l) {
  if (l == truth || l == falsity) return l == truth;
  auto [at, is_new] = can_hold_.try_emplace(l, true);
  if (!is_new || met(l)) return at->second;
  Reach reach = reach_of({&l, 1});
  at->second = solve({&l, 1}, reach);
  if (at->second) meet(read_first(reach));
  return at->second;
}

std::vector<Value> Exact::Search::possible(Ref root) {
  if (graph_.is_constant(root))
    return consistent() ? std::vector{graph_.value(root)} : std::vector<Value>{};
  if (!consistent()) return {};
  if (auto at = possible_.find(root); at != possible_.end()) return at->second;
  std::vector<Value> ends, values;
  if (!from_graph_.ends_in(root, ends)) {
    values = possible_one_by_one(root);
  } else {
    for (Value value : ends)
      if (can_hold(from_graph_.gives(root, value))) values.push_back(value);
  }
  return possible_[root] = values;
}

// Where the values cannot be listed beforehand: one more completion each time, with a value not met yet.
std::vector<Value> Exact::Search::possible_one_by_one(Ref root) {
  std::vector<Value> values;
  std::vector<Lit> others;
  while (values.size() < most_values) {
    std::vector<Lit> about = others;
    about.push_back(from_graph_.gives(root, graph_.evaluate(root, usual_)));
    Reach reach = reach_of(about);
    if (!solve(others, reach)) break;
    Completion completion = read_first(reach);
    Value value = graph_.evaluate(root, completion);
    meet(std::move(completion));
    values.push_back(value);
    others.push_back(denied(from_graph_.gives(root, value)));
  }
  std::sort(values.begin(), values.end());
  return values;
}

std::optional<Value> Exact::Search::only(Ref root) {
  if (!consistent()) return std::nullopt;
  if (graph_.is_constant(root)) return graph_.value(root);
  Value value = graph_.evaluate(root, usual_);
  if (can_hold(denied(from_graph_.gives(root, value)))) return std::nullopt;
  return value;
}

bool Exact::Search::satisfiable(Ref condition, Completion* witness) {
  if (!consistent()) return false;
  Lit l = from_graph_.holds(condition);
  if (!can_hold(l)) return false;
  for (Model m = 0; witness && m < models_.size(); ++m)
    if (holds(m, l)) {
      *witness = models_[m].values;
      break;
    }
  return true;
}

}  // namespace comity::exact
