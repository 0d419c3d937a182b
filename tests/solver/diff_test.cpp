// Two laws compared: the same law, one law on two days, and a bill laid over the law base.
#include "solver/diff.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/law.h"

namespace comity::solver {
namespace {

const ir::Law& with_the_bill() {
  static const ir::Builder builder = [] {
    std::vector<meaning::InputFile> files = tests::law_files();
    std::vector<meaning::InputFile> bill;
    diag::Diagnostics diagnostics;
    EXPECT_TRUE(meaning::read_law_folder(COMITY_SOURCE_DIR "/examples/bills/ru-989008-7", bill,
                                         diagnostics));
    for (meaning::InputFile& file : bill) {
      auto at = std::ranges::find(files, file.path, &meaning::InputFile::path);
      if (at == files.end())
        files.push_back(file);
      else
        at->bytes += "\n" + file.bytes;
    }
    std::ranges::sort(files, {}, &meaning::InputFile::path);
    return tests::compile(std::move(files));
  }();
  static const ir::Law view = builder.view();
  return view;
}

const Difference& the_bill() {
  base::Day on = *base::parse_day("2021-12-31");
  static const Difference difference = diff({&tests::law(), on}, {&with_the_bill(), on},
                                            ir::place_named(tests::law(), "RU"), tests::today);
  return difference;
}

TEST(Diff, a_law_and_itself_are_the_same) {
  base::Day on = *base::parse_day("2018-06-01");
  Difference d = diff({&tests::law(), on}, {&tests::law(), on},
                      ir::place_named(tests::law(), "RU"), tests::today);
  EXPECT_EQ(d.lattice, Lattice::same);
  EXPECT_TRUE(d.classes.empty());
  EXPECT_EQ(d.none.size(), all_changes.size());
}

TEST(Diff, the_bill_takes_from_two_of_one_sex_and_from_nobody_else) {
  const Difference& d = the_bill();
  EXPECT_EQ(d.lattice, Lattice::only_losses);
  std::vector<const ChangedClass*> losses;
  for (const ChangedClass& k : d.classes)
    if (k.change == Change::loses) losses.push_back(&k);
  ASSERT_EQ(losses.size(), 1u);
  EXPECT_EQ(tests::law().str(tests::law().provisions[losses[0]->before_by].id), "RU/SK/158(1)");
  EXPECT_EQ(with_the_bill().str(with_the_bill().provisions[losses[0]->after_by].id), "RU/SK/14(6)");
  EXPECT_EQ(losses[0]->of_them, 2u);
  EXPECT_EQ(losses[0]->all, 9u);
  for (const Couple& v : losses[0]->tells_apart) {
    ASSERT_EQ(v.size(), 2u);
    EXPECT_EQ(v[0].value, v[1].value);
  }
  ASSERT_TRUE(losses[0]->found && losses[0]->after);
  EXPECT_EQ(losses[0]->after->stances.front().outcome, engine::Outcome::not_recognised);
}

TEST(Diff, the_loophole_is_gone_for_them_and_proved) {
  auto at = std::ranges::find_if(the_bill().purposes, [](const PurposeChange& p) {
    return p.name == "union_of_a_man_and_a_woman" &&
           tests::law().str(tests::law().provisions[p.decided_by].id) == "RU/SK/158(1)";
  });
  ASSERT_NE(at, the_bill().purposes.end());
  EXPECT_EQ(at->closed.size(), 2u);
  for (const Couple& v : at->closed) {
    ASSERT_EQ(v.size(), 2u);
    EXPECT_EQ(v[0].value, v[1].value);
  }
}

TEST(Diff, a_bill_that_is_taken_back_gives_to_the_same_class) {
  base::Day on = *base::parse_day("2021-12-31");
  Difference d = diff({&with_the_bill(), on}, {&tests::law(), on},
                      ir::place_named(tests::law(), "RU"), tests::today);
  EXPECT_EQ(d.lattice, Lattice::only_gains);
}

}  // namespace
}  // namespace comity::solver
