// The catalogue of what is said: both languages for every sentence, the same arguments in both, none left unused; and a
// saying shown in each.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "diag/render.h"

namespace comity::diag {
namespace {

struct Entry {
  std::string_view name, en, ru;
};

constexpr Entry sentences[] = {
#define COMITY_SAYING(name, en, ru) {#name, en, ru},
#include "diag/sayings.def"
#undef COMITY_SAYING
};

constexpr Entry titles[] = {
#define COMITY_DIAGNOSTIC(number, name, title_en, title_ru) {#name, title_en, title_ru},
#include "diag/catalogue.def"
#undef COMITY_DIAGNOSTIC
};

bool cyrillic(std::string_view text) {
  return text.find("\xD0") != text.npos || text.find("\xD1") != text.npos;
}

// Words of ours, without holes, quoted law text, and what stands for itself in every language.
std::string own_words(std::string_view text) {
  std::string own = std::regex_replace(std::string(text),
                                       std::regex(R"(`[^`]*`|\{[^}]*\}|comity[a-zA-Z -]*)"), "");
  return std::regex_replace(own, std::regex(R"([^a-zA-Z]+)"), " ");
}

std::string sources_of_the_program() {
  std::string all;
  for (const char* root : {"src", "apps"})
    for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
      if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
      std::ifstream in(file.path());
      all.append(std::istreambuf_iterator<char>(in), {});
    }
  return all;
}

TEST(Sayings, BothLanguagesTakeTheSameArguments) {
  for (const Entry& s : sentences) EXPECT_EQ(holes(s.en), holes(s.ru)) << s.name;
}

TEST(Sayings, WhatIsInEnglishWordsIsInRussianWords) {
  for (const Entry& s : sentences) {
    EXPECT_FALSE(s.en.empty()) << s.name;
    bool has_words = own_words(s.en).find_first_not_of(' ') != std::string::npos;
    EXPECT_TRUE(!has_words || cyrillic(s.ru) || s.en == s.ru)
        << s.name;  // alike in both: nothing but law text
    EXPECT_FALSE(cyrillic(s.en)) << s.name;
  }
  for (const Entry& t : titles) EXPECT_TRUE(cyrillic(t.ru) && !cyrillic(t.en)) << t.name;
}

TEST(Sayings, NoSentenceIsLeftUnused) {
  const std::string sources = sources_of_the_program();
  std::set<std::string> used;
  const std::regex use(R"(\bsays::([a-z_0-9]+))");
  for (auto it = std::sregex_iterator(sources.begin(), sources.end(), use);
       it != std::sregex_iterator(); ++it)
    used.insert((*it)[1].str());
  for (const Entry& s : sentences) EXPECT_TRUE(used.count(std::string(s.name))) << s.name;
}

TEST(Sayings, ArgumentsAreFilledInTheOrderOfTheLanguage) {
  Saying saying(says::is_not_a_key_of, "plaec", says::the_case);
  EXPECT_EQ(said(saying, Language::en), "plaec is not a key of the case");
  EXPECT_EQ(said(saying, Language::ru), "случай: ключа plaec нет");
}

TEST(Sayings, ArgumentsAreNotReadForHoles) {
  Saying saying(says::key_stands_twice, "{}{0}");
  EXPECT_EQ(said(saying, Language::en), "the key {}{0} stands twice");
}

TEST(Sayings, ATextOfTheLawIsInBothLanguagesWhereItHasThem) {
  EXPECT_EQ(said(Saying::pair("one", "один"), Language::ru), "один");
  EXPECT_EQ(said(Saying::pair("one", ""), Language::ru), "one");
  EXPECT_TRUE(Saying::pair("", "").empty());
}

TEST(Sayings, AFindingIsShownInRussian) {
  text::SourceSet sources;
  text::FileId file = sources.add("case.yaml", "a: 1\na: 2\n");
  Diagnostics found;
  found.error(Code::key_twice, {file, 5, 6}, {says::key_stands_twice, "a"}, says::keep_one_of_them)
      .labels.push_back({{file, 0, 1}, says::the_first_is_here});
  EXPECT_EQ(render(sources, found, Language::ru),
            "case.yaml:2:1: ошибка 8011: ключ a стоит дважды\n"
            "    2 | a: 2\n"
            "      | ^\n"
            "    1 | a: 1\n"
            "      | - первый здесь\n"
            "  что делать: оставьте один из них\n"
            "  см.: docs/errors/8011.md (ключ стоит дважды)\n");
}

}  // namespace
}  // namespace comity::diag
