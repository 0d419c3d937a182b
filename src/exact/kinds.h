// Values of a variable that no comparison tells apart are of one kind; one value stands for all of them. A birthday that is
// only ever compared with one day has two kinds, however many days it may be.
// Guarantees: nodes looked at give the same value for any two values of one kind. Leaves out what was not looked at.
#pragma once
#include <cstdint>
#include <vector>

#include "exact/domain.h"
#include "ir/graph.h"

namespace comity::exact {

class Kinds {
 public:
  explicit Kinds(const ir::Graph& graph) : graph_(graph) {}

  void clear() { uses_.clear(); }
  // How this node uses the variables among its operands. `known(ref)`: the value of a node that has only one.
  template <class Known>
  void look(ir::Ref node, Known known);
  // The variable's own value is asked for.
  void whole(std::uint32_t variable) { uses_.push_back({variable, Use::itself, 0}); }

  // One value of each kind, ascending; nothing where there are more than `most`.
  std::vector<Value> of(std::uint32_t variable, const Domain& domain, std::size_t most) const;

 private:
  struct Use {
    enum How : std::uint8_t {
      itself,
      equal,
      below,
      above
    };  // the variable is, comes before, comes after the value
    std::uint32_t variable;
    How how;
    Value with;
    bool operator()(Value value) const {
      return how == equal ? value == with : how == below ? value < with : with < value;
    }
  };
  const ir::Graph& graph_;
  std::vector<Use> uses_;
};

template <class Known>
void Kinds::look(ir::Ref node, Known known) {
  const ir::Cell& cell = graph_[node];
  const bool equal = cell.shape == ir::Shape::equal, before = cell.shape == ir::Shape::before;
  const ir::Ref kids[] = {cell.a, cell.b, cell.c};
  for (int k = 0; k < ir::operands(cell.shape); ++k) {
    if (graph_[kids[k]].shape != ir::Shape::variable) continue;
    const std::uint32_t variable = graph_[kids[k]].a;
    const auto with = equal || before ? known(kids[1 - k]) : std::optional<Value>();
    if (with)
      uses_.push_back({variable, equal ? Use::equal : k == 0 ? Use::below : Use::above, *with});
    else
      whole(variable);
  }
}

}  // namespace comity::exact
