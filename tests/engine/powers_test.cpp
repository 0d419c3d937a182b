// S7, S17, S12: powers to decide and the acts that close them; standards held met, not met, and elsewhere a power.
#include "small_world.h"

namespace comity::tests {

constexpr const char* power = R"(
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
    gives marriage
    leaves to en "the registrar" ru "регистратор"
    closed by register_entry, validated
    otherwise none
)";

TEST(Powers, what_is_left_to_an_authority_is_discretionary_until_it_acts) {
  SmallWorld world{{"XA", power}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  auto open = world.ask({{"celebration.form", "religious"}});
  EXPECT_EQ(letter(open), "discretionary [power XA/C/1(2)]");
  EXPECT_EQ(verdict(open), "discretionary");
  ASSERT_EQ(open.open.size(), 1u);
  EXPECT_EQ(world.law().str(open.open[0].text.en), "the registrar");
  using engine::Outcome;
  EXPECT_EQ(stance(open, Stance::letter).possible,
            (std::vector{Outcome::recognised, Outcome::not_recognised}));
}

TEST(Powers, an_act_that_the_rule_names_exercises_the_power) {
  SmallWorld world{{"XA", power}};
  Paths entered{{"celebration.form", "religious"},
                {"later.0.on", "2012-03-01"},
                {"later.0.act", "register_entry"},
                {"later.0.by", "XA"}};
  EXPECT_EQ(letter(world.ask(entered)), "settled recognised");
  entered["later.0.act"] = "civil_status_mark";
  EXPECT_EQ(letter(world.ask(entered)), "discretionary [power XA/C/1(2)]")
      << "an act of another kind does not";
}

TEST(Powers, an_act_of_a_later_day_than_the_day_asked_has_not_closed_the_power_yet) {
  SmallWorld world{{"XA", power}};
  Paths entered{{"celebration.form", "religious"},
                {"later.0.on", "2012-03-01"},
                {"later.0.act", "register_entry"},
                {"later.0.by", "XA"}};
  entered["question.on"] = "2012-02-29";
  EXPECT_EQ(letter(world.ask(entered)), "discretionary [power XA/C/1(2)]");
  entered["question.on"] = "2012-03-01";
  EXPECT_EQ(letter(world.ask(entered)), "settled recognised");
  entered["question.known_on"] = "2012-02-29";
  EXPECT_EQ(letter(world.ask(entered)), "discretionary [power XA/C/1(2)]")
      << "an act not yet known is hidden";
}

TEST(Powers, an_undated_act_counts_and_an_act_whose_day_is_part_known_depends_on_it) {
  SmallWorld world{{"XA", power}};
  Paths entered{{"celebration.form", "religious"},
                {"later.0.act", "register_entry"},
                {"later.0.by", "XA"},
                {"later.0.on", "2020"}};
  entered["question.on"] = "2020-06-01";
  EXPECT_EQ(letter(world.ask(entered)), "discretionary [fact later.0.on, power XA/C/1(2)]");
  entered["question.on"] = "2021-01-01";
  EXPECT_EQ(letter(world.ask(entered)), "settled recognised");
  entered.erase("later.0.on");
  EXPECT_EQ(letter(world.ask(entered)), "settled recognised") << "told as having happened";
}

TEST(Powers, a_power_that_is_irrelevant_to_the_outcome_is_not_reported) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) allowed: yes_no
    gives yes
    leaves to en "the court" ru "суд"
rule (2) recognition: effect
    for status
    carrying all
    gives marriage
    if allowed or celebration.registered
    otherwise none
)"}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})),
            "discretionary [power XA/C/1(1)]");
  EXPECT_EQ(letter(world.ask({{"celebration.registered", ""}})),
            "discretionary [fact celebration.registered, power XA/C/1(1)]");
}

TEST(Gaps, a_gap_left_on_purpose_is_undecided_in_the_laws_own_words) {
  SmallWorld world{{"XA", R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
    leaves open en "no rule says" ru "правила нет"
)"}};
  auto a = world.ask();
  EXPECT_EQ(letter(a), "undecided [gap XA/C/1(1)]");
  ASSERT_EQ(a.open.size(), 1u);
  EXPECT_EQ(world.law().str(a.open[0].text.en), "no rule says");
}

constexpr const char* standard = R"(
Article 1
standard (1) public_policy: yes_no
    met when celebration.form is customary
    not met when celebration.form is civil and celebration.registered
    not met when celebration.form is religious
    leaves to en "the court" ru "суд"
    closed by judgment_refusing
Article 2
rule recognition: effect
    for status
    carrying all
    gives marriage
    unless public_policy
    otherwise none
)";

TEST(Standards, in_the_classes_held_met_and_not_met_a_standard_is_settled) {
  SmallWorld world{{"XA", standard}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "customary"}})), "settled not_recognised");
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask({{"celebration.form", "religious"}})), "settled recognised");
}

TEST(Standards, elsewhere_a_standard_is_a_power_and_never_silently_unmet) {
  SmallWorld world{{"XA", standard}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "proxy"}})), "discretionary [power XA/C/1(1)]");
  EXPECT_EQ(letter(world.ask({{"celebration.registered", "no"}})),
            "discretionary [power XA/C/1(1)]");
}

TEST(Standards, an_act_that_the_standard_names_finds_it_met) {
  SmallWorld world{{"XA", standard}};
  EXPECT_EQ(letter(world.ask({{"celebration.form", "proxy"},
                              {"later.0.on", "2015-01-01"},
                              {"later.0.act", "judgment_refusing"},
                              {"later.0.by", "XA"}})),
            "settled not_recognised");
}

TEST(Standards, an_unknown_fact_that_tells_the_classes_apart_matters_beside_the_power) {
  SmallWorld world{{"XA", standard}};
  auto a = world.ask({{"celebration.form", ""}, {"celebration.form.one_of", "[civil, religious]"}});
  EXPECT_EQ(letter(a), "settled recognised");
  auto b = world.ask({{"celebration.registered", ""}});
  EXPECT_EQ(stance(b, Stance::letter).verdict, engine::Verdict::discretionary);
}

TEST(Acts, a_declaratory_act_changes_nothing_and_is_among_the_reasons) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
Article 2
act (1) civil_status_mark, mark_withdrawn
    effect declaratory
    says en "the mark only shows" ru "отметка лишь показывает"
act (2) register_entry
    effect constitutive
    says en "the entry makes" ru "запись создаёт"
)"}};
  Paths acts{
      {"later.0.on", "2012-03-01"}, {"later.0.act", "civil_status_mark"}, {"later.0.by", "XA"},
      {"later.1.on", "2012-03-02"}, {"later.1.act", "mark_withdrawn"},    {"later.1.by", "XA"}};
  auto a = world.ask(acts);
  EXPECT_EQ(letter(a), "settled recognised");
  const auto& derivation = stance(a, Stance::letter).derivation;
  std::vector<std::string> shown;
  for (std::uint32_t root : derivation.roots)
    if (derivation.steps[root].kind == interp::StepKind::act)
      shown.push_back(world.provision(derivation.steps[root].provision) + " " +
                      diag::said(derivation.steps[root].detail, diag::Language::en));
  EXPECT_EQ(shown, std::vector<std::string>{"XA/C/2(1) declaratory"});
}

TEST(Acts, a_rule_may_read_an_act_and_an_act_not_yet_known_is_hidden_from_it) {
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if some e in later has (e.act is register_entry and e.by is XA and e.on by asked)
    otherwise none
)"}};
  Paths entered{
      {"later.0.on", "2012-03-01"}, {"later.0.act", "register_entry"}, {"later.0.by", "XA"}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
  EXPECT_EQ(letter(world.ask(entered)), "settled recognised");
  entered["question.known_on"] = "2012-02-01";
  EXPECT_EQ(letter(world.ask(entered)), "settled not_recognised");
}

}  // namespace comity::tests
