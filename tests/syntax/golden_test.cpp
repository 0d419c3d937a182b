// golden/NAME.law.md with its expected NAME.out beside it: for a file that can be read its outline and its formatted
// text, for bad_* the findings as people see them. COMITY_BLESS=1 writes the .out files anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "syntax/same_tree.h"

namespace comity::syntax {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(COMITY_SOURCE_DIR "/tests/syntax/golden"))
    if (entry.path().string().ends_with(".law.md")) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string stem(const fs::path& path) {
  std::string name = path.filename().string();
  return name.substr(0, name.size() - std::string_view(".law.md").size());
}

std::string outline_text(const LawFile& law) {
  std::string out;
  for (const Heading& h : law.headings) {
    out += "heading " + std::to_string(h.level) + " [" + h.provision + "] " + h.title + "\n";
    if (!h.text_en.empty()) out += "  en " + h.text_en + "\n";
    if (!h.text_ru.empty()) out += "  ru " + h.text_ru + "\n";
  }
  return out;
}

std::string output_of(const fs::path& path) {
  ReadLaw read = read_law(slurp(path), path.filename().string());
  if (read.diagnostics.has_errors()) return read.findings();
  diag::Diagnostics again;
  auto formatted = format_file(read.sources, 0, again);
  return outline_text(read.law) + "----\n" + formatted.value_or("not formatted\n") +
         read.findings();
}

class Golden : public testing::TestWithParam<fs::path> {};
class GoodGolden : public testing::TestWithParam<fs::path> {};

TEST_P(Golden, OutputIsAsExpected) {
  fs::path expected = GetParam().parent_path() / (stem(GetParam()) + ".out");
  std::string actual = output_of(GetParam());
  if (const char* bless = std::getenv("COMITY_BLESS"); bless && *bless == '1')
    std::ofstream(expected) << actual;
  ASSERT_TRUE(fs::exists(expected)) << "no expected output; COMITY_BLESS=1 writes it";
  EXPECT_EQ(actual, slurp(expected));
  bool bad = stem(GetParam()).starts_with("bad_");
  EXPECT_EQ(read_law(slurp(GetParam())).diagnostics.has_errors(), bad);
}

TEST_P(GoodGolden, FormattingTwiceChangesNothing) {
  ReadLaw read = read_law(slurp(GetParam()));
  diag::Diagnostics found;
  auto once = format_file(read.sources, 0, found);
  ASSERT_TRUE(once);
  ReadLaw again = read_law(*once);
  EXPECT_EQ(again.findings(), "");
  EXPECT_TRUE(same_tree(read.law.tree, again.law.tree));
  EXPECT_EQ(read.law.comments.size(), again.law.comments.size());
  EXPECT_EQ(format_file(again.sources, 0, found), once);
}

std::vector<fs::path> good_inputs() {
  std::vector<fs::path> found = inputs();
  std::erase_if(found, [](const fs::path& path) { return stem(path).starts_with("bad_"); });
  return found;
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) { return stem(info.param); }
INSTANTIATE_TEST_SUITE_P(Files, Golden, testing::ValuesIn(inputs()), name_of);
INSTANTIATE_TEST_SUITE_P(Files, GoodGolden, testing::ValuesIn(good_inputs()), name_of);

TEST(GoldenInputs, EveryCodeOfTheFrontEndHasAnInput) {
  std::set<unsigned> seen;
  for (const fs::path& path : inputs()) {
    ReadLaw read = read_law(slurp(path));
    for (const auto& d : read.diagnostics.list) seen.insert(static_cast<unsigned>(d.code));
  }
  struct Known {
    unsigned number;
    const char* name;
  };
  static constexpr Known catalogue[] = {
#define COMITY_DIAGNOSTIC(number, name, en, ru) {number, #name},
#include "diag/catalogue.def"
#undef COMITY_DIAGNOSTIC
  };
  for (const Known& code : catalogue) {
    bool ours = code.number < 3000 && code.number != 1003;  // SOURCE.toml is read by meaning
    EXPECT_TRUE(!ours || seen.count(code.number)) << code.number << " " << code.name;
  }
}

}  // namespace
}  // namespace comity::syntax
