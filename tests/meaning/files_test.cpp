// The files around law text: SOURCE.toml, MODULE.toml, tables, and a folder that is not there.
#include <memory>

#include "meaning/small.h"

namespace comity::meaning::test {
namespace {

std::unique_ptr<Compiled> with(std::string path, std::string_view from, std::string_view to) {
  auto files = small_files();
  std::string bytes = bytes_of(files, path);
  auto at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
  put(files, path, std::move(bytes));
  return compile(std::move(files));
}

struct Fault {
  const char *path, *from, *to;
  diag::Code code;
  const char* says;
};

class Files : public testing::TestWithParam<Fault> {};

TEST_P(Files, AFaultIsNamedInItsFile) {
  const Fault& fault = GetParam();
  auto compiled = with(fault.path, fault.from, fault.to);
  EXPECT_FALSE(compiled->law);
  EXPECT_TRUE(compiled->found(fault.code)) << compiled->findings();
  std::string found = compiled->findings();
  EXPECT_NE(found.find(std::string("law/") + fault.path), std::string::npos) << found;
  EXPECT_NE(found.find(fault.says), std::string::npos) << found;
}

using C = diag::Code;
INSTANTIATE_TEST_SUITE_P(
    Law, Files,
    testing::Values(
        Fault{"no/code/SOURCE.toml", "key = \"NO/CODE\"", "kee = \"NO/CODE\"",
              C::source_file_missing, "the nearest known is `key`"},
        Fault{"no/code/SOURCE.toml", "adopted = 1999-12-01", "adopted = \"1999\"",
              C::source_file_missing, "is not a date"},
        Fault{"no/code/SOURCE.toml", "title = {", "title = [", C::source_file_missing,
              "this is not TOML"},
        Fault{"no/code/SOURCE.toml", "adopted =", "[\nadopted =", C::source_file_missing,
              "is missing"},
        Fault{"no/code/SOURCE.toml", "adopted =", "τ =", C::source_file_missing,
              "beyond ASCII stand in quotes"},
        Fault{"no/code/SOURCE.toml", ", ru = \"Кодекс для тестов\"", "", C::translation_missing,
              "the title is missing"},
        Fault{"no/MODULE.toml", "place = \"NO\"", "place = \"NOO\"", C::unknown_jurisdiction,
              "`NOO`"},
        Fault{"no/code/ages.csv", "NO,2010-01-01", "NO,2009-01-01", C::row_overlap, "speak for NO"},
        Fault{"no/code/ages.csv", "confirmed,16", "confirmed,sixteen", C::type_mismatch,
              "`sixteen` is not an integer"},
        Fault{"no/code/ages.csv", "\"Section 1, new\"", "\"Section 1, new", C::string_not_closed,
              "never closed"},
        Fault{"no/code/ages.csv", "NO,2000-01-01,2010-01-01", "NO,2000-01-01,1990-01-01",
              C::period_reversed, "ends before it begins"},
        Fault{"no/code/ages.csv", ",knowledge,", ",,", C::source_missing, "has no source"},
        Fault{"no/code/ages.csv", "US,1990-01-01,,,whole", "US,1990-01-01,,,some", C::unknown_name,
              "no extent"},
        Fault{"no/code/ages.csv", ",confirmed,16", ",opened,16", C::unknown_name,
              "how sure a row is"},
        Fault{"shared/places.csv", "US-CA,US", "US-QQQ,US", C::code_not_iso, "US-QQQ is no code"},
        Fault{"shared/places.csv", "US-CA,US", "US-CA,UX", C::unknown_jurisdiction, "`UX`"}));

TEST(Staleness, IsAWarningOnceReviewIsDue) {
  auto later = compile(small_files(), {"law", base::parse_day("2028-01-01")});
  ASSERT_TRUE(later->law);
  EXPECT_TRUE(later->found(diag::Code::stale));
  EXPECT_FALSE(later->diagnostics.has_errors());
  auto before = compile(small_files(), {"law", base::parse_day("2027-01-01")});
  EXPECT_FALSE(before->found(diag::Code::stale));
}

TEST(Folder, ThatIsNotThereIsSaid) {
  std::vector<InputFile> files;
  diag::Diagnostics diagnostics;
  EXPECT_FALSE(read_law_folder(COMITY_SOURCE_DIR "/tests/meaning/nowhere", files, diagnostics));
  ASSERT_EQ(diagnostics.list.size(), 1u);
  EXPECT_EQ(diagnostics.list[0].code, diag::Code::file_unreadable);
}

TEST(Folder, WithoutACaseFormatDoesNotCompile) {
  auto compiled = compile({});
  EXPECT_FALSE(compiled->law);
  EXPECT_TRUE(compiled->diagnostics.has_errors());
}

}  // namespace
}  // namespace comity::meaning::test
