// Roots answered without a search: ranges first, then every completion that is left.
#include <gtest/gtest.h>

#include "base/date.h"
#include "exact/exact.h"

namespace comity::exact {
namespace {

using ir::Graph;
using ir::Ref;

struct Case {
  ir::Law law;
  Graph g;
  interp::Inputs inputs;

  Ref open(const char* id, ir::Base type, ir::Value low = 0, ir::Value high = 1,
           std::vector<ir::Value> values = {}) {
    interp::Variable v;
    v.input = inputs.input(interp::Label::fact, id);
    v.type = type, v.low = low, v.high = high, v.values = std::move(values);
    inputs.variables.push_back(std::move(v));
    return g.variable(static_cast<std::uint32_t>(inputs.variables.size() - 1));
  }
  Ref of_age(Ref born) {
    Ref birthday = g.shift(born, 18, base::Unit::years, base::Rounding::forward);
    return g.not_before(g.constant(*base::day_of(2018, 1, 4)), birthday);
  }
};

TEST(Few, a_birthday_known_to_the_month_of_somebody_long_of_age_is_no_question) {
  Case c;
  Ref born = c.open("born", ir::Base::day, *base::day_of(1989, 6, 1), *base::day_of(1989, 6, 30));
  Few few(c.g, c.inputs, c.law);
  EXPECT_TRUE(few.always(c.of_age(born)));
  auto tried = few.try_all(c.of_age(born));
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->values, std::vector<ir::Value>{1});
  EXPECT_TRUE(tried->matters.empty());
}

TEST(Few, a_birthday_that_may_be_either_side_of_the_day_is_left_to_the_search) {
  Case c;
  Ref born = c.open("born", ir::Base::day, *base::day_of(1990, 1, 1), *base::day_of(2001, 1, 1));
  Few few(c.g, c.inputs, c.law);
  EXPECT_FALSE(few.always(c.of_age(born)));
  EXPECT_FALSE(few.try_all(c.of_age(born)));  // more days than are worth trying
  Exact exact(c.g, c.inputs, c.law, Graph::yes);
  EXPECT_EQ(exact.possible(c.of_age(born)), (std::vector<ir::Value>{0, 1}));
}

TEST(Few, of_days_compared_with_known_ones_each_kind_is_tried_once) {
  Case c;
  Ref on = c.open("on", ir::Base::day, 0, 40000);
  Ref root = c.g.both(c.g.since_day(on, 100), c.g.negation(c.g.is(on, 200)));
  auto tried = Few(c.g, c.inputs, c.law).try_all(root);
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->values, (std::vector<ir::Value>{0, 1}));
  EXPECT_EQ(tried->matters, std::vector<std::uint32_t>{0});
  EXPECT_FALSE(Few(c.g, c.inputs, c.law).try_all(c.g.larger(on, c.g.constant(1))));
}

TEST(Few, only_inputs_that_change_the_value_matter) {
  Case c;
  Ref power = c.open("power", ir::Base::yes_no), idle = c.open("idle", ir::Base::yes_no);
  Ref effect = c.open("effect", ir::Base::effect, 0, 2, {0, 1, 2});
  Ref same = c.g.choose(idle, c.g.both(power, c.g.either(idle, power)), power);
  Ref root = c.g.choose(same, effect, c.g.constant(0));
  auto tried = Few(c.g, c.inputs, c.law).try_all(root);
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->values, (std::vector<ir::Value>{0, 1, 2}));
  EXPECT_EQ(tried->matters, (std::vector<std::uint32_t>{0, 2}));
}

TEST(Few, what_no_value_can_be_given_to_is_left_to_the_search) {
  Case c;
  c.open("nothing", ir::Base::day, 5, 4);
  Ref other = c.open("other", ir::Base::yes_no);
  Few few(c.g, c.inputs, c.law);
  EXPECT_FALSE(few.always(Graph::yes));
  EXPECT_FALSE(few.try_all(other));
  EXPECT_TRUE(Exact(c.g, c.inputs, c.law, Graph::yes).possible(other).empty());
}

}  // namespace
}  // namespace comity::exact
