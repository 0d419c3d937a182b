// Single values: read by the ontology's type, whole or known in part.
#include <gtest/gtest.h>

#include <climits>

#include "casefile/when.h"
#include "small_law.h"

namespace comity::casefile::test {

using diag::Code;
using ir::Known;
using ir::Origin;

TEST(Values, norway_is_not_a_no) {
  Read r = read(with("celebration: {place: NO}\n"));
  EXPECT_EQ(r.at("celebration.place").known, Known::yes);
  EXPECT_EQ(r.at("celebration.place").low, place("NO"));
}

TEST(Values, no_is_a_no_where_yes_or_no_is_asked) {
  Read r = read(with("spouses: [{declared_incapable: no}, {declared_incapable: yes}]\n"));
  EXPECT_EQ(r.at("spouses.0.declared_incapable").low, 0);
  EXPECT_EQ(r.at("spouses.1.declared_incapable").low, 1);
}

TEST(Values, no_is_a_word_where_the_ontology_has_it) {
  Read yaml = read(with("celebration: {documents: {legalised: no}}\n"));
  EXPECT_EQ(yaml.at("celebration.documents.legalised").low, word("legalisation", "no"));
  Read json =
      read(R"({"question": {"forum": "RU"}, "celebration": {"documents": {"legalised": false}}})");
  EXPECT_EQ(json.at("celebration.documents.legalised").low, word("legalisation", "no"));
}

TEST(Values, unknown_overrides_what_is_presumed) {
  Read r = read(with("celebration: {kind: unknown}\n"));
  EXPECT_EQ(r.at("celebration.kind").known, Known::no);
}

TEST(Values, one_of_and_not) {
  Read r =
      read(with("between: {kinship: {one_of: [none, first_cousins]}}\n"
                "spouses: [{sex: {not: [other]}}, {sex: {not: [male, female]}}]\n"));
  const ir::Fact& kin = r.at("between.kinship");
  ASSERT_EQ(kin.known, Known::one_of);
  EXPECT_EQ(r.read->facts.sets[static_cast<std::size_t>(kin.low)], (std::vector<ir::Value>{0, 2}));
  const ir::Fact& sex = r.at("spouses.0.sex");
  ASSERT_EQ(sex.known, Known::one_of);
  EXPECT_EQ(r.read->facts.sets[static_cast<std::size_t>(sex.low)], (std::vector<ir::Value>{0, 1}));
  EXPECT_EQ(r.at("spouses.1.sex").known, Known::yes);
  EXPECT_EQ(r.at("spouses.1.sex").low, word("sex_marker", "other"));
}

TEST(Values, every_value_is_no_knowledge_and_none_is_refused) {
  EXPECT_EQ(read(with("spouses: [{sex: {one_of: [male, female, other]}}, {}]\n"))
                .at("spouses.0.sex")
                .known,
            Known::no);
  EXPECT_TRUE(read(with("spouses: [{sex: {not: [male, female, other]}}, {}]\n"))
                  .refused(Code::wrong_shape));
  EXPECT_TRUE(read(with("spouses: [{sex: {one_of: []}}, {}]\n")).refused(Code::wrong_shape));
}

TEST(Values, states_without_a_name) {
  Read r = read(with("spouses: [{nationalities: [\"?A\", \"?B\"]}, {nationalities: [\"?A\"]}]\n"));
  EXPECT_EQ(r.at("spouses.0.nationalities.0.state").low, ir::unnamed_place);
  EXPECT_EQ(r.at("spouses.0.nationalities.1.state").low, ir::unnamed_place + 1);
  EXPECT_EQ(r.at("spouses.1.nationalities.0.state").low, ir::unnamed_place);
  EXPECT_EQ(r.read->facts.unnamed, (std::vector<std::string>{"?A", "?B"}));
}

TEST(Values, an_alias_is_rewritten_with_a_note) {
  Read r = read(with("celebration: {place: CN-HK}\n"));
  EXPECT_EQ(r.at("celebration.place").low, place("HK"));
  ASSERT_EQ(r.read->facts.notes.size(), 1u);
  std::string note = diag::said(r.read->facts.notes[0], diag::Language::en);
  EXPECT_NE(note.find("CN-HK is read as HK"), std::string::npos);
}

TEST(Values, a_state_whose_law_is_by_part_leaves_the_part_open_where_one_lives_or_marries) {
  Read r =
      read(with("celebration: {place: US}\nspouses: [{nationalities: [US], domicile: US}, {}]\n"));
  const ir::Fact& where = r.at("celebration.place");
  ASSERT_EQ(where.known, Known::one_of);
  EXPECT_EQ(r.read->facts.sets[static_cast<std::size_t>(where.low)],
            (std::vector<ir::Value>{place("US-NY"), place("US-TX")}));
  EXPECT_EQ(r.at("spouses.0.domicile.0.in").known, Known::one_of);
  EXPECT_EQ(r.at("spouses.0.nationalities.0.state").low, place("US"));
}

TEST(Values, wrong_words_name_the_nearest_and_all) {
  Read r = read(with("spouses:\n  - {sex: femal}\n  - {}\n"));
  ASSERT_TRUE(r.refused(Code::unknown_value));
  EXPECT_EQ(r.place(Code::unknown_value).line, 4u);
  EXPECT_EQ(r.place(Code::unknown_value).column, 11u);
  EXPECT_EQ(diag::said(r.finding(Code::unknown_value)->message, diag::Language::en),
            "spouses.0.sex does not take femal; the nearest is female");
  EXPECT_NE(diag::said(r.finding(Code::unknown_value)->remedy, diag::Language::en)
                .find("male, female, other"),
            std::string::npos);
}

TEST(Values, a_lower_case_code_names_the_place_meant) {
  Read r = read(with("celebration: {place: dk}\n"));
  ASSERT_TRUE(r.refused(Code::unknown_place));
  EXPECT_NE(diag::said(r.finding(Code::unknown_place)->message, diag::Language::en)
                .find("the nearest is DK"),
            std::string::npos);
}

TEST(Dates, days_months_years_and_intervals) {
  auto is = [](std::string_view text, const char* first, const char* last) {
    auto days = days_of(text);
    ASSERT_TRUE(days) << text;
    EXPECT_EQ(base::to_string(days->first), first) << text;
    EXPECT_EQ(base::to_string(days->last), last) << text;
  };
  is("2018-01-26", "2018-01-26", "2018-01-26");
  is("2018-02", "2018-02-01", "2018-02-28");
  is("2018-12", "2018-12-01", "2018-12-31");
  is("2018", "2018-01-01", "2018-12-31");
  is("201X", "2010-01-01", "2019-12-31");
  is("2018-XX", "2018-01-01", "2018-12-31");
  is("2010/2015", "2010-01-01", "2015-12-31");
  is("2010-05/2010-06-03", "2010-05-01", "2010-06-03");
  is("../1896-12-31", "1700-01-01", "1896-12-31");
  is("2010/..", "2010-01-01", "2200-12-31");
}

TEST(Dates, what_is_no_date) {
  for (const char* text :
       {"", "2018-13", "2018-02-30", "26.01.2018", "2018-1-1", "2018~", "2018?", "2015/2010",
        "../..", "2018-", "18", "2X18", "2018-01-26T10:00", "2018/", "-2018", "2018-X1"})
    EXPECT_FALSE(days_of(text)) << text;
}

TEST(Dates, an_impossible_day_is_refused_where_it_stands) {
  Read r = read(with("celebration:\n  on: 2018-02-30\n"));
  ASSERT_TRUE(r.refused(Code::bad_date));
  EXPECT_EQ(r.place(Code::bad_date).line, 4u);
  EXPECT_EQ(r.place(Code::bad_date).column, 7u);
}

TEST(Dates, a_year_alone_is_an_interval_in_yaml_and_json) {
  Read yaml = read(with("celebration: {on: 2017}\n"));
  EXPECT_EQ(yaml.at("celebration.on").known, Known::range);
  EXPECT_EQ(yaml.at("celebration.on").high, day("2017-12-31"));
  Read json =
      read(R"({"question": {"forum": "RU", "on": "2018-01-26"}, "celebration": {"on": 2017}})");
  EXPECT_EQ(json.at("celebration.on").low, day("2017-01-01"));
}

}  // namespace comity::casefile::test
