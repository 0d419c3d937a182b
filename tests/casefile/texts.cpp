// Text that is no case: refused with its place, whatever it holds; and YAML and JSON that say the same.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casefile/from_text.h"
#include "small_law.h"

namespace comity::casefile::test {

using diag::Code;
using ir::Known;

TEST(Text, yaml_and_json_say_the_same) {
  Read yaml = read(
      "comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: {place: DK, on: 2018-01-04}\n"
      "spouses: [{sex: male, nationalities: [RU]}, {sex: female}]\n");
  Read json = read(R"({"comity": 1, "question": {"forum": "RU", "on": "2018-01-26"}, "celebration":
    {"place": "DK", "on": "2018-01-04"}, "spouses": [{"sex": "male", "nationalities": ["RU"]}, {"sex": "female"}]})");
  ASSERT_TRUE(yaml.read && json.read);
  ASSERT_EQ(yaml.read->facts.slots.size(), json.read->facts.slots.size());
  for (std::size_t i = 0; i < yaml.read->facts.slots.size(); ++i) {
    EXPECT_EQ(yaml.read->facts.slots[i].known, json.read->facts.slots[i].known) << i;
    EXPECT_EQ(yaml.read->facts.slots[i].low, json.read->facts.slots[i].low) << i;
  }
}

TEST(Text, json_findings_have_their_place) {
  Read r = read(
      "{\"question\": {\"forum\": \"RU\"},\n \"celebration\": {\"ön\": 1, \"plaec\" : \"DK\"}}");
  ASSERT_TRUE(r.refused(Code::unknown_key));
  const auto& finding = r.diagnostics.list.back();
  EXPECT_EQ(r.sources.slice(finding.span), "\"plaec\"");
  EXPECT_EQ(r.sources.place(0, finding.span.begin).line, 2u);
}

TEST(Text, json_escapes) {
  Read r = read(
      R"({"question": {"forum": "\u0052U"}, "later": [{"act": "mark_withdrawn", "note": "\ud83d\ude00 \/ \n"}]})");
  ASSERT_TRUE(r.read);
  EXPECT_EQ(r.read->facts.texts.at(0), "\xF0\x9F\x98\x80 / \n");
}

TEST(Text, flow_yaml_that_begins_with_a_brace_is_yaml) {
  EXPECT_TRUE(read("{question: {forum: NO}, celebration: {place: NO}}").read);
}

TEST(Text, columns_count_letters_not_bytes) {
  Read r = read(with("# привет\n\"примечание\": 1\n"));
  ASSERT_TRUE(r.refused(Code::unknown_key));
  EXPECT_EQ(r.place(Code::unknown_key).line, 4u);
  Read flow = read(with("celebration: {место: 1, plaec: 2}\n"));
  EXPECT_EQ(flow.sources.slice(flow.diagnostics.list.back().span), "plaec");
}

TEST(Text, a_byte_order_mark_is_no_content) {
  EXPECT_TRUE(read("\xEF\xBB\xBFquestion: {forum: RU}\n").read);
}

TEST(Text, not_readable) {
  EXPECT_TRUE(read("question: {forum: RU\n").refused(Code::not_yaml));
  EXPECT_TRUE(read("{\"question\": {\"forum\": \"RU\"}").refused(Code::not_yaml));
  EXPECT_TRUE(read("question: {forum: RU}\n---\nquestion: {forum: DK}\n").refused(Code::not_yaml));
  EXPECT_TRUE(read("question: !!str RU\n").refused(Code::not_yaml));
  EXPECT_TRUE(read("").refused(Code::wrong_shape));
  EXPECT_TRUE(read("just words\n").refused(Code::wrong_shape));
}

TEST(Text, an_alias_bomb_never_unfolds) {
  std::string bomb = "a: &a [lol, lol]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
  Read r = read(bomb);
  ASSERT_TRUE(r.refused(Code::alias_refused));
  EXPECT_EQ(r.place(Code::alias_refused).line, 1u);
  EXPECT_TRUE(read("question: *a\n").refused(Code::alias_refused));
}

TEST(Text, a_key_twice) {
  Read yaml = read("question: {forum: RU}\nquestion: {forum: DK}\n");
  ASSERT_TRUE(yaml.refused(Code::key_twice));
  EXPECT_EQ(yaml.place(Code::key_twice).line, 2u);
  EXPECT_EQ(yaml.finding(Code::key_twice)->labels.size(), 1u);
  EXPECT_TRUE(read(R"({"question": {"forum": "RU", "forum": "DK"}})").refused(Code::key_twice));
}

TEST(Text, not_utf8) {
  Read r = read("question: {forum: RU}\nlater: \xC3\x28\n");
  ASSERT_TRUE(r.refused(Code::not_utf8));
  EXPECT_EQ(r.place(Code::not_utf8).line, 2u);
  EXPECT_TRUE(read(std::string("question: \0", 11)).refused(Code::not_utf8));
  EXPECT_TRUE(read("\xED\xA0\x80").refused(Code::not_utf8));
}

TEST(Text, too_large_or_too_deep) {
  EXPECT_TRUE(read(std::string(10u << 20, '[')).refused(Code::too_large));
  EXPECT_TRUE(read(std::string(most_bytes, '[')).refused(Code::too_large));
  EXPECT_TRUE(read("{\"a\":" + std::string(500000, '[')).refused(Code::too_large));
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_TRUE(read(deep).refused(Code::too_large));
  std::string wide = "[";
  for (int i = 0; i < 100000; ++i) wide += "a,";
  EXPECT_TRUE(read("a: " + wide + "]").refused(Code::too_large));
  std::string keys;
  for (int i = 0; i < 100000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  EXPECT_TRUE(read(keys).refused(Code::too_large));
}

RC_GTEST_PROP(Text, any_bytes_are_refused_or_read, (const std::string& bytes)) {
  Read r = read(bytes);
  RC_ASSERT(r.read.has_value() != r.diagnostics.has_errors());
}

// Cases cut and joined at random: near enough to the format to reach its corners.
RC_GTEST_PROP(Text, pieces_of_cases_are_refused_or_read, ()) {
  static const std::vector<std::string> pieces = {"question: ",
                                                  "{forum: RU}",
                                                  "spouses: ",
                                                  "[{}, {}]",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  ", ",
                                                  ": ",
                                                  "\n",
                                                  "  ",
                                                  "- ",
                                                  "sex",
                                                  "age: 28",
                                                  "born",
                                                  "one_of",
                                                  "not",
                                                  "unknown",
                                                  "RU",
                                                  "?A",
                                                  "2018",
                                                  "2018-01/..",
                                                  "ended",
                                                  "no",
                                                  "celebration: ",
                                                  "on: ",
                                                  "\"",
                                                  "\\u",
                                                  "given: ",
                                                  "of: spouses.0.earlier_unions.0",
                                                  "earlier_unions: ",
                                                  "same_as: first",
                                                  "nationalities: ",
                                                  "domicile: ",
                                                  "in: RU",
                                                  "from: ",
                                                  "&a",
                                                  "*a",
                                                  "'",
                                                  "|",
                                                  ">"};
  auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string text;
  for (const std::string& piece : chosen) text += piece;
  Read r = read(text);
  RC_ASSERT(r.read.has_value() != r.diagnostics.has_errors());
}

}  // namespace comity::casefile::test
