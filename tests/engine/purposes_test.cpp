// S10, S11: effects by purpose and the outcomes made of them; degrees of invalidity; weddings still to come.
#include "small_world.h"

namespace comity::tests {

const std::string but_status_and_tax =
    "record, residence, entry, naturalisation, protection, social_security, pension, maintenance, "
    "employment, housing, next_of_kin, "
    "parentage, adoption, name, property, succession, death, divorce, remarriage, criminal";

// Effects for status, for tax and for all else.
std::string effects(const std::string& status, const std::string& tax, const std::string& rest) {
  auto clause = [](const char* number, const std::string& purposes, const std::string& value) {
    return std::string("rule (") + number + ") recognition: effect\n    for " + purposes +
           "\n    gives " + value + "\n";
  };
  return "\nArticle 1\n" + clause("1", "status", status) + clause("2", "tax", tax) +
         clause("3", but_status_and_tax, rest);
}

std::string outcome_for(const char* purpose, const std::string& law) {
  SmallWorld world{{"XA", law}};
  return letter(world.ask({{"question.purpose", purpose}}));
}

TEST(Purposes, the_outcome_of_a_purpose_follows_from_its_effect_and_the_effect_for_status) {
  EXPECT_EQ(outcome_for("status", effects("marriage", "none", "none")), "settled recognised");
  EXPECT_EQ(outcome_for("tax", effects("marriage", "none", "none")), "settled not_recognised");
  EXPECT_EQ(outcome_for("tax", effects("none", "marriage", "none")),
            "settled recognised_limited_purpose");
  EXPECT_EQ(outcome_for("tax", effects("partnership", "marriage", "none")),
            "settled recognised_limited_purpose");
  EXPECT_EQ(outcome_for("tax", effects("partnership", "partnership", "none")),
            "settled recognised_as_registered_partnership");
  EXPECT_EQ(outcome_for("tax", effects("marriage", "partnership", "none")),
            "settled recognised_as_registered_partnership");
  EXPECT_EQ(outcome_for("tax", effects("marriage", "marriage", "none")), "settled recognised");
}

TEST(Purposes, status_without_effect_is_limited_where_some_other_purpose_has_one) {
  EXPECT_EQ(outcome_for("status", effects("none", "none", "none")), "settled not_recognised");
  EXPECT_EQ(outcome_for("status", effects("none", "partnership", "none")),
            "settled recognised_limited_purpose");
  SmallWorld world{{"XA", effects("none", "marriage", "none")}};
  auto a = world.ask();
  std::uint8_t tax = static_cast<std::uint8_t>(
      ir::enum_value(world.law(), world.law().anchors.enum_purpose, "tax"));
  EXPECT_EQ(stance(a, Stance::letter).purposes, std::vector<std::uint8_t>{tax});
}

TEST(Purposes, other_purposes_lists_each_whose_outcome_differs) {
  SmallWorld world{{"XA", effects("marriage", "partnership", "marriage")}};
  auto a = world.ask();
  ASSERT_EQ(a.other_purposes.size(), 1u);
  EXPECT_EQ(a.other_purposes[0].purpose, "tax");
  EXPECT_EQ(a.other_purposes[0].outcome, engine::Outcome::recognised_as_registered_partnership);
}

TEST(Purposes, a_clause_that_names_a_purpose_wins_over_one_that_only_carries_it) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
rule (2) recognition: effect
    for tax
    gives none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.purpose", "tax"}})), "settled not_recognised");
  EXPECT_EQ(decided_by(world, world.ask({{"question.purpose", "tax"}})), "XA/C/1(2)");
  EXPECT_EQ(letter(world.ask({{"question.purpose", "pension"}})), "settled recognised");
}

TEST(
    Purposes,
    clauses_on_different_purposes_never_conflict_and_a_purpose_that_no_clause_names_is_not_covered) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    gives marriage
rule (2) recognition: effect
    for tax
    gives none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"question.purpose", "pension"}})),
            "not_covered [law XA: recognition]");
}

TEST(Purposes, what_the_registrar_enters_is_no_word_on_status) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for record
    gives marriage
rule (2) recognition: effect
    for status
    carrying all
    gives none
)"}};
  EXPECT_EQ(letter(world.ask({{"question.purpose", "record"}})),
            "settled recognised_limited_purpose");
  EXPECT_EQ(letter(world.ask({{"question.purpose", "tax"}})), "settled not_recognised");
}

// ---- degrees

const std::string follows_the_place = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)";

std::string bar_making(const std::string& degree) {
  return "\nArticle 1\nbar (1) age against s\n    makes " + degree +
         "\n    undone by en \"a court\" ru \"суд\"\n    if celebration.on before s.born plus 40 "
         "years\n";
}

TEST(Degrees, a_voidable_marriage_is_recognised_with_its_degree_and_who_may_undo_it) {
  SmallWorld world{{"XA", follows_the_place}, {"XB", bar_making("voidable")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(stance(a, Stance::letter).degree, ir::Invalidity::voidable);
  EXPECT_EQ(world.law().str(stance(a, Stance::letter).undone_by.en), "a court");
  auto old = world.ask({{"spouses.0.born", "1960-01-01"}, {"spouses.1.born", "1960-01-01"}});
  EXPECT_EQ(stance(old, Stance::letter).degree, ir::Invalidity::none);
}

TEST(Degrees, a_void_or_non_existent_marriage_is_not_recognised) {
  for (const char* degree : {"void", "non_existent"}) {
    SmallWorld world{{"XA", follows_the_place}, {"XB", bar_making(degree)}};
    EXPECT_EQ(letter(world.ask()), "settled not_recognised");
  }
}

TEST(Degrees, the_forum_may_insist_on_its_own_bar_and_its_own_degree) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    degree voidable
    unless some bar making [void] as at celebration.on
    otherwise none
)"},
                   {"XB", bar_making("void")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(stance(a, Stance::letter).degree, ir::Invalidity::voidable);
}

TEST(Degrees, the_same_words_stand_for_every_purpose_that_is_treated_alike_or_apart) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
rule (2) recognition: effect
    for tax
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)"},
                   {"XB", bar_making("voidable")}};
  for (const char* purpose : {"status", "tax", "pension"}) {
    auto a = world.ask({{"question.purpose", purpose}});
    EXPECT_EQ(stance(a, Stance::letter).degree, ir::Invalidity::voidable) << purpose;
    EXPECT_EQ(world.law().str(stance(a, Stance::letter).undone_by.en), "a court") << purpose;
  }
}

TEST(Degrees, since_when_the_effect_holds_is_the_celebration_unless_the_rule_says_otherwise) {
  SmallWorld plain{{"XA", recognises_all}};
  EXPECT_EQ(stance(plain.ask(), Stance::letter).from, "2010-06-01");
  SmallWorld later{{"XA",
                    "\nArticle 1\nrule recognition: effect\n    for status\n    carrying all\n    "
                    "gives marriage\n    from 2014-01-01\n"}};
  EXPECT_EQ(stance(later.ask(), Stance::letter).from, "2014-01-01");
}

TEST(DecidedBy, where_several_bars_refuse_it_is_the_first_in_the_instruments_order) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    unless some bar from XA/C/2 as at celebration.on
    otherwise none
Article 2
bar (2) age against s
    makes void
    if celebration.on before s.born plus 40 years
bar (1) kinship [full_siblings] against both
    makes void
bar (3) sex against both
    makes void
    if same_sex
)"}};
  auto all = world.ask(with(two_men, {{"between.kinship", "full_siblings"}}));
  EXPECT_EQ(decided_by(world, all), "XA/C/2(1)");
  EXPECT_EQ(decided_by(world, world.ask(two_men)), "XA/C/2(2)");
  EXPECT_EQ(decided_by(world, world.ask(with(two_men, {{"spouses.0.born", "1960-01-01"},
                                                       {"spouses.1.born", "1960-01-01"}}))),
            "XA/C/2(3)");
  EXPECT_EQ(decided_by(world, world.ask({{"spouses.0.born", "1960-01-01"},
                                         {"spouses.1.born", "1960-01-01"}})),
            "XA/C/1");
}

// ---- weddings still to come

const std::string changes_in_2027 = R"(
Article 1
in force from 1900-01-01 until 2027-03-01
rule recognition: effect
    for status
    carrying all
    gives none
in force from 2027-03-01 enacted 2026-06-01
rule recognition: effect
    for status
    carrying all
    gives marriage
)";

const Paths planned{{"celebration.planned", "yes"},
                    {"celebration.on", "2027-06-01"},
                    {"question.on", "2026-11-25"}};

TEST(Planned, the_answer_is_for_the_day_of_the_wedding_by_the_law_known_today_and_never_settled) {
  SmallWorld world{{"XA", changes_in_2027 + "Article 2\n" + holding("letter", "authorities desk") +
                              holding("letter", "courts supreme")}};
  auto a = world.ask(planned);
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(verdict(a), "untested");
  EXPECT_EQ(a.enacted_change, "XA/C/1 (2027-03-01)");
  auto before = world.ask(with(planned, {{"celebration.on", "2027-02-28"}}));
  EXPECT_EQ(letter(before), "settled not_recognised");
  EXPECT_EQ(before.enacted_change, "");
}

TEST(Planned, a_change_that_is_not_enacted_today_is_not_known) {
  SmallWorld world{{"XA", R"(
Article 1
in force from 1900-01-01 until 2027-03-01
rule recognition: effect
    for status
    carrying all
    gives none
in force from 2027-03-01
rule recognition: effect
    for status
    carrying all
    gives marriage
)"}};
  auto a = world.ask(planned);
  EXPECT_EQ(stance(a, Stance::letter).verdict, engine::Verdict::not_covered);
}

TEST(Planned, a_clause_that_ends_before_the_wedding_without_another_in_its_place_is_a_change_too) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
in force from 1900-01-01 until 2027-03-01
exception (2) closed to XA/C/1(1)
    gives none
)"}};
  auto a = world.ask(planned);
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(a.enacted_change, "XA/C/1(2) (2027-03-01)");
}

TEST(Planned, a_change_of_the_law_of_the_place_is_named_too_and_one_of_another_place_is_not) {
  const std::string changed =
      "\nArticle 1\nin force from 2027-02-01 enacted 2026-01-01\nbar form against both\n    makes "
      "void\n    if not celebration.registered\n";
  SmallWorld world{{"XA", follows_the_place}, {"XB", changed}, {"XC", changed}};
  EXPECT_EQ(world.ask(planned).enacted_change, "XB/C/1 (2027-02-01)");
}

}  // namespace comity::tests
