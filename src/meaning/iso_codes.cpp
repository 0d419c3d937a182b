#include "meaning/iso_codes.h"

#include <algorithm>
#include <string>

namespace comity::meaning::iso {

bool is_current(std::string_view code) {
  return std::ranges::binary_search(countries(), code) || std::ranges::binary_search(parts(), code);
}

std::optional<base::Day> withdrawn_on(std::string_view code) {
  auto at = std::ranges::find(former(), code, &Former::code);
  if (at == former().end()) return std::nullopt;
  return base::parse_day(std::string(at->withdrawn) + (at->withdrawn.size() == 4 ? "-12-31" : ""));
}

bool is_left_to_users(std::string_view code) {
  const std::string_view first = code.substr(0, code.find('-'));
  if (first == "X" || first == "AA" || first == "ZZ") return true;
  if (first.size() != 2) return false;
  return first[0] == 'X' || (first[0] == 'Q' && first[1] >= 'M') ||
         code.substr(2).starts_with("-X-");
}

}  // namespace comity::meaning::iso
