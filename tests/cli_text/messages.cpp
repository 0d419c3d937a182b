// The messages of the program: both languages say the same things in the same order, and none is left unused.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>

namespace {

struct Entry {
  std::string_view name, en, ru;
};

constexpr Entry entries[] = {
#define COMITY_MESSAGE(name, en, ru) {#name, en, ru},
#include "../../apps/cli/messages.def"
#undef COMITY_MESSAGE
};

int places(std::string_view text) {
  int n = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2))
    ++n;
  return n;
}

std::string sources_of_the_program() {
  std::string all;
  for (const auto& file : std::filesystem::recursive_directory_iterator("apps")) {
    if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
    std::ifstream in(file.path());
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

TEST(Messages, both_languages_have_the_same_places_to_fill) {
  for (const Entry& entry : entries) EXPECT_EQ(places(entry.en), places(entry.ru)) << entry.name;
}

TEST(Messages, no_text_is_empty) {
  for (const Entry& entry : entries) {
    EXPECT_FALSE(entry.en.empty()) << entry.name;
    EXPECT_FALSE(entry.ru.empty()) << entry.name;
  }
}

TEST(Messages, a_name_stands_once) {
  std::set<std::string_view> seen;
  for (const Entry& entry : entries) EXPECT_TRUE(seen.insert(entry.name).second) << entry.name;
}

TEST(Messages, every_message_is_said_somewhere) {
  const std::string sources = sources_of_the_program();
  std::set<std::string> said;
  const std::regex use("Message::([a-z_0-9]+)");
  for (auto it = std::sregex_iterator(sources.begin(), sources.end(), use);
       it != std::sregex_iterator(); ++it)
    said.insert((*it)[1].str());
  for (const Entry& entry : entries) EXPECT_TRUE(said.count(std::string(entry.name))) << entry.name;
}

// Words kept out: nobody's chances are guessed, nobody's marriage is denied.
TEST(Messages, no_chances_and_no_verdict_on_people) {
  for (const Entry& entry : entries)
    for (std::string_view word :
         {"likely", "arguabl", "prospect", "illegal", "fake", "probabl", "вероятн", "фиктивн"})
      for (std::string_view text : {entry.en, entry.ru})
        EXPECT_EQ(text.find(word), std::string_view::npos) << entry.name << ": " << word;
}

}  // namespace
