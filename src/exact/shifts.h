// Chains of date shifts, innermost first, as numbers. Every chain is monotone: a later day never becomes an earlier one.
#pragma once
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "exact/domain.h"

namespace comity::exact {

struct Shift {
  int amount = 0;
  base::Unit unit = base::Unit::days;
  base::Rounding rounding = base::Rounding::forward;
  auto operator<=>(const Shift&) const = default;
};

using Chain = std::uint32_t;
inline constexpr Chain unshifted = 0;

class Shifts {
 public:
  Shifts() : chains_(1) { numbers_[{}] = unshifted; }
  Chain after(const Shift& first, Chain rest);  // `rest` applied to what `first` gives
  Value apply(Chain chain, Value day) const;
  std::size_t first_reaching(Chain chain, const Domain& domain,
                             Value day) const;  // least index whose shift >= day
  std::int64_t least(Chain chain) const {
    return reach(chain).first;
  }  // moves by at least so many days,
  std::int64_t most(Chain chain) const { return reach(chain).second; }  // and at most so many

 private:
  std::vector<std::vector<Shift>> chains_;
  std::map<std::vector<Shift>, Chain> numbers_;
  mutable std::map<Shift, std::pair<int, int>> reach_;  // worked out when first asked for
  std::pair<std::int64_t, std::int64_t> reach(Chain chain) const;
};

}  // namespace comity::exact
