// Records, lists and periods of a case.
#include <algorithm>
#include <climits>

#include "base/nearest.h"
#include "casefile/reader.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;
using ir::Base;
using ir::Known;
using ir::Many;
using ir::Origin;

namespace {
constexpr std::uint32_t period_slots = 4;  // in, from, until, by
constexpr ir::Value undated = INT_MIN;     // `from` of an entry without dates
}  // namespace

Reader::Reader(const ir::Law& law, bool strict, bool ordinary, Case& into,
               diag::Diagnostics& diagnostics)
    : law_(law), strict_(strict), ordinary_(ordinary), into_(into), diagnostics_(diagnostics) {}

const ir::Field* Reader::field_of(std::uint32_t record, std::string_view name) const {
  int index = ir::field_named(law_, record, name);
  return index < 0 ? nullptr : &law_.fields[static_cast<std::size_t>(index)];
}

std::uint32_t Reader::celebration_on() const {
  return law_.anchors.celebration + field_of(law_.anchors.record_celebration, "on")->offset;
}

diag::Diagnostic& Reader::wrong_shape(const Node& node, diag::Saying what, diag::Saying remedy) {
  return diagnostics_.error(Code::wrong_shape, node.span, std::move(what), std::move(remedy));
}

void Reader::put(std::uint32_t slot, const Told& told, Origin origin) {
  ir::Fact& fact = into_.facts.slots[slot];
  fact = {told.known, origin, told.low, told.high};
  if (told.known != Known::one_of) return;
  fact.low = static_cast<ir::Value>(into_.facts.sets.size());
  fact.high = fact.low;
  into_.facts.sets.push_back(told.set);
}

void Reader::tell(std::uint32_t slot, const Told& told, const Node& node) {
  put(slot, told, Origin::told);
  into_.written[slot] = node.span;
}

void Reader::forget(std::uint32_t slot, std::uint32_t slots) {
  for (std::uint32_t i = slot; i < slot + slots; ++i) into_.facts.slots[i] = {};
}

void Reader::unknown_key(std::uint32_t record, const Key& key) {
  const ir::Record& r = law_.records[record];
  std::vector<std::string> names;
  for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
    names.emplace_back(str(law_.fields[i].name));
  diagnostics_.error(Code::unknown_key, key.span,
                     diag::with_nearest({says::is_not_a_key_of, key.name, subject()},
                                        base::nearest(key.name, names)),
                     {says::its_keys_are, diag::listed(names)});
}

void Reader::record(std::uint32_t record, std::uint32_t base, const Node* map, int skip) {
  const ir::Record& r = law_.records[record];
  if (map)
    for (std::size_t i = 0; i < map->keys.size(); ++i) {
      const Key& key = map->keys[i];
      if (ir::field_named(law_, record, key.name) >= 0) continue;
      bool age =
          key.name == "age" && record == law_.anchors.record_spouse && field_of(record, "born");
      if (!age) unknown_key(record, key);
      Inside here(*this, key.name);
      if (age) read_age(record, base, map->items[i]);
    }
  for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i) {
    if (static_cast<int>(i) == skip) continue;
    const ir::Field& f = law_.fields[i];
    told_or_left_out(f, base + f.offset, map ? map->find(str(f.name)) : nullptr);
  }
}

void Reader::told_or_left_out(const ir::Field& f, std::uint32_t slot, const Node* node) {
  Inside here(*this, str(f.name));
  if (node && !node->is_nothing()) return field(f, slot, *node);
  left_out(f, slot);
}

void Reader::alone(const ir::Field& f, const Node* node) { told_or_left_out(f, f.offset, node); }

void Reader::field(const ir::Field& f, std::uint32_t slot, const Node& node) {
  if (node.says("unknown")) {
    if (f.fallback == ir::Default::always && f.base != Base::record) {
      diagnostics_.error(Code::unknown_value, node.span, {says::cannot_be_unknown, subject()},
                         says::leave_the_key_out);
      return;
    }
    forget(slot, f.slots);
    into_.written[slot] = node.span;
    return;
  }
  switch (f.many) {
    case Many::one:
      return read_one(f, slot, node);
    case Many::maybe:
      return read_maybe(f, slot, node);
    case Many::list:
    case Many::dated_list:
      return read_list(f, slot, node);
    case Many::dated:
      return read_dated(f, slot, node);
  }
}

// A record as its map, or as the bare value of its short field.
void Reader::record_or_short(const ir::Field& f, std::uint32_t base, const Node& node) {
  const ir::Record& r = law_.records[f.ref];
  bool part_of_value = node.is_map() && node.keys.size() == 1 &&
                       (node.keys[0].name == "one_of" || node.keys[0].name == "not");
  if (r.short_field >= 0 && (node.is_scalar() || part_of_value)) {
    record(f.ref, base, nullptr, r.short_field);
    const ir::Field& bare = law_.fields[static_cast<std::size_t>(r.short_field)];
    return field(bare, base + bare.offset, node);
  }
  if (node.is_map() || node.is_nothing())
    return record(f.ref, base, node.is_map() ? &node : nullptr);
  wrong_shape(node, {says::takes_a_map, subject()}, says::write_its_keys_below);
}

void Reader::read_one(const ir::Field& f, std::uint32_t slot, const Node& node) {
  if (f.base == Base::record) return record_or_short(f, slot, node);
  if (read_relation(f, slot, node) || read_recorded(f, slot, node)) return;
  if (auto value = told(f, node)) tell(slot, *value, node);
}

// Whether a bare word says that there is none: the record's own word, or `none` and `no` where they mean nothing else.
bool Reader::is_none(const ir::Field& f, const Node& node) const {
  if (!node.is_scalar()) return false;
  std::string_view absent =
      f.base == Base::record ? str(law_.records[f.ref].absent) : std::string_view{};
  if (!absent.empty() && (node.text == absent || (absent == "no" && node.text == "false")))
    return true;
  return node.text == "none" && f.base != Base::choice;
}

void Reader::read_maybe(const ir::Field& f, std::uint32_t slot, const Node& node) {
  into_.written[slot] = node.span;
  if (is_none(f, node)) {
    known(slot, 0, Origin::told);
    return;
  }
  known(slot, 1, Origin::told);
  bool bare_yes = node.says("yes") || node.says("true");
  if (bare_yes && str(law_.records[f.ref].absent) == "no") return record(f.ref, slot + 1, nullptr);
  record_or_short(f, slot + 1, node);
}

void Reader::element(const ir::Field& f, std::uint32_t slot, const Node& node) {
  if (f.base != Base::record) {
    if (auto value = told(f, node)) tell(slot, *value, node);
    return;
  }
  record_or_short(f, slot, node);
  if (f.many != Many::dated_list) return;
  const ir::Field* from = field_of(f.ref, "from");
  const ir::Field* until = field_of(f.ref, "until");
  auto has = [&](const char* key) {
    const Node* value = node.is_map() ? node.find(key) : nullptr;
    return value && !value->is_nothing();
  };
  period_edges(slot + from->offset, slot + until->offset, has("from"), has("until"), node);
}

// An entry without dates holds at the celebration. With one date, the other end is presumed open.
void Reader::period_edges(std::uint32_t from, std::uint32_t until, bool from_told, bool until_told,
                          const Node& node) {
  if (!from_told && !until_told) {
    known(from, undated, Origin::fixed);
    known(until, base::last_day, Origin::fixed);
    return;
  }
  if (!from_told && !strict_) known(from, base::first_day, Origin::presumed);
  if (!until_told && !strict_) known(until, base::last_day, Origin::presumed);
  const ir::Fact &begin = into_.facts.slots[from], &end = into_.facts.slots[until];
  bool days = (begin.known == Known::yes || begin.known == Known::range) &&
              (end.known == Known::yes || end.known == Known::range);
  if (days && from_told && until_told && end.high < begin.low)
    diagnostics_.error(Code::bad_date, node.span, {says::ends_before_it_begins, subject()});
}

void Reader::read_list(const ir::Field& f, std::uint32_t slot, const Node& node) {
  into_.written[slot] = node.span;
  bool spouses = slot == law_.anchors.spouses;
  if (is_none(f, node) && !spouses) {
    known(slot, 0, Origin::told);
    return;
  }
  if (!node.is_list()) {
    std::string example = node.is_scalar() ? "[" + node.text + "]" : "[...]";
    wrong_shape(node, {says::takes_a_list, subject()}, {says::write_it_in_brackets, example});
    return;
  }
  std::vector<const Node*> told;
  bool open = false;
  for (const Node& item : node.items)
    if (item.says("unknown"))
      open = true;
    else
      told.push_back(&item);
  if (spouses && (told.size() != 2 || open)) {
    wrong_shape(node, {says::holds_so_many, subject(), told.size()}, says::exactly_two_spouses);
    return;
  }
  if (told.size() > f.bound) {
    diagnostics_.error(Code::too_many, told[f.bound]->span,
                       {says::takes_at_most, subject(), f.bound});
    return;
  }
  auto length = static_cast<ir::Value>(told.size());
  known(slot, length, Origin::told);
  if (open && told.size() < f.bound)
    put(slot, {Known::range, length, static_cast<ir::Value>(f.bound), {}}, Origin::told);
  std::uint32_t size = f.base == Base::record ? law_.records[f.ref].slots : 1;
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    Inside here(*this, std::to_string(i));
    element(f, slot + 1 + i * size, *told[i]);
  }
}

// One period of a dated fact: {in, from, until, by}.
void Reader::period(const ir::Field& f, std::uint32_t slot, const Node& node) {
  known(slot + 3, -1, Origin::fixed);
  if (!node.is_map() || !node.find("in")) {
    if (auto value = told(f, node)) tell(slot, *value, node);
    period_edges(slot + 1, slot + 2, false, false, node);
    return;
  }
  ir::Field day = f, law = f;
  day.base = Base::day;
  law.base = Base::place;
  law.name = {};
  bool from = false, until = false;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& key = node.keys[i].name;
    const Node& value = node.items[i];
    Inside here(*this, key);
    std::uint32_t at = key == "in"      ? 0
                       : key == "from"  ? 1
                       : key == "until" ? 2
                       : key == "by"    ? 3
                                        : 4;
    if (at == 4) {
      diagnostics_.error(Code::unknown_key, node.keys[i].span,
                         {says::is_not_a_key_of_a_period, key},
                         {says::its_keys_are, "in, from, until, by"});
      continue;
    }
    if (value.is_nothing()) continue;
    if (auto read = told(at == 0 ? f : at == 3 ? law : day, value)) tell(slot + at, *read, value);
    from |= at == 1;
    until |= at == 2;
  }
  period_edges(slot + 1, slot + 2, from, until, node);
}

void Reader::read_dated(const ir::Field& f, std::uint32_t slot, const Node& node) {
  into_.written[slot] = node.span;
  if (!node.is_list()) {
    known(slot, 1, Origin::told);
    return period(f, slot + 1, node);
  }
  std::vector<const Node*> told;
  for (const Node& item : node.items)
    if (!item.says("unknown")) told.push_back(&item);
  if (told.size() > f.bound) {
    diagnostics_.error(Code::too_many, told[f.bound]->span,
                       {says::takes_at_most_periods, subject(), f.bound});
    return;
  }
  known(slot, static_cast<ir::Value>(told.size()), Origin::told);
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    Inside here(*this, std::to_string(i));
    period(f, slot + 1 + i * period_slots, *told[i]);
  }
}

}  // namespace comity::casefile
