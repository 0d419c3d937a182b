// From the decision graph to Z3: truths become booleans, every other value a 32-bit vector, so that nothing needs arithmetic
// of unbounded numbers. A domain becomes a condition on its variable; a shift of days a table of how far it moves each
// stretch of days, made by the calendar itself and so exact to the day.
// Guarantees: holds(r) is true in exactly the completions in which r is; every Shape is handled. Keeps what it has
// translated; conditions on domains are handed out once, by take_domains().
#pragma once
#include <z3++.h>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "exact/domain.h"
#include "exact/shifts.h"
#include "interp/inputs.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::solver {

class FromGraph {
 public:
  FromGraph(z3::context& z3, const ir::Graph& graph, const interp::Inputs& inputs,
            const ir::Law& law);
  z3::expr holds(ir::Ref ref);
  std::vector<z3::expr> take_domains();  // of variables met since it was last called
  bool met(std::uint32_t variable) const;
  ir::Value value_in(const z3::model& model, std::uint32_t variable) const;
  const exact::Domain& domain(std::uint32_t variable);

 private:
  struct Known {
    std::optional<z3::expr> truth, number;
  };
  z3::context& z3_;
  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  exact::Shifts shifts_;
  std::vector<Known> known_;                      // by node
  std::unordered_map<std::uint64_t, z3::expr> shifted_;  // node and chain
  std::vector<std::optional<z3::expr>> variables_;
  std::map<std::uint32_t, exact::Domain> domains_;
  std::vector<z3::expr> fresh_;

  void translate_below(ir::Ref root);
  bool is_truth(ir::Ref ref) const;
  z3::expr truth(ir::Ref ref);
  z3::expr number(ir::Ref ref);
  z3::expr truth_of(const ir::Cell& cell);
  z3::expr number_of(const ir::Cell& cell);
  z3::expr compare(const ir::Cell& cell);
  z3::expr shifted(ir::Ref ref, exact::Chain chain);
  z3::expr moved(std::uint32_t variable, exact::Chain chain);
  z3::expr constant(ir::Value value);
  z3::expr variable(std::uint32_t number);
  void bound(std::uint32_t number, const z3::expr& is);
};

}  // namespace comity::solver
