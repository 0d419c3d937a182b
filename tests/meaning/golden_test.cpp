// bad/NAME.law.md is put into the small law as one more file of its code; NAME.out beside it is every finding, as
// people see it. COMITY_BLESS=1 writes the .out files anew.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

#include "meaning/small.h"

namespace comity::meaning::test {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(COMITY_SOURCE_DIR "/tests/meaning/bad"))
    if (entry.path().string().ends_with(".law.md")) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string stem(const fs::path& path) {
  std::string name = path.filename().string();
  return name.substr(0, name.size() - std::string_view(".law.md").size());
}

class Bad : public testing::TestWithParam<fs::path> {};

TEST_P(Bad, IsFoundWhereItStands) {
  auto files = small_files();
  put(files, "no/code/bad.law.md", slurp(GetParam()));
  auto compiled = compile(std::move(files));
  std::string found = compiled->findings();
  fs::path expected = GetParam().parent_path() / (stem(GetParam()) + ".out");
  if (const char* bless = std::getenv("COMITY_BLESS"); bless && *bless == '1')
    std::ofstream(expected) << found;
  ASSERT_TRUE(fs::exists(expected)) << "no expected output; COMITY_BLESS=1 writes it";
  EXPECT_EQ(found, slurp(expected));
  int code = std::stoi(stem(GetParam()).substr(4));
  EXPECT_TRUE(compiled->found(static_cast<diag::Code>(code))) << found;
}

INSTANTIATE_TEST_SUITE_P(Law, Bad, testing::ValuesIn(inputs()),
                         [](const auto& info) { return stem(info.param); });

}  // namespace
}  // namespace comity::meaning::test
