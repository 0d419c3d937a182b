// The question, and what makes a whole case unusable.
#include <gtest/gtest.h>

#include "small_law.h"

namespace comity::casefile::test {

using diag::Code;
using ir::Known;

TEST(Question, takes_todays_day_and_status_where_left_out) {
  Read r = read("question: {forum: RU}\n");
  ASSERT_TRUE(r.read);
  EXPECT_EQ(r.read->on, day("2026-11-25"));
  EXPECT_EQ(r.read->forum, place("RU"));
  EXPECT_EQ(r.read->purpose, 0);
  EXPECT_FALSE(r.read->known_on);
}

TEST(Question, options_of_the_caller_come_first) {
  Options options;
  options.overrides.forum = place("DK");
  options.overrides.on = day("2019-01-01");
  options.overrides.known_on = day("2018-06-01");
  options.overrides.purpose = word("purpose", "tax");
  Read r = read(with(""), options);
  ASSERT_TRUE(r.read);
  EXPECT_EQ(r.read->forum, place("DK"));
  EXPECT_EQ(r.read->on, day("2019-01-01"));
  EXPECT_EQ(r.read->known_on, day("2018-06-01"));
  EXPECT_EQ(r.read->purpose, word("purpose", "tax"));
}

TEST(Question, without_a_forum_there_is_none) {
  EXPECT_TRUE(read("comity: 1\n").refused(Code::no_forum));
  EXPECT_TRUE(read("question: {forum: unknown}\n").refused(Code::wrong_shape));
  EXPECT_TRUE(read("question: {forum: {one_of: [RU, DK]}}\n").refused(Code::wrong_shape));
}

TEST(Question, is_asked_for_one_day) {
  EXPECT_TRUE(read("question: {forum: RU, on: 2018-01}\n").refused(Code::wrong_shape));
  EXPECT_TRUE(read("question: {forum: RU, known_on: 2018}\n").refused(Code::wrong_shape));
}

TEST(Question, before_the_celebration_only_for_a_planned_wedding) {
  EXPECT_TRUE(
      read(with("celebration: {on: 2018-02-01}\n")).refused(Code::asked_before_celebration));
  EXPECT_TRUE(read(with("celebration: {on: 2019}\n")).refused(Code::asked_before_celebration));
  EXPECT_TRUE(read(with("celebration: {on: 2018}\n")).read);
  Read planned = read(with("celebration: {on: 2018-02-01, planned: yes}\n"));
  ASSERT_TRUE(planned.read);
  EXPECT_TRUE(planned.read->planned);
}

TEST(Whole, a_case_has_exactly_two_spouses) {
  for (const char* spouses : {"[{}]", "[{}, {}, {}]", "[]", "[{}, unknown]"}) {
    Read r = read(with(std::string("spouses: ") + spouses + "\n"));
    ASSERT_TRUE(r.refused(Code::wrong_shape)) << spouses;
    EXPECT_EQ(r.place(Code::wrong_shape).line, 3u);
  }
}

TEST(Whole, an_unknown_key_names_the_nearest_and_where) {
  Read r = read(with("celebration:\n  plaec: DK\n"));
  ASSERT_TRUE(r.refused(Code::unknown_key));
  EXPECT_EQ(r.place(Code::unknown_key).line, 4u);
  EXPECT_EQ(r.place(Code::unknown_key).column, 3u);
  EXPECT_EQ(diag::said(r.finding(Code::unknown_key)->message, diag::Language::en),
            "plaec is not a key of celebration; the nearest is place");
}

TEST(Whole, every_finding_is_told_at_once) {
  Read r = read(with("celebration: {place: XX, on: 2018-02-30, form: civl}\n"));
  EXPECT_TRUE(r.refused(Code::unknown_place));
  EXPECT_TRUE(r.refused(Code::bad_date));
  EXPECT_TRUE(r.refused(Code::unknown_value));
}

TEST(Whole, another_version_of_the_format) {
  EXPECT_TRUE(read("comity: 2\nquestion: {forum: RU}\n").refused(Code::unknown_value));
}

TEST(Whole, a_broken_constraint_points_at_the_facts_that_break_it) {
  Options options;
  std::uint32_t wedding = slot_of(small_law(), "celebration.on"),
                born = slot_of(small_law(), "spouses.1.born");
  options.broken = [&](const Case& c) -> std::optional<std::uint32_t> {
    const auto &w = c.facts.slots[wedding], &b = c.facts.slots[born];
    if (w.known == Known::yes && b.known == Known::yes && b.low > w.low) return 0;
    return std::nullopt;
  };
  Read r = read(with("celebration: {on: 2018-01-04}\nspouses:\n  - {}\n  - {born: 2018-01-05}\n"),
                options);
  ASSERT_TRUE(r.refused(Code::constraint_broken));
  EXPECT_EQ(r.place(Code::constraint_broken).line, 6u);
  ASSERT_EQ(r.finding(Code::constraint_broken)->labels.size(), 1u);
  EXPECT_EQ(r.sources.place(0, r.finding(Code::constraint_broken)->labels[0].span.begin).line, 3u);
}

TEST(Whole, where_several_facts_break_a_constraint_each_is_pointed_at) {
  Options options;
  std::uint32_t first = slot_of(small_law(), "spouses.0.born"),
                second = slot_of(small_law(), "spouses.1.born");
  options.broken = [&](const Case& c) -> std::optional<std::uint32_t> {
    for (std::uint32_t slot : {first, second})
      if (c.facts.slots[slot].known == Known::yes && c.facts.slots[slot].low > day("2018-01-04"))
        return 0;
    return std::nullopt;
  };
  Read r = read(with("spouses:\n  - {born: 2018-01-05}\n  - {born: 2018-01-06}\n"), options);
  ASSERT_TRUE(r.refused(Code::constraint_broken));
  EXPECT_EQ(r.place(Code::constraint_broken).line, 5u);
  ASSERT_EQ(r.finding(Code::constraint_broken)->labels.size(), 1u);
  EXPECT_EQ(r.sources.place(0, r.finding(Code::constraint_broken)->labels[0].span.begin).line, 4u);
}

TEST(Documents, are_set_path_by_path) {
  Document d;
  EXPECT_TRUE(d.set("question.forum", scalar("RU")));
  EXPECT_TRUE(d.set("spouses.0.earlier_unions.1.ended.by", scalar("divorce")));
  EXPECT_TRUE(d.set("spouses.0.nationalities", list({scalar("RU"), scalar("FR")})));
  EXPECT_TRUE(d.set("spouses.0.nationalities", list({})));
  EXPECT_FALSE(d.set("", scalar("x")));
  EXPECT_FALSE(d.set("spouses..sex", scalar("x")));
  EXPECT_FALSE(d.set("spouses.99.sex", scalar("x")));
  diag::Diagnostics diagnostics;
  Options options;
  options.today = day("2026-11-25");
  auto c = case_of(small_law(), d, options, diagnostics);
  ASSERT_TRUE(c) << (diagnostics.list.empty()
                         ? ""
                         : diag::said(diagnostics.list[0].message, diag::Language::en));
  auto at = [&](const char* path) { return c->facts.slots[slot_of(small_law(), path)]; };
  EXPECT_EQ(at("spouses.0.nationalities").low, 0);
  EXPECT_EQ(at("spouses.0.earlier_unions").low, 2);
  EXPECT_EQ(at("spouses.0.earlier_unions.1.ended").low, 1);
  EXPECT_EQ(at("spouses.0.earlier_unions.0.ended").known, Known::no);
}

}  // namespace comity::casefile::test
