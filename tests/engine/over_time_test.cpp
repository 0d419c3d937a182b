// S13 and the timeline; and several ceremonies of one couple.
#include <algorithm>

#include "small_world.h"

namespace comity::tests {

// ---- exposure

std::string exposure(const std::string& act, const std::string& mode,
                     const std::string& rest = {}) {
  return "exposure (" +
         std::string(act == "asserting" ? "1"
                     : act == "denying" ? "2"
                     : act == "silence" ? "3"
                     : act == "publish" ? "4"
                                        : "5") +
         ") " + act + "\n    mode " + mode +
         "\n    kind administrative\n    firm may_engage\n    topic promotion\n" + rest +
         "    who en \"the two\" ru \"оба\"\n    effect en \"a fine\" ru \"штраф\"\n";
}

const std::string with_exposure = std::string(recognises_all) + "Article 2\n" +
                                  exposure("asserting", "assert", "    when same_sex\n") +
                                  exposure("denying", "deny") + exposure("silence", "silence") +
                                  exposure("publish", "assert") + R"(
topics
    covered promotion, documents
    not covered employment
    on 2026-11-25
Article 3
in force from 2015-01-01 until 2018-01-01
exposure (9) register
    mode assert
    kind penal
    firm engages
    topic documents
    when some p in plans has (p.act is register and p.place is XA)
    who en "the two" ru "оба"
    effect en "prison" ru "лишение свободы"
)";

std::vector<std::string> exposed(const SmallWorld& world, const engine::Answer& answer) {
  std::vector<std::string> list;
  for (const auto& line : answer.exposure)
    list.push_back(line.act + " " + line.mode + " " + line.kind + " " +
                   world.provision(line.provision));
  return list;
}
using Lines = std::vector<std::string>;

TEST(Exposure, asserting_denying_and_silence_are_always_looked_at_and_planned_acts_where_planned) {
  SmallWorld world{{"XA", with_exposure}};
  EXPECT_EQ(exposed(world, world.ask()), (Lines{"denying deny administrative XA/C/2(2)",
                                                "silence silence administrative XA/C/2(3)"}));
  EXPECT_EQ(
      exposed(world, world.ask(two_men)),
      (Lines{"asserting assert administrative XA/C/2(1)", "denying deny administrative XA/C/2(2)",
             "silence silence administrative XA/C/2(3)"}));
  EXPECT_EQ(
      exposed(world, world.ask({{"plans", "[publish]"}})),
      (Lines{"denying deny administrative XA/C/2(2)", "silence silence administrative XA/C/2(3)",
             "publish assert administrative XA/C/2(4)"}));
}

TEST(Exposure,
     a_provision_is_engaged_on_the_day_asked_while_it_is_in_force_and_by_the_plans_own_facts) {
  SmallWorld world{{"XA", with_exposure}};
  auto engaged = [&](const Paths& paths) {
    auto a = world.ask(paths);
    return std::ranges::any_of(a.exposure, [](const auto& line) { return line.act == "register"; });
  };
  Paths plan{{"plans.0.act", "register"}, {"plans.0.place", "XA"}, {"question.on", "2017-12-31"}};
  EXPECT_TRUE(engaged(plan));
  EXPECT_FALSE(engaged(with(plan, {{"question.on", "2018-01-01"}})));
  EXPECT_FALSE(engaged(with(plan, {{"question.on", "2014-12-31"}})));
  EXPECT_FALSE(engaged(with(plan, {{"plans.0.place", "XC"}})));
}

TEST(Exposure, one_that_turns_on_an_unknown_fact_is_shown_with_what_would_tell) {
  SmallWorld world{{"XA", with_exposure}};
  auto a = world.ask(with(two_men, {{"spouses.1.sex", ""}}));
  ASSERT_FALSE(a.exposure.empty());
  EXPECT_EQ(a.exposure[0].act, "asserting");
  EXPECT_EQ(a.exposure[0].depends_on, Lines{"spouses.1.sex"});
}

TEST(Exposure, which_topics_were_looked_at_is_always_said_even_where_nothing_was_found) {
  SmallWorld world{{"XA", std::string(recognises_all) +
                              "Article 2\ntopics\n    covered promotion\n    not "
                              "covered employment\n    on 2026-11-25\n"}};
  auto a = world.ask();
  EXPECT_TRUE(a.exposure.empty());
  EXPECT_EQ(a.topics_covered, Lines{"promotion"});
  EXPECT_EQ(a.topics_not_covered, Lines{"employment"});
}

// ---- ceremonies

const std::string earliest_counts = R"(
Article 1
term good_since: date
    is earliest c.on among c in ceremonies where (valid(c) under c.place as at c.on)
rule recognition: effect
    for status
    carrying all
    gives marriage
    from earlier_of_the_two
    if valid under celebration.place as at celebration.on or good_since by asked
    otherwise none
Article 2
rule (1) earlier_of_the_two: date
    when not (valid under celebration.place as at celebration.on) or good_since before celebration.on
    gives good_since
rule (2) earlier_of_the_two: date
    when (valid under celebration.place as at celebration.on) and not (good_since before celebration.on)
    gives celebration.on
)";
const std::string civil_only =
    "\nArticle 1\nbar form against both\n    makes void\n    if celebration.form is not civil\n";

Paths ceremony(int number, const std::string& place, const std::string& on,
               const std::string& form) {
  std::string c = "ceremonies." + std::to_string(number) + ".";
  return {{c + "place", place},
          {c + "on", on},
          {c + "form", form},
          {c + "registered", "yes"},
          {c + "formalities_observed", "yes"}};
}

TEST(Ceremonies, the_earliest_that_counts_fixes_the_day) {
  SmallWorld world{{"XA", earliest_counts},
                   {"XB", civil_only},
                   {"XC",
                    "\nArticle 1\nbar age against s\n    makes void\n    if celebration.on before "
                    "s.born plus 18 years\n"}};
  auto from = [&](const Paths& paths) {
    auto a = world.ask(paths);
    return letter(a) + " " + stance(a, Stance::letter).from;
  };
  EXPECT_EQ(from({}), "settled recognised 2010-06-01");
  EXPECT_EQ(from(ceremony(0, "XC", "2009-05-01", "religious")), "settled recognised 2009-05-01");
  EXPECT_EQ(from(ceremony(0, "XB", "2009-05-01", "religious")), "settled recognised 2010-06-01")
      << "of no effect there";
  EXPECT_EQ(from(with(ceremony(0, "XB", "2008-05-01", "religious"),
                      ceremony(1, "XC", "2009-05-01", "religious"))),
            "settled recognised 2009-05-01");
  EXPECT_EQ(
      from(with(ceremony(0, "XB", "2012-05-01", "civil"), {{"celebration.form", "religious"}})),
      "settled recognised 2012-05-01")
      << "the first is of no effect; the second is cured by no one, it is good by itself";
}

// ---- timeline

const std::string over_time = R"(
Article 1
in force from 1900-01-01 until 2012-01-01
rule recognition: effect
    for status
    carrying all
    gives none
in force from 2012-01-01 enacted 2011-06-01
rule recognition: effect
    for status
    carrying all
    gives marriage
    if wide
    otherwise none
Article 2
term wide: yes_no
    is yes
term wide: yes_no
    under reading narrow
    is no
reading narrow
    says en "narrow" ru "узко"
)";

TEST(Timeline, status_arises_is_doubted_and_the_days_and_their_causes_are_marked) {
  SmallWorld world{{"XA", over_time + holding("narrow", "authorities ministry",
                                              "    said 2015-03-01\n    until 2018-01-01\n")}};
  auto intervals = world.timeline({});
  EXPECT_EQ(lines(intervals), (Lines{"2010-06-01..2012-01-01 untested not_recognised",
                                     "2012-01-01..2015-03-01 untested recognised",
                                     "2015-03-01..2018-01-01 contested recognised",
                                     "2018-01-01.. untested recognised"}));
  ASSERT_EQ(intervals.size(), 4u);
  EXPECT_EQ(intervals[1].because[0].kind, "law");
  EXPECT_EQ(intervals[1].because[0].ref, "XA/C/1");
  EXPECT_EQ(intervals[2].because[0].kind, "reading");
  EXPECT_EQ(intervals[2].because[0].ref, "XA/narrow");
}

TEST(Timeline, known_now_and_as_lived_differ_where_a_judgment_reached_back) {
  SmallWorld world{
      {"XA",
       over_time +
           holding("narrow", "courts supreme",
                   "    form judgment\n    said 2016-01-01\n    reaches back to 2013-01-01\n")}};
  EXPECT_EQ(lines(world.timeline({})), (Lines{"2010-06-01..2012-01-01 untested not_recognised",
                                              "2012-01-01..2013-01-01 untested recognised",
                                              "2013-01-01.. contested recognised"}));
  EXPECT_EQ(
      lines(world.timeline({}, true)),
      (Lines{"2010-06-01..2012-01-01 untested not_recognised",
             "2012-01-01..2016-01-01 untested recognised", "2016-01-01.. contested recognised"}));
}

TEST(Timeline,
     a_retroactive_act_shows_from_its_reach_as_now_known_and_from_its_enactment_as_lived) {
  SmallWorld world{{"XA", R"(
Article 1
in force from 1900-01-01 until 2015-01-01
rule recognition: effect
    for status
    carrying all
    gives none
in force from 2015-01-01 enacted 2014-09-01
rule recognition: effect
    for status
    carrying all
    gives marriage
)"}};
  EXPECT_EQ(lines(world.timeline({}, true)),
            (Lines{"2010-06-01..2015-01-01 untested not_recognised",
                   "2015-01-01.. untested recognised"}));
}

TEST(Timeline, an_official_act_is_marked_whether_it_changes_the_status_or_not) {
  SmallWorld world{{"XA", recognises_all}};
  auto intervals = world.timeline(
      {{"later.0.on", "2012-03-01"}, {"later.0.act", "civil_status_mark"}, {"later.0.by", "XA"}});
  EXPECT_EQ(lines(intervals), (Lines{"2010-06-01..2012-03-01 untested recognised",
                                     "2012-03-01.. untested recognised"}));
  EXPECT_EQ(intervals[1].because[0].kind, "act");
  EXPECT_EQ(intervals[1].because[0].ref, "civil_status_mark");
}

TEST(Timeline, a_power_is_open_until_the_act_that_closes_it) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    leaves to en "the registrar" ru "регистратор"
    closed by register_entry
    otherwise none
)"}};
  Paths entered{
      {"later.0.on", "2012-03-01"}, {"later.0.act", "register_entry"}, {"later.0.by", "XA"}};
  for (bool as_lived : {false, true})
    EXPECT_EQ(
        lines(world.timeline(entered, as_lived)),
        (Lines{"2010-06-01..2012-03-01 discretionary open", "2012-03-01.. untested recognised"}));
}

TEST(Timeline, what_an_overlay_and_its_membership_change_is_marked) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives none
Article 2
overlay floor
    says en "a judgment" ru "решение"
    with XA from 2012-01-01 until 2019-01-01
    joins at_least marriage
    binds letter
    said 2015-01-01
    reaches back to 2000-01-01
    cite "a judgment"
    source book
)"}};
  EXPECT_EQ(lines(world.timeline({})), (Lines{"2010-06-01..2012-01-01 untested not_recognised",
                                              "2012-01-01..2019-01-01 untested recognised",
                                              "2019-01-01.. untested not_recognised"}));
  EXPECT_EQ(lines(world.timeline({}, true)),
            (Lines{"2010-06-01..2015-01-01 untested not_recognised",
                   "2015-01-01..2019-01-01 untested recognised",
                   "2019-01-01.. untested not_recognised"}));
}

TEST(Timeline, a_row_of_a_table_that_begins_or_ends_is_marked) {
  SmallWorld world{
      {"XA",
       R"(
Article 1
table marriages
    file "marriages.csv"
    column open : yes_no
rule recognition: effect
    for status
    carrying all
    gives marriage
    if marriages.open(here, asked)
    otherwise none
)",
       "",
       {{"marriages.csv",
         "place,from,until,enacted,extent,provision,source,checked,review_by,confidence,open\n"
         "XA,2000-01-01,2014-01-01,,whole,Act,book,2026-11-25,2027-11-25,confirmed,no\n"
         "XA,2014-01-01,,2013-05-01,whole,Act,book,2026-11-25,2027-11-25,confirmed,yes\n"}}}};
  EXPECT_EQ(lines(world.timeline({})), (Lines{"2010-06-01..2014-01-01 untested not_recognised",
                                              "2014-01-01.. untested recognised"}));
}

TEST(Timeline, a_dated_fact_of_the_case_that_changes_is_marked) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (s.residence at asked is XA)
    otherwise none
)"}};
  Paths moved{{"spouses.0.residence.0.in", "XA"},
              {"spouses.0.residence.0.from", "1990-01-01"},
              {"spouses.0.residence.0.until", "2014-05-01"},
              {"spouses.0.residence.1.in", "XB"},
              {"spouses.0.residence.1.from", "2014-05-01"}};
  EXPECT_EQ(lines(world.timeline(moved)), (Lines{"2010-06-01..2014-05-01 untested recognised",
                                                 "2014-05-01.. untested not_recognised"}));
}

}  // namespace comity::tests
