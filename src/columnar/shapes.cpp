#include "columnar/shapes.h"

#include <algorithm>
#include <array>

namespace comity::columnar {

namespace {

constexpr std::uint32_t place_width = 11, presence_width = 2, length_width = 3, whole_width = 32,
                        taken_width = 1;

bool told(const Cells& cells, std::size_t row) { return cells.values[row] != nothing; }

void put(std::uint64_t* words, const ShapeBits& at, std::uint64_t state) {
  words[at.word] |= state << at.shift;
}

}  // namespace

void Layout::place_bits(Part& part, std::uint32_t slot, std::uint32_t width) {
  if (used_ + width > 64) ++words_, used_ = 0;
  part.at.push_back({slot, static_cast<std::uint32_t>(words_ - 1), used_, width});
  bits_.push_back(part.at.back());
  used_ += width;
}

Layout::Part Layout::part_of(const Cells& cells, const std::vector<Cells>& beside,
                             bool in_case) const {
  const Column& column = *cells.column;
  Part part;
  part.kind = column.kind;
  if (in_case && column.name.starts_with("question.")) {
    part.way = Way::whole;
    return part;
  }
  switch (column.kind) {
    case Kind::prose:
      break;
    case Kind::integer:
      part.way = Way::age;
      break;
    case Kind::yes_no:
    case Kind::word:
    case Kind::day:
      part.way = column.name == "celebration.planned"         ? Way::planned
                 : law_.fields[column.field].presumed_as >= 0 ? Way::taken
                                                              : Way::leaf;
      part.wedding = column.name == "celebration.on";
      break;
    case Kind::place:
    case Kind::periods: {
      const std::string_view name = law_.str(law_.fields[column.field].name);
      part.way = Way::place;
      // As the case format reads it: where a marriage or a home is, the law of a part decides.
      part.by_part =
          name == "place" || name == "domicile" || name == "residence" || name == "intended_home";
      break;
    }
    case Kind::presence:
      part.way = Way::presence;
      for (std::size_t c = 0; c < beside.size(); ++c)
        if (beside[c].column->name.starts_with(column.name + ".")) part.details.push_back(c);
      break;
    case Kind::list:
      part.way = Way::list;
      break;
  }
  return part;
}

void Layout::add_leaf(const Cells& cells, std::size_t column, int part, std::uint32_t element,
                      std::uint32_t slot) {
  const Column& c = *cells.column;
  const ir::Field& field = law_.fields[c.field];
  Leaf leaf{column, part, element, c.kind, slot, 0, nothing};
  if (c.kind == Kind::yes_no) leaf.values = 2;
  if (c.kind == Kind::word) leaf.values = law_.enums[field.ref].values;
  if (c.kind == Kind::place || c.kind == Kind::periods)
    leaf.values = static_cast<std::uint32_t>(law_.places.size()), leaf.kind = Kind::place;
  const bool presumed = field.fallback == ir::Default::always ||
                        (field.fallback == ir::Default::presumed && !strict_);
  if (presumed && field.presumed_as < 0 && leaf.kind != Kind::place) leaf.left_out = field.presumed;
  leaves_.push_back(leaf);
}

Layout::Layout(const ir::Law& law, bool strict, const Block& sample) : law_(law), strict_(strict) {
  lay_out(sample);
}

void Layout::lay_out(const Block& sample) {
  for (std::size_t c = 0; c < sample.columns.size(); ++c) {
    const Cells& cells = sample.columns[c];
    const Column& column = *cells.column;
    Part part = part_of(cells, sample.columns, true);
    switch (part.way) {
      case Way::taken:
        place_bits(part, column.slot, taken_width);
        add_leaf(cells, c, -1, 0, column.slot);
        break;
      case Way::leaf:
        add_leaf(cells, c, -1, 0, column.slot);
        break;
      case Way::place: {
        const std::uint32_t slot = column.slot + (column.kind == Kind::periods ? 1 : 0);
        place_bits(part, slot, place_width);
        // The place of the wedding picks the plan; the other places are looked up in it.
        part.by_part |= column.name == "celebration.place";
        part.wedding = column.name == "celebration.place";
        if (!part.wedding) add_leaf(cells, c, -1, 0, slot);
        break;
      }
      case Way::presence:
        place_bits(part, column.slot, presence_width);
        break;
      case Way::whole:
        place_bits(part, ir::none_u32, whole_width);
        break;
      case Way::list:
        lay_out_list(part, cells, c);
        break;
      case Way::ignored:
      case Way::age:
      case Way::planned:
      case Way::told_is_odd:
        break;
    }
    parts_.push_back(std::move(part));
  }
  // Details of what may be absent, without a column that says whether it is.
  for (std::size_t c = 0; c < sample.columns.size(); ++c) {
    const std::string& name = sample.columns[c].column->name;
    for (const Column& other : columns_of(law_))
      if (other.kind == Kind::presence && name.starts_with(other.name + ".") &&
          std::ranges::none_of(sample.columns,
                               [&](const Cells& s) { return s.column->name == other.name; }))
        parts_[c].way = Way::told_is_odd;
  }
}

// A list of records has leaves for its first elements; of other lists only whether they are told and empty.
void Layout::lay_out_list(Part& part, const Cells& cells, std::size_t column) {
  const ir::Field& field = law_.fields[cells.column->field];
  place_bits(part, cells.column->slot, length_width);
  const bool records = field.base == ir::Base::record && field.record != law_.anchors.record_case;
  const std::uint32_t size = records ? law_.records[field.ref].slots : 0;
  for (std::size_t p = 0; p < cells.parts.size(); ++p) {
    const Cells& of = cells.parts[p];
    Part inner = part_of(of, cells.parts, false);
    if (!records || inner.way == Way::list || inner.way == Way::age ||
        of.column->kind == Kind::periods)
      inner.way = Way::told_is_odd;
    // A period of its own is no shape of a list whose records have them.
    const std::string& name = of.column->name;
    if (field.many == ir::Many::dated_list && (name == "from" || name == "until"))
      inner.way = Way::told_is_odd;
    for (std::uint32_t e = 0; records && e < most_elements; ++e) {
      const std::uint32_t slot = cells.column->slot + 1 + e * size + of.column->slot;
      if (inner.way == Way::place) place_bits(inner, slot, place_width);
      if (inner.way == Way::presence) place_bits(inner, slot, presence_width);
      if (inner.way == Way::taken) place_bits(inner, slot, taken_width);
      if (inner.way == Way::leaf || inner.way == Way::taken || inner.way == Way::place)
        add_leaf(of, column, static_cast<int>(p), e, slot);
    }
    part.parts.push_back(std::move(inner));
  }
}

bool Layout::fits(const Block& block) const {
  if (block.columns.size() != parts_.size()) return false;
  for (std::size_t c = 0; c < parts_.size(); ++c)
    if (block.columns[c].parts.size() != parts_[c].parts.size()) return false;
  return true;
}

// 0 not told, 1 to be looked up, else the place itself.
std::uint32_t Layout::place_state(const Part& part, std::int32_t cell) const {
  if (cell == nothing) return 0;
  const bool itself =
      part.wedding || (part.by_part && law_.places[static_cast<std::size_t>(cell)].by_part);
  return itself ? static_cast<std::uint32_t>(cell) + 2 : 1;
}

void Layout::shapes(const Block& block, std::int32_t asked, Words& into,
                    std::vector<std::uint8_t>& odd) const {
  into.assign(block.rows * words_, 0);
  odd.assign(block.rows, 0);
  for (std::size_t c = 0; c < parts_.size(); ++c) column_shapes(block, c, asked, into, odd);
  const Cells *wedding = nullptr, *asked_by_row = nullptr;
  for (std::size_t c = 0; c < parts_.size(); ++c) {
    if (parts_[c].wedding && parts_[c].kind == Kind::day) wedding = &block.columns[c];
    if (block.columns[c].column->name == "question.on") asked_by_row = &block.columns[c];
  }
  for (std::size_t row = 0; row < block.rows; ++row) {
    if (odd[row]) continue;
    const bool own = asked_by_row && asked_by_row->values[row] != nothing;
    const std::int32_t day = own ? asked_by_row->values[row] : asked;
    if (own && wedding) odd[row] |= wedding->values[row] >= day;
    odd[row] |= days_meet(block, row, day);
  }
}

// Two of the days that law may be asked for on one day: one question then, where a plan sees two.
bool Layout::days_meet(const Block& block, std::size_t row, std::int32_t asked) const {
  std::array<std::int32_t, 32> days;
  std::size_t count = 0;
  for (std::size_t c = 0; c < parts_.size(); ++c) {
    const Cells& cells = block.columns[c];
    if (parts_[c].way != Way::list || cells.values[row] == nothing) continue;
    for (std::size_t p = 0; p < parts_[c].parts.size(); ++p) {
      const Part& part = parts_[c].parts[p];
      if (part.kind != Kind::day || part.way == Way::told_is_odd) continue;
      for (std::uint32_t e = 0; e < static_cast<std::uint32_t>(cells.values[row]); ++e) {
        const std::int32_t day = cells.parts[p].values[cells.first[row] + e];
        if (day != nothing && count < days.size() - 2) days[count++] = day;
      }
    }
  }
  if (count == 0) return false;
  days[count++] = asked;
  for (std::size_t c = 0; c < parts_.size(); ++c)
    if (parts_[c].wedding && parts_[c].kind == Kind::day && block.columns[c].values[row] != nothing)
      days[count++] = block.columns[c].values[row];
  std::sort(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count));
  return std::adjacent_find(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count)) !=
         days.begin() + static_cast<std::ptrdiff_t>(count);
}

void Layout::column_shapes(const Block& block, std::size_t column, std::int32_t asked, Words& into,
                           std::vector<std::uint8_t>& odd) const {
  const Part& part = parts_[column];
  const Cells& cells = block.columns[column];
  const std::int32_t* values = cells.values.data();
  const std::size_t rows = block.rows;
  switch (part.way) {
    case Way::ignored:
      return;
    case Way::age:
    case Way::told_is_odd:
      for (std::size_t r = 0; r < rows; ++r) odd[r] |= values[r] != nothing;
      return;
    case Way::planned:
      for (std::size_t r = 0; r < rows; ++r) odd[r] |= values[r] != nothing && values[r] != 0;
      return;
    case Way::leaf:
      for (std::size_t r = 0; r < rows; ++r) odd[r] |= is_text(values[r]);
      if (part.wedding)
        for (std::size_t r = 0; r < rows; ++r) odd[r] |= values[r] >= asked;
      return;
    case Way::taken:
      for (std::size_t r = 0; r < rows; ++r) {
        odd[r] |= is_text(values[r]);
        put(&into[r * words_], part.bits(), values[r] != nothing);
      }
      return;
    case Way::whole:
      for (std::size_t r = 0; r < rows; ++r) {
        odd[r] |= is_text(values[r]);
        put(&into[r * words_], part.bits(), static_cast<std::uint32_t>(values[r]));
      }
      return;
    case Way::place: {
      const ShapeBits at = part.bits();
      for (std::size_t r = 0; r < rows; ++r) {
        if (is_text(values[r]) || cells.is_list()) {
          odd[r] |= values[r] != nothing;
          continue;
        }
        put(&into[r * words_], at, place_state(part, values[r]));
      }
      return;
    }
    case Way::presence:
      for (std::size_t r = 0; r < rows; ++r) {
        bool details = false;
        for (std::size_t d : part.details) details |= told(block.columns[d], r);
        odd[r] |= is_text(values[r]) || (values[r] == 0 && details);
        const bool there = values[r] == 1 || (values[r] == nothing && details);
        put(&into[r * words_], part.bits(), there ? 2 : values[r] == 0 ? 1 : 0);
      }
      return;
    case Way::list:
      for (std::size_t r = 0; r < rows; ++r) list_shape(part, cells, r, &into[r * words_], odd[r]);
      return;
  }
}

void Layout::list_shape(const Part& part, const Cells& cells, std::size_t row, std::uint64_t* words,
                        std::uint8_t& odd) const {
  const std::int32_t length = cells.values[row];
  if (length == nothing) return;
  if (is_text(length) || !cells.is_list() || length > static_cast<std::int32_t>(most_elements)) {
    odd = 1;
    return;
  }
  put(words, part.bits(), static_cast<std::uint64_t>(length) + 1);
  for (std::uint32_t e = 0; e < static_cast<std::uint32_t>(length); ++e) {
    const std::size_t at = cells.first[row] + e;
    odd |= !cells.told[at];
    for (std::size_t p = 0; p < part.parts.size(); ++p) {
      const Part& inner = part.parts[p];
      const std::int32_t cell = cells.parts[p].values[at];
      if (inner.way == Way::ignored) continue;
      odd |= is_text(cell) || (inner.way == Way::told_is_odd && cell != nothing);
      if (odd) return;
      if (inner.way == Way::taken) put(words, inner.at[e], cell != nothing);
      if (inner.way == Way::place) put(words, inner.at[e], place_state(inner, cell));
      if (inner.way != Way::presence) continue;
      bool details = false;
      for (std::size_t d : inner.details) details |= told(cells.parts[d], at);
      odd |= cell == 0 && details;
      put(words, inner.at[e], cell == 1 || (cell == nothing && details) ? 2 : cell == 0 ? 1 : 0);
    }
  }
}

namespace {

Cells one_row(const Cells& cells, std::size_t row) {
  Cells one;
  one.column = cells.column;
  one.values = {cells.values[row]};
  one.texts = cells.texts;
  if (!cells.is_list()) return one;
  one.first = {0};
  const std::size_t begin = cells.first[row];
  const std::size_t count = one.values[0] == nothing || is_text(one.values[0])
                                ? 0
                                : static_cast<std::size_t>(one.values[0]);
  one.told.assign(cells.told.begin() + static_cast<std::ptrdiff_t>(begin),
                  cells.told.begin() + static_cast<std::ptrdiff_t>(begin + count));
  for (const Cells& part : cells.parts) {
    Cells inner;
    inner.column = part.column;
    inner.texts = part.texts;
    for (std::size_t e = 0; e < count; ++e) {
      Cells element = one_row(part, begin + e);
      inner.values.push_back(element.values[0]);
      if (part.is_list()) inner.first.push_back(0);
    }
    one.parts.push_back(std::move(inner));
  }
  return one;
}

}  // namespace

Block Layout::skeleton(const Block& block, std::size_t row) const {
  Block bare;
  bare.rows = 1;
  for (std::size_t c = 0; c < block.columns.size(); ++c) {
    bare.columns.push_back(one_row(block.columns[c], row));
    Cells& cells = bare.columns.back();
    const Part& part = parts_[c];
    // What a plan looks up is left out; a record of which something is told is there.
    auto strip = [&](const Part& of, std::int32_t& cell, bool details) {
      if (of.way == Way::leaf || of.way == Way::taken || of.way == Way::ignored) cell = nothing;
      if (of.way == Way::place && cell != nothing && place_state(of, cell) == 1) cell = nothing;
      if (of.way == Way::presence && cell == nothing && details) cell = 1;
    };
    bool details = false;
    for (std::size_t d : part.details) details |= told(block.columns[d], row);
    strip(part, cells.values[0], details);
    for (std::size_t e = 0; e < cells.told.size(); ++e) {
      std::vector<bool> with_details;
      for (const Part& inner : part.parts) {
        bool any = false;
        for (std::size_t d : inner.details) any |= told(cells.parts[d], e);
        with_details.push_back(any);
      }
      for (std::size_t p = 0; p < part.parts.size(); ++p)
        strip(part.parts[p], cells.parts[p].values[e], with_details[p]);
    }
  }
  return bare;
}

}  // namespace comity::columnar
