// What a finding looks like, and that nothing a file holds can steer the terminal it is shown on.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "diag/render.h"

namespace comity::diag {
namespace {

struct Shown {
  text::SourceSet sources;
  Diagnostics found;
  text::FileId file;
  explicit Shown(std::string bytes) : file(sources.add("law/xx/a.law.md", std::move(bytes))) {}
  text::Span at(std::uint32_t begin, std::uint32_t end) const { return {file, begin, end}; }
};

TEST(Render, PlaceTrailLineMarksSecondPlaceRemedyAndPage) {
  Shown s("first\nсупруг and x\nthird\n");
  Diagnostic& d = s.found.error(Code::and_or_mixed, s.at(19, 22), Saying::words("mixed"),
                                Saying::words("use parentheses"));
  d.provision = "XX/A/1(2)";
  d.labels.push_back({s.at(0, 5), Saying::words("with this")});
  EXPECT_EQ(render(s.sources, s.found),
            "law/xx/a.law.md:2:8: error 2003: mixed\n"
            "  in XX/A/1(2)\n"
            "    2 | супруг and x\n"
            "      |        ^^^\n"
            "    1 | first\n"
            "      | ----- with this\n"
            "  help: use parentheses\n"
            "  see: docs/errors/2003.md (and and or are mixed without parentheses)\n");
}

TEST(Render, ASecondPlaceOnTheSameLineDoesNotRepeatTheLine) {
  Shown s("a b c\n");
  s.found.error(Code::clause_twice, s.at(4, 5), Saying::words("twice"))
      .labels.push_back({s.at(0, 1), says::the_first});
  EXPECT_EQ(render(s.sources, s.found),
            "law/xx/a.law.md:1:5: error 2006: twice\n"
            "    1 | a b c\n"
            "      |     ^\n"
            "      | - the first\n"
            "  see: docs/errors/2006.md (a clause that stands once stands twice)\n");
}

TEST(Render, AFindingWithoutAPlaceIsAMessage) {
  text::SourceSet none;
  Diagnostics found;
  found.warning(Code::pack_missing, {}, Saying::words("no pack"));
  EXPECT_EQ(render(none, found),
            "warning 7001: no pack\n  see: docs/errors/7001.md (the law pack is missing)\n");
}

TEST(Render, TheEndOfTheFileHasAMark) {
  Shown s("ab");
  s.found.error(Code::unexpected_word, s.at(2, 2), Saying::words("end"));
  EXPECT_NE(render(s.sources, s.found).find("1 | ab\n      |   ^\n"), std::string::npos);
}

TEST(Render, AMarkOverSeveralLinesStaysOnTheFirst) {
  Shown s("abc\ndef\n");
  s.found.error(Code::unexpected_word, s.at(1, 7), Saying::words("long"));
  EXPECT_NE(render(s.sources, s.found).find("1 | abc\n      |  ^^\n"), std::string::npos);
}

TEST(Render, ControlCharactersAndBrokenBytesAreNotPassedOn) {
  Shown s("a\x1B[31mb\xC2\x9B\xFF\u202Ec\n");
  s.found.error(Code::unexpected_character, s.at(0, 1), Saying::words("it says \x1B[2J"));
  std::string text = render(s.sources, s.found);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_NE(text.find("a [31mb ? c"), std::string::npos) << text;
}

TEST(Render, ALongLineIsShownAroundThePlace) {
  Shown s(std::string(5000, 'x') + "HERE" + std::string(5000, 'y'));
  s.found.error(Code::unexpected_word, s.at(5000, 5004), Saying::words("far"));
  std::string text = render(s.sources, s.found);
  EXPECT_LT(text.size(), 600u);
  EXPECT_NE(text.find("xHEREy"), std::string::npos);
}

RC_GTEST_PROP(Render, AnyBytesAnyPlace,
              (const std::string& bytes, std::uint16_t begin, std::uint16_t length)) {
  Shown s(bytes);
  s.found.error(Code::unexpected_word, s.at(begin, begin + std::uint32_t{length}),
                Saying::words(bytes), Saying::words(bytes));
  s.found.list[0].labels.push_back({s.at(0, begin), Saying::words(bytes)});
  for (char c : render(s.sources, s.found))
    RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

}  // namespace
}  // namespace comity::diag
