// S4: dated versions, what was enacted and known when, acts that reach back, and law that is no longer or not yet there.
#include "small_world.h"

namespace comity::tests {

constexpr const char* two_versions = R"(
Article 1
in force from 1900-01-01 until 2015-01-01
rule recognition: effect
    for status
    carrying all
    gives none
in force from 2015-01-01 enacted 2014-06-01
rule recognition: effect
    for status
    carrying all
    gives marriage
)";

TEST(Versions, the_version_in_force_on_the_day_asked_governs_the_forums_own_rule) {
  SmallWorld world{{"XA", two_versions}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2014-12-31"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2015-01-01"}})), "settled recognised");
}

TEST(Versions, what_is_not_yet_enacted_by_what_is_known_is_hidden) {
  SmallWorld world{{"XA", two_versions}};
  auto hidden = world.ask({{"question.on", "2016-01-01"}, {"question.known_on", "2014-05-31"}});
  EXPECT_EQ(letter(hidden), "not_covered [law XA: XA/C/1 (last in force until 2015-01-01)]")
      << "no version is left for that day";
  EXPECT_EQ(letter(world.ask({{"question.on", "2016-01-01"}, {"question.known_on", "2014-06-01"}})),
            "settled recognised");
}

TEST(Versions, outside_every_version_the_answer_says_until_when_the_clause_was_in_force) {
  SmallWorld world{{"XA", R"(
Article 1
in force from 1990-01-01 until 2015-01-01
rule recognition: effect
    for status
    carrying all
    gives marriage
)"}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2014-12-31"}})), "settled recognised");
  auto after = world.ask({{"question.on", "2015-01-01"}});
  EXPECT_EQ(letter(after), "not_covered [law XA: XA/C/1 (last in force until 2015-01-01)]");
  EXPECT_EQ(verdict(after), "not_covered");
  EXPECT_EQ(letter(world.ask({{"question.on", "1989-12-31"},
                              {"celebration.on", "1988-01-01"},
                              {"spouses.0.born", "1950-01-01"},
                              {"spouses.1.born", "1950-01-01"}})),
            "not_covered [law XA: XA/C/1 (in force only from 1990-01-01)]");
}

TEST(Versions, before_the_day_a_modules_domestic_law_is_covered_from_the_answer_is_not_covered) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)"},
                   {"XB", R"(
Article 1
bar age against s
    makes void
    if celebration.on before s.born plus 18 years
)",
                    "covers_from = 2010-06-02"}};
  EXPECT_EQ(letter(world.ask()), "not_covered [law XB: before 2010-06-02]");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2010-06-02"}})), "settled recognised");
}

TEST(Versions,
     before_the_day_a_forums_recognition_rules_are_covered_from_the_answer_is_not_covered) {
  SmallWorld world{{"XA", recognises_all, "recognition_from = 2012-01-01"}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2012-01-01"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2011-12-31"}})),
            "not_covered [law XA: before 2012-01-01]");
}

TEST(Versions, a_forum_without_a_module_is_not_covered) {
  SmallWorld world{{"XA", recognises_all}};
  auto a = world.ask({{"question.forum", "XC"}});
  EXPECT_EQ(letter(a), "not_covered [law XC]");
  EXPECT_EQ(verdict(a), "not_covered");
}

constexpr const char* asks_the_place = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)";

// The place's form rule, relaxed in 2015 for weddings since 2005.
constexpr const char* cured_in_2015 = R"(
Article 1
in force from 1900-01-01 until 2015-01-01
bar form against both
    makes void
    if not celebration.registered
in force from 2015-01-01 reaching back to 2005-01-01
bar form against both
    makes void
    if celebration.form is common_law
)";

TEST(ReachingBack, a_later_act_governs_earlier_days_for_whoever_looks_from_after_it) {
  SmallWorld world{{"XA", asks_the_place}, {"XB", cured_in_2015}};
  Paths unregistered{{"celebration.registered", "no"}};
  unregistered["question.on"] = "2014-12-31";
  EXPECT_EQ(letter(world.ask(unregistered)), "settled not_recognised")
      << "looked at before the act";
  unregistered["question.on"] = "2015-01-01";
  EXPECT_EQ(letter(world.ask(unregistered)), "settled recognised") << "looked at after it";
  unregistered["celebration.on"] = "2004-12-31";
  EXPECT_EQ(letter(world.ask(unregistered)), "settled not_recognised")
      << "it does not reach that far";
}

TEST(ReachingBack, a_rule_may_look_from_the_celebration_and_then_a_later_act_does_not_count) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on seen from celebration.on
    otherwise none
)"},
                   {"XB", cured_in_2015}};
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})), "settled not_recognised");
}

TEST(ReachingBack, what_was_known_on_a_day_before_the_act_does_not_hold_it) {
  SmallWorld world{{"XA", asks_the_place}, {"XB", cured_in_2015}};
  Paths unregistered{{"celebration.registered", "no"}, {"question.on", "2016-01-01"}};
  EXPECT_EQ(letter(world.ask(unregistered)), "settled recognised");
  unregistered["question.known_on"] = "2014-12-31";
  EXPECT_EQ(letter(world.ask(unregistered)), "settled not_recognised");
}

TEST(ReachingBack, the_clauses_of_one_retroactive_standard_do_not_replace_each_other) {
  SmallWorld world{{"XA", R"(
Article 1
in force from 2015-01-01 reaching back to 2005-01-01
standard (1) genuine: yes_no
    met when celebration.registered
    not met when celebration.form is common_law
    leaves to en "the court" ru "суд"
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if genuine
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
}

TEST(PartKnownDates, a_year_leaves_the_version_open_where_a_change_falls_within_it) {
  SmallWorld world{{"XA", asks_the_place}, {"XB", R"(
Article 1
in force from 1900-01-01 until 2010-05-01
bar form against both
    makes void
    if celebration.form is not religious
in force from 2010-05-01
bar form against both
    makes void
    if celebration.form is not one of [religious, civil]
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2010"}})), "depends [fact celebration.on]");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2010-06"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2010"}, {"celebration.form", "religious"}})),
            "settled recognised")
      << "no version bars a religious wedding";
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2009"}})), "settled not_recognised");
}

TEST(PartKnownDates, an_age_that_holds_for_the_whole_interval_is_no_open_fact) {
  SmallWorld world{{"XA", asks_the_place}, {"XB", R"(
Article 1
bar age against s
    makes void
    if celebration.on before s.born plus 18 years
)"}};
  EXPECT_EQ(letter(world.ask({{"spouses.0.born", "1992"}})), "depends [fact spouses.0.born]");
  EXPECT_EQ(letter(world.ask({{"spouses.0.born", "1992-06"}})), "depends [fact spouses.0.born]");
  EXPECT_EQ(letter(world.ask({{"spouses.0.born", "1992-05"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.born", "1993"}})), "settled not_recognised");
}

TEST(PartKnownValues, one_of_several_narrows_what_a_fact_may_be) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.form is one of [civil, religious]
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", ""}})), "depends [fact celebration.form]");
  EXPECT_EQ(letter(world.ask(
                {{"celebration.form", ""}, {"celebration.form.one_of", "[civil, religious]"}})),
            "settled recognised");
  EXPECT_EQ(
      letter(world.ask({{"celebration.form", ""}, {"celebration.form.not", "[civil, religious]"}})),
      "settled not_recognised");
  EXPECT_EQ(
      letter(world.ask({{"celebration.form", ""}, {"celebration.form.one_of", "[civil, proxy]"}})),
      "depends [fact celebration.form]");
}

TEST(AsThenHeld, a_row_enacted_since_then_is_shown_where_only_the_letters_outcome_differs) {
  SmallWorld world{
      {"XA",
       R"(
Article 1
table marriages
    file "marriages.csv"
    column open : yes_no
    absent no
rule recognition: effect
    for status
    carrying all
    gives marriage
    if marriages.open(celebration.place, celebration.on)
    otherwise none
)",
       "",
       {{"marriages.csv",
         "place,from,until,enacted,extent,provision,source,checked,review_by,confidence,open\n"
         "XB,2008-01-01,,2015-01-01,whole,Act,book,2026-11-25,2027-11-25,confirmed,yes\n"}}}};
  auto a = world.ask({{"question.on", "2014-01-01"}});
  EXPECT_EQ(letter(a), "settled recognised");
  ASSERT_TRUE(a.as_then_held);
  EXPECT_EQ(a.as_then_held->verdict, engine::Verdict::untested);
  EXPECT_EQ(a.as_then_held->stances[0].outcome, engine::Outcome::not_recognised);
}

TEST(AsThenHeld, what_was_held_on_the_day_asked_is_shown_where_it_differs_from_today) {
  SmallWorld world{{"XA", asks_the_place}, {"XB", cured_in_2015}};
  auto same = world.ask({{"question.on", "2016-01-01"}, {"celebration.registered", "no"}});
  EXPECT_FALSE(same.as_then_held);
  SmallWorld reinterpreted{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if wide
    otherwise none
term wide: yes_no
    is yes
term wide: yes_no
    under reading narrow
    is no
reading narrow
    says en "narrow" ru "узко"
holding narrow
    by courts supreme en "the supreme court" ru "верховный суд"
    form judgment
    for all
    said 2018-01-01
    cite "judgment of 2018"
    source book
)"}};
  auto differs = reinterpreted.ask({{"question.on", "2016-01-01"}});
  EXPECT_EQ(verdict(differs), "contested") << "a judgment reaches back as far as the text";
  ASSERT_TRUE(differs.as_then_held);
  EXPECT_EQ(differs.as_then_held->verdict, engine::Verdict::untested);
  auto now = reinterpreted.ask({{"question.on", "2019-01-01"}});
  EXPECT_FALSE(now.as_then_held);
  EXPECT_EQ(verdict(reinterpreted.ask(
                {{"question.on", "2016-01-01"}, {"question.known_on", "2017-12-31"}})),
            "untested");
}

}  // namespace comity::tests
