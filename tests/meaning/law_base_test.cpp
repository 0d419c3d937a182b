// What the small law comes to, part by part.
#include <memory>

#include "meaning/small.h"

namespace comity::meaning::test {
namespace {

const Compiled& whole() {
  static const auto compiled = compile(small_files());
  return *compiled;
}

const LawBase& law() { return *whole().law; }

Home home_of(std::string_view code) {
  for (std::size_t m = 0; m < law().modules.size(); ++m)
    if (law().modules[m].code == code) return static_cast<Home>(m);
  return shared;
}

const Field& field(std::string_view record, std::string_view name) {
  for (const Field& f : law().fields)
    if (law().records[f.record].name == record && f.name == name) return f;
  throw std::out_of_range(std::string(name));
}

TEST(SmallLaw, CompilesWithoutAFinding) {
  ASSERT_TRUE(whole().law) << whole().findings();
  EXPECT_EQ(whole().findings(), "");
}

TEST(Ontology, ListsTakeALengthAndTheirElements) {
  EXPECT_EQ(field("spouse", "nationalities").many, Many::dated_list);
  EXPECT_EQ(field("spouse", "nationalities").slots, 1u + 3 * 3);
  EXPECT_EQ(field("celebration", "to_avoid").slots, 1u + 3);
}

TEST(Ontology, DatedFactsTakeALengthAndFourSlotsAPeriod) {
  EXPECT_EQ(field("spouse", "residence").slots, 1u + 4 * field("spouse", "residence").bound);
}

TEST(Ontology, WhatMayBeAbsentTakesAPresence) {
  EXPECT_EQ(field("earlier_union", "ended").slots, 1u + 2);
}

TEST(Ontology, DefaultsAreValuesOrOtherFacts) {
  EXPECT_EQ(field("celebration", "planned").fallback, Default::always);
  EXPECT_EQ(field("celebration", "kind").fallback, Default::presumed);
  EXPECT_EQ(
      law().fields[static_cast<std::size_t>(field("celebration", "authority").presumed_as)].name,
      "place");
  EXPECT_EQ(field("spouse", "born").ordinary_years, 30);
  EXPECT_EQ(
      law().fields[static_cast<std::size_t>(field("earlier_union", "made_in").stands_for)].name,
      "place");
}

TEST(Provisions, StandInTheOrderOfTheInstrument) {
  std::vector<std::string> ids;
  for (const Provision& p : law().provisions)
    if (p.id.starts_with("NO/CODE/1(") || p.id == "NO/CODE/1") ids.push_back(p.id);
  EXPECT_EQ(ids,
            (std::vector<std::string>{"NO/CODE/1", "NO/CODE/1(1)", "NO/CODE/1(2)", "NO/CODE/1(3)",
                                      "NO/CODE/1(3)#later", "NO/CODE/1(10)", "NO/CODE/1(10a)"}));
}

TEST(Provisions, CarryCitationTextAndSource) {
  for (const Provision& p : law().provisions) {
    if (p.id != "NO/CODE/12(1)#letter") continue;
    EXPECT_EQ(p.cite, "Code, s. 12(1)");
    EXPECT_EQ(p.text.en, "A marriage made elsewhere by its law counts.");
    EXPECT_EQ(p.source, "https://example.org/code");
    EXPECT_FALSE(p.on_knowledge);
  }
}

TEST(Provisions, ASourceNobodyOpenedRestsOnKnowledge) {
  for (const Provision& p : law().provisions)
    if (p.id == "NO/CODE/1(2)") {
      EXPECT_TRUE(p.on_knowledge);
    }
}

TEST(Bars, OneForEachDegree) {
  std::vector<int> degrees;
  for (const Bar& b : law().bars)
    if (law().provisions[b.provision].id == "NO/CODE/1(2)") {
      degrees.push_back(b.degree);
      EXPECT_TRUE(b.against_both);
    }
  EXPECT_EQ(degrees, (std::vector<int>{1, 2}));
}

TEST(Bars, VersionsOfOneBarAreClausesOfOneRule) {
  const Function* age = function(law(), "age", home_of("NO"));
  ASSERT_TRUE(age);
  std::size_t own = 0, exceptions = 0;
  for (const Clause& c : age->clauses) ++(c.exception_to == none ? own : exceptions);
  EXPECT_EQ(own, 2u);
  EXPECT_EQ(exceptions, 2u);
}

TEST(Standards, ClassesMetAndNotMetAndElsewhereAPower) {
  const Function* order = function(law(), "good_order", home_of("NO"));
  ASSERT_TRUE(order);
  ASSERT_EQ(order->clauses.size(), 4u);
  EXPECT_EQ(order->clauses.back().kind, ClauseKind::leaves_to);
  EXPECT_EQ(order->clauses.back().conditions.size(), 3u);
  EXPECT_EQ(order->clauses.back().closed_by, 2u);
}

TEST(Readings, ExcludeTheClausesTheyName) {
  const Function* recognition = function(law(), "recognition", home_of("NO"));
  ASSERT_TRUE(recognition);
  for (const Clause& c : recognition->clauses)
    EXPECT_EQ(c.excluded_by.size(),
              law().provisions[c.provision].id.starts_with("NO/CODE/12(5)") ? 1u : 0u);
}

TEST(Readings, JudgmentsReachBackAndPracticeDoesNot) {
  ASSERT_EQ(law().holdings.size(), 2u);
  for (const Holding& h : law().holdings) EXPECT_EQ(h.reach, h.judgment ? base::first_day : h.said);
}

TEST(Readings, ARankSpeaksOverTheOnesDeclaredAfterIt) {
  for (const Holding& h : law().holdings) EXPECT_EQ(h.rank, h.judgment ? 4 : 2);
}

TEST(Families, EachPlaceOfTheTableHasTheRules) {
  Home california = home_of("US-CA"), texas = home_of("US-TX");
  ASSERT_NE(california, shared);
  EXPECT_EQ(law().modules[california].bars, law().modules[texas].bars);
  EXPECT_EQ(law().modules[california].bars.size(), 1u);
  EXPECT_NE(law().modules[california].members[law().anchors.recognition], none);
}

TEST(Families, AMemberDepartsByException) {
  const Function& age =
      law().functions[law().bars[law().modules[home_of("US-TX")].bars[0]].function];
  ASSERT_EQ(age.clauses.size(), 2u);
  EXPECT_EQ(age.clauses[1].scope.front().kids[0].op, Op::here);
}

TEST(Tables, RowsReachPartsOnlyWhereTheyHaveNone) {
  const Table& ages = law().tables[0].name == "ages" ? law().tables[0] : law().tables[1];
  std::vector<std::string> places;
  for (const Row& r : ages.rows)
    places.push_back(law().places[static_cast<std::size_t>(r.place)].code);
  EXPECT_EQ(places, (std::vector<std::string>{"NO", "NO", "US", "US-CA", "US-TX"}));
  EXPECT_EQ(ages.rows[0].cells, (std::vector<std::int32_t>{16, 125000}));
}

TEST(Examples, UnfoldWhatTheyAreLike) {
  ASSERT_EQ(law().examples.size(), 1u);
  const Example& e = law().examples[0];
  std::vector<std::string> paths;
  for (const Setting& s : e.settings)
    paths.push_back(s.path + "=" + (s.value.kind == syntax::Kind::list ? "[]" : s.value.word));
  EXPECT_EQ(paths, (std::vector<std::string>{"celebration.place=SE", "spouses.0.earlier_unions=[]",
                                             "spouses.0.sex=female"}));
  EXPECT_EQ(e.place, "NO");
  EXPECT_EQ(e.on, base::parse_day("2013-01-01"));
  ASSERT_EQ(e.expectations.size(), 4u);
  EXPECT_TRUE(e.expectations[3].member);
  EXPECT_EQ(e.verdict, "contested");
}

}  // namespace
}  // namespace comity::meaning::test
