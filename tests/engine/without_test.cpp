// The law with one decision's own part left out: found by court and day, or named; what made way for it goes on.
#include "engine/without.h"

#include "small_world.h"

namespace comity::tests {

const std::string reads_narrowly = R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
    if is_marriage
    otherwise none
Article 2
term is_marriage: yes_no
    is yes
term is_marriage: yes_no
    under reading narrow
    is different_sex
reading narrow
    says en "a man and a woman" ru "мужчина и женщина"
)";

engine::DecisionDays days_in(const ir::Law& law, const char* day) {
  engine::DecisionDays days;
  days.forum = ir::place_named(law, "XA");
  days.first = days.last = *base::parse_day(day);
  days.by_courts = true;
  days.changes_law = true;
  return days;
}

std::vector<std::string> found_on(const SmallWorld& world, const char* day) {
  return engine::names_of(world.law(), engine::part_since(world.law(), days_in(world.law(), day)));
}

std::vector<std::string> named(const SmallWorld& world, const char* name, const char* day) {
  engine::OwnPart part;
  if (!engine::add_named(world.law(), name, days_in(world.law(), day), part)) return {"nothing"};
  return engine::names_of(world.law(), part);
}

using Names = std::vector<std::string>;

TEST(Without, what_a_court_said_that_day_is_its_own) {
  SmallWorld world{{"XA", reads_narrowly + holding("narrow", "courts supreme")}};
  EXPECT_EQ(found_on(world, "2015-01-01"), Names{"XA/narrow@2015-01-01"});
  EXPECT_EQ(found_on(world, "2015-01-02"), Names{});
}

TEST(Without, what_an_authority_said_that_day_is_not_a_courts) {
  SmallWorld world{{"XA", reads_narrowly + holding("narrow", "authorities ministry")}};
  EXPECT_EQ(found_on(world, "2015-01-01"), Names{});
}

TEST(Without, the_stance_is_silent_where_its_only_holding_is_left_out) {
  SmallWorld world{{"XA", reads_narrowly + holding("narrow", "courts supreme")}};
  const engine::Without without(
      world.law(), engine::part_since(world.law(), days_in(world.law(), "2015-01-01")));
  EXPECT_EQ(courts(world.ask(two_men)), "settled not_recognised");
  EXPECT_EQ(courts(world.ask_by(without.law(), two_men)), "silent");
  EXPECT_EQ(courts(world.ask(two_men)), "settled not_recognised") << "the law given is not touched";
}

TEST(Without, a_clause_that_made_way_goes_on) {
  SmallWorld world{{"XA", R"(
Article 1
in force from 1900-01-01 until 2015-01-01
rule (1) recognition: effect
    for status
    carrying all
    gives none
in force from 2015-01-01
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
)"}};
  const auto part = engine::part_since(world.law(), days_in(world.law(), "2015-01-01"));
  const engine::Without without(world.law(), part);
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask_by(without.law())), "settled not_recognised");
}

TEST(Without, a_clause_that_turns_on_the_day_reads_as_if_it_never_came) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    when asked since 2015-01-01
    gives marriage
rule (1) recognition: effect
    named before
    for status
    carrying all
    when asked before 2015-01-01
    gives none
)"}};
  const auto part = engine::part_since(world.law(), days_in(world.law(), "2015-01-01"));
  EXPECT_EQ(engine::names_of(world.law(), part), (Names{"XA/C/1(1)", "XA/C/1(1)#before"}));
  const engine::Without without(world.law(), part);
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask_by(without.law())), "settled not_recognised");
}

TEST(Without, parts_are_named_as_a_case_file_names_them) {
  SmallWorld world{{"XA", reads_narrowly + holding("narrow", "courts supreme") +
                              holding("letter", "authorities ministry")}};
  EXPECT_EQ(named(world, "XA/narrow", "2020-01-01"), Names{"XA/narrow@2015-01-01"});
  EXPECT_EQ(named(world, "XA/narrow@2015-01-01", "2020-01-01"), Names{"XA/narrow@2015-01-01"});
  EXPECT_EQ(named(world, "XA/letter@2015-01-01", "2020-01-01"), Names{"XA/letter@2015-01-01"});
  EXPECT_EQ(named(world, "XA/C/1(1)", "2020-01-01"), Names{"XA/C/1(1)"});
  EXPECT_EQ(named(world, "XA/C/2", "2020-01-01"), Names{"XA/C/2"});
  for (const char* nothing : {"XA/narrow@2015-01-02", "XA/other", "XA/C/3", "XA/C/1(1):2", "", "@"})
    EXPECT_EQ(named(world, nothing, "2020-01-01"), Names{"nothing"}) << nothing;
}

TEST(Without, one_class_of_a_standard_can_be_left_out) {
  SmallWorld world{{"XA", R"(
Article 1
standard offends: yes_no
    met when celebration.form is customary
    met when celebration.form is religious
    not met when celebration.form is civil
    leaves to en "the court" ru "суд"
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
    unless offends
    otherwise none
)"}};
  engine::OwnPart part;
  ASSERT_TRUE(engine::add_named(world.law(), "XA/C/1:2", days_in(world.law(), "2020-01-01"), part));
  const engine::Without without(world.law(), part);
  const Paths religious{{"celebration.form", "religious"}};
  EXPECT_EQ(letter(world.ask(religious)), "settled not_recognised");
  EXPECT_EQ(letter(world.ask_by(without.law(), religious)).substr(0, 9), "undecided");
  EXPECT_EQ(letter(world.ask_by(without.law(), {{"celebration.form", "customary"}})),
            "settled not_recognised");
}

}  // namespace comity::tests
