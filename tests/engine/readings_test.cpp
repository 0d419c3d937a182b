// S5: readings that add, exclude or redefine; holdings by rank, purpose, class and day; stances and their verdicts.
#include "small_world.h"

namespace comity::tests {

// A recognition rule on a defined term, which the reading `narrow` redefines, `added` adds to and `shut` excludes.
const std::string base_law = R"(
Article 1
rule (1) recognition: effect
    named plain
    for status
    carrying all
    when celebration.form is not customary
    gives marriage
    if is_marriage
    otherwise none
rule (2) recognition: effect
    under reading added
    for status
    carrying all
    when celebration.form is customary
    gives partnership
Article 2
term is_marriage: yes_no
    is yes
term is_marriage: yes_no
    under reading narrow
    is different_sex
reading narrow
    says en "a man and a woman" ru "мужчина и женщина"
reading added
    says en "customs too" ru "и обычаи"
reading shut
    says en "paragraph 1 is obsolete" ru "пункт 1 устарел"
    excludes XA/C/1(1)
)";

TEST(Readings, the_letter_alone_is_untested_and_never_settled) {
  SmallWorld world{{"XA", base_law}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(courts(a), "silent");
  EXPECT_EQ(authorities(a), "silent");
  EXPECT_EQ(verdict(a), "untested");
  EXPECT_EQ(a.outcome, engine::Outcome::none);
}

TEST(Readings, a_body_that_reads_as_the_letter_settles_it) {
  SmallWorld world{{"XA", base_law + holding("letter", "authorities desk")}};
  EXPECT_EQ(verdict(world.ask(two_men)), "settled recognised");
  EXPECT_EQ(verdict(world.ask(with(two_men, {{"question.on", "2014-12-31"}}))), "untested")
      << "they had not spoken yet";
}

TEST(Readings, a_reading_redefines_a_term_where_it_is_held) {
  SmallWorld world{{"XA", base_law + holding("narrow", "authorities ministry")}};
  auto a = world.ask(two_men);
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(authorities(a), "settled not_recognised");
  EXPECT_EQ(verdict(a), "contested");
  EXPECT_EQ(flips(a), "{XA/narrow}");
  EXPECT_EQ(verdict(world.ask()), "settled recognised")
      << "of a man and a woman both readings say the same";
}

TEST(Readings, a_reading_adds_clauses_where_it_is_held) {
  SmallWorld world{{"XA", base_law + holding("added", "courts supreme")}};
  auto a = world.ask({{"celebration.form", "customary"}});
  EXPECT_EQ(letter(a), "undecided [gap XA/C/1(1)#plain]");
  EXPECT_EQ(courts(a), "settled recognised_as_registered_partnership");
  EXPECT_EQ(verdict(a), "undecided also contested");
}

TEST(Readings, a_reading_excludes_clauses_where_it_is_held) {
  SmallWorld world{{"XA", base_law + holding("shut", "courts supreme")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(courts(a), "undecided [gap XA/C/1(1)#plain]");
  EXPECT_EQ(verdict(a), "undecided also contested");
  EXPECT_EQ(flips(a), "{XA/shut}");
}

TEST(Readings, sexes_left_out_leave_the_letter_settled_and_the_narrow_body_dependent) {
  SmallWorld world{{"XA", base_law + holding("narrow", "authorities ministry")}};
  auto a = world.ask({{"spouses.0.sex", ""}, {"spouses.1.sex", ""}});
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(authorities(a), "depends [fact spouses.0.sex, fact spouses.1.sex]");
  EXPECT_EQ(verdict(a), "depends also contested");
  ASSERT_EQ(a.depends_on.size(), 2u);
  EXPECT_EQ(a.depends_on[0].stances, std::vector{Stance::authorities});
}

TEST(Holdings, the_highest_rank_that_spoke_speaks_for_the_stance) {
  SmallWorld world{{"XA", base_law + holding("narrow", "courts first_instance") +
                              holding("letter", "courts supreme", "    said 2017-01-01\n")}};
  EXPECT_EQ(courts(world.ask(with(two_men, {{"question.on", "2016-01-01"}}))),
            "settled not_recognised");
  EXPECT_EQ(courts(world.ask(two_men)), "settled recognised");
  EXPECT_EQ(verdict(world.ask(two_men)), "settled recognised");
  EXPECT_EQ(flips(world.ask(two_men)), "{XA/narrow}") << "a reading overruled is still known";
}

TEST(Holdings, a_higher_rank_speaks_only_for_the_class_of_cases_it_spoke_of) {
  SmallWorld world{
      {"XA", base_law +
                 holding("narrow", "courts supreme", "    where celebration.form is religious\n") +
                 holding("letter", "courts appellate")}};
  EXPECT_EQ(courts(world.ask(two_men)), "settled recognised");
  EXPECT_EQ(courts(world.ask(with(two_men, {{"celebration.form", "religious"}}))),
            "settled not_recognised");
  EXPECT_EQ(courts(world.ask(with(two_men, {{"celebration.form", ""},
                                            {"celebration.form.one_of", "[civil, religious]"}}))),
            "depends [fact celebration.form]");
}

TEST(Holdings, a_class_that_no_holding_reaches_leaves_the_stance_silent) {
  SmallWorld world{{"XA", base_law + holding("narrow", "courts supreme", "    where same_sex\n") +
                              "searched courts\n    on 2026-11-20\n"}};
  EXPECT_EQ(courts(world.ask()), "silent");
  EXPECT_EQ(stance(world.ask(), Stance::courts).searched, "2026-11-20");
  EXPECT_EQ(stance(world.ask(), Stance::authorities).searched, "") << "not searched";
  EXPECT_EQ(courts(world.ask(two_men)), "settled not_recognised");
  EXPECT_EQ(courts(world.ask(with(two_men, {{"spouses.1.sex", ""}}))),
            "depends [fact spouses.1.sex]")
      << "whether they have spoken is itself open";
}

TEST(Holdings, equal_ranks_that_differ_make_the_stance_itself_contested) {
  SmallWorld world{{"XA", base_law + holding("narrow", "courts appellate") +
                              holding("letter", "courts appellate", "    said 2016-01-01\n")}};
  auto a = world.ask(two_men);
  EXPECT_EQ(stance(a, Stance::courts).verdict, engine::Verdict::contested);
  EXPECT_TRUE(stance(a, Stance::courts).divided);
  EXPECT_EQ(verdict(a), "contested");
  EXPECT_EQ(courts(world.ask()), "settled recognised") << "divided where it makes no difference";
}

TEST(Holdings, equal_ranks_that_name_the_same_readings_in_another_order_agree) {
  SmallWorld world{{"XA", base_law + holding("narrow, shut", "courts appellate") +
                              holding("shut, narrow", "courts appellate")}};
  EXPECT_EQ(courts(world.ask(two_men)), "undecided [gap XA/C/1(1)#plain]");
  EXPECT_FALSE(stance(world.ask(two_men), Stance::courts).divided);
}

TEST(Holdings, a_divided_lower_rank_does_not_matter_where_a_higher_one_has_spoken) {
  SmallWorld world{{"XA", base_law + holding("narrow", "courts appellate") +
                              holding("letter", "courts appellate") +
                              holding("letter", "courts constitutional", "    said 2018-06-01\n")}};
  EXPECT_EQ(courts(world.ask(two_men)), "settled recognised");
}

TEST(Holdings, doctrine_supervisors_and_legislatures_are_shown_and_never_counted) {
  SmallWorld world{{"XA", base_law + holding("narrow", "doctrine doctrine") +
                              holding("narrow", "supervisors supervisor")}};
  auto a = world.ask(two_men);
  EXPECT_EQ(courts(a), "silent");
  EXPECT_EQ(authorities(a), "silent");
  EXPECT_EQ(verdict(a), "untested");
  ASSERT_EQ(a.readings.size(), 1u);
  EXPECT_EQ(a.readings[0].holders.size(), 2u);
  EXPECT_FALSE(a.readings[0].holders[0].counted);
  EXPECT_EQ(flips(a), "{XA/narrow}");
}

TEST(Holdings, a_body_speaks_for_the_purposes_it_named_and_for_no_other) {
  SmallWorld world{
      {"XA", base_law + holding("narrow", "authorities ministry", "    for tax, pension\n")}};
  auto tax = world.ask(with(two_men, {{"question.purpose", "tax"}}));
  EXPECT_EQ(authorities(tax), "settled not_recognised");
  EXPECT_EQ(verdict(tax), "contested");
  auto status = world.ask(two_men);
  EXPECT_EQ(authorities(status), "silent") << "a refusal for one purpose is no stance on another";
  EXPECT_EQ(verdict(status), "untested");
}

TEST(Holdings, a_holding_given_up_counts_until_that_day) {
  SmallWorld world{
      {"XA", base_law + holding("narrow", "authorities ministry", "    until 2018-01-01\n")}};
  EXPECT_EQ(authorities(world.ask(with(two_men, {{"question.on", "2017-12-31"}}))),
            "settled not_recognised");
  EXPECT_EQ(authorities(world.ask(with(two_men, {{"question.on", "2018-01-01"}}))), "silent");
}

TEST(Holdings, a_judgment_reaches_back_and_practice_forward_only) {
  SmallWorld judgment{{"XA", base_law + holding("narrow", "courts supreme",
                                                "    form judgment\n    said 2015-01-01\n")}};
  EXPECT_EQ(courts(judgment.ask(with(two_men, {{"question.on", "2012-01-01"}}))),
            "settled not_recognised")
      << "as far as the text, unless it limits itself";
  EXPECT_EQ(courts(judgment.ask(with(
                two_men, {{"question.on", "2012-01-01"}, {"question.known_on", "2014-12-31"}}))),
            "silent");
  SmallWorld limited{
      {"XA",
       base_law +
           holding("narrow", "courts supreme",
                   "    form judgment\n    said 2015-01-01\n    reaches back to 2013-01-01\n")}};
  EXPECT_EQ(courts(limited.ask(with(two_men, {{"question.on", "2012-12-31"}}))), "silent");
  EXPECT_EQ(courts(limited.ask(with(two_men, {{"question.on", "2013-01-01"}}))),
            "settled not_recognised");
  SmallWorld practice{{"XA", base_law + holding("narrow", "courts supreme",
                                                "    form practice\n    said 2015-01-01\n")}};
  EXPECT_EQ(courts(practice.ask(with(two_men, {{"question.on", "2014-12-31"}}))), "silent");
  EXPECT_EQ(courts(practice.ask(with(two_men, {{"question.on", "2015-01-01"}}))),
            "settled not_recognised");
}

TEST(Holdings, where_the_law_is_case_law_courts_read_as_the_letter) {
  SmallWorld world{{"XA", base_law, "letter_is_case_law = true"}};
  auto a = world.ask(two_men);
  EXPECT_EQ(courts(a), "settled recognised");
  EXPECT_EQ(verdict(a), "settled recognised");
}

TEST(Flips, the_minimal_sets_may_need_two_readings_together) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if first_wide or second_wide
    otherwise none
term first_wide: yes_no
    is yes
term first_wide: yes_no
    under reading a
    is no
term second_wide: yes_no
    is yes
term second_wide: yes_no
    under reading b
    is no
reading a
    says en "a" ru "а"
reading b
    says en "b" ru "б"
reading c
    says en "c, that changes nothing here" ru "в"
)" + holding("a", "doctrine doctrine") +
                              holding("b", "doctrine doctrine") +
                              holding("c", "doctrine doctrine")}};
  auto both = world.ask();
  EXPECT_EQ(flips(both), "{XA/a XA/b}");
  for (const auto& reading : both.readings)
    EXPECT_FALSE(reading.flips) << reading.id << " alone does not";
}

TEST(Flips, a_set_that_holds_a_smaller_flipping_set_is_not_minimal) {
  SmallWorld world{{"XA", base_law + holding("narrow, shut", "authorities ministry")}};
  EXPECT_EQ(flips(world.ask(two_men)), "{XA/narrow} {XA/shut}");
}

TEST(Flips, a_reading_nobody_had_given_by_the_day_asked_is_not_among_them) {
  SmallWorld world{{"XA", base_law + holding("narrow", "authorities ministry")}};
  auto before = world.ask(with(two_men, {{"question.on", "2014-12-31"}}));
  EXPECT_EQ(flips(before), "");
  EXPECT_TRUE(before.readings.empty());
}

}  // namespace comity::tests
