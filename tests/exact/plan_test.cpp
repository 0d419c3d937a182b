// The shortest interview, against one found by going through every order of asking over every completion.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "exact/author.h"

namespace comity::exact::small {
namespace {

using ir::Ref;

struct Told {
  Completion completion;
  ir::Value root;
};

// Fewest questions in the worst case over `inputs`, until root no longer turns on any of them.
std::size_t fewest(const World& w, const std::vector<Told>& left,
                   std::vector<std::uint32_t> inputs) {
  auto answer = [&](const Told& told, const std::vector<std::uint32_t>& to, bool of_these) {
    Completion part;
    for (std::size_t v = 0; v < told.completion.size(); ++v)
      if ((std::ranges::find(to, w.inputs.variables[v].input) != to.end()) == of_these)
        part.push_back(told.completion[v]);
    return part;
  };
  std::map<Completion, std::set<ir::Value>> by_rest;
  for (const Told& told : left) by_rest[answer(told, inputs, false)].insert(told.root);
  if (std::ranges::all_of(by_rest, [](const auto& rest) { return rest.second.size() == 1; }))
    return 0;
  std::size_t best = 100;
  for (std::uint32_t input : inputs) {
    std::map<Completion, std::vector<Told>> by_answer;
    for (const Told& told : left) by_answer[answer(told, {input}, true)].push_back(told);
    if (by_answer.size() < 2) continue;
    std::vector<std::uint32_t> others = inputs;
    std::erase(others, input);
    std::size_t worst = 0;
    for (const auto& [said, then] : by_answer) worst = std::max(worst, fewest(w, then, others));
    best = std::min(best, worst + 1);
  }
  return best;
}

RC_GTEST_PROP(Plan, asks_as_few_questions_as_any_order_does, ()) {
  World w;
  const std::vector<std::uint8_t> list = numbers();
  const std::vector<Ref> roots = Author(w, list).write();
  const std::vector<Completion> all = w.completions();
  RC_PRE(!all.empty() && all.size() <= 300);
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  for (Ref root : roots) {
    const std::vector<std::uint32_t> offered = exact.matters(root);
    if (offered.size() > 4) continue;
    const auto plan = exact.plan(root, offered);
    std::vector<Told> told;
    for (const Completion& c : all) told.push_back({c, w.graph.evaluate(root, c)});
    const std::size_t best = fewest(w, told, offered);
    RC_ASSERT((plan ? plan->at_most : 0) == best);
  }
}

TEST(Plan, a_question_that_may_spare_the_other_comes_first) {
  World w;
  const Ref a = w.yes_no("a"), b = w.yes_no("b"), c = w.yes_no("c");
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  const Ref root = w.graph.choose(b, a, c);
  const auto plan = exact.plan(root, std::vector<std::uint32_t>{0, 1, 2});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->input, 1u);
  EXPECT_EQ(plan->at_most, 2u);
  EXPECT_DOUBLE_EQ(plan->expected, 2.0);
}

TEST(Plan, what_nobody_can_tell_is_left_open) {
  World w;
  const Ref a = w.yes_no("a"), reading = w.yes_no("reading");
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  const auto plan = exact.plan(w.graph.both(a, reading), std::vector<std::uint32_t>{0});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->at_most, 1u);
  EXPECT_FALSE(exact.plan(reading, std::vector<std::uint32_t>{0}));
}

TEST(Plan, of_many_days_and_places_only_the_kinds_that_differ_are_tried) {
  World w;
  const Ref born = w.open("born", ir::Base::day, 0, 40000),
            place = w.open("place", ir::Base::place);
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  const Ref adult = w.graph.before_day(born, 12000), there = w.graph.is(place, 3);
  const auto plan = exact.plan(w.graph.both(adult, there), std::vector<std::uint32_t>{0, 1});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->at_most, 2u);
  EXPECT_DOUBLE_EQ(plan->expected, 1.5);
}

}  // namespace
}  // namespace comity::exact::small
