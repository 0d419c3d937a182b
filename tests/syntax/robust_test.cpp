// Whatever the bytes, reading ends, spans lie inside the file, and what reads without errors formats to itself.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "syntax/same_tree.h"

namespace comity::syntax {
namespace {

void inside(const Node& node, std::size_t size) {
  ASSERT_LE(node.span.begin, node.span.end);
  ASSERT_LE(node.span.end, size);
  for (const Node& kid : node.kids) inside(kid, size);
}

void survives(const std::string& bytes) {
  ReadLaw read = read_law(bytes);
  inside(read.law.tree, bytes.size());
  for (const Heading& heading : read.law.headings) ASSERT_LE(heading.span.end, bytes.size());
  for (const auto& d : read.diagnostics.list) ASSERT_LE(d.span.end, bytes.size());
  read.findings();
  diag::Diagnostics found;
  if (auto once = format_file(read.sources, 0, found)) {
    ReadLaw again = read_law(*once);
    bool longer = std::count(once->begin(), once->end(), '\n') > static_cast<long>(longest_file);
    ASSERT_TRUE(longer || again.findings().empty()) << *once << again.findings();
    ASSERT_TRUE(same_tree(read.law.tree, again.law.tree)) << *once;
  }
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

bool too_deep(const std::string& expression) {
  ReadLaw read = read_law(with_condition(expression));
  return read.diagnostics.list.size() == 1 &&
         read.diagnostics.list[0].code == diag::Code::nested_too_deep;
}

TEST(Robust, DeepNestingIsRefusedNotFollowed) {
  EXPECT_TRUE(too_deep(repeated("(", 100000) + "yes" + repeated(")", 100000)));
  EXPECT_TRUE(too_deep(repeated("not ", 100000) + "yes"));
  EXPECT_TRUE(too_deep(repeated("[", 100000)));
  EXPECT_TRUE(too_deep(repeated("f(", 100000)));
  EXPECT_TRUE(too_deep(repeated("some s in spouses has (", 50000)));
  EXPECT_TRUE(too_deep(repeated("a at ", 100000) + "b"));
  EXPECT_TRUE(too_deep("a is b" + repeated(" plus 1 days", 100000)));
  EXPECT_TRUE(too_deep(repeated("v under P as at ", 100000) + "d"));
}

TEST(Robust, AHundredLevelsLessOneAreRead) {
  EXPECT_EQ(read_law(with_condition(repeated("(", 98) + "yes" + repeated(")", 98))).findings(), "");
}

TEST(Robust, DeepTypesAreRefused) {
  ReadLaw read = read_law(in_block("fact f of r: " + repeated("dated ", 100000) + "place\n"));
  ASSERT_EQ(read.diagnostics.list.size(), 1u);
  EXPECT_EQ(read.diagnostics.list[0].code, diag::Code::nested_too_deep);
}

RC_GTEST_PROP(Robust, AnyBytes, (const std::string& bytes)) { survives(bytes); }

// Pieces of law text in any order reach further into the parser than bytes do.
RC_GTEST_PROP(Robust, AnyPiecesOfLawText, ()) {
  static const char* const pieces[] = {"rule ",
                                       "(1) ",
                                       "r",
                                       ": ",
                                       "yes_no",
                                       "\n",
                                       "\n    ",
                                       "\n        ",
                                       "if ",
                                       "and ",
                                       "or ",
                                       "not ",
                                       "(",
                                       ")",
                                       "[",
                                       "]",
                                       "some bar ",
                                       "from ",
                                       "RU/SK/14",
                                       "under ",
                                       "as at ",
                                       "2018-01-26",
                                       "\"text\"",
                                       "\"",
                                       "-- c",
                                       "en ",
                                       "says ",
                                       "in force from ",
                                       "source k",
                                       "count ",
                                       "where ",
                                       "has ",
                                       "s in spouses ",
                                       "plus 1 years ",
                                       ".",
                                       ",",
                                       "```",
                                       "is ",
                                       "one of ",
                                       "\t",
                                       "é",
                                       "bar age against s",
                                       "\n    makes void\n",
                                       "example e\n",
                                       "    with a.b is ",
                                       "at ",
                                       "at least "};
  std::string block;
  for (int i = *rc::gen::inRange(0, 60); i > 0; --i)
    block += pieces[*rc::gen::inRange<std::size_t>(0, std::size(pieces))];
  survives(in_block(block + "\n"));
}

TEST(Robust, SpansAreExact) {
  ReadLaw read =
      read_law(in_block("-- a remark\nrule (2) recognition: effect\n    gives marriage\n"));
  ASSERT_EQ(read.findings(), "");
  const Node& block = read.law.tree.kids.at(0);
  EXPECT_EQ(read.sources.slice(block.span),
            "-- a remark\nrule (2) recognition: effect\n    gives marriage\n");
  const Node& rule = block.kids.at(0);
  EXPECT_EQ(read.sources.slice(rule.span), "rule (2) recognition: effect\n    gives marriage");
  EXPECT_EQ(read.sources.slice(rule.kids.at(0).span), "(2)");
  EXPECT_EQ(read.sources.slice(rule.kids.at(3).span), "gives marriage");
  EXPECT_EQ(read.sources.slice(read.law.comments.at(0).span), "-- a remark");
  EXPECT_EQ(block.word, "XX/T/1");
}

TEST(Robust, FencesOfAnyLengthCloseTheirOwn) {
  ReadLaw read = read_law(
      "# C\n\n## § 22 b. Title\n\n````law\nsource a\n````  \n\n~~~law\nsource "
      "b\n~~~\n\n```text\nsource c\n```\n");
  ASSERT_EQ(read.findings(), "");
  ASSERT_EQ(read.law.tree.kids.size(), 2u);
  EXPECT_EQ(read.sources.slice(read.law.tree.kids[0].span), "source a\n");
  EXPECT_EQ(read.law.tree.kids[1].word, "XX/T/22b");
}

}  // namespace
}  // namespace comity::syntax
