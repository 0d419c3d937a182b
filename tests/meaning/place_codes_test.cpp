// Codes of places against ISO 3166: what is current, what was withdrawn when, what a base may call its own.
#include "meaning/iso_codes.h"
#include "meaning/small.h"

namespace comity::meaning::test {
namespace {

std::unique_ptr<Compiled> with_places(const std::string& more, const std::string& ages = {}) {
  auto files = small_files();
  put(files, "shared/places.csv", bytes_of(files, "shared/places.csv") + more);
  put(files, "no/code/ages.csv", bytes_of(files, "no/code/ages.csv") + ages);
  return compile(std::move(files));
}

TEST(IsoCodes, a_state_and_a_part_of_one_are_current) {
  EXPECT_TRUE(iso::is_current("NO"));
  EXPECT_TRUE(iso::is_current("US-TX"));
  EXPECT_FALSE(iso::is_current("GB-EAW"));
  EXPECT_FALSE(iso::is_current("UK"));
  EXPECT_EQ(iso::countries().size(), 249u);
}

TEST(IsoCodes, a_former_state_has_the_day_its_code_was_withdrawn) {
  EXPECT_EQ(iso::withdrawn_on("DDDE"), base::parse_day("1990-10-30"));
  EXPECT_EQ(iso::withdrawn_on("RHZW"), base::parse_day("1980-12-31")) << "of a year its last day";
  EXPECT_FALSE(iso::withdrawn_on("DD"));
}

TEST(IsoCodes, some_codes_are_left_to_users) {
  for (const char* code : {"XK", "X-NCY", "QM", "ZZ", "AA", "US-X-NAVAJO", "XC-1"})
    EXPECT_TRUE(iso::is_left_to_users(code)) << code;
  for (const char* code : {"QA", "EU", "COE", "GB-EAW", "NOX", ""})
    EXPECT_FALSE(iso::is_left_to_users(code)) << code;
}

TEST(PlaceCodes, a_code_of_nobody_does_not_compile) {
  auto compiled = with_places("NO-QQ,NO,,,,Somewhere,Где-то\n");
  EXPECT_FALSE(compiled->law);
  EXPECT_TRUE(compiled->found(diag::Code::code_not_iso)) << compiled->findings();
}

TEST(PlaceCodes, unless_the_base_declares_it_as_its_own) {
  auto files = small_files();
  put(files, "shared/places.csv",
      bytes_of(files, "shared/places.csv") + "NO-QQ,NO,,,,Somewhere,Где-то\n");
  put(files, "shared/own_codes.csv", "code,en,ru\nNO-QQ,why,почему\n");
  std::string base = bytes_of(files, "shared/base.law.md");
  const std::string file = "    file \"places.csv\"";
  base.replace(base.find(file), file.size(), file + "\n    own \"own_codes.csv\"");
  put(files, "shared/base.law.md", base);
  auto compiled = compile(std::move(files));
  EXPECT_TRUE(compiled->law) << compiled->findings();
}

TEST(PlaceCodes, a_withdrawn_code_needs_the_day_of_its_end) {
  EXPECT_TRUE(with_places("DDDE,,1990-10-03,,,East,Восток\n")->law);
  for (const char* until : {"", "1990-11-01"})
    EXPECT_TRUE(with_places(std::string("DDDE,,") + until + ",,,East,Восток\n")
                    ->found(diag::Code::code_not_iso))
        << until;
}

TEST(PlaceCodes, a_row_does_not_speak_of_a_place_after_its_end) {
  const std::string place = "DDDE,,1990-10-03,,,East,Восток\n",
                    rest = ",,whole,Act,knowledge,2026-11-25,2027-11-25,knowledge,18,1\n";
  EXPECT_TRUE(with_places(place, "DDDE,1980-01-01," + rest)->law) << "it ends with the place";
  EXPECT_TRUE(with_places(place, "DDDE,1980-01-01,1990-10-03" + rest)->law);
  EXPECT_TRUE(with_places(place, "DDDE,1990-10-03," + rest)->found(diag::Code::code_not_iso));
  EXPECT_TRUE(
      with_places(place, "DDDE,1980-01-01,1991-01-01" + rest)->found(diag::Code::code_not_iso));
}

}  // namespace
}  // namespace comity::meaning::test
