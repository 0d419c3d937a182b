#include "exact/domain.h"

#include <algorithm>

namespace comity::exact {

std::size_t Domain::size() const {
  if (!listed.empty()) return listed.size();
  return high < low ? 0 : static_cast<std::size_t>(static_cast<std::int64_t>(high) - low + 1);
}

Value Domain::at(std::size_t index) const {
  return listed.empty() ? static_cast<Value>(low + static_cast<std::int64_t>(index))
                        : listed[index];
}

bool Domain::has(Value value) const {
  if (listed.empty()) return low <= value && value <= high;
  return std::binary_search(listed.begin(), listed.end(), value);
}

std::size_t Domain::index_not_below(Value value) const {
  if (!listed.empty())
    return static_cast<std::size_t>(std::lower_bound(listed.begin(), listed.end(), value) -
                                    listed.begin());
  if (value <= low) return 0;
  return value > high ? size() : static_cast<std::size_t>(static_cast<std::int64_t>(value) - low);
}

Domain domain_of(const interp::Variable& variable, const ir::Law& law) {
  Domain domain;
  if (!variable.values.empty()) {
    domain.listed = variable.values;
    std::sort(domain.listed.begin(), domain.listed.end());
    domain.listed.erase(std::unique(domain.listed.begin(), domain.listed.end()),
                        domain.listed.end());
    return domain;
  }
  switch (variable.type) {
    case ir::Base::choice:
      domain.high = static_cast<Value>(law.enums[variable.ref].values) - 1;
      break;
    case ir::Base::place:
      domain.high = static_cast<Value>(law.places.size()) - 1;
      break;
    case ir::Base::effect:
      domain.high = 2;
      break;
    case ir::Base::yes_no:
    case ir::Base::integer:
    case ir::Base::day:
    case ir::Base::decimal:
    case ir::Base::word:
    case ir::Base::prose:
    case ir::Base::record:
      domain.low = variable.low, domain.high = variable.high;
      break;
  }
  return domain;
}

}  // namespace comity::exact
