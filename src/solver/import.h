// One decision graph read into another: the same facts are the same variables, everything else that is open is its own.
#pragma once
#include "solver/open_forum.h"

namespace comity::solver {

class Import {
 public:
  // Facts are matched by their slot, the law of a place that is not told by the place and the question asked of it.
  Import(OpenForum& into, OpenForum& from);
  ir::Ref operator()(ir::Ref node);  // a node of `from` as one of `into`

 private:
  OpenForum& into_;
  OpenForum& from_;
  std::vector<ir::Ref> variables_;  // by variable of `from`
  std::vector<ir::Ref> known_;      // by node of `from`
  void match();
};

}  // namespace comity::solver
