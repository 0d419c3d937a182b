// S5, S8.1, S8.2: foreign law read as it is read at home, its other stances tried one at a time, bars asked of another
// law, renvoi and its loops, and personal law by a term of the forum's own.
#include "small_world.h"

namespace comity::tests {

const std::string follows_the_place = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    otherwise none
)";

const std::string place_with_two_readings = R"(
Article 1
bar sex against both
    makes void
    if not wide and same_sex
term wide: yes_no
    is no
term wide: yes_no
    under reading liberal
    is yes
reading liberal
    says en "any two" ru "любые двое"
)";

TEST(ForeignLaw, it_is_read_by_its_letter_where_nobody_there_has_spoken) {
  SmallWorld world{{"XA", follows_the_place}, {"XB", place_with_two_readings}};
  auto a = world.ask(two_men);
  EXPECT_EQ(letter(a), "settled not_recognised");
  EXPECT_EQ(verdict(a), "untested");
  EXPECT_EQ(verdict(world.ask()), "untested");
}

TEST(ForeignLaw, it_is_read_as_its_own_courts_read_it) {
  SmallWorld world{{"XA", follows_the_place},
                   {"XB", place_with_two_readings + holding("liberal", "courts supreme") +
                              holding("letter", "authorities ministry")}};
  auto a = world.ask(two_men);
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(verdict(a), "contested") << "its authorities, and its letter, would refuse";
  std::vector<std::string> ids;
  for (const auto& reading : a.readings)
    if (reading.flips) ids.push_back(reading.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"XB/letter", "XB/authorities"}));
  EXPECT_EQ(flips(a), "{XB/letter} {XB/authorities}");
}

TEST(ForeignLaw, where_its_courts_are_silent_it_is_read_as_its_authorities_read_it) {
  SmallWorld world{{"XA", follows_the_place},
                   {"XB", place_with_two_readings + holding("liberal", "authorities desk")}};
  auto a = world.ask(two_men);
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(verdict(a), "contested") << "by its letter the law of the place refuses";
  EXPECT_EQ(flips(a), "{XB/letter}");
}

TEST(ForeignLaw, a_foreign_reading_that_changes_nothing_is_no_reading_of_the_answer) {
  SmallWorld world{{"XA", follows_the_place},
                   {"XB", place_with_two_readings + holding("liberal", "authorities desk")}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  EXPECT_EQ(verdict(a), "untested");
  EXPECT_EQ(flips(a), "");
}

TEST(ForeignLaw, a_foreign_body_that_spoke_after_the_day_asked_is_not_heard) {
  SmallWorld world{{"XA", follows_the_place},
                   {"XB", place_with_two_readings + holding("liberal", "courts supreme")}};
  EXPECT_EQ(letter(world.ask(with(two_men, {{"question.on", "2014-12-31"}}))),
            "settled not_recognised");
}

TEST(ForeignLaw, divided_foreign_courts_make_the_letter_contested) {
  SmallWorld world{{"XA", follows_the_place},
                   {"XB", place_with_two_readings + holding("liberal", "courts appellate") +
                              holding("letter", "courts appellate")}};
  EXPECT_EQ(stance(world.ask(two_men), Stance::letter).verdict, engine::Verdict::contested);
}

TEST(ForeignLaw, a_place_without_a_module_is_not_covered_by_name) {
  SmallWorld world{{"XA", follows_the_place}};
  EXPECT_EQ(letter(world.ask()), "not_covered [law XB]");
  EXPECT_EQ(letter(world.ask({{"celebration.place", "?A"}})).substr(0, 11), "not_covered");
}

TEST(ForeignLaw, what_the_uncovered_law_says_does_not_matter_where_the_forums_own_bar_stands) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if valid under celebration.place as at celebration.on
    unless some bar from XA/C/2 as at celebration.on
    otherwise none
Article 2
bar (1) kinship [full_siblings, half_siblings] against both
    makes void
)"}};
  auto siblings = world.ask({{"between.kinship", "full_siblings"}});
  EXPECT_EQ(letter(siblings), "settled not_recognised");
  EXPECT_EQ(decided_by(world, siblings), "XA/C/2(1)");
  EXPECT_EQ(letter(world.ask()), "not_covered [law XB]");
}

TEST(ForeignLaw, an_open_place_depends_on_the_place_among_the_laws_that_differ) {
  SmallWorld world{
      {"XA", follows_the_place},
      {"XB",
       "\nArticle 1\nbar form against both\n    makes void\n    if not celebration.registered\n"},
      {"XC",
       "\nArticle 1\nbar form against both\n    makes void\n    if celebration.registered\n"}};
  Paths either{{"celebration.place", ""}, {"celebration.place.one_of", "[XB, XC]"}};
  EXPECT_EQ(letter(world.ask(either)), "depends [fact celebration.place]");
}

const std::string many_bars = R"(
Article 1
bar (1) age against s
    makes void
    if celebration.on before s.born plus 25 years
bar (2) sex against both
    makes void
    if same_sex
bar (3) kinship [first_cousins] against both
    makes voidable
bar (4) form against both
    makes non_existent
    if not celebration.registered
)";

TEST(Bars, what_follows_from_the_bars_of_the_place_is_derived) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    gives marriage
    if formally_valid under celebration.place as at celebration.on
    otherwise none
rule (2) recognition: effect
    for tax
    gives marriage
    if essentially_valid under celebration.place as at celebration.on
    otherwise none
rule (3) recognition: effect
    for pension
    gives marriage
    if every s in spouses has (may_marry(s) under celebration.place as at celebration.on)
    otherwise none
rule (4) recognition: effect
    for record, residence, entry, naturalisation, protection, social_security, maintenance, employment, housing, next_of_kin, parentage, adoption, name, property, succession, death, divorce, remarriage, criminal
    gives none
)"},
                   {"XB", many_bars}};
  auto of = [&](const char* purpose, Paths paths) {
    paths["question.purpose"] = purpose;
    return letter(world.ask(paths));
  };
  EXPECT_EQ(of("tax", two_men), "settled not_recognised");
  EXPECT_EQ(of("pension", two_men), "settled not_recognised");
  EXPECT_EQ(of("tax", {{"celebration.registered", "no"}}), "settled recognised_limited_purpose")
      << "form is not of the essence";
  EXPECT_EQ(of("status", {{"between.kinship", "first_cousins"}}), "settled recognised")
      << "voidable is valid until annulled";
  EXPECT_EQ(of("pension", {{"spouses.0.born", "1990-01-01"}}), "settled not_recognised");
}

TEST(Bars, a_rule_may_disregard_and_insist_by_kind_degree_provision_and_spouse) {
  auto asks = [](const std::string& query) {
    return "\nArticle 1\nrule recognition: effect\n    for status\n    carrying all\n    gives "
           "none\n    if " +
           query + "\n    otherwise marriage\n";
  };
  auto outcome = [&](const std::string& query, const Paths& paths) {
    SmallWorld world{{"XA", asks(query)}, {"XB", many_bars}};
    return letter(world.ask(paths));
  };
  const std::string there = " under celebration.place as at celebration.on";
  EXPECT_EQ(outcome("some bar" + there, two_men), "settled not_recognised");
  EXPECT_EQ(outcome("some bar except kind [sex]" + there, two_men), "settled recognised");
  EXPECT_EQ(outcome("some bar of kind [sex]" + there, {{"spouses.0.born", "1990-01-01"}}),
            "settled recognised");
  EXPECT_EQ(outcome("some bar making [void, non_existent]" + there,
                    {{"between.kinship", "first_cousins"}}),
            "settled recognised");
  EXPECT_EQ(outcome("some bar making [voidable]" + there, {{"between.kinship", "first_cousins"}}),
            "settled not_recognised");
  EXPECT_EQ(outcome("some bar known here" + there, two_men), "settled recognised")
      << "the forum has no such bar of its own";
  EXPECT_EQ(
      outcome("some s in spouses has (s.label is second and some bar against s of kind [age]" +
                  there + ")",
              {{"spouses.0.born", "1990-01-01"}}),
      "settled recognised");
  EXPECT_EQ(outcome("some s in spouses has (s.label is first and some bar against s of kind [age]" +
                        there + ")",
                    {{"spouses.0.born", "1990-01-01"}}),
            "settled not_recognised");
}

TEST(Bars, known_here_means_a_kind_and_degree_that_the_asking_law_has_too) {
  SmallWorld world{
      {"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives none
    if some bar known here under celebration.place as at celebration.on
    otherwise marriage
Article 2
bar kinship [full_siblings] against both
    makes void
)"},
      {"XB",
       "\nArticle 1\nbar kinship [full_siblings, first_cousins] against both\n    makes void\n"}};
  EXPECT_EQ(letter(world.ask({{"between.kinship", "full_siblings"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"between.kinship", "first_cousins"}})), "settled recognised");
}

// ---- renvoi: XA sends to XB; XB's own choice of law sends on, back, or to XC.

std::string sends(const std::string& mode) {
  return "\nArticle 1\nrule recognition: effect\n    for status\n    carrying all\n    gives "
         "marriage\n"
         "    if essentially_valid under celebration.place as at celebration.on" +
         mode +
         "\n    otherwise none\n"
         "Article 2\nrule connecting: place\n    gives XB\n"
         "Article 3\nbar age against s\n    makes void\n    if celebration.on before s.born plus "
         "40 years\n";
}
std::string chooses(const std::string& place, int age) {
  return "\nArticle 1\nrule connecting: place\n    gives " + place +
         "\nArticle 2\nbar age against s\n    makes void\n    if celebration.on before s.born "
         "plus " +
         std::to_string(age) + " years\n";
}

TEST(Renvoi, none_asks_the_law_itself) {
  SmallWorld world{{"XA", sends("")}, {"XB", chooses("XC", 20)}, {"XC", chooses("XC", 40)}};
  EXPECT_EQ(letter(world.ask()), "settled recognised") << "thirty is enough in XB";
  SmallWorld said{
      {"XA", sends(" renvoi none")}, {"XB", chooses("XC", 20)}, {"XC", chooses("XC", 40)}};
  EXPECT_EQ(letter(said.ask()), "settled recognised");
}

TEST(Renvoi, back_is_followed_to_the_forum_and_no_further) {
  SmallWorld back{{"XA", sends(" renvoi back")}, {"XB", chooses("XA", 20)}};
  EXPECT_EQ(letter(back.ask()), "settled not_recognised")
      << "XB sends back, and the forum wants forty";
  SmallWorld onward{
      {"XA", sends(" renvoi back")}, {"XB", chooses("XC", 20)}, {"XC", chooses("XC", 40)}};
  EXPECT_EQ(letter(onward.ask()), "settled recognised") << "a sending on is not followed";
}

TEST(Renvoi, as_their_court_follows_to_the_law_their_court_would_apply) {
  SmallWorld onward{{"XA", sends(" renvoi as_their_court")},
                    {"XB", chooses("XC", 20)},
                    {"XC", chooses("XC", 40)}};
  EXPECT_EQ(letter(onward.ask()), "settled not_recognised");
  SmallWorld own{{"XA", sends(" renvoi as_their_court")}, {"XB", chooses("XB", 20)}};
  EXPECT_EQ(letter(own.ask()), "settled recognised");
}

TEST(Renvoi, in_a_loop_the_law_the_forum_names_serves) {
  SmallWorld to_forum{{"XA", sends(" renvoi as_their_court loop here")},
                      {"XB", chooses("XC", 20)},
                      {"XC", chooses("XB", 20)}};
  EXPECT_EQ(letter(to_forum.ask()), "settled not_recognised");
  SmallWorld to_place{{"XA", sends(" renvoi as_their_court loop celebration.place")},
                      {"XB", chooses("XC", 20)},
                      {"XC", chooses("XB", 40)}};
  EXPECT_EQ(letter(to_place.ask()), "settled recognised");
}

TEST(Renvoi, a_loop_of_the_two_laws_it_was_sent_on_to_is_a_loop_too) {
  SmallWorld world{{"XA", sends(" renvoi as_their_court loop here")},
                   {"XB", chooses("XC", 20)},
                   {"XC", chooses("XC-1", 20)},
                   {"XC-1", chooses("XC", 20)}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised")
      << "XB, XC, XC-1, XC: the forum's law serves";
}

TEST(Renvoi, three_steps_are_followed_where_the_third_law_keeps_it) {
  SmallWorld world{{"XA", sends(" renvoi as_their_court")},
                   {"XB", chooses("XC", 20)},
                   {"XC", chooses("XC-1", 20)},
                   {"XC-1", chooses("XC-1", 40)}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
}

TEST(Renvoi, a_loop_for_which_the_forum_names_no_law_is_a_gap) {
  SmallWorld world{{"XA", sends(" renvoi as_their_court")},
                   {"XB", chooses("XC", 20)},
                   {"XC", chooses("XB", 40)}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "undecided [gap renvoi/XB/essentially_valid]");
  EXPECT_EQ(verdict(a), "undecided");
}

TEST(Renvoi, a_law_that_states_no_choice_of_law_is_not_covered) {
  SmallWorld world{{"XA", sends(" renvoi as_their_court")},
                   {"XB",
                    "\nArticle 1\nbar age against s\n    makes void\n    if celebration.on before "
                    "s.born plus 20 years\n"}};
  EXPECT_EQ(stance(world.ask(), Stance::letter).verdict, engine::Verdict::not_covered);
}

// ---- personal law: a term of the forum's own picks one law for each spouse.

const std::string by_personal_law = R"(
Article 1
term personal_law(s: spouse): place
    is s.domicile at celebration.on
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if formally_valid under celebration.place as at celebration.on
        and every s in spouses has (may_marry(s) under personal_law(s) as at celebration.on)
    otherwise none
)";

TEST(PersonalLaw, each_spouse_is_judged_by_their_own_law) {
  SmallWorld world{{"XA", by_personal_law}, {"XB", chooses("XB", 18)}, {"XC", chooses("XC", 40)}};
  Paths mixed{{"spouses.0.domicile", "XB"}, {"spouses.1.domicile", "XC"}};
  EXPECT_EQ(letter(world.ask(mixed)), "settled not_recognised")
      << "too young by the second spouse's own law";
  mixed["spouses.1.born"] = "1960-01-01";
  EXPECT_EQ(letter(world.ask(mixed)), "settled recognised")
      << "the first may be younger than XC wants";
}

TEST(PersonalLaw, a_bar_that_binds_the_couple_is_looked_for_in_the_other_spouse_too) {
  auto law = [](const std::string& binds) {
    return "\nArticle 1\nbar existing_union against s\n    makes void\n" + binds +
           "    if some u in s.earlier_unions has (u.kind is marriage)\n";
  };
  Paths married{{"spouses.0.domicile", "XB"},
                {"spouses.1.domicile", "XC"},
                {"spouses.1.earlier_unions.0.kind", "marriage"}};
  SmallWorld alone{{"XA", by_personal_law}, {"XB", law("")}, {"XC", chooses("XC", 18)}};
  EXPECT_EQ(letter(alone.ask(married)), "settled recognised")
      << "the law of the first looks at the first";
  SmallWorld couple{
      {"XA", by_personal_law}, {"XB", law("    binds couple\n")}, {"XC", chooses("XC", 18)}};
  EXPECT_EQ(letter(couple.ask(married)), "settled not_recognised")
      << "it forbids marrying one who is married";
}

TEST(PersonalLaw, a_domicile_left_out_is_a_fact_it_depends_on) {
  SmallWorld world{{"XA", by_personal_law}, {"XB", chooses("XB", 18)}, {"XC", chooses("XC", 40)}};
  Paths unknown{{"spouses.0.domicile", "XB"},
                {"spouses.1.domicile", ""},
                {"spouses.1.domicile.one_of", "[XB, XC]"}};
  EXPECT_EQ(letter(world.ask(unknown)), "depends [fact spouses.1.domicile]");
}

TEST(PersonalLaw, a_dated_fact_is_read_on_the_day_the_rule_names) {
  SmallWorld world{{"XA", by_personal_law}, {"XB", chooses("XB", 18)}, {"XC", chooses("XC", 40)}};
  Paths moved{{"spouses.0.domicile", "XB"},
              {"spouses.1.domicile.0.in", "XC"},
              {"spouses.1.domicile.0.from", "1990-01-01"},
              {"spouses.1.domicile.0.until", "2010-06-01"},
              {"spouses.1.domicile.1.in", "XB"},
              {"spouses.1.domicile.1.from", "2010-06-01"}};
  EXPECT_EQ(letter(world.ask(moved)), "settled recognised");
  moved["celebration.on"] = "2010-05-31";
  EXPECT_EQ(letter(world.ask(moved)), "settled not_recognised");
}

}  // namespace comity::tests
