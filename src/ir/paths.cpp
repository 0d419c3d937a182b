#include "ir/paths.h"

namespace comity::ir {

namespace {

struct Found {
  std::string path;
  std::string input;  // path down to the outermost open list, empty: none
  const Field* field = nullptr;
};

// Follows a slot down the records. `facts` may be null when only the path is wanted.
Found follow(const Law& law, const Facts* facts, std::uint32_t slot) {
  Found found;
  std::uint32_t record = law.anchors.record_case, base = 0;
  for (;;) {
    const Record& r = law.records[record];
    const Field* field = nullptr;
    for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i) {
      const Field& f = law.fields[i];
      if (slot >= base + f.offset && slot < base + f.offset + f.slots) field = &f;
    }
    if (!field) return found;
    found.field = field;
    if (!found.path.empty()) found.path += '.';
    found.path += law.str(field->name);
    std::uint32_t first = base + field->offset;
    bool record_inside = field->base == Base::record;
    switch (field->many) {
      case Many::one:
        if (!record_inside) return found;
        base = first;
        break;
      case Many::maybe:
        if (slot == first) return found;
        base = first + 1;
        break;
      case Many::dated:
        return found;
      case Many::list:
      case Many::dated_list: {
        if (slot == first) return found;
        std::uint32_t size = record_inside ? law.records[field->ref].slots : 1;
        std::uint32_t index = (slot - first - 1) / size;
        if (facts && found.input.empty()) {
          const Fact& length = facts->slots[first];
          bool told = length.known == Known::yes && length.origin == Origin::told;
          if (!told &&
              (length.known == Known::no || static_cast<std::uint32_t>(length.low) <= index))
            found.input = found.path;
        }
        found.path += '.' + std::to_string(index);
        if (!record_inside) return found;
        base = first + 1 + index * size;
        break;
      }
    }
    record = field->ref;
  }
}

}  // namespace

std::string path_of(const Law& law, std::uint32_t slot) { return follow(law, nullptr, slot).path; }

std::string input_path(const Law& law, const Facts& facts, std::uint32_t slot) {
  Found found = follow(law, &facts, slot);
  return found.input.empty() ? found.path : found.input;
}

const Field* field_at(const Law& law, std::uint32_t slot) {
  return follow(law, nullptr, slot).field;
}

const Field* field_of(const Law& law, std::uint32_t slot) {
  return follow(law, nullptr, slot).field;
}

const Field* field_of_path(const Law& law, std::string_view path) {
  std::uint32_t record = law.anchors.record_case;
  const Field* field = nullptr;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    const bool number = part.find_first_not_of("0123456789") == std::string_view::npos;
    if (number && field && field->many != Many::one) continue;
    if (field && field->base != Base::record) return nullptr;
    const int at = field_named(law, record, part);
    if (at < 0) return nullptr;
    field = &law.fields[static_cast<std::size_t>(at)];
    record = field->ref;
  }
  return field;
}

const Field& bare_field(const Law& law, const Field& field) {
  if (field.base != Base::record) return field;
  const std::int16_t bare = law.records[field.ref].short_field;
  return bare < 0 ? field : law.fields[static_cast<std::size_t>(bare)];
}

Text question_of(const Law& law, std::uint32_t slot) {
  Found found = follow(law, nullptr, slot);
  return found.field ? found.field->question : Text{};
}

}  // namespace comity::ir
