// One row decided the long way: its case is read and checked as `comity check` does. The yardstick of every shorter way,
// and what each group of rows that a plan tells no further apart is decided by, once.
#pragma once
#include "base/language.h"
#include "casefile/case.h"
#include "columnar/answers.h"
#include "columnar/block.h"
#include "engine/engine.h"

namespace comity::columnar {

// The question of every row, as far as no column says otherwise.
struct Asking {
  casefile::Overrides overrides;
  base::Day today = 0;
  base::Language language = base::Language::en;  // of the reasons why a row cannot be read
};

struct RowCase {
  ir::Facts facts;
  engine::Question question;
};

// nullopt: the row is no case, `problem` says why.
std::optional<RowCase> read_row(const ir::Law& law, const Asking& asking, const Block& block,
                                std::size_t row, std::string& problem);

// Of facts that the constraints of the ontology allow; nullopt: they do not. `allowed`: that is known already.
std::optional<RowAnswer> decide_facts(const ir::Law& law, const Asking& asking, const RowCase& row,
                                      bool allowed = false);

RowAnswer decide_row(const ir::Law& law, const Asking& asking, const Block& block, std::size_t row);

}  // namespace comity::columnar
