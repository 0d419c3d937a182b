// S8.3: overlays and how they join, whom and which stances they bind; treaties that are listed but not modelled.
#include "small_world.h"

namespace comity::tests {

std::string overlay(const std::string& name, const std::string& joins,
                    const std::string& rest = {}) {
  auto unless_said = [&](const char* clause, const char* line) {
    return rest.find(std::string("    ") + clause + " ") == std::string::npos
               ? std::string("    ") + line + "\n"
               : "";
  };
  return "overlay " + name + "\n    says en \"a judgment\" ru \"решение\"\n" +
         unless_said("with", "with XA from 2000-01-01") + "    joins " + joins + "\n" +
         unless_said("binds", "binds letter, courts, authorities") +
         unless_said("said", "said 2015-01-01") + rest +
         "    cite \"a judgment\"\n    source book\n";
}

const std::string gives_none =
    "\nArticle 1\nrule recognition: effect\n    for status\n    carrying all\n    gives "
    "none\nArticle 2\n";
const std::string gives_marriage =
    "\nArticle 1\nrule recognition: effect\n    for status\n    carrying all\n    gives "
    "marriage\nArticle 2\n";

TEST(Overlays, at_least_raises_and_never_lowers) {
  SmallWorld below{{"XA", gives_none + overlay("floor", "at_least partnership")}};
  EXPECT_EQ(letter(below.ask()), "settled recognised_as_registered_partnership");
  EXPECT_EQ(decided_by(below, below.ask()), "XA/C/2");
  SmallWorld above{{"XA", gives_marriage + overlay("floor", "at_least partnership")}};
  EXPECT_EQ(letter(above.ask()), "settled recognised");
  EXPECT_EQ(decided_by(above, above.ask()), "XA/C/1");
}

TEST(Overlays, at_most_lowers_and_never_raises) {
  SmallWorld above{{"XA", gives_marriage + overlay("ceiling", "at_most partnership")}};
  EXPECT_EQ(letter(above.ask()), "settled recognised_as_registered_partnership");
  SmallWorld below{{"XA", gives_none + overlay("ceiling", "at_most partnership")}};
  EXPECT_EQ(letter(below.ask()), "settled not_recognised");
}

TEST(Overlays, instead_replaces) {
  SmallWorld world{{"XA", gives_marriage + overlay("replaced", "instead none")}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
}

TEST(Overlays, a_duty_changes_no_status_and_is_shown_with_whether_it_was_executed) {
  SmallWorld world{
      {"XA", gives_none + overlay("owed", "duty",
                                  "    executed en \"not executed\" ru \"не исполнено\"\n")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled not_recognised");
  ASSERT_EQ(a.duties.size(), 1u);
  EXPECT_EQ(a.duties[0].join, "duty");
  EXPECT_FALSE(a.duties[0].applied);
  EXPECT_EQ(world.law().str(a.duties[0].executed.en), "not executed");
}

TEST(Overlays, the_answer_without_the_overlay_is_shown) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least marriage")}};
  auto a = world.ask();
  ASSERT_EQ(a.duties.size(), 1u);
  EXPECT_TRUE(a.duties[0].applied);
  EXPECT_EQ(a.duties[0].without, engine::Outcome::not_recognised);
  EXPECT_EQ(letter(a), "settled recognised");
}

TEST(Overlays, disregard_takes_bars_of_a_kind_out_of_account) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    unless some bar from XA/C/3 as at celebration.on
    otherwise none
Article 2
)" + overlay("open_to_all", "disregard [sex]") +
                              R"(
Article 3
bar (1) sex against both
    makes void
    if same_sex
bar (2) kinship [full_siblings] against both
    makes void
)"}};
  EXPECT_EQ(letter(world.ask(two_men)), "settled recognised");
  EXPECT_EQ(letter(world.ask(with(two_men, {{"between.kinship", "full_siblings"}}))),
            "settled not_recognised");
  EXPECT_EQ(letter(world.ask(with(two_men, {{"question.on", "2014-12-31"}}))),
            "settled not_recognised")
      << "not said yet";
}

TEST(Overlays, one_binds_the_stances_it_names) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least marriage", "    binds courts\n") +
                              holding("letter", "courts desk") +
                              holding("letter", "authorities desk")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled not_recognised");
  EXPECT_EQ(courts(a), "settled recognised");
  EXPECT_EQ(authorities(a), "settled not_recognised");
  EXPECT_EQ(verdict(a), "contested");
}

TEST(Overlays, members_are_dated) {
  SmallWorld world{
      {"XA", gives_none + overlay("floor", "at_least marriage",
                                  "    with XA from 2016-01-01 until 2019-01-01\n    with XC from "
                                  "2000-01-01\n    reaches back to 2000-01-01\n")}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2015-12-31"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2016-01-01"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2018-12-31"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2019-01-01"}})), "settled not_recognised");
}

TEST(Overlays, one_speaks_from_the_day_it_reaches_until_the_day_it_ends_as_far_as_it_is_known) {
  SmallWorld world{
      {"XA", gives_none + overlay("floor", "at_least marriage",
                                  "    reaches back to 2012-01-01\n    until 2018-01-01\n")}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2011-12-31"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2012-01-01"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2012-01-01"}, {"question.known_on", "2014-12-31"}})),
            "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2018-01-01"}})), "settled not_recognised");
}

TEST(Overlays, one_speaks_to_the_purposes_and_the_class_of_cases_it_names) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least marriage",
                                               "    for residence\n    when same_sex\n")}};
  EXPECT_EQ(letter(world.ask({{"question.purpose", "residence"}})), "settled not_recognised")
      << "not its class";
  EXPECT_EQ(letter(world.ask(with(two_men, {{"question.purpose", "residence"}}))),
            "settled recognised_limited_purpose");
  EXPECT_EQ(letter(world.ask(with(two_men, {{"question.purpose", "tax"}}))),
            "settled not_recognised");
  EXPECT_EQ(
      letter(world.ask(with(two_men, {{"spouses.0.sex", ""}, {"question.purpose", "residence"}}))),
      "depends [fact spouses.0.sex]");
}

TEST(Overlays, two_without_rank_that_disagree_are_a_conflict) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least marriage") + "Article 3\n" +
                              overlay("ceiling", "at_most none")}};
  auto a = world.ask();
  EXPECT_EQ(stance(a, Stance::letter).verdict, engine::Verdict::undecided);
  EXPECT_EQ(stance(a, Stance::letter).opens.size(), 1u);
  EXPECT_EQ(stance(a, Stance::letter).opens[0].label, engine::Open::Label::conflict);
  EXPECT_EQ(decided_by(world, a), "");
}

TEST(Overlays, two_without_rank_that_come_to_the_same_in_either_order_are_no_conflict) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least partnership") + "Article 3\n" +
                              overlay("ceiling", "at_most marriage")}};
  EXPECT_EQ(letter(world.ask()), "settled recognised_as_registered_partnership");
}

TEST(Overlays, a_third_that_agrees_with_its_neighbour_does_not_hide_a_conflict) {
  SmallWorld world{{"XA", gives_none + overlay("first", "instead marriage") + "Article 3\n" +
                              overlay("middle", "at_most marriage") + "Article 4\n" +
                              overlay("last", "instead none")}};
  EXPECT_EQ(stance(world.ask(), Stance::letter).verdict, engine::Verdict::undecided);
  using engine::Outcome;
  EXPECT_EQ(stance(world.ask(), Stance::letter).possible,
            (std::vector{Outcome::recognised, Outcome::not_recognised}));
}

TEST(Overlays, a_declared_rank_decides_between_two) {
  SmallWorld world{{"XA", gives_none + overlay("floor", "at_least marriage", "    rank 1\n") +
                              "Article 3\n" + overlay("ceiling", "at_most none", "    rank 2\n")}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
  SmallWorld other{{"XA", gives_none + overlay("floor", "at_least marriage", "    rank 3\n") +
                              "Article 3\n" + overlay("ceiling", "at_most none", "    rank 2\n")}};
  EXPECT_EQ(letter(other.ask()), "settled recognised");
}

TEST(Overlays, members_may_stand_in_a_table) {
  SmallWorld world{
      {"XA",
       gives_none + "table union\n    file \"union.csv\"\n    absent no\n" +
           overlay("floor", "at_least marriage",
                   "    members union\n    with XB from 2000-01-01\n"),
       "",
       {{"union.csv",
         "place,from,until,enacted,extent,provision,source,checked,review_by,confidence\n"
         "XA,2016-01-01,,,whole,treaty,book,2026-11-25,2027-11-25,confirmed\n"}}}};
  EXPECT_EQ(letter(world.ask({{"question.on", "2015-12-31"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"question.on", "2016-01-01"}})), "settled recognised");
}

// ---- treaties

std::string treaty(const std::string& reaches) {
  return gives_marriage +
         "treaty pact\n    says en \"a pact\" ru \"пакт\"\n    with XB from 2005-01-01 until "
         "2015-01-01\n    reaches " +
         reaches + "\n    cite \"the pact\"\n    source book\n";
}

TEST(Treaties, one_listed_but_not_modelled_leaves_the_effect_not_covered_by_name) {
  SmallWorld world{{"XA", treaty("place")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "not_covered [law treaty pact]");
  EXPECT_EQ(verdict(a), "not_covered");
  EXPECT_EQ(letter(world.ask({{"celebration.place", "XC"}})), "settled recognised");
}

TEST(Treaties, one_reaches_its_parties_while_it_is_in_force_between_them) {
  SmallWorld world{{"XA", treaty("place")}};
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2004-12-31"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2015-01-01"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2014-12-31"}})), "not_covered [law treaty pact]");
}

TEST(Treaties, one_may_reach_by_nationality_and_then_the_place_does_not_matter) {
  SmallWorld world{{"XA", treaty("nationality")}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(
      letter(world.ask({{"spouses.1.nationalities", "[XA, XB]"}, {"celebration.place", "XC"}})),
      "not_covered [law treaty pact]");
  auto open = world.ask({{"spouses.1.nationalities", "[XA, unknown]"}});
  EXPECT_EQ(stance(open, Stance::letter).verdict, engine::Verdict::not_covered);
  EXPECT_EQ(letter(open), "not_covered [fact spouses.1.nationalities, law treaty pact]");
}

}  // namespace comity::tests
