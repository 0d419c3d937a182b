// Reading the case: slots, periods, lists, and an earlier union seen as a marriage of its own.
#include <climits>

#include "interp/evaluator.h"
#include "ir/paths.h"

namespace comity::interp {

using ir::Known;
using ir::Ref;

namespace {
// A list whose length is open is looked at this many elements beyond those told: enough for two rules to be met by
// different elements at once (see docs/decisions/0006-open-lists.md).
constexpr std::uint32_t looked_beyond = 2;
constexpr ir::Value undated = INT_MIN;
}  // namespace

std::uint32_t Evaluator::input_of_slot(std::uint32_t slot, bool presumed) {
  return inputs_.input(Label::fact, ir::input_path(law_, facts_, slot), ir::question_of(law_, slot),
                       presumed);
}

std::uint32_t Evaluator::fact_variable(std::uint32_t slot, const ir::Field& field,
                                       std::uint32_t tag) {
  return inputs_.variable(Label::fact, slot, tag, 0, [&] {
    const ir::Fact& fact = facts_.slots[slot];
    Variable v;
    bool left_out = fact.origin == ir::Origin::presumed || fact.origin == ir::Origin::assumed;
    v.input = input_of_slot(slot, left_out);
    v.slot = slot;
    v.type = field.base;
    v.ref = field.ref;
    v.low = field.base == ir::Base::day ? base::day_of(1700, 1, 1).value() : 0;
    v.high = field.base == ir::Base::day       ? asked_.on + 36525
             : field.base == ir::Base::integer ? 200
                                               : 1;
    if (tag == 0 && fact.known == Known::range) v.low = fact.low, v.high = fact.high;
    if (tag == 0 && fact.known == Known::one_of)
      v.values = facts_.sets[static_cast<std::size_t>(fact.low)];
    if (left_out && fact.known == Known::yes) v.has_ordinary = true, v.ordinary = fact.low;
    return v;
  });
}

// The slot that a slot is told to equal, as far as that leads.
std::uint32_t Evaluator::same_slot(std::uint32_t slot) const {
  for (auto at = same_as_.find(slot); at != same_as_.end(); at = same_as_.find(slot))
    slot = at->second;
  return slot;
}

Ref Evaluator::slot(std::uint32_t slot, const ir::Field& field, std::uint32_t tag, bool fresh) {
  slots_read[slot] = true;
  if (!fresh) slot = same_slot(slot);
  slots_read[slot] = true;
  note_fact(slot);
  const ir::Fact& fact = facts_.slots[slot];
  bool open_up = asked_.open_presumed &&
                 (fact.origin == ir::Origin::presumed || fact.origin == ir::Origin::assumed);
  if (fact.known == Known::yes && !open_up && !fresh) return graph_.constant(fact.low);
  return graph_.variable(fact_variable(slot, field, fresh ? tag : 0));
}

std::optional<std::uint32_t> Evaluator::slot_of(Role role, const ir::Field& top,
                                                std::uint32_t offset) const {
  const auto& anchors = law_.anchors;
  std::uint32_t inside = offset - top.offset;
  auto mapped = [&](std::uint32_t record, std::uint32_t base) -> std::optional<std::uint32_t> {
    int field = ir::field_named(law_, record, law_.str(top.name));
    if (field < 0 || law_.fields[static_cast<std::size_t>(field)].slots != top.slots)
      return std::nullopt;
    return base + law_.fields[static_cast<std::size_t>(field)].offset + inside;
  };
  if (top.record == anchors.record_case) return offset;
  if (top.record == anchors.record_between)
    return role.kind == RoleKind::marriage || role.kind == RoleKind::ceremony
               ? std::optional(anchors.between + offset)
               : std::nullopt;
  if (top.record == anchors.record_celebration) {
    if (role.kind == RoleKind::marriage) return anchors.celebration + offset;
    if (role.kind == RoleKind::ceremony) return role.base + offset;
    if (role.kind != RoleKind::union_) return std::nullopt;
    auto index = static_cast<std::size_t>(&top - law_.fields.data());
    if (celebration_in_union_[index] != ir::none_u32)
      return role.base + law_.fields[celebration_in_union_[index]].offset + inside;
    return std::nullopt;
  }
  if (top.record == anchors.record_spouse) {
    if (role.kind != RoleKind::union_other) return role.base + offset;
    const ir::Field& field = law_.fields[union_other_];
    std::uint32_t base = role.base + field.offset + (field.many == ir::Many::maybe ? 1 : 0);
    return mapped(field.ref, base);
  }
  return role.base + offset;
}

// What no slot tells of an earlier union or its other party: its ordinary value, covered by the union being listed.
Ref Evaluator::unmapped(Role role, const ir::Field& field) {
  if (field.has_ordinary) return graph_.constant(field.ordinary);
  if (field.fallback == ir::Default::presumed) return graph_.constant(field.presumed);
  auto key = static_cast<std::uint64_t>(&field - law_.fields.data());
  return graph_.variable(inputs_.variable(Label::fact, role.packed(), key, 1, [&] {
    Variable v;
    v.input = input_of_slot(role.base, false);
    v.type = field.base;
    v.ref = field.ref;
    if (field.base == ir::Base::day)
      v.low = base::day_of(1700, 1, 1).value(), v.high = asked_.on + 36525;
    return v;
  }));
}

Ref Evaluator::read(Role role, const ir::Node& node, const Frame&) {
  const ir::Field& top = law_.fields[static_cast<std::size_t>(node.value)];
  const ir::Field& leaf = law_.fields[node.ref];
  auto at = slot_of(role, top, node.b);
  if (!at) return unmapped(role, leaf);
  if (leaf.many == ir::Many::maybe || leaf.many == ir::Many::list) {
    ir::Field presence = leaf;  // its first slot tells whether there is one
    presence.base = ir::Base::yes_no;
    return slot(*at, presence, role.tag, role.fresh);
  }
  return slot(*at, leaf, role.tag, role.fresh);
}

Ref Evaluator::celebration_day() {
  const ir::Field& field = law_.fields[celebration_on_];
  return slot(law_.anchors.celebration + field.offset, field, 0, false);
}

Ref Evaluator::place_of_celebration() { return place_of(Role{}.packed()); }

// Where a marriage was made: the couple's own, another ceremony, an earlier union.
Ref Evaluator::place_of(std::uint64_t marriage) {
  const ir::Field& field = law_.fields[celebration_place_];
  auto at = slot_of(Role::unpacked(marriage), field, field.offset);
  return at ? slot(*at, field, 0, false) : graph_.constant(-1);
}

// Whether a period covers a day. An undated entry holds at the celebration; that it held on another day too is
// presumed, and open when presumptions are (docs/decisions/0005-undated-facts.md).
Ref Evaluator::in_period(std::uint32_t from_slot, std::uint32_t until_slot, const ir::Field& from,
                         const ir::Field& until, Ref day, bool is_celebration,
                         std::uint32_t owner) {
  const ir::Fact& start = facts_.slots[from_slot];
  if (start.known == Known::yes && start.low == undated) {
    if (is_celebration || !asked_.open_presumed) return ir::Graph::yes;
    return graph_.variable(inputs_.variable(Label::fact, owner, day, 2, [&] {
      Variable v;
      v.input = input_of_slot(owner, true);
      v.has_ordinary = true;
      v.ordinary = 1;
      return v;
    }));
  }
  Ref begun = graph_.not_before(day, slot(from_slot, from, 0, false));
  return graph_.both(begun, graph_.before(day, slot(until_slot, until, 0, false)));
}

Ref Evaluator::celebration_of(const Frame& frame) {
  Role role = role_at(frame, 0);
  const ir::Field& field = law_.fields[celebration_on_];
  auto at = slot_of(role, field, field.offset);
  return at ? slot(*at, field, 0, false) : celebration_day();
}

Ref Evaluator::dated(Role role, const ir::Node& node, Ref day, const Frame& frame) {
  const ir::Field& top = law_.fields[static_cast<std::size_t>(node.value)];
  const ir::Field& field = law_.fields[node.ref];
  auto base = slot_of(role, top, node.b);
  ir::Field value = field;
  value.many = ir::Many::one;
  ir::Field edge = field;
  edge.base = ir::Base::day;
  if (!base) {  // the other party's single slot, or nothing told
    if (role.kind == RoleKind::union_other) {
      const ir::Field& party = law_.fields[union_other_];
      int same = ir::field_named(law_, party.ref, law_.str(top.name));
      if (same >= 0)
        return slot(role.base + party.offset + (party.many == ir::Many::maybe ? 1u : 0u) +
                        law_.fields[static_cast<std::size_t>(same)].offset,
                    law_.fields[static_cast<std::size_t>(same)], 0, false);
    }
    return unmapped(role, value);
  }
  const ir::Fact& length = facts_.slots[*base];
  slots_read[*base] = slots_read[*base + 1] = true;
  bool other_party = role.kind == RoleKind::union_other;
  bool main_day = day == celebration_day() || other_party;
  std::uint32_t tag = main_day ? 0 : day;
  bool left_out = length.origin == ir::Origin::presumed || length.origin == ir::Origin::assumed;
  Ref unknown = graph_.variable(fact_variable(*base + 1, value, tag));
  if (length.known != Known::yes || (left_out && asked_.open_presumed)) return unknown;
  Ref result = unknown;
  for (auto i = static_cast<std::uint32_t>(length.low); i-- > 0;) {
    std::uint32_t at = *base + 1 + i * 4;
    const ir::Fact& by = facts_.slots[at + 3];
    bool other_view = by.known == Known::yes && by.low >= 0 && by.origin == ir::Origin::told &&
                      frame.module < law_.modules.size() &&
                      by.low != law_.modules[frame.module].place;
    if (other_view) continue;
    Ref covers = in_period(at + 1, at + 2, edge, edge, day, main_day, *base);
    result = graph_.choose(covers, slot(at, value, 0, false), result);
  }
  return result;
}

bool Evaluator::hidden_event(std::uint32_t base) const {
  const ir::Fact& day = facts_.slots[base + law_.fields[event_on_].offset];
  return day.known == Known::yes && day.low > asked_.known_on;
}

std::vector<Evaluator::Element> Evaluator::elements(Role owner, const ir::Field& list,
                                                    std::uint32_t offset, std::optional<Ref> day,
                                                    const Frame&) {
  std::vector<Element> found;
  auto base = slot_of(owner, list, offset);
  bool own_unions =
      law_.str(list.name) == "earlier_unions" && list.record == law_.anchors.record_spouse;
  if (!base || (own_unions && owner.kind != RoleKind::spouse)) return found;
  const ir::Fact& length = facts_.slots[*base];
  note_fact(*base);
  slots_read[*base] = true;
  bool left_out = length.origin == ir::Origin::presumed || length.origin == ir::Origin::assumed;
  bool open_up = left_out && asked_.open_presumed;
  std::uint32_t size = list.base == ir::Base::record ? law_.records[list.ref].slots : 1;
  std::uint32_t told =
      length.known == Known::no || open_up ? 0 : static_cast<std::uint32_t>(length.low);
  bool complete = length.known == Known::yes && !open_up;
  bool events = list.record == law_.anchors.record_case && law_.str(list.name) == "later";
  bool ceremonies = list.base == ir::Base::record && list.ref == law_.anchors.record_celebration;
  auto role_of = [&](std::uint32_t i) {
    RoleKind kind = own_unions   ? RoleKind::union_
                    : ceremonies ? RoleKind::ceremony
                                 : RoleKind::element;
    Role role{kind, owner.spouse, static_cast<std::uint8_t>(i), false, *base + 1 + i * size, 0};
    return role;
  };
  bool main_day = !day || *day == celebration_day() || owner.kind == RoleKind::union_other;
  Ref covered = ir::Graph::no;
  for (std::uint32_t i = 0; i < told; ++i) {
    Role role = role_of(i);
    Ref present = ir::Graph::yes;
    if (events && hidden_event(role.base)) continue;
    if (day) {
      int from = ir::field_named(law_, list.ref, "from"),
          until = ir::field_named(law_, list.ref, "until");
      const ir::Field& from_field = law_.fields[static_cast<std::size_t>(from)];
      const ir::Field& until_field = law_.fields[static_cast<std::size_t>(until)];
      present = in_period(role.base + from_field.offset, role.base + until_field.offset, from_field,
                          until_field, *day, main_day, *base);
      covered = graph_.either(covered, present);
    }
    found.push_back({present, role});
  }
  if (complete && (!day || told == 0 || covered == ir::Graph::yes)) return found;
  // What is not told: the list's tail, or the whole list on a day no period covers.
  bool whole = day && complete;
  std::uint32_t tag = main_day || !day ? 0 : *day;
  bool fresh = whole || tag != 0;
  std::uint32_t low = whole || fresh ? 0 : told;
  std::uint32_t top = std::min<std::uint32_t>(list.bound, low + looked_beyond);
  if (length.known == Known::range && !whole)
    top = std::min<std::uint32_t>(top, static_cast<std::uint32_t>(length.high));
  Ref count = graph_.variable(inputs_.variable(Label::fact, *base, tag, whole ? 4u : 3u, [&] {
    Variable v;
    v.input = input_of_slot(*base, left_out);
    v.slot = *base;
    v.type = ir::Base::integer;
    for (std::uint32_t n = low; n <= top; ++n) v.values.push_back(static_cast<ir::Value>(n));
    if (open_up) v.has_ordinary = true, v.ordinary = length.low;
    return v;
  }));
  for (std::uint32_t i = low; i < top; ++i) {
    Role role = role_of(i);
    role.fresh = fresh;
    role.tag = fresh ? (tag ? tag : 1) : 0;
    Ref present = graph_.before(graph_.constant(static_cast<ir::Value>(i)), count);
    if (whole) present = graph_.both(present, graph_.negation(covered));
    found.push_back({present, role});
  }
  return found;
}

}  // namespace comity::interp
