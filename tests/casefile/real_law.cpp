// The case reader over the ontology of law/: every example of the tree is a case, and the schema takes it too.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "casefile/schema.h"
#include "diag/render.h"
#include "ir/paths.h"
#include "support/law.h"

namespace comity::casefile {

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

struct Read {
  text::SourceSet sources;
  diag::Diagnostics found;
  std::optional<Case> read;
  explicit Read(const std::string& text, bool strict = false) {
    Options options;
    options.today = tests::today;
    options.overrides.strict = strict;
    auto file = sources.add("case.yaml", text);
    read = read_case(tests::law(), sources, file, options, found);
  }
  std::string findings() const { return diag::render(sources, found); }
};

}  // namespace

TEST(RealLaw, every_example_is_a_case) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("examples")) {
    if (entry.path().extension() != ".yaml") continue;
    Read r(bytes_of(entry.path()));
    EXPECT_TRUE(r.read) << entry.path() << "\n" << r.findings();
    ++count;
  }
  EXPECT_GT(count, 0u);
}

TEST(RealLaw, the_contracts_own_case_is_read_whole) {
  Read r(R"(comity: 1
question: {forum: RU, on: 2018-01-26, known_on: 2018-01-26, purpose: status, assume: nothing}
celebration:
  planned: no
  kind: marriage
  structure: monogamous
  place: DK
  authority: DK
  on: 2018-01-04
  form: civil
  rite:
  meant_as_marriage: yes
  to_avoid: []
  registered: yes
  formalities_observed: yes
  present: {first: DK, second: DK, officiant: DK}
  permissions: [{for: age, spouse: second, by: DK, on: 2017-01-10}]
  documents: {legalised: apostille, translated: yes}
spouses:
  - label: first
    sex: male
    born: 1989-06
    nationalities: [RU]
    domicile: [{in: RU, from: 1989, until: 2018-02-01, by: GB}]
    residence: RU
    intended_home: RU
    movement: [{from: PL, to: DE, since: 2016, until: 2020, as: worker}]
    protection: {kind: refugee, by: NL, from: 2018-08}
    community: {name: maronite, of: LB, from: 1990}
    declared_incapable: no
    consents: yes
    believed_valid: yes
    earlier_unions:
      - kind: marriage
        on: 2010-05-01
        place: FR
        form: civil
        registered: yes
        valid_where_made: yes
        structure: monogamous
        other: {sex: female, nationalities: [FR], born: 1988, residence: FR}
        ended: {by: divorce, on: 2015-03-02, place: FR, how: judicial, asked_by: both, lived: {self: FR, other: FR}, effective: 2015-04-02}
  - label: second
    age: 28
    sex: [{recorded: male, document: birth_certificate, by: RU, from: 1989-06}]
    nationalities: [{state: RU, from: 1990, until: 2020}]
    protection: none
    movement: none
    earlier_unions: [{ended: no}]
between: {kinship: none, adoption: none, affinity: none, under_race_law_of: []}
ceremonies: []
given: [{of: celebration, question: formally_valid, by_law: place, is: yes, because: not disputed}]
later:
  - {on: 2018-01-25, act: civil_status_mark, by: RU}
  - {on: 2018-01-26, act: mark_withdrawn, by: RU}
  - {act: divorce, by: RU, of: first, effective: 2019-01-01, ground: none given, note: hearsay}
plans: [present_certificate, {act: publish, audience: public, place: RU}]
)");
  ASSERT_TRUE(r.read) << r.findings();
}

TEST(RealLaw, nothing_told_leaves_every_possible_bar_unknown) {
  Read r("question: {forum: RU}\n");
  ASSERT_TRUE(r.read) << r.findings();
  const ir::Law& law = tests::law();
  for (std::uint32_t slot = 0; slot < r.read->facts.slots.size(); ++slot) {
    std::string path = ir::path_of(law, slot);
    bool bar = path.ends_with(".sex") || path.ends_with(".born") || path.ends_with("kinship") ||
               path.ends_with("adoption") || path.ends_with("declared_incapable") ||
               path.ends_with("consents") || path == "spouses.0.earlier_unions" ||
               path == "spouses.0.nationalities" || path == "celebration.form";
    if (bar) {
      EXPECT_EQ(r.read->facts.slots[slot].known, ir::Known::no) << path;
    }
  }
}

TEST(RealLaw, strict_knows_nothing_that_is_not_told) {
  Read r("question: {forum: RU}\n", true);
  ASSERT_TRUE(r.read) << r.findings();
  for (const ir::Fact& fact : r.read->facts.slots) EXPECT_NE(fact.origin, ir::Origin::presumed);
}

TEST(RealLaw, the_schema_defines_what_it_refers_to) {
  auto schema = schema_of(tests::law());
  std::string text = schema.dump();
  for (std::size_t at = 0; (at = text.find("\"#/$defs/", at)) != std::string::npos; ++at) {
    std::size_t begin = at + 9, end = text.find('"', begin);
    EXPECT_TRUE(schema["$defs"].contains(text.substr(begin, end - begin)))
        << text.substr(begin, end - begin);
  }
  EXPECT_NE(schema_of(tests::law(), true).dump(), text);
}

}  // namespace comity::casefile
