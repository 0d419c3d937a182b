// What libyaml gives as its reason, in both languages. It names reasons in English only, from a list of its own; one
// that the list here lacks is quoted.
#pragma once
#include <string_view>

#include "diag/saying.h"

namespace comity::casefile {

diag::Saying yaml_problem(std::string_view reason);

}  // namespace comity::casefile
