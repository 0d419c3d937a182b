#include "base/nearest.h"

#include <algorithm>
#include <numeric>

namespace comity::base {

namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t above = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, above + 1, corner + (a[i] == b[j] ? 0 : 1)});
      corner = above;
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view written, const std::vector<std::string>& candidates) {
  if (written.size() > 64) return {};
  std::string best;
  std::size_t least = std::max<std::size_t>(2, written.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    // A beginning is as good as the whole.
    std::size_t d =
        written.size() > 2 && candidate.starts_with(written) ? 1 : distance(written, candidate);
    if (d < least) least = d, best = candidate;
  }
  return best;
}

}  // namespace comity::base
