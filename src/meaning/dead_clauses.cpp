// Clauses that can never speak: conditions on one fact that no value of it meets at once. Only what is plain from the
// clause itself is found here, in one pass over its conjuncts; what takes search is the solver's.
#include <map>
#include <tuple>

#include "meaning/stages.h"

namespace comity::meaning {

namespace {

// The values of one fact that the conjuncts so far allow: from <= value < until, one of a set, none of another.
struct Allowed {
  std::int64_t from = INT64_MIN, until = INT64_MAX;
  bool is_one = false;
  std::int64_t one = 0;
  bool empty(const std::vector<std::int64_t>& excluded) const {
    if (from >= until) return true;
    if (!is_one) return false;
    bool out = one < from || one >= until;
    for (std::int64_t value : excluded) out |= value == one;
    return out;
  }
};

struct Contradictions {
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // param, leaf, offset
  std::map<Key, Allowed> allowed;
  std::map<Key, std::vector<std::int64_t>> excluded;

  static bool is_fact(const Expr& e) { return e.op == Op::fact; }
  static bool is_constant(const Expr& e) { return e.op == Op::constant; }

  // False when no value of the fact is left.
  bool take(const Expr& e, bool negated) {
    if (e.op == Op::negation) return take(e.kids[0], !negated);
    if (e.op == Op::all && !negated) {
      bool left = true;
      for (const Expr& kid : e.kids) left &= take(kid, false);
      return left;
    }
    if (e.op == Op::constant) return (e.value != 0) != negated;
    if (is_fact(e) && e.type.base == Base::yes_no) return equal(e, !negated, false);
    bool ordered = e.op == Op::before, same = e.op == Op::equal;
    if ((!ordered && !same) || e.kids.size() != 2) return true;
    const Expr &a = e.kids[0], &b = e.kids[1];
    if (same && is_fact(a) && is_constant(b)) return equal(a, b.value, negated);
    if (same && is_fact(b) && is_constant(a)) return equal(b, a.value, negated);
    if (ordered && is_fact(a) && is_constant(b))
      return bound(a, b.value, !negated);  // a < b, or not
    if (ordered && is_constant(a) && is_fact(b))
      return bound(b, std::int64_t(a.value) + 1, negated);  // a < b, or not
    return true;
  }

  static Key key(const Expr& e) { return {e.param, e.leaf, e.offset}; }

  bool equal(const Expr& fact, std::int64_t value, bool negated) {
    Allowed& now = allowed[key(fact)];
    if (negated) {
      excluded[key(fact)].push_back(value);
    } else {
      if (now.is_one && now.one != value) return false;
      now.is_one = true, now.one = value;
    }
    return !now.empty(excluded[key(fact)]);
  }

  // value < limit where `below`, else value >= limit.
  bool bound(const Expr& fact, std::int64_t limit, bool below) {
    Allowed& now = allowed[key(fact)];
    if (below)
      now.until = std::min(now.until, limit);
    else
      now.from = std::max(now.from, limit);
    return !now.empty(excluded[key(fact)]);
  }
};

}  // namespace

void check_dead_clauses(Unit& unit) {
  for (const Function& f : unit.law.functions)
    for (const Clause& c : f.clauses) {
      Contradictions found;
      const Expr* shut = nullptr;
      for (const auto* conjuncts : {&c.scope, &c.conditions}) {
        if (conjuncts == &c.conditions && c.otherwise)
          break;  // a failed condition still gives what is otherwise
        for (const Expr& e : *conjuncts)
          if (!shut && !found.take(e, false)) shut = &e;
      }
      if (!shut) continue;
      unit.trail = unit.law.provisions[c.provision].id;
      unit.warning(Code::dead_clause, shut->span, says::no_case_meets, says::take_out_or_correct);
    }
}

}  // namespace comity::meaning
