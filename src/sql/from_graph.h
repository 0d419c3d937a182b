// Terms from a decision graph: its variables become the columns that tell them; a variable that no column tells is unknown.
#pragma once
#include <set>
#include <vector>

#include "interp/inputs.h"
#include "ir/graph.h"
#include "sql/terms.h"

namespace comity::sql {

class FromGraph {
 public:
  // `told`: by variable, the term that tells it; Terms::unknown where none does. `empty`: variables that count a list of
  // which the table tells only whether it is empty. Keeps references.
  FromGraph(const ir::Graph& graph, const interp::Inputs& inputs, Terms& terms,
            std::vector<Term> told, std::set<std::uint32_t> empty)
      : graph_(graph),
        inputs_(inputs),
        terms_(terms),
        told_(std::move(told)),
        empty_(std::move(empty)) {}

  Term truth(ir::Ref ref);  // of a yes-or-no node
  Term value(ir::Ref ref);  // of a day, a place, a choice, a number

 private:
  Term truth_of(const ir::Cell& cell, ir::Ref ref);
  Term value_of(const ir::Cell& cell, ir::Ref ref);
  Term equal(ir::Ref a, ir::Ref b);
  Term before(ir::Ref a, ir::Ref b);
  Term other_place(ir::Ref place, ir::Ref constant);

  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  Terms& terms_;
  std::vector<Term> told_;
  std::set<std::uint32_t> empty_;
  static constexpr Term unmade = 0xffffffff;
  std::vector<Term> truths_, values_;
};

}  // namespace comity::sql
