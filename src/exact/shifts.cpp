#include "exact/shifts.h"

namespace comity::exact {

Chain Shifts::after(const Shift& first, Chain rest) {
  std::vector<Shift> chain{first};
  chain.insert(chain.end(), chains_[rest].begin(), chains_[rest].end());
  auto [at, is_new] = numbers_.try_emplace(chain, static_cast<Chain>(chains_.size()));
  if (is_new) chains_.push_back(std::move(chain));
  return at->second;
}

Value Shifts::apply(Chain chain, Value day) const {
  for (const Shift& shift : chains_[chain]) day = base::add(day, shift.amount, shift.unit, shift.rounding);
  return day;
}

std::size_t Shifts::first_reaching(Chain chain, const Domain& domain, Value day) const {
  if (chain == unshifted) return domain.index_not_below(day);
  std::size_t low = 0, high = domain.size();
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    if (apply(chain, domain.at(middle)) >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Months and years move a day by a number of days that varies; the bounds are wide, which is all that is needed.
std::int64_t Shifts::reach(Chain chain, int side) const {
  std::int64_t days = 0;
  for (const Shift& shift : chains_[chain]) {
    std::int64_t amount = shift.amount;
    switch (shift.unit) {
      case base::Unit::days: days += amount; break;
      case base::Unit::months: days += amount * 304369 / 10000 + side * 7; break;
      case base::Unit::years: days += amount * 3652425 / 10000 + side * 7; break;
    }
  }
  return days;
}

}  // namespace comity::exact
