#include "sql/columns.h"

#include "ir/paths.h"

namespace comity::sql {

using ir::Base;
using ir::Many;

namespace {

std::optional<Kind> kind_of(Base base) {
  switch (base) {
    case Base::yes_no:
      return Kind::yes_no;
    case Base::integer:
      return Kind::integer;
    case Base::day:
      return Kind::day;
    case Base::choice:
      return Kind::word;
    case Base::place:
      return Kind::place;
    case Base::decimal:
    case Base::word:
    case Base::prose:
    case Base::record:
    case Base::effect:
      break;
  }
  return std::nullopt;
}

bool by_part(std::string_view name) {
  return name == "place" || name == "domicile" || name == "residence" || name == "intended_home";
}

}  // namespace

// An element of a list: of single values, or of records that a bare value may stand for.
std::optional<Columns::Found> Columns::in_list(const ir::Field& field, std::uint32_t inside,
                                               std::string name) const {
  Found found;
  found.column.name = std::move(name);
  found.field = &field;
  const bool records = field.base == Base::record;
  const bool unread = records && law_.records[field.ref].short_field < 0;
  if (inside == 0) {
    found.column.kind = unread ? Kind::empty : Kind::length;
    found.scalar = true;
    return found;
  }
  if (unread) return std::nullopt;
  const std::uint32_t size = records ? law_.records[field.ref].slots : 1;
  found.column.element = static_cast<int>((inside - 1) / size);
  if (found.column.element >= elements_read) return std::nullopt;
  if (records) {
    const std::int16_t bare = law_.records[field.ref].short_field;
    found.field = &law_.fields[static_cast<std::size_t>(bare)];
    if ((inside - 1) % size != found.field->offset) return std::nullopt;
  }
  auto kind = kind_of(found.field->base);
  if (!kind) return std::nullopt;
  found.column.kind = *kind;
  return found;
}

std::optional<Columns::Found> Columns::find(std::uint32_t slot) const {
  std::uint32_t record = law_.anchors.record_case, base = 0;
  std::string name;
  for (;;) {
    const ir::Record& r = law_.records[record];
    const ir::Field* field = nullptr;
    for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
      if (const ir::Field& f = law_.fields[i];
          slot >= base + f.offset && slot < base + f.offset + f.slots)
        field = &f;
    if (!field) return std::nullopt;
    name += (name.empty() ? "" : ".") + std::string(law_.str(field->name));
    const std::uint32_t first = base + field->offset;
    Found found;
    found.field = field;
    found.column.name = name;
    switch (field->many) {
      case Many::one:
        if (field->base != Base::record) {
          auto kind = kind_of(field->base);
          if (!kind) return std::nullopt;
          found.column.kind = *kind;
          found.scalar = true;
          return found;
        }
        base = first;
        break;
      case Many::maybe:
        found.scalar = true;
        if (slot == first) return found;
        base = first + 1;
        break;
      case Many::dated: {
        auto kind = kind_of(field->base);
        if (slot != first + 1 || !kind) return std::nullopt;
        found.column.kind = *kind;
        return found;
      }
      case Many::list:
      case Many::dated_list:
        if (first != law_.anchors.spouses) return in_list(*field, slot - first, std::move(name));
        if (slot == first) return std::nullopt;
        name += '.' + std::to_string((slot - first - 1) / law_.records[field->ref].slots);
        base = first + 1 +
               (slot - first - 1) / law_.records[field->ref].slots * law_.records[field->ref].slots;
        break;
    }
    record = field->ref;
  }
}

bool Columns::in_format(const std::string& name) const {
  if (name == "spouses.0.age" || name == "spouses.1.age") return true;
  for (std::uint32_t slot = 0; slot < law_.anchors.slots; ++slot)
    if (auto found = find(slot);
        (found && found->column.name == name) || ir::path_of(law_, slot) == name)
      return true;
  return false;
}

std::optional<ir::Value> Columns::presumed(std::uint32_t slot) const {
  auto found = find(slot);
  if (!found || !found->scalar || strict_ || found->field->fallback != ir::Default::presumed ||
      found->field->presumed_as >= 0)
    return std::nullopt;
  return found->field->presumed;
}

std::optional<std::uint32_t> Columns::of_slot(std::uint32_t slot) {
  if (auto at = known_.find(slot); at != known_.end()) return at->second;
  auto& result = known_[slot];
  auto found = find(slot);
  if (!found) return std::nullopt;
  const ir::Field& field = *found->field;
  const bool presumed = found->scalar && !strict_ && field.fallback == ir::Default::presumed;
  std::optional<std::uint32_t> instead;
  if (presumed && field.presumed_as >= 0)
    instead = of_slot(slot - field.offset +
                      law_.fields[static_cast<std::size_t>(field.presumed_as)].offset);
  if (!has(found->column.name)) return known_[slot] = instead;
  Column column = std::move(found->column);
  column.words = field.ref;
  column.part_needed = column.kind == Kind::place && by_part(law_.str(field.name));
  if (presumed && field.presumed_as < 0) column.left_out = field.presumed;
  if (instead) column.instead = static_cast<int>(*instead);
  result = static_cast<std::uint32_t>(columns_.size());
  columns_.push_back(std::move(column));
  return known_[slot] = static_cast<std::uint32_t>(columns_.size() - 1);
}

}  // namespace comity::sql
