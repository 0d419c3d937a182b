// S9: tables as law, and families over a table, where `here` is each place and a member departs by exception.
#include "small_world.h"

namespace comity::tests {

const std::string columns =
    "place,from,until,enacted,extent,provision,source,checked,review_by,confidence,open\n";
std::string row(const std::string& place, const std::string& from, const std::string& until,
                const std::string& extent, const std::string& open,
                const std::string& enacted = "") {
  return place + "," + from + "," + until + "," + enacted + "," + extent + ",Act," +
         "book,2026-11-25,2027-11-25,confirmed," + open + "\n";
}

const std::string by_table = R"(
Article 1
table marriages
    file "marriages.csv"
    column open : yes_no
rule recognition: effect
    for status
    carrying all
    gives marriage
    if marriages.open(celebration.place, celebration.on)
    otherwise none
)";

TEST(Tables, a_row_is_a_clause_with_its_own_dates) {
  SmallWorld world{
      {"XA",
       by_table,
       "",
       {{"marriages.csv", columns + row("XB", "2000-01-01", "2008-01-01", "whole", "no") +
                              row("XB", "2008-01-01", "", "whole", "yes")}}}};
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2007-12-31"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.on", "2008-01-01"}})), "settled recognised");
  EXPECT_EQ(stance(world.ask({{"celebration.on", "1999-12-31"}}), Stance::letter).verdict,
            engine::Verdict::not_covered);
}

TEST(Tables, a_place_without_a_row_is_not_covered_unless_absence_means_no) {
  const std::string rows = columns + row("XB", "2000-01-01", "", "whole", "yes");
  SmallWorld open{{"XA", by_table, "", {{"marriages.csv", rows}}}};
  EXPECT_EQ(letter(open.ask({{"celebration.place", "XC"}})), "not_covered [law XC: marriages]");
  std::string absent_no = by_table;
  absent_no.insert(absent_no.find("rule recognition"), "    absent no\n");
  SmallWorld closed{{"XA", absent_no, "", {{"marriages.csv", rows}}}};
  EXPECT_EQ(letter(closed.ask({{"celebration.place", "XC"}})), "settled not_recognised");
  EXPECT_EQ(letter(closed.ask()), "settled recognised");
}

TEST(Tables, a_row_not_yet_enacted_by_what_is_known_is_hidden) {
  SmallWorld world{
      {"XA",
       by_table,
       "",
       {{"marriages.csv", columns + row("XB", "2008-01-01", "", "whole", "yes", "2015-01-01")}}}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.known_on", "2014-12-31"}})),
            "not_covered [law XB: marriages]");
}

TEST(Tables, a_part_takes_its_parents_row_only_where_the_extent_reaches_it) {
  SmallWorld whole{{"XA",
                    by_table,
                    "",
                    {{"marriages.csv", columns + row("XC", "2000-01-01", "", "whole", "yes")}}}};
  EXPECT_EQ(letter(whole.ask({{"celebration.place", "XC-1"}})), "settled recognised");
  SmallWorld own{{"XA",
                  by_table,
                  "",
                  {{"marriages.csv", columns + row("XC", "2000-01-01", "", "own", "yes")}}}};
  EXPECT_EQ(letter(own.ask({{"celebration.place", "XC-1"}})), "not_covered [law XC-1: marriages]");
  SmallWorld mixed{{"XA",
                    by_table,
                    "",
                    {{"marriages.csv", columns + row("XC", "2000-01-01", "", "whole", "yes") +
                                           row("XC-2", "2000-01-01", "", "whole", "no")}}}};
  EXPECT_EQ(letter(mixed.ask({{"celebration.place", "XC-1"}})), "settled recognised");
  EXPECT_EQ(letter(mixed.ask({{"celebration.place", "XC-2"}})), "settled not_recognised");
}

TEST(Tables, an_open_place_leaves_open_only_what_its_rows_differ_in) {
  SmallWorld world{{"XA",
                    by_table,
                    "",
                    {{"marriages.csv", columns + row("XB", "2000-01-01", "", "whole", "yes") +
                                           row("XC", "2000-01-01", "", "own", "no")}}}};
  EXPECT_EQ(
      letter(world.ask({{"celebration.place", ""}, {"celebration.place.one_of", "[XB, XC]"}})),
      "depends [fact celebration.place]");
}

const std::string family_law = R"(
Article 1
table parts
    file "parts.csv"
    column open : yes_no
bar sex against both
    makes void
    if same_sex and not parts.open(here, governing)
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)";

const std::vector<meaning::InputFile> family_rows{
    {"parts.csv", columns + row("XC-1", "2000-01-01", "2008-01-01", "own", "no") +
                      row("XC-1", "2008-01-01", "", "own", "yes") +
                      row("XC-2", "2000-01-01", "", "own", "no")}};

const std::string follows_the_place = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)";

TEST(Families, one_rule_is_the_law_of_each_place_the_table_lists) {
  SmallWorld world{{"XA", follows_the_place}, family("parts", family_law, family_rows)};
  EXPECT_EQ(letter(world.ask(with(two_men, {{"celebration.place", "XC-1"}}))),
            "settled recognised");
  EXPECT_EQ(letter(world.ask(with(two_men, {{"celebration.place", "XC-2"}}))),
            "settled not_recognised");
  EXPECT_EQ(letter(world.ask(
                with(two_men, {{"celebration.place", "XC-1"}, {"celebration.on", "2007-12-31"}}))),
            "settled not_recognised");
  EXPECT_EQ(letter(world.ask(with(two_men, {{"celebration.place", "XB"}}))), "not_covered [law XB]")
      << "no member of the family";
}

TEST(Families, a_member_is_a_forum_too_and_asks_another_member) {
  SmallWorld world{{"XA", follows_the_place}, family("parts", family_law, family_rows)};
  EXPECT_EQ(
      letter(world.ask(with(two_men, {{"question.forum", "XC-2"}, {"celebration.place", "XC-1"}}))),
      "settled recognised");
  EXPECT_EQ(
      letter(world.ask(with(two_men, {{"question.forum", "XC-1"}, {"celebration.place", "XC-2"}}))),
      "settled not_recognised");
}

TEST(Families, an_open_member_is_asked_once_and_depends_where_members_differ) {
  SmallWorld world{{"XA", follows_the_place}, family("parts", family_law, family_rows)};
  Paths either{{"celebration.place", ""}, {"celebration.place.one_of", "[XC-1, XC-2]"}};
  EXPECT_EQ(letter(world.ask(with(two_men, either))), "depends [fact celebration.place]");
  EXPECT_EQ(letter(world.ask(either)), "settled recognised")
      << "a man and a woman may marry in both";
}

TEST(Families, a_member_departs_by_exception_and_no_other_does) {
  SmallWorld world{{"XA", follows_the_place}, family("parts", family_law, family_rows), {"XC-2", R"(
Article 5
exception departs to F/C/1
    when same_sex
    gives no
)"}};
  EXPECT_EQ(letter(world.ask(with(two_men, {{"celebration.place", "XC-2"}}))),
            "settled recognised");
  EXPECT_EQ(letter(world.ask(
                with(two_men, {{"celebration.place", "XC-1"}, {"celebration.on", "2007-12-31"}}))),
            "settled not_recognised");
}

TEST(Families, what_a_familys_readings_and_those_who_hold_them_say_is_said_for_each_member) {
  const std::string with_reading = family_law + R"(
Article 3
reading strict
    says en "nothing counts" ru "ничто"
    excludes F/C/2
)" + holding("letter", "courts supreme") +
                                   holding("strict", "authorities ministry") + R"(
rule recognition: effect
    under reading strict
    for status
    carrying all
    gives none
)";
  SmallWorld world{{"XA", follows_the_place}, family("parts", with_reading, family_rows)};
  auto a = world.ask({{"question.forum", "XC-2"}, {"celebration.place", "XC-1"}});
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(courts(a), "settled recognised");
  EXPECT_EQ(authorities(a), "settled not_recognised");
}

TEST(Families,
     what_a_family_says_of_exposure_topics_treaties_acts_and_notes_is_said_for_each_member) {
  SmallWorld world{family("parts", family_law + R"(
Article 3
exposure (1) asserting
    mode assert
    kind family
    firm may_engage
    topic marriage
    who en "all" ru "все"
    effect en "a fine" ru "штраф"
topics
    covered marriage
    on 2026-11-25
note (2) known
    says en "a note" ru "заметка"
act (3) register_entry
    effect declaratory
    says en "an entry" ru "запись"
treaty pact
    says en "a pact" ru "пакт"
    with XB from 2000-01-01
    reaches place
    cite "the pact"
    source book
)",
                          family_rows)};
  Paths there{{"question.forum", "XC-2"},
              {"celebration.place", "XC-1"},
              {"later.0.on", "2015-01-01"},
              {"later.0.act", "register_entry"},
              {"later.0.by", "XC-2"}};
  auto a = world.ask(there);
  EXPECT_EQ(a.exposure.size(), 1u);
  EXPECT_EQ(a.topics_covered, std::vector<std::string>{"marriage"});
  EXPECT_EQ(a.law_notes.size(), 2u) << "the act's and the note's";
  there["celebration.place"] = "XB";
  EXPECT_EQ(letter(world.ask(there)), "not_covered [law treaty pact]");
}

}  // namespace comity::tests
