// From the law base to the decision graph: strings interned, equal nodes shared, lists laid flat.
// Guarantees: equal law bases give equal bytes; the graph passes verify(). LawFile::sha256 is left zero, for whoever
// writes a pack to fill. Leaves names, types and dates to meaning.
#pragma once
#include "ir/builder.h"
#include "meaning/law_base.h"

namespace comity::ir {

// A clause's condition is no_node, one conjunct, or an `all` of its conjuncts; so is its scope.
Builder from_meaning(const meaning::LawBase& law);

}  // namespace comity::ir
