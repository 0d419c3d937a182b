// Whether a decision graph keeps its promises: kids before parents, every reference in range, types that fit, no rule
// that reaches itself but by asking another law or about another marriage. Run after lowering and on opened packs.
#pragma once
#include "diag/diagnostic.h"
#include "ir/law.h"

namespace comity::ir {

// False after a diagnostic (9001) that names the first node, clause or function at fault.
bool verify(const Law& law, diag::Diagnostics& diagnostics);

}  // namespace comity::ir
