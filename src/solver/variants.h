// What tells the couples of a class apart from those beside it.
#pragma once
#include "solver/open_forum.h"

namespace comity::solver {

// The fewest facts under which, `background` given, `proposition` cannot hold; each such set once, at most `most`.
// Guarantees: no fact of a set can be left out; a set that is empty means that the proposition never holds there.
std::vector<Couple> variants(OpenForum& forum, ir::Ref background, ir::Ref proposition,
                             std::size_t most = 8);

}  // namespace comity::solver
