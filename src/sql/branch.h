// What one query asks of the couples married in one place, or in the places of one family of laws: each stance's outcome, the
// provision that decided, whether readings differ, and whether the row fits together, as terms over columns.
// Made by evaluating the law with every fact open but the place, as the engine would on a case that tells nothing.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "ir/facts.h"
#include "ir/law.h"
#include "sql/columns.h"
#include "sql/terms.h"

namespace comity::sql {

struct Asked {
  engine::Question question;
  base::Day today = 0;
  std::vector<ir::Value>
      places;  // spelt out by name; empty: every place the law base has a module for
  std::vector<ir::Value> personal_laws;  // besides the forum's and the place's own
};

// Values of an outcome that are no outcome: engine::silent_code.
inline constexpr std::array<ir::Value, 5> outcome_codes{1, 2, 3, 4, 9};

struct StanceTerms {
  std::array<Term, outcome_codes.size()> is{};  // by outcome_codes
  Term provision = Terms::unknown;              // number of the provision; -1: none decided
};

struct Branch {
  std::string name;
  std::vector<ir::Value> places;  // empty: every other row
  Terms terms;
  std::array<StanceTerms, 3> stances;  // by engine::Stance
  Term differ =
      Terms::unknown;  // two stances that speak differ, or another reading of a foreign law would
  Term possible =
      Terms::unknown;  // false: no completion of the row fits together; unknown is as good as true
  bool read_apart = false;  // of a family: its places may be read each in its own way
  std::vector<std::string> not_read;  // facts the law reads here and no column tells
  Term coherent = Terms::unknown;  // must be known to be true where the row tells of earlier unions
};

// In the order of the law base's modules; the last is for every other row. `open` is a case that tells nothing, nothing
// presumed, asked of the same forum.
std::vector<Branch> branches_of(const ir::Law& law, const ir::Facts& open, const Asked& asked,
                                Columns& columns);

}  // namespace comity::sql
