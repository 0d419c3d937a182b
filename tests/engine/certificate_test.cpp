// Certificates: the facts named suffice, each of them is needed, and two completions that are shown do differ.
#include "engine/certificate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/law.h"

namespace comity::engine {
namespace {

Certificate of(const tests::Paths& paths) {
  auto asked = tests::read(tests::law(), paths);
  EXPECT_TRUE(asked);
  Answer answer = check(tests::law(), asked->facts, asked->question, tests::today, {});
  return certificate_of(tests::law(), asked->facts, answer, tests::today);
}

// Only what is named, and what a case cannot do without.
tests::Paths only(const tests::Paths& paths, const std::vector<std::string>& named) {
  tests::Paths fewer;
  for (const auto& [path, value] : paths) {
    bool kept = path.starts_with("question.") || path.ends_with(".label") ||
                std::ranges::any_of(named, [&](const std::string& n) {
                  return path == n || path.starts_with(n + ".");
                });
    if (kept) fewer[path] = value;
  }
  return fewer;
}

std::vector<Outcome> outcomes(const tests::Paths& paths) {
  std::vector<Outcome> list;
  for (const StanceAnswer& s : tests::answer(tests::law(), paths).stances)
    list.push_back(s.verdict == Verdict::silent ? Outcome::none : s.outcome);
  return list;
}

TEST(Certificate, the_facts_named_suffice) {
  tests::Paths paths = tests::copenhagen_2018();
  auto named = of(paths).suffices;
  ASSERT_FALSE(named.empty());
  EXPECT_LT(named.size(), paths.size());
  EXPECT_EQ(outcomes(only(paths, named)), outcomes(paths));
}

TEST(Certificate, each_of_them_is_needed) {
  tests::Paths paths = tests::copenhagen_2018();
  auto named = of(paths).suffices;
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto fewer = named;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_NE(outcomes(only(paths, fewer)), outcomes(paths)) << named[i];
  }
}

TEST(Certificate, siblings_need_hardly_anything_else) {
  tests::Paths paths = tests::copenhagen_2018();
  paths["between.kinship"] = "full_siblings";
  auto named = of(paths).suffices;
  EXPECT_NE(std::ranges::find(named, "between.kinship"), named.end());
  EXPECT_EQ(std::ranges::find(named, "spouses.0.declared_incapable"), named.end());
}

TEST(Certificate, two_completions_differ_in_what_matters) {
  tests::Paths paths = tests::copenhagen_2018();
  paths.erase("spouses.0.sex");
  Certificate c = of(paths);
  ASSERT_EQ(c.differ.size(), 2u);
  EXPECT_NE(c.differ[0].outcome, c.differ[1].outcome);
  ASSERT_EQ(c.differ[0].facts.size(), 1u);
  EXPECT_EQ(c.differ[0].facts[0].first, "spouses.0.sex");
  for (const auto& way : c.differ) {
    tests::Paths told = paths;
    for (const auto& [path, value] : way.facts) told[path] = value;
    Answer answer = tests::answer(tests::law(), told);
    EXPECT_EQ(answer.stances[static_cast<std::size_t>(c.stance)].outcome, way.outcome);
  }
}

}  // namespace
}  // namespace comity::engine
