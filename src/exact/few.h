// Roots that only few completions tell apart: answered by trying them all. Ranges of days and numbers are followed
// through the graph first, so that a birthday known to the month, of somebody long of age, is no question; most open
// questions of a case told nearly in full are such, and a search would cost more than the answer.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "exact/domain.h"
#include "exact/kinds.h"
#include "interp/inputs.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::exact {

struct Tried {
  std::vector<ir::Value> values;       // root's, ascending
  std::vector<std::uint32_t> matters;  // inputs, ascending
};

class Few {
 public:
  // Keeps references, as Exact does.
  Few(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law)
      : graph_(graph), inputs_(inputs), law_(law), uses_(graph) {}

  // Whether no completion fails it, as far as ranges tell. False where a variable has no value at all.
  bool always(ir::Ref condition);
  // The variables that ranges do not show to be without effect on the root. Empty where a variable has no value at all.
  std::vector<std::uint32_t> live(ir::Ref root);
  // For roots without constraints that could fail; nothing where more completions differ than are worth trying.
  std::optional<Tried> try_all(ir::Ref root);
  // Whether a condition holds in some completion, under the same terms; stops at the first.
  std::optional<bool> try_some(ir::Ref condition);

 private:
  struct Range {
    ir::Value low = 0, high = 0;
    bool sole() const { return low == high; }
  };

  bool take_domains();
  void follow(ir::Ref root);
  Range range_of(ir::Ref ref) const;
  void keep_live(ir::Ref root);
  bool take_kinds(ir::Ref root);
  ir::Value value_of(ir::Ref ref) const;
  enum class Ready : std::uint8_t { too_many, sole, yes };
  Ready get_ready(ir::Ref root);
  std::size_t completions() const;
  template <class Visit>
  void try_each(ir::Ref root, Visit visit);

  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  std::vector<Domain> domains_;  // by variable
  // Of the root followed last: the range of each node below it, the nodes its value turns on, kids first, and the
  // variables among them. `now_` is the value of each node in the completion being tried.
  std::vector<Range> ranges_;
  std::vector<ir::Ref> live_;
  std::vector<std::uint32_t> variables_;
  std::vector<ir::Value> now_;
  Kinds uses_;
  std::vector<std::vector<ir::Value>> kinds_;  // of variables_: the values worth trying
};

}  // namespace comity::exact
