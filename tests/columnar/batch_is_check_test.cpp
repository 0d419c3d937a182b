// The promise of batch: every row is answered as check answers the row's case.
#include <gtest/gtest.h>

#include <cstdlib>

#include "columnar/evaluation.h"
#include "columnar/made_up_rows.h"
#include "engine/words.h"
#include "support/law.h"

namespace comity::tests {

using columnar::AnswerId;
using columnar::Asking;
using columnar::Block;
using columnar::RowAnswer;

namespace {

std::string shown(const RowAnswer& a) {
  if (!a.problem.empty()) return "problem: " + a.problem;
  std::string text(engine::word(a.verdict));
  text += ' ' + std::string(engine::word(a.outcome));
  for (const auto& s : a.stances)
    text += " | " + std::string(engine::word(s.verdict)) + ' ' + std::string(engine::word(s.outcome)) +
            ' ' +
            (s.decided_by == ir::none_u32 ? "-" : std::string(law().str(law().provisions[s.decided_by].id)));
  return text + " | " + a.depends_on;
}

Asking asking(const char* forum, const char* on, bool strict = false) {
  Asking a;
  a.today = today;
  a.overrides.forum = ir::place_named(law(), forum);
  a.overrides.on = base::parse_day(on);
  a.overrides.strict = strict;
  return a;
}

std::size_t rows_wanted(std::size_t usual) {
  const char* set = std::getenv("COMITY_ROWS");
  return set ? static_cast<std::size_t>(std::atoll(set)) : usual;
}

void expect_equal(const Asking& asked, std::uint64_t seed, std::size_t rows) {
  columnar::Evaluation evaluation(law(), asked);
  Rows made(law(), seed);
  std::size_t differing = 0;
  for (std::size_t begin = 0; begin < rows; begin += 4096) {
    const Block block = made.block(begin, std::min<std::size_t>(4096, rows - begin));
    std::vector<AnswerId> planned(block.rows);
    evaluation.answer(block, planned);
    for (std::size_t row = 0; row < block.rows && differing < 10; ++row) {
      const RowAnswer own = columnar::decide_row(law(), asked, block, row);
      const RowAnswer& said = evaluation.answers()[planned[row]];
      if (own == said) continue;
      ++differing;
      ADD_FAILURE() << "row " << begin + row << " of seed " << seed << "\n  check: " << shown(own)
                    << "\n  batch: " << shown(said);
    }
  }
  std::printf("%zu rows: %zu plans, %zu nodes, %zu answers\n", rows, evaluation.plans().plans(),
              evaluation.plans().nodes(), evaluation.answers().size());
}

}  // namespace

TEST(BatchIsCheck, Russia) { expect_equal(asking("RU", "2026-01-01"), 11, rows_wanted(8000)); }
TEST(BatchIsCheck, GermanyAndFrance) {
  expect_equal(asking("DE", "2024-03-01"), 12, rows_wanted(3000));
  expect_equal(asking("FR", "2024-03-01"), 13, rows_wanted(3000));
}
TEST(BatchIsCheck, NothingPresumed) { expect_equal(asking("RU", "2018-01-26", true), 14, rows_wanted(2000)); }
TEST(BatchIsCheck, FamiliesAndParts) {
  for (const char* forum : {"US-TX", "GB-EAW", "IL", "IN", "KE", "BR"})
    expect_equal(asking(forum, "2025-05-01"), 15, rows_wanted(1000));
}

}  // namespace comity::tests
