// Why a value came out: steps as data, words later. Recording is apart from evaluating and costs nothing when absent.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "diag/saying.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::interp {

enum class StepKind : std::uint8_t {
  clause,
  exception,
  reading,
  foreign,
  table,
  presumed,
  given,
  act,
  open,
  bar
};

enum class Holds : std::uint8_t { no, yes, open };

struct Step {
  StepKind kind = StepKind::clause;
  ir::Value law = -1;  // place whose law speaks
  std::uint32_t provision = ir::none_u32;
  std::int32_t as_at = 0;     // the day whose version governs
  bool as_at_open = false;    // that day is not known
  Holds holds = Holds::open;  // as far as the known facts fold; `value` has the rest
  ir::Ref value = 0;          // the node that holds or does not: exact can say more of an open one
  ir::Text text;              // where it is not the provision's own
  bool on_knowledge = false;  // of a table's row: no source was opened
  std::string cite;  // of a table's row: the provision or judgment it rests on, and its source
  diag::Saying
      detail;  // open: what is open (path, law, gap); given: what was given; table: what the row rests on
  std::vector<std::uint32_t> facts;    // slots read directly
  std::vector<std::uint32_t> because;  // steps it rests on
};

struct Derivation {
  std::vector<Step> steps;  // kids before parents
  std::vector<std::uint32_t> roots;
};

}  // namespace comity::interp
