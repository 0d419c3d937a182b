// From the decision graph to gates: a condition of the graph becomes one literal of the search.
// Values that are chosen (choose, larger, smaller, a truth used as a number) are taken apart at their conditions, so
// that comparisons are left only between variables, shifted or not, and constants.
// Guarantees: the literal holds in exactly the completions in which the node is true. Keeps what it has translated.
#pragma once
#include <map>
#include <unordered_map>
#include <vector>

#include "exact/atoms.h"
#include "ir/graph.h"

namespace comity::exact {

class FromGraph {
 public:
  FromGraph(const ir::Graph& graph, Circuit& circuit, Atoms& atoms);
  Lit holds(ir::Ref condition);          // the node is not 0
  Lit gives(ir::Ref root, Value value);  // the node is this value
  // The values that root's branches end in, ascending; false when some branch ends in too wide a variable to list.
  bool ends_in(ir::Ref root, std::vector<Value>& values);

 private:
  using Term = std::uint32_t;
  struct Taken {  // a value, taken apart once
    enum class Kind : std::uint8_t { constant, variable, split } kind = Kind::constant;
    Value value = 0;  // constant
    Slot slot = 0;    // variable
    Chain chain = unshifted;
    Lit condition = truth;  // split
    Term then = 0, otherwise = 0;
  };
  enum class Test : std::uint8_t { equal, before };

  const ir::Graph& graph_;
  Circuit& circuit_;
  Atoms& atoms_;
  std::vector<Lit> literal_;           // by graph node
  std::vector<signed char> is_truth_;  // by graph node: -1 not yet told
  std::vector<Taken> terms_;
  std::unordered_map<std::uint64_t, Term> term_of_;
  std::unordered_map<std::uint64_t, Lit> tested_[2];
  static constexpr Lit untold = 0xffffffff;
  static constexpr std::size_t most_listed = 64;

  void translate_below(ir::Ref root);
  Lit translate(ir::Ref ref);
  bool is_truth(ir::Ref ref);
  bool looks_like_truth(ir::Ref ref);
  Term term(ir::Ref ref, Chain chain);
  Taken take(ir::Ref ref, Chain chain);
  Lit test(Test test, Term a, Term b);
  Lit test_ends(Test test, const Taken& a, const Taken& b);
  Lit with_constant(Test test, const Taken& variable, Value value, bool variable_first);
  Lit one_variable(Test test, const Taken& a, const Taken& b);
  Lit by_cases(Test test, const Taken& few, const Taken& other, bool few_first);
  Lit at_least(const Taken& variable, Value value);
};

}  // namespace comity::exact
