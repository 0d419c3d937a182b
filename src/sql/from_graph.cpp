#include "sql/from_graph.h"

#include "ir/facts.h"

namespace comity::sql {

using ir::Cell;
using ir::Ref;
using ir::Shape;

namespace {
Term& at(std::vector<Term>& made, Ref ref, Term unmade) {
  if (made.size() <= ref) made.resize(ref + 1, unmade);
  return made[ref];
}
}  // namespace

// Kids come before parents, so that what a node needs is made first and no chain is too long for the stack.
Term FromGraph::truth(Ref root) {
  if (Term made = at(truths_, root, unmade); made != unmade) return made;
  const Term made = truth_of(graph_[root], root);
  return at(truths_, root, unmade) = made;
}

Term FromGraph::value(Ref root) {
  if (Term made = at(values_, root, unmade); made != unmade) return made;
  const Term made = value_of(graph_[root], root);
  return at(values_, root, unmade) = made;
}

Term FromGraph::truth_of(const Cell& cell, Ref) {
  switch (cell.shape) {
    case Shape::constant:
      return terms_.truth(static_cast<ir::Value>(cell.a) != 0);
    case Shape::variable:
      return told_[cell.a];
    case Shape::negation:
      return terms_.negation(truth(cell.a));
    case Shape::both:
      return terms_.both(truth(cell.a), truth(cell.b));
    case Shape::either:
      return terms_.either(truth(cell.a), truth(cell.b));
    case Shape::equal:
      return equal(cell.a, cell.b);
    case Shape::before:
      return before(cell.a, cell.b);
    case Shape::choose:
      return terms_.choose(truth(cell.a), truth(cell.b), truth(cell.c));
    case Shape::shift:
    case Shape::larger:
    case Shape::smaller:
      break;  // never a truth
  }
  return Terms::unknown;
}

Term FromGraph::value_of(const Cell& cell, Ref ref) {
  switch (cell.shape) {
    case Shape::constant:
      return terms_.constant(static_cast<ir::Value>(cell.a));
    case Shape::variable:
      return empty_.contains(cell.a) ? Terms::unknown : told_[cell.a];
    case Shape::shift:
      return terms_.shift(value(cell.a), static_cast<int>(cell.b),
                          static_cast<base::Unit>(cell.c & 255),
                          static_cast<base::Rounding>(cell.c >> 8));
    case Shape::choose:
      return terms_.value(truth(cell.a), value(cell.b), value(cell.c));
    case Shape::larger:
      return terms_.larger(value(cell.a), value(cell.b));
    case Shape::smaller:
      return terms_.smaller(value(cell.a), value(cell.b));
    case Shape::negation:
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
      return terms_.value(truth(ref), terms_.constant(1), terms_.constant(0));
  }
  return Terms::unknown;
}

// A place is one that the query does not spell out: none of those it does.
Term FromGraph::other_place(Ref place, Ref constant) {
  const Cell& cell = graph_[place];
  if (cell.shape != Shape::variable || !graph_.is_constant(constant) ||
      graph_.value(constant) < ir::unnamed_place)
    return Terms::unknown;
  const interp::Variable& variable = inputs_.variables[cell.a];
  if (variable.type != ir::Base::place || told_[cell.a] == Terms::unknown) return Terms::unknown;
  std::vector<ir::Value> spelt;
  for (ir::Value value : variable.values)
    if (value < ir::unnamed_place) spelt.push_back(value);
  return terms_.negation(terms_.among(told_[cell.a], std::move(spelt)));
}

// Whether an element of a list stands in it: of a list whose elements are not read, none does or nobody knows.
Term FromGraph::before(Ref a, Ref b) {
  const Cell& count = graph_[b];
  if (count.shape == Shape::variable && empty_.contains(count.a))
    return graph_.is_constant(a) && graph_.value(a) >= 0 ? terms_.negation(told_[count.a])
                                                         : Terms::unknown;
  return terms_.before(value(a), value(b));
}

// By value, also of truths: the graph has a choice between the effects 1 and 0 as its condition.
Term FromGraph::equal(Ref a, Ref b) {
  if (Term other = other_place(a, b); other != Terms::unknown) return other;
  if (Term other = other_place(b, a); other != Terms::unknown) return other;
  return terms_.equal(value(a), value(b));
}

}  // namespace comity::sql
