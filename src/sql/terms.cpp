#include "sql/terms.h"

#include <algorithm>
#include <iterator>

namespace comity::sql {

int kids(Op op) {
  switch (op) {
    case Op::unknown:
    case Op::constant:
    case Op::column:
      return 0;
    case Op::among:
    case Op::negation:
    case Op::shift:
      return 1;
    case Op::both:
    case Op::either:
    case Op::same:
    case Op::before:
    case Op::agreed:
    case Op::larger:
    case Op::smaller:
      return 2;
    case Op::choose:
      return 3;
  }
  return 0;
}

Terms::Terms() {
  cons({Op::unknown, 0, 0, 0});
  cons({Op::constant, 0, 0, 0});
  cons({Op::constant, 1, 0, 0});
}

Term Terms::cons(Piece piece) {
  auto [at, is_new] = known_.try_emplace(piece, static_cast<Term>(pieces_.size()));
  if (is_new) pieces_.push_back(piece);
  return at->second;
}

// 0 and 1 are also the two truths: which of both is meant, the place says where the term stands.
Term Terms::constant(ir::Value value) {
  return cons({Op::constant, static_cast<std::uint32_t>(value), 0, 0});
}

std::uint32_t Terms::number_of(std::vector<ir::Value> set) {
  auto [at, is_new] =
      set_numbers_.try_emplace(std::move(set), static_cast<std::uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(at->first);
  return at->second;
}

Term Terms::among(Term column, std::vector<ir::Value> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  if (auto at = only_.find(column); at != only_.end()) {
    std::vector<ir::Value> met;
    std::ranges::set_intersection(values, at->second, std::back_inserter(met));
    if (met.size() == at->second.size()) return yes;
    values = std::move(met);
    if (values.empty()) return no;
  }
  return cons({Op::among, column, number_of(std::move(values)), 0});
}

Term Terms::negation(Term a) {
  if (a == unknown) return unknown;
  if (is_constant(a)) return truth(value_of(a) == 0);
  if (pieces_[a].op == Op::negation) return pieces_[a].a;
  return cons({Op::negation, a, 0, 0});
}

// Two tests of one column as one; 0 where they are not such.
Term Terms::merged(Term a, Term b, bool join) {
  const Piece x = pieces_[a], y = pieces_[b];
  if (x.op == Op::negation && y.op == Op::negation) {
    const Term met = merged(x.a, y.a, !join);
    return met == unknown ? unknown : negation(met);
  }
  if (x.op != Op::among || y.op != Op::among || x.a != y.a) return unknown;
  const auto &left = sets_[x.b], &right = sets_[y.b];
  std::vector<ir::Value> met;
  if (join)
    std::ranges::set_union(left, right, std::back_inserter(met));
  else
    std::ranges::set_intersection(left, right, std::back_inserter(met));
  if (met.empty()) return unknown;  // never both: false only of what is known
  return among(x.a, std::move(met));
}

// Whether it is true or unknown (false or unknown) for want of facts that nobody reads.
bool Terms::absorbs(Term t, bool when_true) const {
  if (absorbing_.empty()) return false;
  if (!when_true) return pieces_[t].op == Op::negation && absorbs(pieces_[t].a, true);
  return absorbing_.contains(t);
}

Term Terms::both(Term a, Term b) {
  if (a == no || b == no) return no;
  if (a == yes || a == b) return b;
  if (b == yes) return a;
  if (absorbs(a, false)) return a;
  if (absorbs(b, false)) return b;
  if (Term met = merged(a, b, false); met != unknown) return met;
  if (a > b) std::swap(a, b);
  return cons({Op::both, a, b, 0});
}

Term Terms::either(Term a, Term b) {
  if (a == yes || b == yes) return yes;
  if (a == no || a == b) return b;
  if (b == no) return a;
  if (absorbs(a, true)) return a;
  if (absorbs(b, true)) return b;
  if (Term met = merged(a, b, true); met != unknown) return met;
  if (a > b) std::swap(a, b);
  return cons({Op::either, a, b, 0});
}

Term Terms::agreed(Term a, Term b) {
  if (a == b) return a;
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return unknown;
  if (a == yes) return either(b, unknown);
  if (b == yes) return either(a, unknown);
  if (a == no) return both(b, unknown);
  if (b == no) return both(a, unknown);
  if (a > b) std::swap(a, b);
  return cons({Op::agreed, a, b, 0});
}

Term Terms::choose(Term condition, Term then, Term otherwise) {
  if (condition == yes || then == otherwise) return then;
  if (condition == no) return otherwise;
  if (condition == unknown) return agreed(then, otherwise);
  if (then == yes) return either(condition, otherwise);
  if (then == no) return both(negation(condition), otherwise);
  if (otherwise == yes) return either(negation(condition), then);
  if (otherwise == no) return both(condition, then);
  if (pieces_[condition].op == Op::negation) return choose(pieces_[condition].a, otherwise, then);
  return cons({Op::choose, condition, then, otherwise});
}

Term Terms::agreed_values(Term a, Term b) {
  if (a == b) return a;
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return unknown;
  if (a > b) std::swap(a, b);
  return cons({Op::agreed, a, b, 0});
}

Term Terms::value(Term condition, Term then, Term otherwise) {
  if (condition == yes || then == otherwise) return then;
  if (condition == no) return otherwise;
  if (condition == unknown) return agreed_values(then, otherwise);
  if (pieces_[condition].op == Op::negation) return value(pieces_[condition].a, otherwise, then);
  return cons({Op::choose, condition, then, otherwise});
}

Term Terms::equal(Term a, Term b) {
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return truth(value_of(a) == value_of(b));
  if (is_constant(a) || (!is_constant(b) && a > b)) std::swap(a, b);
  auto key = std::pair(a, b);
  if (auto at = equals_.find(key); at != equals_.end()) return at->second;
  const Piece x = pieces_[a], y = pieces_[b];
  Term result = unknown;
  if (x.op == Op::choose)
    result = choose(x.a, equal(x.b, b), equal(x.c, b));
  else if (x.op == Op::agreed)
    result = agreed(equal(x.a, b), equal(x.b, b));
  else if (y.op == Op::choose)
    result = choose(y.a, equal(a, y.b), equal(a, y.c));
  else if (y.op == Op::agreed)
    result = agreed(equal(a, y.a), equal(a, y.b));
  else if (x.op == Op::larger || x.op == Op::smaller)
    result = choose(before(x.a, x.b), equal(x.op == Op::larger ? x.b : x.a, b),
                    equal(x.op == Op::larger ? x.a : x.b, b));
  else if (x.op == Op::column && is_constant(b))
    result = among(a, {value_of(b)});
  else
    result = cons({Op::same, a, b, 0});
  return equals_[key] = result;
}

Term Terms::before(Term a, Term b) {
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return truth(value_of(a) < value_of(b));
  auto key = std::pair(a, b);
  if (auto at = befores_.find(key); at != befores_.end()) return at->second;
  const Piece x = pieces_[a], y = pieces_[b];
  Term result = unknown;
  if (x.op == Op::choose)
    result = choose(x.a, before(x.b, b), before(x.c, b));
  else if (x.op == Op::agreed)
    result = agreed(before(x.a, b), before(x.b, b));
  else if (y.op == Op::choose)
    result = choose(y.a, before(a, y.b), before(a, y.c));
  else if (y.op == Op::agreed)
    result = agreed(before(a, y.a), before(a, y.b));
  else if (x.op == Op::larger)
    result = both(before(x.a, b), before(x.b, b));
  else if (x.op == Op::smaller)
    result = either(before(x.a, b), before(x.b, b));
  else if (y.op == Op::larger)
    result = either(before(a, y.a), before(a, y.b));
  else if (y.op == Op::smaller)
    result = both(before(a, y.a), before(a, y.b));
  else
    result = cons({Op::before, a, b, 0});
  return befores_[key] = result;
}

Term Terms::shift(Term day, int amount, base::Unit unit, base::Rounding rounding) {
  const Piece x = pieces_[day];
  if (day == unknown) return unknown;
  if (x.op == Op::constant) return constant(base::add(value_of(day), amount, unit, rounding));
  if (x.op == Op::choose)
    return value(x.a, shift(x.b, amount, unit, rounding), shift(x.c, amount, unit, rounding));
  return cons({Op::shift, day, static_cast<std::uint32_t>(amount),
               static_cast<std::uint32_t>(unit) | static_cast<std::uint32_t>(rounding) << 8});
}

Term Terms::larger(Term a, Term b) {
  if (a == b) return a;
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return value_of(a) > value_of(b) ? a : b;
  if (a > b) std::swap(a, b);
  return cons({Op::larger, a, b, 0});
}

Term Terms::smaller(Term a, Term b) {
  if (a == b) return a;
  if (a == unknown || b == unknown) return unknown;
  if (is_constant(a) && is_constant(b)) return value_of(a) < value_of(b) ? a : b;
  if (a > b) std::swap(a, b);
  return cons({Op::smaller, a, b, 0});
}

}  // namespace comity::sql
