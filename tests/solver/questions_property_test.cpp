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
  std::vector<Ref> together{roots[0], w.graph.negation(roots[1]), roots[2],
                            w.graph.is(roots[3], 1)};
  if (questions.ask(together) != Reply::never) return;
  std::vector<Ref> clash;
  for (std::size_t i : questions.clash()) clash.push_back(together[i]);
  Ref all = ir::Graph::yes;
  for (Ref one : clash) all = w.graph.both(all, one);
  auto values = w.possible(all);
  RC_ASSERT(std::find(values.begin(), values.end(), 1) == values.end());
}

// Over some years around a leap year that is none (1900): every rounding, both ways, shifted once and twice.
TEST(Questions, a_shifted_day_is_the_calendars) {
  base::Day low = *base::day_of(1895, 1, 1), high = *base::day_of(1906, 12, 31);
  for (auto [amount, unit] : {std::pair{18, base::Unit::years},
                              {-21, base::Unit::years},
                              {6, base::Unit::months},
                              {-1, base::Unit::months},
                              {45, base::Unit::days}})
    for (auto rounding : {base::Rounding::forward, base::Rounding::back}) {
      World w;
      Ref day = w.open("a", ir::Base::day, low, high);
      Ref once = w.graph.shift(day, amount, unit, rounding);
      Ref twice = w.graph.shift(once, -11, base::Unit::months, rounding);
      Questions questions(w.graph, w.inputs, w.law);
      for (const char* iso :
           {"1896-02-29", "1899-08-31", "1900-02-28", "1900-03-01", "1904-12-31"}) {
        base::Day at = *base::parse_day(iso);
        for (Ref node : {once, twice}) {
          Ref is = w.graph.is(node, w.graph.evaluate(node, {at}));
          EXPECT_EQ(questions.ask({w.graph.is(day, at), is}), Reply::possible) << iso;
          EXPECT_EQ(questions.ask({w.graph.is(day, at), w.graph.negation(is)}), Reply::never)
              << iso;
        }
      }
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
