// What the search finds in the law base, and what it does not.
#include "solver/loopholes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/law.h"

namespace comity::solver {
namespace {

const Report& russia_2018() {
  static const Report report = loopholes(tests::law(), ir::place_named(tests::law(), "RU"),
                                         *base::parse_day("2018-01-01"), tests::today, {}, false);
  return report;
}

std::string id(std::uint32_t provision) {
  const ir::Law& law = tests::law();
  return provision < law.provisions.size() ? std::string(law.str(law.provisions[provision].id)) : "";
}

const Finding* finding(const Report& report, Kind kind, std::string_view about,
                       std::string_view decided_by) {
  for (const Finding& f : report.findings)
    if (f.kind == kind && f.about == about && id(f.decided_by) == decided_by) return &f;
  return nullptr;
}

TEST(Loopholes, the_story_of_2018_is_found_with_nothing_told) {
  const Finding* f = finding(russia_2018(), Kind::purpose_fails, "union_of_a_man_and_a_woman",
                             "RU/SK/158(1)");
  ASSERT_TRUE(f && f->found);
  const Couple& couple = f->found->couple;
  ASSERT_TRUE(find(couple, "spouses.0.sex") && find(couple, "spouses.1.sex"));
  EXPECT_EQ(find(couple, "spouses.0.sex")->value, find(couple, "spouses.1.sex")->value);
  EXPECT_EQ(find(couple, "between.kinship")->value, "none");
  EXPECT_EQ(find(couple, "celebration.on")->value, "2017-12-01");
  EXPECT_NE(find(couple, "celebration.place")->value, "RU");
  EXPECT_EQ(f->found->answer.stances.front().outcome, engine::Outcome::recognised);
  ASSERT_EQ(f->missed.size(), 1u);
  EXPECT_EQ(id(tests::law().bars[f->missed[0]].provision), "RU/SK/12(1)");
  EXPECT_EQ(id(f->provision), "RU/SK/1");
  EXPECT_FALSE(f->closed_by.empty());
}

TEST(Loopholes, the_class_is_two_of_one_sex) {
  const Finding* f = finding(russia_2018(), Kind::purpose_fails, "union_of_a_man_and_a_woman",
                             "RU/SK/158(1)");
  ASSERT_TRUE(f);
  auto has = [&](std::string_view sex) {
    return std::ranges::any_of(f->variants, [&](const Couple& v) {
      return v.size() == 2 && v[0].value == sex && v[1].value == sex;
    });
  };
  EXPECT_TRUE(has("male"));
  EXPECT_TRUE(has("female"));
}

TEST(Loopholes, bars_that_recognition_does_not_repeat) {
  const Report& r = russia_2018();
  for (const char* kind : {"age", "consent", "sex"})
    EXPECT_TRUE(finding(r, Kind::bar_not_repeated, kind, "RU/SK/158(1)")) << kind;
  for (const char* kind : {"existing_union", "kinship", "adoption", "incapacity"}) {
    EXPECT_FALSE(finding(r, Kind::bar_not_repeated, kind, "RU/SK/158(1)")) << kind;
    EXPECT_TRUE(finding(r, Kind::bar_not_repeated, kind, "RU/SK/158(2)")) << kind;
  }
}

TEST(Loopholes, around_a_bar_that_protects_there_are_no_steps) {
  std::size_t defects = 0;
  for (const Finding& f : russia_2018().findings) {
    if (!f.defect) continue;
    ++defects;
    EXPECT_FALSE(f.found) << f.about;
    EXPECT_TRUE(f.variants.empty()) << f.about;
  }
  EXPECT_GE(defects, 5u);
  const Finding* age = finding(russia_2018(), Kind::bar_not_repeated, "age", "RU/SK/158(1)");
  ASSERT_TRUE(age);
  EXPECT_TRUE(age->defect);
}

TEST(Loopholes, cousins_whom_russia_lets_marry_are_not_reported) {
  for (const Finding& f : russia_2018().findings)
    if (f.found)
      for (const Told& fact : f.found->couple)
        EXPECT_NE(fact.value, "first_cousins") << f.about;
}

TEST(Loopholes, no_couple_shown_is_kin_under_age_or_unwilling) {
  for (const Finding& f : russia_2018().findings) {
    if (!f.found) continue;
    const Couple& c = f.found->couple;
    if (const Told* kin = find(c, "between.kinship")) EXPECT_EQ(kin->value, "none");
    for (const char* path : {"spouses.0.consents", "spouses.1.consents"})
      if (const Told* told = find(c, path)) EXPECT_EQ(told->value, "yes");
    for (const char* path : {"spouses.0.born", "spouses.1.born"})
      if (const Told* told = find(c, path)) EXPECT_LT(told->value, "2000-01-01");
  }
}

TEST(Loopholes, what_is_not_there_is_proved) {
  auto proved = [](Kind kind, std::string_view about) {
    return std::ranges::any_of(russia_2018().none, [&](const Proved& p) {
      return p.kind == kind && p.about == about;
    });
  };
  EXPECT_TRUE(proved(Kind::order_matters, "spouses"));
  EXPECT_TRUE(proved(Kind::stances_part, "letter/courts"));
  EXPECT_TRUE(russia_2018().unfinished.empty());
}

// A small law of our own, with one of everything: two clauses that overlap, people nobody speaks of, a clause under a
// condition nobody meets, and a rule that looks at A alone.
constexpr const char* small_law = R"(# Chapter 1. Marriages made abroad

An island whose law was written to be searched.

## Article 1. Recognition

One clause for weddings before an office, one for weddings of Danes, and they say different things.

```law
in force from 2000-01-01
source knowledge

rule (1) recognition: effect
    for status
    carrying all
    when celebration.form is civil
    gives marriage

rule (2) recognition: effect
    for status
    carrying all
    when every s in spouses has (national(s, DK, celebration.on))
    gives partnership

rule (3) recognition: effect
    for status
    carrying all
    when celebration.form is religious and celebration.registered and not celebration.registered
    gives marriage

rule (4) recognition: effect
    for status
    carrying all
    when celebration.form is customary and (some s in spouses has (s.label is first and s.sex is male))
    gives marriage

rule (5) recognition: effect
    for status
    carrying all
    when celebration.form is customary and (no s in spouses has (s.label is first and s.sex is male))
    gives none
```
)";

const ir::Law& island() {
  static const ir::Builder builder = [] {
    std::vector<meaning::InputFile> files = tests::law_files();
    std::erase_if(files, [](const auto& f) { return !f.path.starts_with("shared/"); });
    files.push_back({"aq/MODULE.toml",
                     "place = \"AQ\"\ncovers_from = 2000-01-01\nrecognition_from = 2000-01-01\n"
                     "letter_is_case_law = false\n"});
    files.push_back({"aq/m/SOURCE.toml",
                     "key = \"AQ/M\"\nplace = \"AQ\"\ntitle = { en = \"Test\", ru = \"Тест\" }\n"
                     "number = \"1\"\nadopted = 2000-01-01\nlanguage = \"en\"\ncite = \"art. {}\"\n"
                     "checked = 2026-11-25\nreview_by = 2027-11-25\n"});
    files.push_back({"aq/m/law.law.md", small_law});
    return tests::compile(std::move(files));
  }();
  static const ir::Law view = builder.view();
  return view;
}

std::vector<std::string> found(Kind kind) {
  static const Report report = loopholes(island(), ir::place_named(island(), "AQ"),
                                         *base::parse_day("2018-01-01"), tests::today, {}, false);
  std::vector<std::string> list;
  for (const Finding& f : report.findings)
    if (f.kind == kind) list.push_back(f.about);
  return list;
}

TEST(SmallLaw, an_overlap_is_a_conflict) {
  EXPECT_EQ(found(Kind::conflict), std::vector<std::string>{"AQ/M/1(1)"});
}
TEST(SmallLaw, those_nobody_speaks_of_are_a_gap) {
  EXPECT_EQ(found(Kind::gap), std::vector<std::string>{"AQ/M/1(1)"});
}
TEST(SmallLaw, a_condition_nobody_meets_is_a_dead_clause) {
  EXPECT_EQ(found(Kind::dead_clause), std::vector<std::string>{"AQ/M/1(3)"});
}
TEST(SmallLaw, who_is_called_a_matters) { EXPECT_EQ(found(Kind::order_matters).size(), 1u); }

}  // namespace
}  // namespace comity::solver
