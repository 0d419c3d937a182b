// Which acts since the wedding a place's rule on recognition looks at: found from the law itself, once, when it is compiled.
// The interpreter needs it to say "not covered" where a case tells of an ending that the place's rules never ask about.
#pragma once
#include "ir/builder.h"

namespace comity::ir {

// Fills Module::acts_read of every module. Wants functions, bars, modules and anchors to be there.
void note_acts_read(Builder& builder);

}  // namespace comity::ir
