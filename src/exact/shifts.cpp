#include "exact/shifts.h"

#include <algorithm>
#include <limits>

namespace comity::exact {

Chain Shifts::after(const Shift& first, Chain rest) {
  std::vector<Shift> chain{first};
  chain.insert(chain.end(), chains_[rest].begin(), chains_[rest].end());
  auto [at, is_new] = numbers_.try_emplace(chain, static_cast<Chain>(chains_.size()));
  if (is_new) chains_.push_back(std::move(chain));
  return at->second;
}

Value Shifts::apply(Chain chain, Value day) const {
  for (const Shift& shift : chains_[chain])
    day = base::add(day, shift.amount, shift.unit, shift.rounding);
  return day;
}

std::size_t Shifts::first_reaching(Chain chain, const Domain& domain, Value day) const {
  if (chain == unshifted) return domain.index_not_below(day);
  std::size_t low = 0, high = domain.size();
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    if (apply(chain, domain.at(middle)) >= day)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

namespace {

// How many days a shift moves a day, at least and at most: over the 400 years after which the calendar repeats, on the
// days of a month where the two can fall.
std::pair<int, int> moves(const Shift& shift) {
  if (shift.unit == base::Unit::days) return {shift.amount, shift.amount};
  std::pair<int, int> range{std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
  for (int year = 2000; year < 2400; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned day : {1u, 28u, 29u, 30u, 31u})
        if (auto from = base::day_of(year, month, day)) {
          int moved = base::add(*from, shift.amount, shift.unit, shift.rounding) - *from;
          range = {std::min(range.first, moved), std::max(range.second, moved)};
        }
  return range;
}

}  // namespace

std::pair<std::int64_t, std::int64_t> Shifts::reach(Chain chain) const {
  std::pair<std::int64_t, std::int64_t> sum{0, 0};
  for (const Shift& shift : chains_[chain]) {
    auto at = reach_.find(shift);
    if (at == reach_.end()) at = reach_.emplace(shift, moves(shift)).first;
    sum = {sum.first + at->second.first, sum.second + at->second.second};
  }
  return sum;
}

}  // namespace comity::exact
