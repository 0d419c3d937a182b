// Why the system refused something about a file, in both languages.
#pragma once
#include <system_error>

#include "diag/saying.h"

namespace comity::diag {

// The usual reasons in words; any other by its number and the system's own words.
Saying system_reason(const std::error_code& error);

}  // namespace comity::diag
