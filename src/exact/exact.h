// What a part-known case can come to: over every completion that satisfies the constraints, the values a node of the
// decision graph takes, a completion that shows a condition can hold, the inputs that matter (S6), the next question.
// A completion gives each variable a value of its domain: the listed values where there are any; else both truths,
// low..high of days and numbers, every value of the enum, every place of the law base, the three effects.
// Guarantees: exact, by a complete search of its own (sat.h, order.h), no SMT library; the same calls in the same order
// give the same results; answers are in ascending order. Keeps what it learns from one root for the next.
// Leaves setting readings and overlays to the caller: those still in the graph are yes-or-no inputs like any other.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "exact/few.h"
#include "interp/inputs.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::exact {

// A value for each variable of Inputs, by number; fits Graph::evaluate.
using Completion = std::vector<ir::Value>;

// More values of one root than this are not listed; only roots that are a bare day or number can have so many.
inline constexpr std::size_t most_values = 1000;

// How an interview is best begun.
struct Plan {
  std::uint32_t input = 0;  // to ask first
  std::size_t at_most =
      0;  // questions, this one included, until no answer can change root any more
  double expected =
      0;  // the same on average, every answer that can be told from another counted alike
};

class Exact {
 public:
  // Keeps references: graph, inputs and law must outlive it. Graph and inputs may grow between calls; the domain of a
  // variable once seen may not change. `constraints` is a yes-or-no node that every completion must satisfy.
  Exact(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law,
        ir::Ref constraints);
  ~Exact();
  Exact(const Exact&) = delete;
  Exact& operator=(const Exact&) = delete;

  // Whether any completion satisfies the constraints. If none does, possible() and matters() are empty.
  bool consistent();

  // The values root takes, ascending, at most most_values of them. A constant root costs nothing.
  std::vector<ir::Value> possible(ir::Ref root);

  // The value root has in every completion; nothing where it has several, or where no completion satisfies the
  // constraints. Cheaper than possible() for roots of many values: a day, a number, a provision.
  std::optional<ir::Value> only(ir::Ref root);

  // Whether some completion satisfies the constraints and makes `condition` true; if so and asked, that completion.
  bool satisfiable(ir::Ref condition, Completion* witness = nullptr);

  // The inputs (numbers into Inputs::inputs, ascending) that belong to some minimal set S such that two completions
  // differing on the variables of S alone give root different values. Sets of one input are always found; larger ones
  // all are among up to 16 inputs tied by constraints, beyond that one minimal set for each input that has one to find.
  std::vector<std::uint32_t> matters(ir::Ref root);

  // Over the values of one input, the largest number of values that root may still take once it is told.
  // Where more than 4096 of its values would have to be looked into, the number of values root takes untold.
  std::size_t worst_case(ir::Ref root, std::uint32_t input);

  // Of the inputs offered, the one with the smallest worst case, the earliest offered on a tie; nothing when none of
  // them matters for root. Inputs that do not matter are passed over.
  std::optional<std::uint32_t> next_question(ir::Ref root, std::span<const std::uint32_t> offered);

  // The shortest interview that asks the inputs offered and no others: fewest questions in the worst case, then on average,
  // then the earliest offered. Nothing where too many completions or orders would have to be gone through, or where no
  // answer changes root.
  std::optional<Plan> plan(ir::Ref root, std::span<const std::uint32_t> offered);

 private:
  class Search;
  Search& search();
  const Tried* tried(ir::Ref root);
  bool nothing_forbidden();

  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  ir::Ref constraints_;
  std::unique_ptr<Search> search_;     // made when a question needs it
  std::optional<ir::Ref> tried_root_;  // the root last tried, and what came of it
  std::optional<Tried> tried_;
  Few few_;
  std::optional<bool> nothing_forbidden_;
};

}  // namespace comity::exact
