// What Exact keeps between questions: the search with all that it has learned, the constraints taken apart into what
// hangs together, and every completion met so far, which answers many a later question without a search.
#pragma once
#include <map>
#include <unordered_map>
#include <vector>

#include "exact/exact.h"
#include "exact/from_graph.h"
#include "exact/justify.h"
#include "exact/twin.h"

namespace comity::exact {

class Exact::Search {
 public:
  Search(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law,
         ir::Ref constraints);
  bool consistent();
  std::vector<Value> possible(ir::Ref root);
  std::optional<Value> only(ir::Ref root);
  bool satisfiable(ir::Ref condition, Completion* witness);
  std::vector<std::uint32_t> matters(ir::Ref root);
  std::size_t worst_case(ir::Ref root, std::uint32_t input);

 private:
  using Model = std::uint32_t;  // into models_
  struct Met {
    Completion values;
    std::vector<signed char> holds;  // by atom of the search, as far as worked out
  };
  struct Part {  // constraints that share variables, directly or through one another
    std::vector<Lit> literals;
    std::vector<std::uint32_t> variables;
    std::vector<std::vector<std::uint32_t>> ties;  // variables of each constraint
    std::vector<Lit> twins;  // the same literals of the second completion, once needed
  };
  struct Reach {                   // what a question bears on
    std::vector<Lit> constraints;  // that must be accounted for
    std::vector<std::uint32_t> variables;
    std::vector<std::uint32_t> parts;
  };
  struct Pair {
    Model first, second;
  };
  struct Difference {           // one root, asked what it turns on
    std::vector<Lit> outcomes;  // literals that tell its values apart
    Lit differs = falsity;
    Reach reach;
    std::vector<Atom> own;              // gates and atoms of root and constraints, kids first
    std::vector<std::uint32_t> inputs;  // that may bear on it
  };

  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  ir::Ref constraints_;
  Sat sat_;
  Circuit circuit_;
  Atoms atoms_;
  FromGraph from_graph_;
  Twin twin_;
  Justify justify_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> part_of_;  // by variable
  Completion usual_;                    // satisfies the constraints
  std::vector<Met> models_;
  std::unordered_map<ir::Ref, std::vector<Value>> possible_;
  std::vector<std::vector<Pair>> pairs_;    // by input: completions that differ on it alone
  std::unordered_map<Lit, bool> can_hold_;  // what a search was needed for
  bool ready_ = false, consistent_ = false;
  static constexpr std::uint32_t none = 0xffffffff;

  // search.cpp
  void take_apart();
  void take_new_variables();
  std::vector<std::uint32_t> variables_below(Lit l);
  Reach reach_of(std::span<const Lit> literals);
  void reach_twins(Reach& reach);
  void atoms_below(std::span<const Lit> literals, std::vector<Atom>& atoms,
                   std::vector<Atom>* all = nullptr);
  Found search(std::span<const Lit> assumptions, const Reach& reach,
               std::uint64_t most_conflicts = Sat::no_limit);
  bool solve(std::span<const Lit> assumptions, const Reach& reach) {
    return search(assumptions, reach) == Found::yes;
  }
  Completion read_first(const Reach& reach);
  Completion read_second(const Reach& reach, const Completion& first);
  Model meet(Completion completion);
  bool holds(Model model, Lit l);
  signed char gate_holds(Atom atom, const Completion& values,
                         const std::vector<signed char>& holds) const;
  bool met(Lit l);
  bool can_hold(Lit l);
  std::vector<Value> possible_one_by_one(ir::Ref root);

  // question.cpp
  bool share(const Difference& question, std::uint32_t input, const std::vector<Lit>& passed,
             Completion& completion);
  std::vector<Lit> answer_of(const Difference& question, std::uint32_t input,
                             const Completion& completion);
  void exactly(Slot slot, Value value, std::vector<Lit>& told);

  // matters.cpp
  Difference difference(ir::Ref root, const std::vector<Value>& values);
  bool told_apart(const Difference& question, Pair pair);
  Found try_on(Difference& question, const std::vector<std::uint32_t>& inputs, Pair* found,
               std::uint64_t most_conflicts);
  bool differ_on(Difference& question, const std::vector<std::uint32_t>& inputs, Pair* found) {
    return try_on(question, inputs, found, Sat::no_limit) == Found::yes;
  }
  bool walk(const Difference& question, Pair pair, std::vector<bool>& matter);
  bool satisfied(const Difference& question, const Completion& completion,
                 std::vector<bool>& outcome) const;
  void from_pairs(const Difference& question, std::vector<std::uint32_t>& rest,
                  std::vector<bool>& matter);
  std::vector<std::uint32_t> shrink(Difference& question, std::vector<std::uint32_t> inputs,
                                    std::uint32_t keep);
  void single_inputs(Difference& question, std::vector<std::uint32_t>& rest,
                     std::vector<bool>& matter);
  bool together(Difference& question, std::vector<std::uint32_t>& rest, std::vector<bool>& matter);
  void larger_sets(Difference& question, const std::vector<std::uint32_t>& rest,
                   std::vector<bool>& matter);
  void every_minimal_set(Difference& question, const std::vector<std::uint32_t>& tied,
                         std::vector<bool>& matter);
  std::vector<std::vector<std::uint32_t>> tied_together(
      const Difference& question, const std::vector<std::uint32_t>& rest) const;
  std::vector<std::uint32_t> differing(Pair pair) const;
  void exchange(Completion& into, const Completion& from, std::uint32_t input) const;
};

}  // namespace comity::exact
