// Exact answers equal those found by going through all completions, on worlds small enough to do so.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "exact/author.h"

namespace comity::exact::small {
namespace {

RC_GTEST_PROP(Enumeration, gives_the_same_outcomes_and_witnesses, ()) {
  World w;
  std::vector<std::uint8_t> list = numbers();
  std::vector<Ref> roots = Author(w, list).write();
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  RC_ASSERT(exact.consistent() == !w.completions().empty());
  for (Ref root : roots) {
    std::vector<ir::Value> values = w.possible(root);
    RC_ASSERT(exact.only(root) == (values.size() == 1 ? std::optional(values[0]) : std::nullopt));
    RC_ASSERT(exact.possible(root) == values);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    std::vector<ir::Value> values = w.possible(roots[i]);
    bool can = std::find(values.begin(), values.end(), 1) != values.end();
    Completion witness;
    RC_ASSERT(exact.satisfiable(roots[i], &witness) == can);
    if (!can) continue;
    RC_ASSERT(witness.size() == w.inputs.variables.size());
    RC_ASSERT(w.graph.evaluate(roots[i], witness) == 1);
    RC_ASSERT(w.graph.evaluate(w.constraints, witness) == 1);
    for (std::size_t v = 0; v < witness.size(); ++v) {
      std::vector<ir::Value> domain = w.domain(w.inputs.variables[v]);
      RC_ASSERT(std::find(domain.begin(), domain.end(), witness[v]) != domain.end());
    }
  }
}

RC_GTEST_PROP(Enumeration, gives_the_same_inputs_that_matter, ()) {
  World w;
  std::vector<std::uint8_t> list = numbers();
  std::vector<Ref> roots = Author(w, list).write();
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  for (Ref root : roots) RC_ASSERT(exact.matters(root) == w.matters(root));
}

RC_GTEST_PROP(Enumeration, gives_the_same_worst_case_of_each_question, ()) {
  World w;
  std::vector<std::uint8_t> list = numbers();
  std::vector<Ref> roots = Author(w, list).write();
  Exact exact(w.graph, w.inputs, w.law, w.constraints);
  for (Ref root : roots)
    for (std::uint32_t i = 0; i < w.inputs.inputs.size(); ++i)
      RC_ASSERT(exact.worst_case(root, i) == w.worst_case(root, i));
}

}  // namespace
}  // namespace comity::exact::small
