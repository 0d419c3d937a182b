#include "exact/from_graph.h"

#include <algorithm>

namespace comity::exact {

using ir::Cell;
using ir::Ref;
using ir::Shape;

namespace {

Shift shift_of(const Cell& cell) {
  return {static_cast<int>(cell.b), static_cast<base::Unit>(cell.c & 255),
          static_cast<base::Rounding>(cell.c >> 8)};
}

bool passes(bool equal, Value a, Value b) { return equal ? a == b : a < b; }

int kids_of(const Cell& cell, Ref (&kids)[3]) {
  kids[0] = cell.a, kids[1] = cell.b, kids[2] = cell.c;
  return ir::operands(cell.shape);
}

}  // namespace

FromGraph::FromGraph(const ir::Graph& graph, Circuit& circuit, Atoms& atoms)
    : graph_(graph), circuit_(circuit), atoms_(atoms) {}

// Translates the truths below root that are not yet, kids first: kids have smaller numbers.
void FromGraph::translate_below(Ref root) {
  if (literal_.size() <= root)
    literal_.resize(graph_.size(), untold), is_truth_.resize(graph_.size(), -1);
  if (literal_[root] != untold) return;
  std::vector<bool> below(root + 1, false);
  below[root] = true;
  for (Ref ref = root + 1; ref-- > 0;) {
    if (!below[ref]) continue;
    Ref kids[3];
    int n = kids_of(graph_[ref], kids);
    for (int i = 0; i < n; ++i)
      if (literal_[kids[i]] == untold) below[kids[i]] = true;
  }
  for (Ref ref = 0; ref <= root; ++ref)
    if (below[ref] && is_truth(ref)) literal_[ref] = translate(ref);
}

Lit FromGraph::holds(Ref condition) {
  if (graph_.is_constant(condition)) return truth_of(graph_.value(condition) != 0);
  translate_below(condition);
  if (is_truth(condition)) return literal_[condition];
  return denied(gives(condition, 0));
}

Lit FromGraph::gives(Ref root, Value value) {
  translate_below(root);
  if (is_truth(root)) return value == 1 ? holds(root) : value == 0 ? denied(holds(root)) : falsity;
  Taken constant{Taken::Kind::constant, value, 0, unshifted, truth, 0, 0};
  std::uint64_t key = std::uint64_t{1} << 63 | static_cast<std::uint32_t>(value);
  auto [at, is_new] = term_of_.try_emplace(key, static_cast<Term>(terms_.size()));
  if (is_new) terms_.push_back(constant);
  Term wanted = at->second;
  return test(Test::equal, term(root, unshifted), wanted);
}

bool FromGraph::is_truth(Ref ref) {
  if (is_truth_[ref] < 0) is_truth_[ref] = looks_like_truth(ref);
  return is_truth_[ref] > 0;
}

bool FromGraph::looks_like_truth(Ref ref) {
  const Cell& cell = graph_[ref];
  auto fits = [&](Ref kid) {
    return graph_.is_constant(kid) ? graph_.value(kid) == 0 || graph_.value(kid) == 1
                                   : is_truth(kid);
  };
  switch (cell.shape) {
    case Shape::constant:
    case Shape::shift:
      return false;
    case Shape::variable:
      return atoms_.sort(cell.a * 2) == Sort::yes_no;
    case Shape::negation:
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
      return true;
    case Shape::choose:
      return fits(cell.b) && fits(cell.c);
    case Shape::larger:
    case Shape::smaller:
      return fits(cell.a) && fits(cell.b);
  }
  return false;
}

Lit FromGraph::translate(Ref ref) {
  const Cell cell = graph_[ref];
  switch (cell.shape) {
    case Shape::constant:
    case Shape::shift:
      return untold;
    case Shape::variable:
      return atoms_.is_true(cell.a * 2);
    case Shape::negation:
      return denied(holds(cell.a));
    case Shape::both:
    case Shape::smaller:
      return circuit_.both(holds(cell.a), holds(cell.b));
    case Shape::either:
    case Shape::larger:
      return circuit_.either(holds(cell.a), holds(cell.b));
    case Shape::equal:
      return test(Test::equal, term(cell.a, unshifted), term(cell.b, unshifted));
    case Shape::before:
      return test(Test::before, term(cell.a, unshifted), term(cell.b, unshifted));
    case Shape::choose: {
      Lit condition = holds(cell.a), then = holds(cell.b), otherwise = holds(cell.c);
      return circuit_.pick(condition, then, otherwise);
    }
  }
  return untold;
}

FromGraph::Term FromGraph::term(Ref ref, Chain chain) {
  std::uint64_t key = std::uint64_t{chain} << 32 | ref;
  if (auto at = term_of_.find(key); at != term_of_.end()) return at->second;
  Taken taken = take(ref, chain);
  terms_.push_back(taken);
  return term_of_[key] = static_cast<Term>(terms_.size() - 1);
}

FromGraph::Taken FromGraph::take(Ref ref, Chain chain) {
  const Cell cell = graph_[ref];
  auto constant = [&](Value value) {
    return Taken{
        Taken::Kind::constant, atoms_.shifts().apply(chain, value), 0, unshifted, truth, 0, 0};
  };
  auto split = [&](Lit condition, Ref then, Ref otherwise) {
    Term yes = term(then, chain), no = term(otherwise, chain);
    return Taken{Taken::Kind::split, 0, 0, unshifted, condition, yes, no};
  };
  if (cell.shape == Shape::constant) return constant(graph_.value(ref));
  if (is_truth(ref)) return split(holds(ref), ir::Graph::yes, ir::Graph::no);
  switch (cell.shape) {
    case Shape::shift:
      return terms_[term(cell.a, atoms_.shifts().after(shift_of(cell), chain))];
    case Shape::choose:
      return split(holds(cell.a), cell.b, cell.c);
    case Shape::larger:
    case Shape::smaller: {
      Term a = term(cell.a, unshifted), b = term(cell.b, unshifted);
      Lit first =
          cell.shape == Shape::smaller ? test(Test::before, a, b) : test(Test::before, b, a);
      return split(first, cell.a, cell.b);
    }
    case Shape::variable:
    case Shape::constant:
    case Shape::negation:
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
      break;
  }
  Slot slot = cell.a * 2;
  if (atoms_.sort(slot) == Sort::fixed) return constant(atoms_.domain(slot).first());
  return {Taken::Kind::variable, 0, slot, chain, truth, 0, 0};
}

Lit FromGraph::test(Test kind, Term a, Term b) {
  if (a == b) return truth_of(kind == Test::equal);
  if (kind == Test::equal && a > b) std::swap(a, b);
  const Taken x = terms_[a], y = terms_[b];
  if (x.kind == Taken::Kind::constant && y.kind == Taken::Kind::constant)
    return truth_of(passes(kind == Test::equal, x.value, y.value));
  auto& known = tested_[static_cast<std::size_t>(kind)];
  std::uint64_t key = std::uint64_t{a} << 32 | b;
  if (auto at = known.find(key); at != known.end()) return at->second;
  Lit result;
  if (x.kind == Taken::Kind::split)
    result = circuit_.pick(x.condition, test(kind, x.then, b), test(kind, x.otherwise, b));
  else if (y.kind == Taken::Kind::split)
    result = circuit_.pick(y.condition, test(kind, a, y.then), test(kind, a, y.otherwise));
  else
    result = test_ends(kind, x, y);
  return known[key] = result;
}

Lit FromGraph::test_ends(Test kind, const Taken& a, const Taken& b) {
  if (b.kind == Taken::Kind::constant) return with_constant(kind, a, b.value, true);
  if (a.kind == Taken::Kind::constant) return with_constant(kind, b, a.value, false);
  bool few_a = atoms_.sort(a.slot) == Sort::few, few_b = atoms_.sort(b.slot) == Sort::few;
  if (few_a && few_b && kind == Test::equal && a.chain == unshifted && b.chain == unshifted)
    return atoms_.same(a.slot, b.slot);
  if (a.slot == b.slot) return one_variable(kind, a, b);
  if (few_a) return by_cases(kind, a, b, true);
  if (few_b) return by_cases(kind, b, a, false);
  Lit less = atoms_.before(a.slot, a.chain, b.slot, b.chain);
  if (kind == Test::before) return less;
  return circuit_.both(denied(less), denied(atoms_.before(b.slot, b.chain, a.slot, a.chain)));
}

Lit FromGraph::at_least(const Taken& v, Value value) {
  const Domain& domain = atoms_.domain(v.slot);
  std::size_t index = atoms_.shifts().first_reaching(v.chain, domain, value);
  return index == domain.size() ? falsity : denied(atoms_.below(v.slot, domain.at(index)));
}

Lit FromGraph::with_constant(Test kind, const Taken& v, Value value, bool variable_first) {
  if (atoms_.sort(v.slot) == Sort::few) {
    Taken constant{Taken::Kind::constant, value, 0, unshifted, truth, 0, 0};
    if (kind == Test::equal && v.chain == unshifted) return atoms_.is(v.slot, value);
    return by_cases(kind, v, constant, variable_first);
  }
  if (kind == Test::equal) return circuit_.both(at_least(v, value), denied(at_least(v, value + 1)));
  return variable_first ? denied(at_least(v, value)) : at_least(v, value + 1);
}

Lit FromGraph::by_cases(Test kind, const Taken& few, const Taken& other, bool few_first) {
  Lit result = falsity;
  const Domain domain = atoms_.domain(few.slot);
  for (std::size_t i = 0; i < domain.size(); ++i) {
    Value value = atoms_.shifts().apply(few.chain, domain.at(i));
    Lit passed;
    if (other.kind == Taken::Kind::constant)
      passed = truth_of(few_first ? passes(kind == Test::equal, value, other.value)
                                  : passes(kind == Test::equal, other.value, value));
    else
      passed = with_constant(kind, other, value, !few_first);
    if (passed != falsity)
      result = circuit_.either(result, circuit_.both(atoms_.is(few.slot, domain.at(i)), passed));
  }
  return result;
}

// One variable against itself, shifted differently: true on some stretches of its domain, which are looked up.
Lit FromGraph::one_variable(Test kind, const Taken& a, const Taken& b) {
  Shifts& shifts = atoms_.shifts();
  if (shifts.most(a.chain) < shifts.least(b.chain)) return truth_of(kind == Test::before);
  if (shifts.least(a.chain) > shifts.most(b.chain)) return falsity;
  const Domain domain = atoms_.domain(a.slot);
  bool few = atoms_.sort(a.slot) == Sort::few, so = false;
  Lit result = falsity, from = truth;
  for (std::size_t i = 0; i < domain.size(); ++i) {
    Value value = domain.at(i);
    bool now =
        passes(kind == Test::equal, shifts.apply(a.chain, value), shifts.apply(b.chain, value));
    if (few && now) result = circuit_.either(result, atoms_.is(a.slot, value));
    if (few || now == so) continue;
    so = now;
    if (now)
      from = denied(atoms_.below(a.slot, value));
    else
      result = circuit_.either(result, circuit_.both(from, atoms_.below(a.slot, value)));
  }
  return so ? circuit_.either(result, from) : result;
}

bool FromGraph::ends_in(Ref root, std::vector<Value>& values) {
  constexpr std::size_t widest = 16;
  translate_below(root);
  if (is_truth(root)) return values = {0, 1}, true;
  std::vector<Term> open{term(root, unshifted)};
  std::vector<bool> seen(terms_.size(), false);
  seen[open[0]] = true;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Taken& at = terms_[open[i]];
    if (at.kind == Taken::Kind::constant) values.push_back(at.value);
    if (at.kind == Taken::Kind::split)
      for (Term kid : {at.then, at.otherwise})
        if (!seen[kid]) seen[kid] = true, open.push_back(kid);
    if (at.kind != Taken::Kind::variable) continue;
    const Domain& domain = atoms_.domain(at.slot);
    if (domain.size() > widest) return false;
    for (std::size_t v = 0; v < domain.size(); ++v)
      values.push_back(atoms_.shifts().apply(at.chain, domain.at(v)));
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values.size() <= most_listed;
}

}  // namespace comity::exact
