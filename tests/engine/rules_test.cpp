// S3, S6: scope, conditions, gaps and conflicts as open inputs; exceptions, and exceptions to exceptions.
#include "small_world.h"

namespace comity::tests {

TEST(Rules, a_clause_says_nothing_outside_its_scope_and_that_is_a_gap) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    when celebration.form is civil
    gives marriage
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  auto religious = world.ask({{"celebration.form", "religious"}});
  EXPECT_EQ(letter(religious), "undecided [gap XA/C/1(1)]");
  EXPECT_EQ(verdict(religious), "undecided");
  EXPECT_EQ(decided_by(world, religious), "");
}

TEST(Rules, a_clause_in_scope_with_a_condition_failed_gives_its_otherwise_or_says_nothing) {
  SmallWorld silent{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.registered
    unless celebration.form is religious
)"}};
  EXPECT_EQ(letter(silent.ask({{"celebration.registered", "no"}})), "undecided [gap XA/C/1]");
  EXPECT_EQ(letter(silent.ask({{"celebration.form", "religious"}})), "undecided [gap XA/C/1]");
  SmallWorld speaking{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.registered
    otherwise partnership
)"}};
  EXPECT_EQ(letter(speaking.ask({{"celebration.registered", "no"}})),
            "settled recognised_as_registered_partnership");
}

TEST(Rules, clauses_of_equal_rank_that_differ_are_a_conflict_and_it_takes_their_values_only) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
rule (2) recognition: effect
    for status
    carrying all
    when celebration.form is religious
    gives partnership
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  auto both = world.ask({{"celebration.form", "religious"}});
  EXPECT_EQ(letter(both), "undecided [conflict XA/C/1(1)]");
  using engine::Outcome;
  EXPECT_EQ(stance(both, Stance::letter).possible,
            (std::vector{Outcome::recognised, Outcome::recognised_as_registered_partnership}));
}

TEST(Rules, clauses_that_give_the_same_value_do_not_conflict) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
rule (2) recognition: effect
    for status
    carrying all
    gives marriage
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
}

TEST(Rules, a_conflict_or_gap_that_cannot_change_the_outcome_is_not_reported) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) doubtful: yes_no
    when celebration.form is religious
    gives yes
rule (2) doubtful: yes_no
    when celebration.registered
    gives no
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if doubtful or not doubtful
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "religious"}})), "settled recognised")
      << "a conflict or its opposite";
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})), "settled recognised")
      << "a gap or its opposite";
}

TEST(Rules, all_occurrences_of_a_gap_are_one_input) {
  SmallWorld world{{"XA", R"(
Article 1
rule doubtful: yes_no
    when celebration.form is religious
    gives yes
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if doubtful and (not doubtful)
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
}

TEST(Rules, an_unknown_fact_narrows_to_the_inputs_that_matter) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.registered or celebration.form is civil
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.registered", ""}})), "settled recognised")
      << "civil whatever the register says";
  EXPECT_EQ(letter(world.ask({{"celebration.registered", ""}, {"celebration.form", "religious"}})),
            "depends [fact celebration.registered]");
  EXPECT_EQ(letter(world.ask({{"celebration.registered", ""}, {"celebration.form", ""}})),
            "depends [fact celebration.form, fact celebration.registered]");
}

TEST(Exceptions, an_exception_wins_over_the_clauses_of_its_provision_where_it_holds) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1(1)
    when celebration.form is religious
    gives none
    if not celebration.registered
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})), "settled recognised")
      << "out of its scope";
  EXPECT_EQ(letter(world.ask({{"celebration.form", "religious"}})), "settled recognised")
      << "its condition fails";
  auto excepted = world.ask({{"celebration.form", "religious"}, {"celebration.registered", "no"}});
  EXPECT_EQ(letter(excepted), "settled not_recognised");
  EXPECT_EQ(decided_by(world, excepted), "XA/C/1(2)");
}

TEST(Exceptions, an_exception_to_a_heading_reaches_all_its_paragraphs) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    when celebration.form is civil
    gives marriage
rule (2) recognition: effect
    for status
    carrying all
    when celebration.form is religious
    gives partnership
Article 2
exception late to XA/C/1
    when not celebration.registered
    gives none
)"}};
  for (const char* form : {"civil", "religious"}) {
    auto a = world.ask({{"celebration.form", form}, {"celebration.registered", "no"}});
    EXPECT_EQ(letter(a), "settled not_recognised");
    EXPECT_EQ(decided_by(world, a), "XA/C/2");
  }
}

// The rule, an exception to it, and an exception to that which gives what the exception would not.
constexpr const char* exception_to_exception = R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1(1)
    when celebration.form is religious
    gives none
exception (3) registered_rites to XA/C/1(2)
    when celebration.registered
    gives partnership
)";

TEST(Exceptions, a_displaced_exception_does_not_displace) {
  SmallWorld world{{"XA", exception_to_exception}};
  // Civil: neither exception is met by its own scope but (3); it stands beside (1) and differs from it.
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})), "settled recognised");
  EXPECT_EQ(
      letter(world.ask({{"celebration.form", "religious"}, {"celebration.registered", "no"}})),
      "settled not_recognised");
  SmallWorld without_value{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1(1)
    when celebration.form is religious
    gives none
exception (3) registered_rites to XA/C/1(2)
    when celebration.form is religious and celebration.registered
    gives marriage
)"}};
  auto a = without_value.ask({{"celebration.form", "religious"}});
  EXPECT_EQ(letter(a), "settled recognised")
      << "(2) is displaced, so (1) stands, and (3) says the same";
  auto unknown =
      without_value.ask({{"celebration.form", "religious"}, {"celebration.registered", ""}});
  EXPECT_EQ(letter(unknown), "depends [fact celebration.registered]");
}

TEST(Exceptions,
     what_an_exception_to_an_exception_gives_stands_beside_the_rule_it_leaves_standing) {
  SmallWorld world{{"XA", exception_to_exception}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "religious"}})),
            "undecided [conflict XA/C/1(1)]")
      << "(3) displaces (2) only; (1) stands again and gives another value than (3)";
}

TEST(Exceptions, an_exception_to_both_the_rule_and_its_exception_stands_alone) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1(1)
    when celebration.form is religious
    gives none
Article 2
exception registered to XA/C/1
    when celebration.registered
    gives partnership
)"}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "religious"}})),
            "settled recognised_as_registered_partnership");
  EXPECT_EQ(letter(world.ask()), "settled recognised_as_registered_partnership");
  EXPECT_EQ(
      letter(world.ask({{"celebration.form", "religious"}, {"celebration.registered", "no"}})),
      "settled not_recognised");
}

TEST(Exceptions, three_deep_every_other_one_stands) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) counts: yes_no
    gives yes
exception (2) b to XA/C/1(1)
    when celebration.form is religious
    gives no
exception (3) c to XA/C/1(2)
    when celebration.form is religious and celebration.registered
    gives yes
exception (4) d to XA/C/1(3)
    when celebration.form is religious and celebration.registered and not celebration.formalities_observed
    gives no
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if counts
    otherwise none
)"}};
  Paths religious{{"celebration.form", "religious"}};
  EXPECT_EQ(letter(world.ask(religious)), "settled recognised");
  religious["celebration.formalities_observed"] = "no";
  EXPECT_EQ(letter(world.ask(religious)), "settled not_recognised")
      << "(4) displaces (3), so (2) stands again";
}

TEST(Exceptions, two_exceptions_to_one_heading_under_that_heading_do_not_displace_each_other) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1
    when celebration.form is religious
    gives none
exception (3) unregistered to XA/C/1
    when not celebration.registered
    gives none
)"}};
  auto a = world.ask({{"celebration.form", "religious"}, {"celebration.registered", "no"}});
  EXPECT_EQ(letter(a), "settled not_recognised") << "both stand, and agree";
  EXPECT_EQ(decided_by(world, a), "XA/C/1(2)");
}

TEST(Exceptions, two_exceptions_of_equal_rank_that_differ_are_a_conflict) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
exception (2) rites to XA/C/1
    when celebration.form is religious
    gives none
exception (3) unregistered to XA/C/1
    when not celebration.registered
    gives partnership
)"}};
  auto a = world.ask({{"celebration.form", "religious"}, {"celebration.registered", "no"}});
  EXPECT_EQ(letter(a), "undecided [conflict XA/C/1(1)]");
  using engine::Outcome;
  EXPECT_EQ(stance(a, Stance::letter).possible,
            (std::vector{Outcome::recognised_as_registered_partnership, Outcome::not_recognised}))
      << "the rule both displace is no value of the conflict";
}

TEST(Exceptions, an_exception_that_names_no_purposes_speaks_for_those_of_the_clause_it_excepts) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    gives marriage
rule (2) recognition: effect
    for tax
    gives marriage
exception (3) poor to XA/C/1(2)
    when celebration.form is religious
    gives none
rule (4) recognition: effect
    for record, residence, entry, naturalisation, protection, social_security, pension, maintenance, employment, housing, next_of_kin, parentage, adoption, name, property, succession, death, divorce, remarriage, criminal
    gives none
)"}};
  Paths religious{{"celebration.form", "religious"}};
  EXPECT_EQ(letter(world.ask(religious)), "settled recognised")
      << "an exception to the tax clause is no word on status";
  religious["question.purpose"] = "tax";
  EXPECT_EQ(letter(world.ask(religious)), "settled not_recognised");
}

TEST(Exceptions, the_order_in_which_a_rule_and_its_exceptions_are_written_means_nothing) {
  const std::string rule =
      "rule (1) recognition: effect\n    for status\n    carrying all\n    gives marriage\n";
  const std::string rites =
      "exception (2) rites to XA/C/1(1)\n    when celebration.form is religious\n    gives none\n";
  const std::string registered =
      "exception (3) registered to XA/C/1(2)\n    when celebration.form is religious and "
      "celebration.registered\n    gives marriage\n";
  const std::string late =
      "exception (4) late to XA/C/1\n    when celebration.on since 2019-01-01\n    gives "
      "partnership\n";
  const std::string article = "\nArticle 1\n";
  SmallWorld written{{"XA", article + rule + rites + registered + late}};
  SmallWorld reversed{{"XA", article + late + registered + rites + rule}};
  SmallWorld mixed{{"XA", article + registered + rule + late + rites}};
  for (const Paths& paths :
       {Paths{}, Paths{{"celebration.form", "religious"}},
        Paths{{"celebration.form", "religious"}, {"celebration.registered", "no"}},
        Paths{{"celebration.form", "religious"}, {"celebration.registered", ""}},
        Paths{{"celebration.on", "2019-05-01"}},
        Paths{{"celebration.on", "2019-05-01"}, {"celebration.form", "religious"}}}) {
    EXPECT_EQ(letter(written.ask(paths)), letter(reversed.ask(paths)));
    EXPECT_EQ(letter(written.ask(paths)), letter(mixed.ask(paths)));
  }
  EXPECT_EQ(letter(written.ask({{"celebration.on", "2019-05-01"}})),
            "settled recognised_as_registered_partnership");
}

TEST(Quantifiers, some_every_no_and_count_range_over_the_lists_of_the_case) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (s.consents)
    unless some s in spouses has (count u in s.earlier_unions where (u.kind is marriage) at least 2)
    unless no s in spouses has (s.residence is XA)
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.1.consents", "no"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.residence", "XB"}})), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.residence", "XB"}, {"spouses.1.residence", "XB"}})),
            "settled not_recognised");
  Paths twice;
  for (std::string i : {"0", "1"}) {
    std::string u = "spouses.1.earlier_unions." + i + ".";
    twice[u + "kind"] = "marriage", twice[u + "on"] = "200" + i + "-01-01",
              twice[u + "place"] = "XA", twice[u + "form"] = "civil";
    twice[u + "registered"] = "yes", twice[u + "ended"] = "no";
  }
  EXPECT_EQ(letter(world.ask(twice)), "settled not_recognised");
  twice["spouses.1.earlier_unions.1.kind"] = "registered_partnership";
  EXPECT_EQ(letter(world.ask(twice)), "settled recognised");
}

TEST(Dates, a_birthday_that_the_calendar_lacks_is_kept_the_next_day) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (celebration.on since s.born plus 18 years)
    otherwise none
)"}};
  Paths leap{{"spouses.0.born", "1992-02-29"}, {"celebration.on", "2010-02-28"}};
  EXPECT_EQ(letter(world.ask(leap)), "settled not_recognised");
  leap["celebration.on"] = "2010-03-01";
  EXPECT_EQ(letter(world.ask(leap)), "settled recognised");
}

}  // namespace comity::tests
