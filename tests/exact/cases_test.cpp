// What S6 asks of the exact layer, case by case.
#include <gtest/gtest.h>

#include "base/date.h"
#include "exact/world.h"

namespace comity::exact::small {
namespace {

using ir::Ref;
using Values = std::vector<ir::Value>;
using Numbers = std::vector<std::uint32_t>;

base::Day day(int year, unsigned month, unsigned day) { return *base::day_of(year, month, day); }

Ref born_open(World& w) { return w.open("born", ir::Base::day, day(1700, 1, 1), day(2118, 1, 26)); }

TEST(Exact, what_is_known_needs_no_search) {
  World w;
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_TRUE(exact.consistent());
  EXPECT_EQ(exact.possible(w.graph.constant(2)), Values{2});
  EXPECT_TRUE(exact.matters(w.graph.constant(2)).empty());
  EXPECT_TRUE(exact.satisfiable(ir::Graph::yes));
  EXPECT_FALSE(exact.satisfiable(ir::Graph::no));
}

TEST(Exact, x_or_not_x_is_true_and_turns_on_nothing) {
  World w;
  Ref x = w.yes_no("x"), y = w.yes_no("y");
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  Ref both_ways =
      w.graph.either(w.graph.both(x, y), w.graph.either(w.graph.negation(x), w.graph.negation(y)));
  EXPECT_EQ(exact.possible(both_ways), Values{1});
  EXPECT_TRUE(exact.matters(both_ways).empty());
}

TEST(Exact, two_sexes_not_told_each_turn_a_rule_on_their_being_equal) {
  World w;
  Ref refused =
      w.graph.equal(w.open("first", ir::Base::choice), w.open("second", ir::Base::choice));
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_EQ(exact.possible(refused), (Values{0, 1}));
  EXPECT_EQ(exact.matters(refused), (Numbers{0, 1}));
}

TEST(Exact, sexes_told_to_be_the_same_settle_a_rule_on_their_being_equal) {
  World w;
  Ref first = w.open("first", ir::Base::choice), second = w.open("second", ir::Base::choice);
  Ref same = w.graph.equal(first, second);
  Exact exact(w.graph, w.inputs, w.law, same);
  EXPECT_EQ(exact.possible(same), Values{1});
  EXPECT_TRUE(exact.matters(same).empty());
  Ref two_men = w.graph.both(w.graph.equal(first, w.graph.constant(0)),
                             w.graph.equal(second, w.graph.constant(0)));
  EXPECT_EQ(exact.possible(two_men), (Values{0, 1}));
  EXPECT_EQ(exact.matters(two_men), (Numbers{0, 1}))
      << "neither differs alone, the two do together";
  EXPECT_EQ(exact.matters(w.graph.equal(first, w.graph.constant(0))), (Numbers{0, 1}));
}

TEST(Exact, birth_and_celebration_not_told_both_matter_to_an_age) {
  World w;
  Ref born = born_open(w), on = w.open("on", ir::Base::day, day(1700, 1, 1), day(2118, 1, 26));
  auto age = [&](int years) {
    return w.graph.not_before(
        on, w.graph.shift(born, years, base::Unit::years, base::Rounding::forward));
  };
  Exact exact(w.graph, w.inputs, w.law, w.graph.before(born, on));
  Completion witness;
  ASSERT_TRUE(exact.satisfiable(w.graph.negation(age(18)), &witness));
  EXPECT_EQ(w.graph.evaluate(age(18), witness), 0);
  EXPECT_EQ(w.graph.evaluate(w.graph.before(born, on), witness), 1);
  EXPECT_EQ(exact.possible(age(18)), (Values{0, 1}));
  EXPECT_EQ(exact.matters(age(18)), (Numbers{0, 1}));
  EXPECT_FALSE(exact.satisfiable(w.graph.both(age(18), w.graph.negation(age(15)))))
      << "who is 18 is 15";
  EXPECT_TRUE(exact.satisfiable(w.graph.both(age(15), w.graph.negation(age(18)))));
}

TEST(Exact, days_in_a_circle_are_refused_at_once) {
  World w;
  std::vector<Ref> days;
  for (const char* name : {"a", "b", "c"})
    days.push_back(w.open(name, ir::Base::day, day(1700, 1, 1), day(2118, 1, 1)));
  Ref circle = ir::Graph::yes;
  for (std::size_t i = 0; i < 3; ++i)
    circle = w.graph.both(circle, w.graph.before(days[i], days[(i + 1) % 3]));
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_FALSE(exact.satisfiable(circle));
}

TEST(Exact, a_month_of_thirty_one_days_is_found) {
  World w;
  Ref a = born_open(w), b = w.open("on", ir::Base::day, day(1700, 1, 1), day(2118, 1, 26));
  Ref month = w.graph.shift(a, 1, base::Unit::months, base::Rounding::back);
  auto so_many = [&](int days) {
    return w.graph.equal(b, w.graph.shift(a, days, base::Unit::days, base::Rounding::back));
  };
  Exact exact(w.graph, w.inputs, w.law, w.graph.equal(b, month));
  for (int days : {28, 29, 30, 31}) EXPECT_TRUE(exact.satisfiable(so_many(days))) << days;
  for (int days : {27, 32}) EXPECT_FALSE(exact.satisfiable(so_many(days))) << days;
}

TEST(Exact, a_birth_known_to_the_year_matters_only_where_the_year_does_not_tell) {
  World w;
  Ref born = w.open("born", ir::Base::day, day(2000, 1, 1), day(2000, 12, 31));
  auto of_age_on = [&](base::Day on) {
    return w.graph.not_before(w.graph.constant(on),
                              w.graph.shift(born, 18, base::Unit::years, base::Rounding::forward));
  };
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_EQ(exact.possible(of_age_on(day(2018, 12, 31))), Values{1});
  EXPECT_EQ(exact.possible(of_age_on(day(2017, 12, 31))), Values{0});
  EXPECT_EQ(exact.matters(of_age_on(day(2018, 6, 1))), Numbers{0});
}

TEST(Exact, an_age_told_ties_birth_to_celebration) {
  World w;
  Ref born = born_open(w), on = w.open("on", ir::Base::day, day(2010, 1, 1), day(2019, 12, 31));
  auto birthday = [&](int years) {
    return w.graph.shift(born, years, base::Unit::years, base::Rounding::forward);
  };
  w.demand(w.graph.not_before(on, birthday(17)));
  w.demand(w.graph.before(on, birthday(18)));
  Ref permitted = w.graph.both(w.graph.not_before(on, birthday(15)),
                               w.graph.before(on, w.graph.constant(day(2017, 2, 1))));
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  EXPECT_EQ(exact.possible(w.graph.not_before(on, birthday(18))), Values{0});
  EXPECT_EQ(exact.possible(w.graph.not_before(on, birthday(15))), Values{1});
  EXPECT_EQ(exact.matters(permitted), Numbers{1})
      << "a day later changes it, the age being the same";
}

TEST(Exact, a_list_is_one_input_whatever_its_variables) {
  World w;
  Ref length = w.open("nationalities", ir::Base::integer, 0, 1, {0, 1, 2});
  Ref first = w.open("nationalities", ir::Base::place),
      second = w.open("nationalities", ir::Base::place);
  Ref here = w.graph.constant(3);
  Ref national = w.graph.either(
      w.graph.both(w.graph.before(ir::Graph::no, length), w.graph.equal(first, here)),
      w.graph.both(w.graph.before(ir::Graph::yes, length), w.graph.equal(second, here)));
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_EQ(exact.matters(national), Numbers{0});
  EXPECT_EQ(exact.worst_case(national, 0), 1u);
}

TEST(Exact, what_no_completion_satisfies_has_no_outcome) {
  World w;
  Ref x = w.yes_no("x");
  Ref later = w.graph.before(born_open(w), w.graph.constant(day(1600, 1, 1)));
  Exact exact(w.graph, w.inputs, w.law, later);
  EXPECT_FALSE(exact.consistent());
  EXPECT_TRUE(exact.possible(x).empty());
  EXPECT_TRUE(exact.matters(x).empty());
  EXPECT_FALSE(exact.satisfiable(x));
}

TEST(Exact, variables_may_be_added_between_questions) {
  World w;
  Ref x = w.yes_no("x");
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  EXPECT_EQ(exact.matters(x), Numbers{0});
  Ref y = w.yes_no("y");
  EXPECT_EQ(exact.matters(w.graph.both(x, y)), (Numbers{0, 1}));
}

TEST(Exact, five_places_cannot_hold_six_that_all_differ) {
  World w;
  std::vector<Ref> states;
  Ref differ = ir::Graph::yes;
  for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
    states.push_back(w.open(name, ir::Base::place));
    if (states.size() == 6) {
      EXPECT_TRUE(Exact(w.graph, w.inputs, w.law, differ).consistent());
    }
    for (std::size_t i = 0; i + 1 < states.size(); ++i)
      differ = w.graph.both(differ, w.graph.negation(w.graph.equal(states[i], states.back())));
  }
  EXPECT_FALSE(Exact(w.graph, w.inputs, w.law, differ).consistent());
}

TEST(Exact, the_next_question_is_the_one_that_leaves_least) {
  World w;
  Ref place = w.open("place", ir::Base::place), capable = w.yes_no("capable"),
      permitted = w.yes_no("permitted");
  Ref effect = w.graph.choose(w.graph.equal(place, w.graph.constant(1)),
                              w.graph.choose(capable, w.graph.constant(2), w.graph.constant(1)),
                              ir::Graph::no);
  Exact exact(w.graph, w.inputs, w.law, ir::Graph::yes);
  Numbers offered{2, 1, 0};
  EXPECT_EQ(exact.possible(effect), (Values{0, 1, 2}));
  EXPECT_EQ(exact.worst_case(effect, 0), 2u);
  EXPECT_EQ(exact.worst_case(effect, 2), 3u);
  EXPECT_EQ(exact.next_question(effect, offered), std::optional<std::uint32_t>(1));
  EXPECT_EQ(exact.next_question(permitted, Numbers{0, 1}), std::nullopt);
}

}  // namespace
}  // namespace comity::exact::small
