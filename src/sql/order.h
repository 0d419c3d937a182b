// What the ontology demands of a row, split in two: comparisons of two days, closed under what follows from several of them
// (so that a row with gaps is found impossible when it is), and the rest.
#pragma once
#include "ir/graph.h"

namespace comity::sql {

struct Constraints {
  ir::Ref of_order = ir::Graph::yes;
  ir::Ref others = ir::Graph::yes;
};

Constraints closed(ir::Graph& graph, ir::Ref constraints);

}  // namespace comity::sql
