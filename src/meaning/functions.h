// Parameters as declared, shared by rules and the interface.
#pragma once
#include "meaning/unit.h"

namespace comity::meaning {

std::vector<Parameter> parameters_of(Unit& unit, const Node& declaration);

}  // namespace comity::meaning
