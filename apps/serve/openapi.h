// The HTTP interface as OpenAPI 3.1: every address, what it takes and gives. The schema of a case is the ontology's.
#pragma once
#include <string>

#include "ir/law.h"

namespace comity::serve {

std::string openapi(const ir::Law& law, const std::string& address);

}  // namespace comity::serve
