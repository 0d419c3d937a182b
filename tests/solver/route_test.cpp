// Steps that are offered, and steps that never are (docs/safety.md, 11 and 12).
#include "solver/route.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/law.h"

namespace comity::solver {
namespace {

Routes of(const tests::Paths& paths) {
  auto asked = tests::read(tests::law(), paths);
  EXPECT_TRUE(asked);
  return asked ? routes(tests::law(), asked->facts, asked->question, tests::today) : Routes{};
}

ir::Value place(const char* code) { return ir::place_named(tests::law(), code); }

bool offers(const Routes& r, ir::Value at) {
  return std::ranges::any_of(r.steps, [&](const RouteStep& s) {
    return std::ranges::find(s.places, at) != s.places.end();
  });
}

// A church wedding in Moscow that no registry entered: nothing in Russia.
tests::Paths unregistered() {
  tests::Paths paths = tests::copenhagen_2018();
  paths["celebration.place"] = "RU";
  paths["celebration.form"] = "religious";
  paths["celebration.registered"] = "no";
  paths["spouses.1.sex"] = "female";
  paths["question.on"] = "2018-02-01";
  return paths;
}

TEST(Route, a_couple_without_a_marriage_may_still_make_one) {
  Routes r = of(unregistered());
  EXPECT_EQ(r.refused, Refused::no);
  ASSERT_FALSE(r.steps.empty());
  EXPECT_TRUE(offers(r, place("NL")));
  for (const RouteStep& s : r.steps)
    EXPECT_EQ(s.before_from.stances.front().outcome, engine::Outcome::recognised);
}

TEST(Route, steps_are_cheapest_first) {
  Routes r = of(unregistered());
  EXPECT_TRUE(std::ranges::is_sorted(r.steps, {}, [](const RouteStep& s) { return s.act; }));
}

TEST(Route, no_wedding_is_offered_that_its_own_place_forbids) {
  tests::Paths paths = tests::copenhagen_2018();
  paths["celebration.registered"] = "no";
  paths["celebration.place"] = "RU";
  Routes r = of(paths);
  EXPECT_FALSE(offers(r, place("RU")));
  EXPECT_FALSE(offers(r, place("PL")));
}

class Protecting : public testing::TestWithParam<std::pair<const char*, const char*>> {};
TEST_P(Protecting, bar_has_no_way_around_it) {
  tests::Paths paths = unregistered();
  paths[GetParam().first] = GetParam().second;
  Routes r = of(paths);
  EXPECT_TRUE(r.steps.empty());
  EXPECT_TRUE(r.refused == Refused::protecting_bar || r.refused == Refused::minor);
}
INSTANTIATE_TEST_SUITE_P(
    Each, Protecting,
    testing::Values(std::pair{"spouses.1.born", "2001-05-01"}, std::pair{"spouses.0.consents", "no"},
                    std::pair{"spouses.1.declared_incapable", "yes"},
                    std::pair{"between.kinship", "ancestor_descendant"},
                    std::pair{"between.kinship", "full_siblings"},
                    std::pair{"between.kinship", "half_siblings"},
                    std::pair{"between.adoption", "adopter_adopted"}));

TEST(Route, a_subsisting_union_has_no_way_around_it) {
  tests::Paths paths = unregistered();
  paths.erase("spouses.0.earlier_unions");
  for (auto [key, value] : {std::pair{"kind", "marriage"}, {"on", "2010-05-01"}, {"place", "FR"},
                            {"form", "civil"}, {"registered", "yes"}, {"other.sex", "female"},
                            {"other.nationalities", "[FR]"}, {"ended", "no"}})
    paths[std::string("spouses.0.earlier_unions.0.") + key] = value;
  Routes r = of(paths);
  EXPECT_TRUE(r.steps.empty());
  EXPECT_EQ(r.refused, Refused::protecting_bar);
}

tests::Paths refugees_from_russia() {
  tests::Paths paths = tests::copenhagen_2018();
  paths["celebration.place"] = "RU";
  paths["celebration.form"] = "religious";
  paths["celebration.registered"] = "no";
  paths["question.on"] = "2020-02-01";
  for (const char* s : {"spouses.0.", "spouses.1."}) {
    paths[std::string(s) + "protection.kind"] = "refugee";
    paths[std::string(s) + "protection.by"] = "NL";
    paths[std::string(s) + "protection.from"] = "2018-08-01";
    paths[std::string(s) + "residence"] = paths[std::string(s) + "domicile"] = "NL";
  }
  return paths;
}

TEST(Route, refugees_are_never_sent_to_the_state_fled) {
  tests::Paths paths = refugees_from_russia();
  paths["question.forum"] = "NL";
  Routes r = of(paths);
  EXPECT_EQ(r.never_sent_to, (std::vector<ir::Value>{place("RU"), place("RU")}));
  for (const RouteStep& s : r.steps) {
    EXPECT_NE(s.act, Act::legalise);  // the certificate of the state fled
    for (ir::Value at : s.places) EXPECT_NE(at, place("RU"));
  }
  EXPECT_FALSE(r.steps.empty());
}

TEST(Route, refugees_who_ask_about_the_state_fled_get_no_steps) {
  Routes r = of(refugees_from_russia());
  EXPECT_TRUE(r.steps.empty());
  EXPECT_EQ(r.refused, Refused::state_fled);
}

}  // namespace
}  // namespace comity::solver
