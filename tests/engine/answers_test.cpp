// S2, S6, S18 and the contract's answer: the order of verdicts, what is presumed and assumed, rules that presume, and
// what turns on a case that tells little.
#include "small_world.h"

namespace comity::tests {

// One open input of each label, told by the form of the wedding.
const std::string all_labels = R"(
Article 1
rule (1) gap: yes_no
    leaves open en "a gap" ru "пробел"
rule (2) power: yes_no
    leaves to en "a court" ru "суд"
rule (3) law: yes_no
    gives yes
    if valid under XC as at celebration.on
    otherwise no
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    if (celebration.form is not civil or celebration.registered) and (celebration.form is not religious or power)
        and (celebration.form is not customary or gap) and (celebration.form is not proxy or law) and wide
    otherwise none
Article 3
term wide: yes_no
    is yes
term wide: yes_no
    under reading narrow
    is different_sex
reading narrow
    says en "narrow" ru "узко"
)" + holding("narrow", "authorities ministry");

TEST(Verdicts, each_label_makes_its_own) {
  SmallWorld world{{"XA", all_labels}};
  auto of = [&](const char* form, Paths paths = {}) {
    paths["celebration.form"] = form;
    return verdict(world.ask(paths));
  };
  EXPECT_EQ(of("remote"), "settled recognised");
  EXPECT_EQ(of("civil", {{"celebration.registered", ""}}), "depends");
  EXPECT_EQ(of("religious"), "discretionary");
  EXPECT_EQ(of("customary"), "undecided");
  EXPECT_EQ(of("proxy"), "not_covered");
  EXPECT_EQ(of("remote", two_men), "contested");
}

TEST(Verdicts, the_most_cautious_comes_first_and_the_rest_follow_in_also) {
  SmallWorld world{{"XA", all_labels}};
  auto open = [&](const char* forms, Paths paths = {}) {
    paths["celebration.form"] = "";
    paths["celebration.form.one_of"] = forms;
    return verdict(world.ask(paths));
  };
  EXPECT_EQ(open("[religious, proxy]"), "not_covered also discretionary also depends");
  EXPECT_EQ(open("[civil, religious, customary, proxy]",
                 {{"celebration.registered", ""}, {"spouses.1.sex", "male"}}),
            "not_covered also undecided also discretionary also depends also contested");
}

TEST(Verdicts, an_outcome_is_given_only_where_all_agree_and_it_is_tested) {
  SmallWorld world{{"XA", all_labels}};
  EXPECT_EQ(world.ask({{"celebration.form", "remote"}}).outcome, engine::Outcome::recognised);
  EXPECT_EQ(world.ask(with(two_men, {{"celebration.form", "remote"}})).outcome,
            engine::Outcome::none);
  EXPECT_EQ(world.ask({{"celebration.form", "proxy"}}).outcome, engine::Outcome::none);
  SmallWorld alone{{"XA", recognises_all}};
  EXPECT_EQ(alone.ask().outcome, engine::Outcome::none) << "only the letter speaks";
}

TEST(Verdicts, stances_that_differ_in_some_completion_are_contested_beside_what_they_depend_on) {
  SmallWorld world{{"XA", all_labels}};
  EXPECT_EQ(verdict(world.ask({{"celebration.form", "remote"}, {"spouses.1.sex", ""}})),
            "depends also contested");
  EXPECT_EQ(verdict(world.ask({{"celebration.form", "remote"},
                               {"spouses.0.sex", ""},
                               {"spouses.1.sex", ""},
                               {"spouses.1.sex.differs_from", "first"}}))
                .substr(0, 7),
            "depends");
}

// ---- presumed

const std::string reads_presumed = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.meant_as_marriage and celebration.structure is monogamous
    unless some s in spouses has (s.community is not none and not celebration.registered)
    otherwise none
)";

const engine::Presumed* presumed(const engine::Answer& answer, const std::string& path) {
  for (const auto& line : answer.presumed)
    if (line.path == path) return &line;
  return nullptr;
}

TEST(Presumed, a_fact_left_out_that_the_ontology_presumes_takes_its_ordinary_value_and_is_listed) {
  SmallWorld world{{"XA", reads_presumed}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "settled recognised");
  ASSERT_TRUE(presumed(a, "celebration.meant_as_marriage"));
  EXPECT_EQ(presumed(a, "celebration.meant_as_marriage")->value, "yes");
  EXPECT_TRUE(presumed(a, "celebration.meant_as_marriage")->matters);
  EXPECT_FALSE(presumed(a, "celebration.meant_as_marriage")->assumed);
  ASSERT_TRUE(presumed(a, "celebration.structure"));
  EXPECT_EQ(presumed(a, "celebration.structure")->value, "monogamous");
}

TEST(Presumed, whether_it_matters_is_said_of_the_case_asked_about) {
  SmallWorld world{{"XA", reads_presumed}};
  auto registered = world.ask();
  ASSERT_TRUE(!presumed(registered, "spouses.0.community") ||
              !presumed(registered, "spouses.0.community")->matters)
      << "a registered wedding counts whatever the community";
  auto unregistered = world.ask({{"celebration.registered", "no"}});
  ASSERT_TRUE(presumed(unregistered, "spouses.0.community"));
  EXPECT_EQ(presumed(unregistered, "spouses.0.community")->value, "none");
  EXPECT_TRUE(presumed(unregistered, "spouses.0.community")->matters);
}

TEST(Presumed, a_fact_that_is_told_is_not_listed) {
  SmallWorld world{{"XA", reads_presumed}};
  EXPECT_FALSE(presumed(world.ask({{"celebration.meant_as_marriage", "yes"}}),
                        "celebration.meant_as_marriage"));
}

TEST(Presumed, strictly_a_presumed_fact_is_unknown) {
  SmallWorld world{{"XA", reads_presumed}};
  auto a = world.ask_strictly();
  EXPECT_EQ(letter(a), "depends [fact celebration.meant_as_marriage, fact celebration.structure]");
  EXPECT_TRUE(a.presumed.empty());
  EXPECT_EQ(letter(world.ask_strictly({{"celebration.meant_as_marriage", "yes"},
                                       {"celebration.structure", "monogamous"}})),
            "settled recognised");
}

TEST(Presumed, a_possible_bar_never_is) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives none
    if between.kinship is full_siblings or some s in spouses has (not s.consents or s.declared_incapable)
    otherwise marriage
)"}};
  EXPECT_EQ(letter(world.ask({{"between.kinship", ""}})), "depends [fact between.kinship]");
  EXPECT_EQ(letter(world.ask({{"spouses.0.consents", ""}})), "depends [fact spouses.0.consents]");
  EXPECT_EQ(letter(world.ask({{"spouses.1.declared_incapable", ""}})),
            "depends [fact spouses.1.declared_incapable]");
}

// ---- assume: ordinary

TEST(AssumeOrdinary,
     every_fact_left_out_takes_its_ordinary_value_and_what_of_that_matters_is_listed) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.registered and every s in spouses has (s.consents and celebration.on since s.born plus 18 years)
    unless between.kinship is full_siblings
    unless some s in spouses has (some u in s.earlier_unions has (u.ended is no))
    otherwise none
)"}};
  Paths little{{"question.assume", "ordinary"},  {"celebration.registered", ""},
               {"between.kinship", ""},          {"spouses.0.consents", ""},
               {"spouses.1.consents", ""},       {"spouses.0.born", ""},
               {"spouses.0.earlier_unions", ""}, {"spouses.1.earlier_unions", ""}};
  auto a = world.ask(little);
  EXPECT_EQ(letter(a), "settled recognised");
  for (const char* path : {"celebration.registered", "between.kinship", "spouses.0.consents",
                           "spouses.0.born", "spouses.1.earlier_unions"}) {
    ASSERT_TRUE(presumed(a, path)) << path;
    EXPECT_TRUE(presumed(a, path)->matters) << path;
    EXPECT_TRUE(presumed(a, path)->assumed) << path;
  }
  EXPECT_EQ(presumed(a, "spouses.1.earlier_unions")->value, "none");
}

TEST(AssumeOrdinary, a_connecting_fact_left_out_is_taken_from_the_next_that_is_told) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (s.domicile is XC)
    otherwise none
)"}};
  Paths little{{"question.assume", "ordinary"},
               {"spouses.0.domicile", ""},
               {"spouses.1.domicile", ""},
               {"spouses.0.residence", "XC"},
               {"spouses.1.residence", "XC"}};
  EXPECT_EQ(letter(world.ask(little)), "settled recognised");
  little["question.assume"] = "nothing";
  EXPECT_EQ(stance(world.ask(little), Stance::letter).verdict, engine::Verdict::depends);
}

// ---- a rule that presumes (S18)

TEST(Presumptions, a_rule_that_presumes_fills_no_unknown_and_the_stance_shows_what_is_presumed) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if celebration.formalities_observed
    otherwise none
presumption (2) regular
    presumes celebration.formalities_observed is yes
    when celebration.registered
    rebutted by en "anybody, in court" ru "кем угодно в суде"
)"}};
  auto a = world.ask({{"celebration.formalities_observed", ""}});
  EXPECT_EQ(letter(a), "depends [fact celebration.formalities_observed]");
  EXPECT_EQ(stance(a, Stance::letter).presumed,
            std::vector<std::string>{"celebration.formalities_observed"});
  auto unregistered =
      world.ask({{"celebration.formalities_observed", ""}, {"celebration.registered", "no"}});
  EXPECT_TRUE(stance(unregistered, Stance::letter).presumed.empty());
  EXPECT_TRUE(stance(world.ask(), Stance::letter).presumed.empty());
}

// ---- lists, relations

TEST(Lists, one_that_may_hold_more_leaves_open_what_more_could_change) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (national(s, XA, celebration.on))
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask({{"spouses.0.nationalities", "[XB]"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.nationalities", "[XA, unknown]"}})),
            "settled recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.nationalities", "[XB, unknown]"}})),
            "depends [fact spouses.0.nationalities]");
  EXPECT_EQ(letter(world.ask({{"spouses.0.nationalities", "[]"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask({{"spouses.0.nationalities", ""}})),
            "depends [fact spouses.0.nationalities]");
}

TEST(Relations, two_unknown_sexes_told_to_be_the_same_settle_what_turns_on_that_alone) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    unless same_sex
    otherwise none
)"}};
  Paths differ{
      {"spouses.0.sex", ""}, {"spouses.1.sex", ""}, {"spouses.1.sex.differs_from", "first"}};
  EXPECT_EQ(letter(world.ask(differ)), "settled recognised");
}

TEST(Constraints, completions_that_the_ontology_rules_out_are_not_counted) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if every s in spouses has (s.born before celebration.on)
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask({{"spouses.0.born", ""}})), "settled recognised")
      << "nobody is born after their wedding";
}

}  // namespace comity::tests
