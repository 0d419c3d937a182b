#include "columnar/columns.h"

namespace comity::columnar {

using ir::Base;
using ir::Many;

namespace {

Kind kind_of(Base base) {
  switch (base) {
    case Base::yes_no:
      return Kind::yes_no;
    case Base::integer:
      return Kind::integer;
    case Base::day:
      return Kind::day;
    case Base::choice:
    case Base::effect:
      return Kind::word;
    case Base::place:
      return Kind::place;
    case Base::decimal:
    case Base::word:
    case Base::prose:
    case Base::record:
      return Kind::prose;
  }
  return Kind::prose;
}

class Flattening {
 public:
  explicit Flattening(const ir::Law& law) : law_(law) {}

  void record(std::uint32_t record, const std::string& before, std::uint32_t base,
              std::vector<Column>& into) const {
    const ir::Record& r = law_.records[record];
    for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
      field(i, before, base, into);
    // An age may stand for a birthday.
    if (record == law_.anchors.record_spouse)
      into.push_back({before + "age", Kind::integer, ir::none_u32, base, {}, -1});
  }

 private:
  void field(std::uint32_t number, const std::string& before, std::uint32_t base,
             std::vector<Column>& into) const {
    const ir::Field& f = law_.fields[number];
    const std::string name = before + std::string(law_.str(f.name));
    const std::uint32_t slot = base + f.offset;
    if (f.record == law_.anchors.record_case && name == "comity") return;
    if (f.record == law_.anchors.record_case && slot == law_.anchors.spouses) {
      for (std::uint32_t s = 0; s < 2; ++s)
        record(f.ref, name + "." + std::to_string(s) + ".",
               slot + 1 + s * law_.records[f.ref].slots, into);
      return;
    }
    Column column{name, kind_of(f.base), number, slot, {}, -1};
    switch (f.many) {
      case Many::one:
        if (f.base == Base::record) return record(f.ref, name + ".", slot, into);
        break;
      case Many::maybe:
        column.kind = Kind::presence;
        into.push_back(column);
        return record(f.ref, name + ".", slot + 1, into);
      case Many::dated:
        column.kind = Kind::periods;
        column.parts = {{"in", kind_of(f.base), number, 0, {}, -1},
                        {"from", Kind::day, number, 1, {}, -1},
                        {"until", Kind::day, number, 2, {}, -1},
                        {"by", Kind::place, number, 3, {}, -1}};
        column.short_part = 0;
        break;
      case Many::list:
      case Many::dated_list:
        column.kind = Kind::list;
        if (f.base == Base::record)
          record(f.ref, "", 0, column.parts);
        else
          column.parts = {{"", kind_of(f.base), number, 0, {}, -1}};
        column.short_part = f.base == Base::record ? short_part(f.ref, column.parts) : 0;
        break;
    }
    into.push_back(std::move(column));
  }

  int short_part(std::uint32_t record, const std::vector<Column>& parts) const {
    std::int16_t field = law_.records[record].short_field;
    for (std::size_t i = 0; field >= 0 && i < parts.size(); ++i)
      if (parts[i].field == static_cast<std::uint32_t>(field)) return static_cast<int>(i);
    return -1;
  }

  const ir::Law& law_;
};

}  // namespace

std::vector<Column> columns_of(const ir::Law& law) {
  std::vector<Column> columns;
  Flattening(law).record(law.anchors.record_case, "", 0, columns);
  return columns;
}

int column_named(const std::vector<Column>& columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == name) return static_cast<int>(i);
  return -1;
}

}  // namespace comity::columnar
