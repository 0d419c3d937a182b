// S8.4, and facts taken as given: whether an earlier union counts and has ended is a question of its own, under the same
// readings; what the case gives replaces the evaluation it names.
#include "small_world.h"

namespace comity::tests {

// A marriage of somebody already married does not count. Whether an earlier union is a marriage is asked by `question`.
std::string one_at_a_time(const std::string& question) {
  return R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if counts_here
    unless some bar from XA/C/2 as at celebration.on
    otherwise none
Article 2
bar (1) existing_union against s
    makes void
    if some u in s.earlier_unions has ()" +
         question + R"( and subsists(u))
Article 3
rule subsists(u: earlier_union): yes_no
    gives yes
    if u.ended is no or not ending_counts(u)
    otherwise no
rule ending_counts(u: earlier_union): yes_no
    gives yes
    if u.ended is not no and u.ended.how is judicial
    otherwise no
Article 4
term counts_here: yes_no
    is yes
term counts_here: yes_no
    under reading narrow
    is different_sex
reading narrow
    says en "a man and a woman" ru "мужчина и женщина"
)";
}

Paths earlier(const std::string& sex_of_other = "female", const Paths& more = {}) {
  std::string u = "spouses.0.earlier_unions.0.";
  Paths paths{{u + "kind", "marriage"},
              {u + "on", "2005-01-01"},
              {u + "place", "XB"},
              {u + "form", "civil"},
              {u + "registered", "yes"},
              {u + "ended", "no"},
              {u + "other.sex", sex_of_other},
              {u + "other.nationalities", "[XB]"},
              {u + "other.born", "1979-01-01"},
              {u + "other.residence", "XB"}};
  for (const auto& [key, value] : more) paths[u + key] = value;
  return paths;
}

const std::string place_law =
    "\nArticle 1\nbar age against s\n    makes void\n    if celebration.on before s.born plus 18 "
    "years\n";

TEST(Incidental, an_earlier_marriage_that_counts_and_subsists_is_a_bar) {
  SmallWorld world{{"XA", one_at_a_time("recognition(u) is marriage")}, {"XB", place_law}};
  EXPECT_EQ(letter(world.ask()), "settled recognised");
  EXPECT_EQ(letter(world.ask(earlier())), "settled not_recognised");
  EXPECT_EQ(decided_by(world, world.ask(earlier())), "XA/C/2(1)");
}

TEST(Incidental, an_ending_that_counts_lifts_the_bar_and_one_that_does_not_leaves_it) {
  SmallWorld world{{"XA", one_at_a_time("recognition(u) is marriage")}, {"XB", place_law}};
  Paths divorced{{"ended", ""},
                 {"ended.by", "divorce"},
                 {"ended.on", "2008-01-01"},
                 {"ended.place", "XB"},
                 {"ended.how", "judicial"}};
  auto ended = [&](const char* how) {
    Paths paths = earlier();
    std::string u = "spouses.0.earlier_unions.0.";
    paths.erase(u + "ended");
    for (const char* key : {"by", "on", "place"})
      paths[u + "ended." + key] = divorced["ended." + std::string(key)];
    paths[u + "ended.how"] = how;
    return letter(world.ask(paths));
  };
  EXPECT_EQ(ended("judicial"), "settled recognised");
  EXPECT_EQ(ended("religious"), "settled not_recognised");
}

TEST(Incidental, a_contested_earlier_marriage_makes_the_bar_contested) {
  SmallWorld world{
      {"XA", one_at_a_time("recognition(u) is marriage") +
                 holding("narrow", "authorities ministry", "    where same_sex\n") +
                 holding("letter", "authorities ministry", "    where not same_sex\n")},
      {"XB", place_law}};
  auto a = world.ask(earlier("male"));
  EXPECT_EQ(letter(a), "settled not_recognised")
      << "by the letter the earlier marriage of two men counts, and bars";
  EXPECT_EQ(authorities(a), "settled recognised") << "to the ministry it was none";
  EXPECT_EQ(verdict(a), "contested");
  EXPECT_EQ(flips(a), "{XA/narrow}");
  EXPECT_EQ(verdict(world.ask(earlier("female"))), "settled not_recognised");
}

TEST(Incidental, the_validity_of_the_earlier_marriage_may_be_a_question_to_the_law_of_its_place) {
  SmallWorld world{{"XA", one_at_a_time("valid(u) under u.place as at u.on")}, {"XB", place_law}};
  EXPECT_EQ(letter(world.ask(earlier())), "settled not_recognised");
  EXPECT_EQ(letter(world.ask(earlier("female", {{"other.born", "1990-01-01"}}))),
            "settled recognised")
      << "the other party was fifteen: void there, and so no bar";
  EXPECT_EQ(letter(world.ask(earlier("female", {{"place", "XC"}}))), "not_covered [law XC]");
  EXPECT_EQ(letter(world.ask(earlier("female", {{"other.born", ""}}))),
            "depends [fact spouses.0.earlier_unions.0.other.born]");
}

TEST(Incidental, the_earlier_unions_facts_are_its_own_and_not_the_couples) {
  SmallWorld world{{"XA", one_at_a_time("valid(u) under u.place as at u.on")},
                   {"XB",
                    "\nArticle 1\nbar form against both\n    makes void\n    if celebration.form "
                    "is religious or celebration.on before 2004-01-01\n"}};
  EXPECT_EQ(letter(world.ask(earlier())), "settled not_recognised");
  EXPECT_EQ(letter(world.ask(earlier("female", {{"form", "religious"}}))), "settled recognised");
  EXPECT_EQ(letter(world.ask(earlier("female", {{"on", "2003-01-01"}}))), "settled recognised");
}

TEST(Incidental, it_goes_one_level_deep_and_an_earlier_union_has_no_earlier_unions_of_its_own) {
  SmallWorld world{{"XA", one_at_a_time("recognition(u) is marriage")}, {"XB", place_law}};
  Paths two = earlier();
  std::string u = "spouses.0.earlier_unions.1.";
  for (const auto& [key, value] : earlier())
    two["spouses.0.earlier_unions.1." + key.substr(27)] = value;
  two[u + "on"] = "2007-01-01";
  EXPECT_EQ(letter(world.ask(two)), "settled not_recognised");
}

TEST(Incidental, earlier_unions_left_out_are_a_fact_it_depends_on) {
  SmallWorld world{{"XA", one_at_a_time("recognition(u) is marriage")}, {"XB", place_law}};
  EXPECT_EQ(letter(world.ask({{"spouses.0.earlier_unions", ""}})),
            "depends [fact spouses.0.earlier_unions]");
}

// ---- given

const std::string asks_place = R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    if formally_valid under celebration.place as at celebration.on
    unless some s in spouses has (some u in s.earlier_unions has (valid(u) under u.place as at u.on))
    otherwise none
)";

Paths given(const std::string& of, const std::string& question, const std::string& by_law,
            const std::string& is) {
  return {{"given.0.of", of},
          {"given.0.question", question},
          {"given.0.by_law", by_law},
          {"given.0.is", is},
          {"given.0.because", "not disputed"}};
}

TEST(Given, an_answer_that_is_given_replaces_the_evaluation_it_names) {
  SmallWorld world{
      {"XA", asks_place},
      {"XB",
       "\nArticle 1\nbar form against both\n    makes void\n    if celebration.form is civil\n"}};
  EXPECT_EQ(letter(world.ask()), "settled not_recognised");
  for (const char* law : {"place", "XB"})
    EXPECT_EQ(letter(world.ask(given("celebration", "formally_valid", law, "yes"))),
              "settled recognised")
        << law;
  EXPECT_EQ(letter(world.ask(given("celebration", "formally_valid", "XC", "yes"))),
            "settled not_recognised")
      << "another law was not asked";
  EXPECT_EQ(letter(world.ask(given("celebration", "valid", "place", "yes"))),
            "settled not_recognised")
      << "another question";
}

TEST(Given, it_serves_where_the_law_is_not_covered_and_is_said_among_the_reasons) {
  SmallWorld world{{"XA", asks_place}};
  EXPECT_EQ(letter(world.ask()), "not_covered [law XB]");
  auto a = world.ask(given("celebration", "formally_valid", "place", "yes"));
  EXPECT_EQ(letter(a), "settled recognised");
  bool shown = false;
  for (const auto& step : stance(a, Stance::letter).derivation.steps)
    shown |= step.kind == interp::StepKind::given;
  EXPECT_TRUE(shown);
}

TEST(Given, of_one_of_the_places_it_may_be_it_answers_for_that_place) {
  const std::string no_civil_form =
      "\nArticle 1\nbar form against both\n    makes void\n    if celebration.form is civil\n";
  SmallWorld world{{"XA", asks_place}, {"XB", no_civil_form}, {"XC", no_civil_form}};
  Paths either{{"celebration.place", ""}, {"celebration.place.one_of", "[XB, XC]"}};
  EXPECT_EQ(letter(world.ask(either)), "settled not_recognised");
  EXPECT_EQ(letter(world.ask(with(either, given("celebration", "formally_valid", "XB", "yes")))),
            "depends [fact celebration.place]");
}

TEST(Given, one_about_an_earlier_union_is_about_that_union_and_that_law_only) {
  SmallWorld world{{"XA", asks_place}, {"XB", place_law}, {"XC", place_law}};
  EXPECT_EQ(letter(world.ask(earlier())), "settled not_recognised");
  EXPECT_EQ(letter(world.ask(
                with(earlier(), given("spouses.0.earlier_unions.0", "valid", "place", "no")))),
            "settled recognised");
  EXPECT_EQ(
      letter(world.ask(with(earlier(), given("spouses.0.earlier_unions.0", "valid", "XC", "no")))),
      "settled not_recognised");
  EXPECT_EQ(letter(world.ask(with(earlier(), given("celebration", "valid", "place", "no")))),
            "settled not_recognised");
}

TEST(Given, by_the_law_of_the_place_means_the_unions_own_place) {
  // The forum asks its own law of the earlier union too; what is given by the law of the place is no answer to that.
  SmallWorld world{{"XA", R"(
Article 1
rule recognition: effect
    for status
    carrying all
    gives marriage
    unless some s in spouses has (some u in s.earlier_unions has (valid(u)))
    otherwise none
Article 2
rule valid: yes_no
    gives yes
    if celebration.registered
    otherwise no
)"},
                   {"XB", place_law}};
  EXPECT_EQ(letter(world.ask(
                with(earlier(), given("spouses.0.earlier_unions.0", "valid", "place", "no")))),
            "settled not_recognised");
  EXPECT_EQ(
      letter(world.ask(with(earlier(), given("spouses.0.earlier_unions.0", "valid", "XA", "no")))),
      "settled recognised");
}

}  // namespace comity::tests
