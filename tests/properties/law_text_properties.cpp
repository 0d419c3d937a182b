// Law text has no order but the one it states: moving or renaming declarations changes no byte of an answer, and a
// reading that nobody holds changes only its own line.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "diag/render.h"
#include "support/law.h"
#include "syntax/parse.h"
#include "syntax/print.h"

namespace comity::tests {

namespace {

bool is_frame(
    const syntax::Node& declaration) {  // what later declarations of the block stand under
  return declaration.word == "in_force" || declaration.word == "in force" ||
         declaration.word == "source";
}

// Declarations between two frames are shuffled.
void shuffle(syntax::Node& block, std::mt19937& random) {
  auto begin = block.kids.begin();
  while (begin != block.kids.end()) {
    auto end = std::find_if(begin, block.kids.end(), is_frame);
    std::shuffle(begin, end, random);
    begin = end == block.kids.end() ? end : end + 1;
  }
}

std::string shuffled(const meaning::InputFile& file, std::mt19937& random) {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  text::FileId id = sources.add(file.path, file.bytes);
  syntax::LawFile parsed = syntax::parse_law_file(sources, id, "", diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diag::render(sources, diagnostics);
  std::string bytes = file.bytes;
  // From the last block to the first, so that the spans before stay right.
  for (auto block = parsed.tree.kids.rbegin(); block != parsed.tree.kids.rend(); ++block) {
    shuffle(*block, random);
    bytes.replace(block->span.begin, block->span.end - block->span.begin,
                  syntax::print_block(*block, sources, {}));
  }
  return bytes;
}

std::vector<Paths> questions() {
  std::vector<Paths> list;
  for (std::string day : {"2018-01-25", "2018-01-26", "2020-07-15", "2026-11-25"})
    for (std::string forum : {"RU", "DK"}) {
      Paths paths = copenhagen_2018();
      paths["question.forum"] = forum;
      paths["question.on"] = day;
      list.push_back(paths);
      paths.erase("spouses.0.sex");
      paths["between.kinship"] = "full_siblings";
      list.push_back(paths);
      paths.erase("between.kinship");
      paths["spouses.1.nationalities"] = "[]";
      list.push_back(paths);
    }
  return list;
}

std::vector<std::string> essences(const ir::Law& law) {
  std::vector<std::string> list;
  for (const Paths& paths : questions()) list.push_back(essence(law, answer(law, paths, true)));
  return list;
}

}  // namespace

TEST(LawText, moving_declarations_inside_a_block_changes_no_byte_of_an_answer) {
  const auto expected = essences(law());
  for (unsigned seed = 1; seed <= 3; ++seed) {
    std::mt19937 random(seed);
    auto files = law_files();
    for (auto& file : files)
      if (file.path.ends_with(".law.md") && !file.path.starts_with("shared/"))
        file.bytes = shuffled(file, random);
    ir::Builder builder = compile(files);
    EXPECT_EQ(expected, essences(builder.view())) << "seed " << seed;
  }
}

TEST(LawText, renaming_clauses_and_examples_changes_no_byte_of_an_answer) {
  const auto expected = essences(law());
  auto files = law_files();
  for (auto& file : files) {
    if (!file.path.ends_with(".law.md") || file.path.starts_with("shared/")) continue;
    for (const char* keyword : {"\ncouple ", "\nexample ", " like "})
      for (std::size_t at = 0; (at = file.bytes.find(keyword, at)) != std::string::npos;) {
        at += std::string_view(keyword).size();
        file.bytes.insert(at, "zz_");
      }
  }
  ir::Builder builder = compile(files);
  EXPECT_EQ(expected, essences(builder.view()));
}

TEST(LawText, a_reading_that_nobody_holds_changes_nothing_but_its_own_line) {
  auto files = law_files();
  bool added = false;
  for (auto& file : files) {
    std::size_t at = file.bytes.find("\nrule (1) recognition");
    if (added || at == std::string::npos || !file.path.starts_with("ru/sk/")) continue;
    file.bytes.insert(
        at, "\nreading nobodys\n    says en \"never\" ru \"никогда\"\n    excludes RU/SK/158(1)\n");
    added = true;
  }
  ASSERT_TRUE(added);
  ir::Builder builder = compile(files);
  EXPECT_EQ(essences(law()), essences(builder.view()));
}

}  // namespace comity::tests
