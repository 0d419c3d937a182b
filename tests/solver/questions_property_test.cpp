// The solver's outcomes are those of the exact layer and of plain enumeration, on generated graphs of every shape; and a
// shift of days over two centuries is the calendar's own, to the day.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "exact/author.h"
#include "solver/questions.h"

namespace comity::solver {
namespace {

using exact::small::Author;
using exact::small::numbers;
using exact::small::World;
using ir::Ref;

RC_GTEST_PROP(Questions, come_to_the_outcomes_of_enumeration_and_of_exact, ()) {
  World w;
  std::vector<std::uint8_t> list = numbers();
  std::vector<Ref> roots = Author(w, list).write();
  exact::Exact exact(w.graph, w.inputs, w.law, w.constraints);
  Questions questions(w.graph, w.inputs, w.law);
  questions.demand(w.constraints);
  for (Ref root : roots) {
    std::vector<ir::Value> values = w.possible(root);
    RC_ASSERT(exact.possible(root) == values);
    for (ir::Value value = -1; value <= 4; ++value) values.push_back(value);
    for (ir::Value value : values) {
      Ref is = w.graph.is(root, value);
      auto plain = w.possible(is);
      bool can = std::find(plain.begin(), plain.end(), 1) != plain.end();
      RC_ASSERT(questions.ask({is}) == (can ? Reply::possible : Reply::never));
      if (!can) continue;
      Completion witness = questions.completion();
      RC_ASSERT(w.graph.evaluate(root, witness) == value);
      RC_ASSERT(w.graph.evaluate(w.constraints, witness) == 1);
    }
  }
}

RC_GTEST_PROP(Questions, a_clash_cannot_hold_together, ()) {
  World w;
  std::vector<std::uint8_t> list = numbers();
  std::vector<Ref> roots = Author(w, list).write();
  Questions questions(w.graph, w.inputs, w.law);
  questions.demand(w.constraints);
  std::vector<Ref> together{roots[0], w.graph.negation(roots[1]), roots[2], w.graph.is(roots[3], 1)};
  if (questions.ask(together) != Reply::never) return;
  std::vector<Ref> clash;
  for (std::size_t i : questions.clash()) clash.push_back(together[i]);
  Ref all = ir::Graph::yes;
  for (Ref one : clash) all = w.graph.both(all, one);
  auto values = w.possible(all);
  RC_ASSERT(std::find(values.begin(), values.end(), 1) == values.end());
}

RC_GTEST_PROP(Questions, a_shifted_day_is_the_calendars, ()) {
  World w;
  base::Day low = *base::day_of(1890, 1, 1), high = *base::day_of(2090, 12, 31);
  Ref day = w.open("a", ir::Base::day, low, high);
  int amount = *rc::gen::inRange(-40, 41);
  auto unit = *rc::gen::element(base::Unit::days, base::Unit::months, base::Unit::years);
  auto rounding = *rc::gen::element(base::Rounding::forward, base::Rounding::back);
  Ref once = w.graph.shift(day, amount, unit, rounding);
  Ref twice = w.graph.shift(once, *rc::gen::inRange(-12, 13), base::Unit::months, rounding);
  base::Day at = *rc::gen::inRange(low, high + 1);
  std::vector<ir::Value> completion{at};
  Questions questions(w.graph, w.inputs, w.law);
  for (Ref node : {once, twice}) {
    ir::Value then = w.graph.evaluate(node, completion);
    RC_ASSERT(questions.ask({w.graph.is(day, at), w.graph.is(node, then)}) == Reply::possible);
    RC_ASSERT(questions.ask({w.graph.is(day, at), w.graph.negation(w.graph.is(node, then))}) ==
              Reply::never);
  }
}

TEST(Questions, an_empty_domain_has_no_completion) {
  World w;
  Ref none = w.open("a", ir::Base::integer, 3, 2);
  Questions questions(w.graph, w.inputs, w.law);
  EXPECT_EQ(questions.ask({w.graph.negation(w.graph.is(none, 7))}), Reply::never);
}

}  // namespace
}  // namespace comity::solver
