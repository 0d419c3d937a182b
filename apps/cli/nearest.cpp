#include "base/nearest.h"

#include "cli/options.h"

namespace comity::cli {

std::string nearest(std::string_view written, const std::vector<std::string>& candidates) {
  std::vector<std::string_view> views(candidates.begin(), candidates.end());
  return std::string(base::nearest(written, views));
}

}  // namespace comity::cli
