#include "support/batch_is_check.h"

#include <gtest/gtest.h>

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
    text +=
        " | " + std::string(engine::word(s.verdict)) + ' ' + std::string(engine::word(s.outcome)) +
        ' ' +
        (s.decided_by == ir::none_u32 ? "-"
                                      : std::string(law().str(law().provisions[s.decided_by].id)));
  return text + " | " + a.depends_on;
}

}  // namespace

void expect_batch_is_check(const Asking& asked, std::uint64_t seed, std::size_t rows,
                           const std::vector<const char*>& where) {
  columnar::Evaluation evaluation(law(), asked, where.empty() ? 512 : 2);
  std::vector<std::int32_t> places;
  for (const char* code : where) places.push_back(ir::place_named(law(), code));
  columnar::MadeUpRows made(law(), seed, places);
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
  if (!where.empty()) EXPECT_GT(evaluation.plans().nodes(), 100u) << "no plan was walked";
}

Asking asking(const char* forum, const char* on, bool strict) {
  Asking a;
  a.today = today;
  a.overrides.forum = ir::place_named(law(), forum);
  a.overrides.on = base::parse_day(on);
  a.overrides.strict = strict;
  return a;
}

}  // namespace comity::tests
