// The decision graph of one shape of rows: the law evaluated once for the question with every leaf open, the readings of each
// stance set, and what is asked of it lined up as roots. Comparisons are lifted out of choices, so that each compares a leaf,
// or two, or one with a constant.
// Guarantees: what a root comes to for a row is what the same part of `check` comes to for the row's case.
#pragma once
#include <memory>
#include <unordered_map>

#include "columnar/decide.h"
#include "columnar/prototypes.h"
#include "engine/world.h"

namespace comity::columnar {

// One side of a comparison of days: a leaf, moved, or a constant.
struct DaySide {
  int leaf = -1;
  std::int32_t constant = 0;
  std::int32_t amount = 0;
  base::Unit unit = base::Unit::days;
  base::Rounding rounding = base::Rounding::forward;
  std::int32_t of(std::int32_t day) const {
    return leaf < 0 ? constant : amount == 0 ? day : base::add(day, amount, unit, rounding);
  }
};

struct DayTest {
  bool equal = false;  // else strictly before
  DaySide left, right;
};

struct Plan {
  ir::Graph graph;
  std::vector<ir::Ref>
      roots;  // constraints, then outcomes, provisions, outcomes under other foreign stances
  static constexpr std::size_t constraints = 0;
  std::vector<int> leaf_of;  // by variable: the leaf it stands for, -1: open whatever the row says
  std::unordered_map<ir::Ref, DayTest> days;  // comparisons of days over leaves
  // Which places are one matters where their law is open: leaves that the graph reads, and places it has as constants.
  std::vector<std::uint32_t> place_leaves;
  std::vector<std::int32_t> places;
  base::Day first_day = 0, last_day = 0;  // the range of an open day
  std::vector<ShapeBits> read;            // of the shape, what the graph was made from
};

// What `check` asks of a question's graph, in its order: constraints, outcomes and provisions by stance, the outcome under
// each other stance of a foreign law.
std::vector<ir::Ref> roots_of(engine::World& world);

// nullptr: too large to be worth it, or the shape alone is no case; its rows are decided by themselves.
std::unique_ptr<Plan> plan_of(const ir::Law& law, const Asking& asking, const Layout& layout,
                              const Prototype& prototype);

}  // namespace comity::columnar
