// What a key means that is not written, and what ties values together.
#include <gtest/gtest.h>

#include <climits>

#include "small_law.h"

namespace comity::casefile::test {

using diag::Code;
using ir::Known;
using ir::Origin;

TEST(LeftOut, unknown_but_for_what_the_ontology_presumes) {
  Read r = read(with(""));
  EXPECT_EQ(r.at("celebration.place").known, Known::no);
  EXPECT_EQ(r.at("spouses.0.sex").known, Known::no);
  EXPECT_EQ(r.at("spouses.0.nationalities").known, Known::no);
  EXPECT_EQ(r.at("between.kinship").known, Known::no);
  EXPECT_EQ(r.at("celebration.kind").origin, Origin::presumed);
  EXPECT_EQ(r.at("celebration.kind").known, Known::yes);
  EXPECT_EQ(r.at("celebration.to_avoid").known, Known::yes);
  EXPECT_EQ(r.at("spouses").low, 2);
  EXPECT_EQ(r.at("later").known, Known::yes);
  EXPECT_EQ(r.at("later").origin, Origin::fixed);
}

TEST(LeftOut, strict_presumes_nothing_but_the_format) {
  Options options;
  options.overrides.strict = true;
  Read r = read(with("celebration: {place: DK}\n"), options);
  EXPECT_EQ(r.at("celebration.kind").known, Known::no);
  EXPECT_EQ(r.at("celebration.authority").known, Known::no);
  EXPECT_EQ(r.at("celebration.planned").known, Known::yes);
  EXPECT_EQ(r.at("later").known, Known::yes);
  EXPECT_TRUE(r.read->strict);
}

TEST(LeftOut, the_authority_is_the_places) {
  Read r = read(with("celebration: {place: DK}\n"));
  EXPECT_EQ(r.at("celebration.authority").low, place("DK"));
  EXPECT_EQ(r.at("celebration.authority").origin, Origin::presumed);
  Read told = read(with("celebration: {place: DK, authority: RU}\n"));
  EXPECT_EQ(told.at("celebration.authority").low, place("RU"));
}

TEST(LeftOut, an_authority_is_the_places_even_where_that_is_not_known) {
  Read r = read(with("celebration: {place: {one_of: [DK, FR]}}\n"));
  EXPECT_EQ(r.at("celebration.authority").known, Known::one_of);
  ASSERT_EQ(r.read->facts.relations.size(), 1u);
  EXPECT_EQ(r.read->facts.relations[0].kind, ir::Relation::Kind::same);
}

TEST(LeftOut, ordinary_assumes_no_bar_and_an_adult) {
  Read r =
      read("question: {forum: RU, assume: ordinary}\ncelebration: {place: DK, on: 2018-01-04}\n");
  EXPECT_EQ(r.at("between.kinship").origin, Origin::assumed);
  EXPECT_EQ(r.at("spouses.0.earlier_unions").low, 0);
  EXPECT_EQ(r.at("spouses.0.earlier_unions").known, Known::yes);
  EXPECT_EQ(r.at("spouses.0.born").low, day("1988-01-04"));
  EXPECT_EQ(r.at("spouses.0.sex").known, Known::no);
  EXPECT_TRUE(r.read->ordinary);
}

TEST(LeftOut, ordinary_homes_come_from_the_other_home_nationality_or_the_place_of_celebration) {
  Read r = read(
      "question: {forum: RU, assume: ordinary}\ncelebration: {place: DK, on: 2018-01-04}\n"
      "spouses: [{residence: FR, nationalities: [RU]}, {nationalities: [RU]}]\n");
  EXPECT_EQ(r.at("spouses.0.domicile.0.in").low, place("FR"));
  EXPECT_EQ(r.at("spouses.0.domicile.0.in").origin, Origin::assumed);
  EXPECT_EQ(r.at("spouses.0.residence.0.in").origin, Origin::told);
  EXPECT_EQ(r.at("spouses.1.domicile.0.in").low, place("RU"));
  EXPECT_EQ(r.at("spouses.1.residence.0.in").low, place("RU"));
  Read bare = read("question: {forum: RU, assume: ordinary}\ncelebration: {place: DK}\n");
  EXPECT_EQ(bare.at("spouses.1.residence.0.in").low, place("DK"));
}

TEST(LeftOut, labels_follow_the_order) {
  Read r = read(with(""));
  EXPECT_EQ(r.at("spouses.1.label").low, 1);
}

TEST(Lists, told_is_complete_unless_it_says_unknown) {
  Read r = read(with("spouses: [{nationalities: []}, {nationalities: [RU, unknown]}]\n"));
  EXPECT_EQ(r.at("spouses.0.nationalities").known, Known::yes);
  EXPECT_EQ(r.at("spouses.0.nationalities").low, 0);
  const ir::Fact& open = r.at("spouses.1.nationalities");
  EXPECT_EQ(open.known, Known::range);
  EXPECT_EQ(open.low, 1);
  EXPECT_EQ(open.high, 4);
}

TEST(Lists, one_element_known_in_part) {
  Read r = read(with("spouses: [{nationalities: [{one_of: [RU, FR]}]}, {}]\n"));
  EXPECT_EQ(r.at("spouses.0.nationalities").low, 1);
  EXPECT_EQ(r.at("spouses.0.nationalities.0.state").known, Known::one_of);
}

TEST(Lists, longer_than_the_format_takes) {
  EXPECT_TRUE(read(with("celebration: {to_avoid: [DK, FR, NO, RU]}\n")).refused(Code::too_many));
}

TEST(Lists, a_bare_value_is_told_to_stand_in_brackets) {
  Read r = read(with("spouses: [{nationalities: RU}, {}]\n"));
  ASSERT_TRUE(r.refused(Code::wrong_shape));
  EXPECT_NE(diag::said(r.finding(Code::wrong_shape)->remedy, diag::Language::en).find("[RU]"),
            std::string::npos);
}

TEST(Periods, an_entry_without_dates_holds_at_the_celebration) {
  Read r = read(with("spouses: [{nationalities: [RU], domicile: DK}, {}]\n"));
  EXPECT_EQ(r.at("spouses.0.nationalities.0.from").low, INT_MIN);
  EXPECT_EQ(r.at("spouses.0.domicile").low, 1);
  EXPECT_EQ(r.at("spouses.0.domicile.0.in").low, place("DK"));
  EXPECT_EQ(r.at("spouses.0.domicile.0.from").low, INT_MIN);
}

TEST(Periods, of_homes_and_nationalities) {
  Read r = read(
      with("spouses:\n"
           "  - nationalities: [{state: RU, until: 2016-05-01}, {state: FR, from: 2016}]\n"
           "    domicile: [{in: RU, from: 1990, until: 2015}, {in: DK, from: 2015-06-01, by: FR}]\n"
           "  - {}\n"));
  EXPECT_EQ(r.at("spouses.0.nationalities.0.until").low, day("2016-05-01"));
  EXPECT_EQ(r.at("spouses.0.nationalities.0.from").origin, Origin::presumed);
  EXPECT_EQ(r.at("spouses.0.nationalities.1.from").known, Known::range);
  EXPECT_EQ(r.at("spouses.0.domicile").low, 2);
  EXPECT_EQ(r.at("spouses.0.domicile.0.until").known, Known::range);
  EXPECT_EQ(r.at("spouses.0.domicile.1.by").low, place("FR"));
  EXPECT_EQ(r.at("spouses.0.domicile.0.by").low, -1);
}

TEST(Periods, one_that_ends_before_it_begins_is_refused) {
  EXPECT_TRUE(read(with("spouses: [{domicile: [{in: RU, from: 2015, until: 2010}]}, {}]\n"))
                  .refused(Code::bad_date));
  EXPECT_TRUE(
      read(with("spouses: [{domicile: [{in: RU, form: 2015}]}, {}]\n")).refused(Code::unknown_key));
}

TEST(Unions, ended_no_and_details_left_out) {
  Read r =
      read(with("spouses:\n"
                "  - earlier_unions:\n"
                "      - {on: 2010-05-01, ended: no}\n"
                "      - {on: 2012, ended: {by: divorce, on: 2015-03-02}}\n"
                "      - {}\n"
                "  - {}\n"));
  EXPECT_EQ(r.at("spouses.0.earlier_unions").low, 3);
  EXPECT_EQ(r.at("spouses.0.earlier_unions.0.ended").low, 0);
  EXPECT_EQ(r.at("spouses.0.earlier_unions.1.ended").low, 1);
  EXPECT_EQ(r.at("spouses.0.earlier_unions.1.ended.by").low, 0);
  EXPECT_EQ(r.at("spouses.0.earlier_unions.1.ended.effective").low, day("2015-03-02"));
  EXPECT_EQ(r.at("spouses.0.earlier_unions.2.ended").known, Known::no);
}

TEST(Relations, an_age_narrows_the_birthday_to_the_day) {
  Read r = read(with("celebration: {on: 2018-01-04}\nspouses: [{age: 28}, {}]\n"));
  const ir::Fact& born = r.at("spouses.0.born");
  ASSERT_EQ(born.known, Known::range);
  EXPECT_EQ(base::to_string(born.low), "1989-01-05");
  EXPECT_EQ(base::to_string(born.high), "1990-01-04");
  ASSERT_FALSE(r.read->facts.relations.empty());
  EXPECT_EQ(r.read->facts.relations[0].kind, ir::Relation::Kind::age);
  EXPECT_EQ(r.read->facts.relations[0].amount, 28);
}

TEST(Relations, an_age_that_does_not_fit_the_birthday) {
  EXPECT_TRUE(read(with("celebration: {on: 2018-01-04}\nspouses: [{age: 28, born: 1960}, {}]\n"))
                  .refused(Code::constraint_broken));
}

TEST(Relations, a_sex_known_only_beside_the_others) {
  Read r = read(with("spouses: [{sex: male}, {sex: {same_as: first}}]\n"));
  EXPECT_EQ(r.at("spouses.1.sex").known, Known::no);
  ASSERT_FALSE(r.read->facts.relations.empty());
  EXPECT_EQ(r.read->facts.relations[0].kind, ir::Relation::Kind::same);
  EXPECT_EQ(r.read->facts.relations[0].right, slot_of(small_law(), "spouses.0.sex"));
  EXPECT_TRUE(read(with("spouses: [{sex: {same_as: first}}, {}]\n")).refused(Code::unknown_value));
}

TEST(Relations, documents_that_differ_leave_the_sex_open_among_them) {
  Read r =
      read(with("spouses:\n"
                "  - sex: [{recorded: male, document: birth_certificate, by: RU}, {recorded: "
                "female, document: passport, from: 2015}]\n"
                "  - sex: [{recorded: female, document: passport}]\n"));
  EXPECT_EQ(r.at("spouses.0.sex").known, Known::one_of);
  EXPECT_EQ(r.at("spouses.1.sex").low, word("sex_marker", "female"));
  EXPECT_EQ(r.read->facts.notes.size(), 1u);
}

TEST(Given, speaks_of_the_celebration_or_of_an_earlier_union) {
  Read r =
      read(with("given:\n"
                "  - {of: celebration, question: formally_valid, by_law: place, is: yes}\n"
                "  - {of: spouses.1.earlier_unions.2, question: valid, by_law: FR, is: no}\n"));
  EXPECT_EQ(r.at("given").low, 2);
  EXPECT_EQ(r.at("given.0.of").low, 0);
  EXPECT_EQ(r.at("given.0.by_law").low, -1);
  EXPECT_EQ(r.at("given.1.of").low, 1 + 3 + 2);
  EXPECT_TRUE(
      read(with("given: [{of: spouses.2.earlier_unions.0}]\n")).refused(Code::unknown_value));
}

TEST(Plans, bare_words_or_maps) {
  Read r = read(with("plans: [register, {act: publish, place: RU}]\n"));
  EXPECT_EQ(r.at("plans.0.act").low, word("plan_act", "register"));
  EXPECT_EQ(r.at("plans.1.place").low, place("RU"));
}

}  // namespace comity::casefile::test
