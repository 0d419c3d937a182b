// Spelling help for verbs and options, as for the keys of a case.
#include "base/nearest.h"

#include "cli/options.h"

namespace comity::cli {

std::string nearest(std::string_view written, const std::vector<std::string>& candidates) {
  return base::nearest(written, candidates);
}

}  // namespace comity::cli
