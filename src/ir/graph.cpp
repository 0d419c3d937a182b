#include "ir/graph.h"

#include <algorithm>
#include <numeric>

namespace comity::ir {

namespace {

constexpr Ref empty = 0xffffffff;

std::size_t hash(const Cell& c) {
  std::uint64_t h = static_cast<std::uint64_t>(c.shape) + 0x9e3779b97f4a7c15ull;
  for (std::uint64_t part : {std::uint64_t(c.a), std::uint64_t(c.b), std::uint64_t(c.c)})
    h = (h ^ part) * 0xff51afd7ed558ccdull, h ^= h >> 32;
  return static_cast<std::size_t>(h);
}

}  // namespace

int operands(Shape shape) {
  switch (shape) {
    case Shape::constant:
    case Shape::variable:
      return 0;
    case Shape::negation:
    case Shape::shift:
      return 1;
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
    case Shape::larger:
    case Shape::smaller:
      return 2;
    case Shape::choose:
      return 3;
  }
  return 0;
}

Graph::Graph() : table_(1024, empty) {
  cells_.reserve(1024);
  constant(0);
  constant(1);
}

Ref Graph::cons(Cell cell) {
  std::size_t mask = table_.size() - 1, at = hash(cell) & mask;
  for (; table_[at] != empty; at = (at + 1) & mask)
    if (cells_[table_[at]] == cell) return table_[at];
  auto ref = static_cast<Ref>(cells_.size());
  table_[at] = ref;
  cells_.push_back(cell);
  if (cells_.size() * 2 > table_.size()) grow();
  return ref;
}

void Graph::grow() {
  table_.assign(table_.size() * 2, empty);
  std::size_t mask = table_.size() - 1;
  for (Ref ref = 0; ref < cells_.size(); ++ref) {
    std::size_t at = hash(cells_[ref]) & mask;
    while (table_[at] != empty) at = (at + 1) & mask;
    table_[at] = ref;
  }
}

Ref Graph::constant(Value value) {
  if ((value == 0 || value == 1) && cells_.size() > 1) return static_cast<Ref>(value);
  return cons({Shape::constant, static_cast<std::uint32_t>(value), 0, 0});
}

Ref Graph::negation(Ref a) {
  if (is_constant(a)) return truth(value(a) == 0);
  if (cells_[a].shape == Shape::negation) return cells_[a].a;
  return cons({Shape::negation, a, 0, 0});
}

Ref Graph::both(Ref a, Ref b) {
  if (a == no || b == no) return no;
  if (a == yes || a == b) return b;
  if (b == yes) return a;
  if (negation(a) == b) return no;
  if (a > b) std::swap(a, b);
  return cons({Shape::both, a, b, 0});
}

Ref Graph::either(Ref a, Ref b) {
  if (a == yes || b == yes) return yes;
  if (a == no || a == b) return b;
  if (b == no) return a;
  if (negation(a) == b) return yes;
  if (a > b) std::swap(a, b);
  return cons({Shape::either, a, b, 0});
}

Ref Graph::equal(Ref a, Ref b) {
  if (a == b) return yes;
  if (is_constant(a) && is_constant(b)) return truth(value(a) == value(b));
  if (a > b) std::swap(a, b);
  return cons({Shape::equal, a, b, 0});
}

Ref Graph::before(Ref a, Ref b) {
  if (a == b) return no;
  if (is_constant(a) && is_constant(b)) return truth(value(a) < value(b));
  return cons({Shape::before, a, b, 0});
}

Ref Graph::shift(Ref day, int amount, base::Unit unit, base::Rounding rounding) {
  if (is_constant(day)) return constant(base::add(value(day), amount, unit, rounding));
  return cons({Shape::shift, day, static_cast<std::uint32_t>(amount),
               static_cast<std::uint32_t>(unit) | static_cast<std::uint32_t>(rounding) << 8});
}

Ref Graph::choose(Ref condition, Ref then, Ref otherwise) {
  if (condition == yes || then == otherwise) return then;
  if (condition == no) return otherwise;
  if (then == yes && otherwise == no) return condition;
  if (then == no && otherwise == yes) return negation(condition);
  return cons({Shape::choose, condition, then, otherwise});
}

Ref Graph::larger(Ref a, Ref b) {
  if (a == b) return a;
  if (is_constant(a) && is_constant(b)) return value(a) > value(b) ? a : b;
  if (a > b) std::swap(a, b);
  return cons({Shape::larger, a, b, 0});
}

Ref Graph::smaller(Ref a, Ref b) {
  if (a == b) return a;
  if (is_constant(a) && is_constant(b)) return value(a) < value(b) ? a : b;
  if (a > b) std::swap(a, b);
  return cons({Shape::smaller, a, b, 0});
}

// Marks every node below root; kids have smaller numbers, so one sweep downwards finds them all.
void Graph::mark_below(Ref root) const {
  seen_.assign(root + 1, 0);
  seen_[root] = 1;
  for (Ref ref = root + 1; ref-- > 0;) {
    if (!seen_[ref]) continue;
    const Cell& cell = cells_[ref];
    int n = operands(cell.shape);
    if (n > 0) seen_[cell.a] = 1;
    if (n > 1) seen_[cell.b] = 1;
    if (n > 2) seen_[cell.c] = 1;
  }
}

Ref Graph::substitute(Ref root, const std::vector<Ref>& replacement) {
  if (is_constant(root)) return root;
  mark_below(root);
  auto replaced = [&](Ref ref) {
    const Cell& c = cells_[ref];
    return c.shape == Shape::variable && c.a < replacement.size() && replacement[c.a] != keep;
  };
  // Below the first variable that is replaced every node stays what it is.
  Ref first = 0;
  while (first <= root && !(seen_[first] && replaced(first))) ++first;
  if (first > root) return root;
  if (now_.size() <= root) now_.resize(root + 1);
  std::iota(now_.begin(), now_.begin() + first, Ref{0});
  std::vector<Ref>& now = now_;
  for (Ref ref = first; ref <= root; ++ref) {
    if (!seen_[ref]) continue;
    const Cell c = cells_[ref];
    switch (c.shape) {
      case Shape::constant:
        now[ref] = ref;
        break;
      case Shape::variable:
        now[ref] = c.a < replacement.size() && replacement[c.a] != keep ? replacement[c.a] : ref;
        break;
      case Shape::negation:
        now[ref] = negation(now[c.a]);
        break;
      case Shape::both:
        now[ref] = both(now[c.a], now[c.b]);
        break;
      case Shape::either:
        now[ref] = either(now[c.a], now[c.b]);
        break;
      case Shape::equal:
        now[ref] = equal(now[c.a], now[c.b]);
        break;
      case Shape::before:
        now[ref] = before(now[c.a], now[c.b]);
        break;
      case Shape::shift:
        now[ref] = shift(now[c.a], static_cast<int>(c.b), static_cast<base::Unit>(c.c & 255),
                         static_cast<base::Rounding>(c.c >> 8));
        break;
      case Shape::choose:
        now[ref] = choose(now[c.a], now[c.b], now[c.c]);
        break;
      case Shape::larger:
        now[ref] = larger(now[c.a], now[c.b]);
        break;
      case Shape::smaller:
        now[ref] = smaller(now[c.a], now[c.b]);
        break;
    }
  }
  return now[root];
}

std::vector<std::uint32_t> Graph::support(Ref root) const {
  mark_below(root);
  std::vector<std::uint32_t> variables;
  for (Ref ref = 0; ref <= root; ++ref)
    if (seen_[ref] && cells_[ref].shape == Shape::variable) variables.push_back(cells_[ref].a);
  return variables;
}

Value Graph::evaluate(Ref root, const std::vector<Value>& assignment) const {
  mark_below(root);
  std::vector<Value> now(root + 1, 0);
  for (Ref ref = 0; ref <= root; ++ref) {
    if (!seen_[ref]) continue;
    const Cell& c = cells_[ref];
    switch (c.shape) {
      case Shape::constant:
        now[ref] = value(ref);
        break;
      case Shape::variable:
        now[ref] = assignment[c.a];
        break;
      case Shape::negation:
        now[ref] = !now[c.a];
        break;
      case Shape::both:
        now[ref] = now[c.a] && now[c.b];
        break;
      case Shape::either:
        now[ref] = now[c.a] || now[c.b];
        break;
      case Shape::equal:
        now[ref] = now[c.a] == now[c.b];
        break;
      case Shape::before:
        now[ref] = now[c.a] < now[c.b];
        break;
      case Shape::shift:
        now[ref] = base::add(now[c.a], static_cast<int>(c.b), static_cast<base::Unit>(c.c & 255),
                             static_cast<base::Rounding>(c.c >> 8));
        break;
      case Shape::choose:
        now[ref] = now[c.a] ? now[c.b] : now[c.c];
        break;
      case Shape::larger:
        now[ref] = std::max(now[c.a], now[c.b]);
        break;
      case Shape::smaller:
        now[ref] = std::min(now[c.a], now[c.b]);
        break;
    }
  }
  return now[root];
}

bool Graph::verify() const {
  for (Ref ref = 0; ref < cells_.size(); ++ref) {
    const Cell& c = cells_[ref];
    int n = operands(c.shape);
    if ((n > 0 && c.a >= ref) || (n > 1 && c.b >= ref) || (n > 2 && c.c >= ref)) return false;
  }
  return true;
}

}  // namespace comity::ir
