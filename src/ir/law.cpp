#include "ir/law.h"

#include <algorithm>

namespace comity::ir {

const Module* Law::module_of(Value place) const {
  auto at = std::lower_bound(modules.begin(), modules.end(), place,
                             [](const Module& m, Value p) { return m.place < p; });
  return at != modules.end() && at->place == place ? &*at : nullptr;
}

int field_named(const Law& law, std::uint32_t record, std::string_view name) {
  const Record& r = law.records[record];
  for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
    if (law.str(law.fields[i].name) == name) return static_cast<int>(i);
  return -1;
}

int enum_value(const Law& law, std::uint32_t enum_id, std::string_view name) {
  const EnumDef& e = law.enums[enum_id];
  for (std::uint32_t i = 0; i < e.values; ++i)
    if (law.str(law.enum_values[e.first_value + i].name) == name) return static_cast<int>(i);
  return -1;
}

int place_named(const Law& law, std::string_view code) {
  auto at =
      std::lower_bound(law.places.begin(), law.places.end(), code,
                       [&](const Place& p, std::string_view c) { return law.str(p.code) < c; });
  if (at != law.places.end() && law.str(at->code) == code)
    return static_cast<int>(at - law.places.begin());
  for (const Alias& alias : law.aliases)
    if (law.str(alias.from) == code) return alias.place;
  return -1;
}

std::string_view enum_word(const Law& law, std::uint32_t enum_id, Value value) {
  const EnumDef& e = law.enums[enum_id];
  if (value < 0 || static_cast<std::uint32_t>(value) >= e.values) return {};
  return law.str(law.enum_values[e.first_value + static_cast<std::uint32_t>(value)].name);
}

}  // namespace comity::ir
