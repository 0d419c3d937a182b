// One node kind, one case: the expressions of the law.
#include <algorithm>
#include <array>

#include "interp/evaluator.h"
#include "ir/paths.h"
#include "ir/rows.h"

namespace comity::interp {

using ir::Op;
using ir::Ref;

Evaluator::Evaluator(const ir::Law& law, const ir::Facts& facts, Asked asked, ir::Graph& graph,
                     Inputs& inputs)
    : law_(law), facts_(facts), asked_(asked), graph_(graph), inputs_(inputs) {
  // Two slots told to be equal are one input, so that an answer turns on one of them and not on both together.
  for (const ir::Relation& relation : facts.relations) {
    if (relation.kind != ir::Relation::Kind::same ||
        facts.slots[relation.left].known == ir::Known::yes)
      continue;
    if (same_slot(relation.right) != relation.left) same_as_.emplace(relation.left, relation.right);
  }
  // Which field of an earlier union fills which field of a celebration: the one declared to stand for it, else the
  // one of the same name.
  auto number = [&](std::uint32_t record, const char* name) {
    return static_cast<std::uint32_t>(ir::field_named(law, record, name));
  };
  celebration_on_ = number(law.anchors.record_celebration, "on");
  celebration_place_ = number(law.anchors.record_celebration, "place");
  union_other_ = number(law.anchors.record_earlier_union, "other");
  event_on_ = number(law.fields[number(law.anchors.record_case, "later")].ref, "on");
  clauses_used.assign(law.clauses.size(), false);
  slots_read.assign(facts.slots.size(), false);
  for (std::uint32_t i = 0; i < law.overlays.size(); ++i)
    if (law.overlays[i].join == ir::Join::disregard) disregarding_.push_back(i);
  celebration_in_union_.assign(law.fields.size(), ir::none_u32);
  const auto& celebration = law.records[law.anchors.record_celebration];
  const auto& union_ = law.records[law.anchors.record_earlier_union];
  for (std::uint32_t c = celebration.first_field; c < celebration.first_field + celebration.fields;
       ++c) {
    int same = ir::field_named(law, law.anchors.record_earlier_union, law.str(law.fields[c].name));
    if (same >= 0 && law.fields[static_cast<std::size_t>(same)].slots == law.fields[c].slots)
      celebration_in_union_[c] = static_cast<std::uint32_t>(same);
    for (std::uint32_t u = union_.first_field; u < union_.first_field + union_.fields; ++u)
      if (law.fields[u].stands_for == static_cast<int>(c)) celebration_in_union_[c] = u;
  }
  read_given();
}

std::uint32_t Evaluator::frame_id(const Frame& frame) {
  std::array<std::uint64_t, ir::most_bindings + 2> room;
  std::span<std::uint64_t> words(room.data(), frame.slots.size() + 2);
  words[0] = std::uint64_t(frame.as_at) << 32 | frame.seen;
  words[1] = std::uint64_t(frame.place) << 32 | std::uint64_t(frame.purpose) << 24 |
             std::uint64_t(frame.depth) << 16 | frame.module;
  std::ranges::copy(frame.slots, words.begin() + 2);
  return inputs_.frames.number(words);
}

Ref Evaluator::eval(ir::NodeId id, const Frame& frame) {
  if (id == ir::no_node) return ir::Graph::yes;
  const ir::Node& node = law_.nodes[id];
  if (node.op == Op::constant) return graph_.constant(node.value);
  if (node.op == Op::parameter) return parameter(node, frame);
  return eval_new(node, frame);
}

Ref Evaluator::parameter(const ir::Node& node, const Frame& frame) {
  switch (node.a) {
    case ir::param_as_at:
      return frame.as_at;
    case ir::param_seen_from:
      return frame.seen;
    case ir::param_asked:
      return graph_.constant(asked_.on);
    case ir::param_forum:
      return graph_.constant(asked_.forum);
    default:
      return static_cast<Ref>(frame.slots[node.a]);
  }
}

Ref Evaluator::eval_new(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  auto kid = [&](std::size_t i) { return eval(kids[i], frame); };
  // Kids leave inputs and steps behind, so the order is said, not left to the compiler: the last first.
  auto two = [&](auto combine) {
    const Ref right = kid(1), left = kid(0);
    return (graph_.*combine)(left, right);
  };
  switch (node.op) {
    case Op::constant:
      return graph_.constant(node.value);
    case Op::parameter:
      return parameter(node, frame);
    case Op::here:
      return frame.place;
    case Op::fact:
      return read(role_at(frame, node.a), node, frame);
    case Op::at:
      return dated(role_at(frame, node.a), node, kid(0), frame);
    case Op::some:
    case Op::every:
    case Op::count:
    case Op::earliest:
    case Op::latest:
    case Op::includes:
      return quantifier(node, frame);
    case Op::some_spouse:
    case Op::every_spouse:
      return over_spouses(node, frame);
    case Op::negation:
      return graph_.negation(kid(0));
    case Op::all: {
      Ref result = ir::Graph::yes;
      for (std::size_t i = 0; i < kids.size() && (own_bars_ || result != ir::Graph::no); ++i)
        result = graph_.both(result, kid(i));
      return result;
    }
    case Op::any: {
      Ref result = ir::Graph::no;
      for (std::size_t i = 0; i < kids.size() && (own_bars_ || result != ir::Graph::yes); ++i)
        result = graph_.either(result, kid(i));
      return result;
    }
    case Op::equal:
      return two(&ir::Graph::equal);
    case Op::before:
      return two(&ir::Graph::before);
    case Op::shift:
      return graph_.shift(kid(0), static_cast<int>(node.a), static_cast<base::Unit>(node.b),
                          static_cast<base::Rounding>(node.ref));
    case Op::choose:
      return choose(node, frame);
    case Op::larger:
      return two(&ir::Graph::larger);
    case Op::smaller:
      return two(&ir::Graph::smaller);
    case Op::call: {
      Frame inner = frame;
      inner.slots.assign(law_.functions[node.ref].frame, 0);
      for (std::size_t i = 0; i < kids.size(); ++i) {
        const ir::Node& argument = law_.nodes[kids[i]];
        inner.slots[i] = argument.op == Op::role ? frame.slots[argument.a] : eval(kids[i], frame);
      }
      std::uint16_t owner = law_.functions[node.ref].module;
      if (owner < law_.modules.size()) inner.module = owner;
      return call(node.ref, inner);
    }
    case Op::role:
      return ir::Graph::no;  // only ever read by its parent
    case Op::under:
      return under(node, frame);
    case Op::bars:
      return bar_query(node, frame);
    case Op::reading:
      return reading(node.ref, frame);
    case Op::lookup:
    case Op::listed:
      return lookup(node, frame);
    case Op::within:
      return within(node, frame);
    case Op::unknown_law:
      return open(Label::law, ir::none_u32, node.ref, static_cast<ir::Base>(node.value), 0, {}, {});
  }
  return ir::Graph::no;
}

Ref Evaluator::choose(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  const Ref otherwise = eval(kids[2], frame), then = eval(kids[1], frame);
  return graph_.choose(eval(kids[0], frame), then, otherwise);
}

Ref Evaluator::quantifier(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  const ir::Field& list = law_.fields[node.ref];
  std::optional<Ref> day;
  bool of_days = node.op == Op::earliest || node.op == Op::latest;
  std::size_t dated_by = of_days ? 2 : 1;
  if (node.op != Op::includes && kids.size() > dated_by) day = eval(kids[dated_by], frame);
  auto found = elements(role_at(frame, node.a), list, node.b, day, frame);
  Ref wanted = node.op == Op::includes ? eval(kids[0], frame) : 0;
  if (of_days) return day_among(node, found, frame);
  Ref result = node.op == Op::every ? ir::Graph::yes : ir::Graph::no;
  std::vector<Ref> held;
  for (const Element& element : found) {
    Ref holds;
    if (node.op == Op::includes) {
      holds =
          graph_.equal(slot(element.role.base, list, element.role.tag, element.role.fresh), wanted);
    } else {
      Frame inner = frame;
      inner.slots[static_cast<std::size_t>(node.value)] = element.role.packed();
      holds = eval(kids[0], inner);
    }
    if (node.op == Op::every)
      result = graph_.both(result, graph_.either(graph_.negation(element.present), holds));
    else
      held.push_back(graph_.both(element.present, holds));
  }
  if (node.op == Op::every) return result;
  if (node.op != Op::count) {
    for (Ref holds : held) result = graph_.either(result, holds);
    return result;
  }
  // count: the number of elements that hold, as a choice over how many of the first i do
  std::vector<Ref> at_least(held.size() + 1, ir::Graph::no);
  at_least[0] = ir::Graph::yes;
  for (Ref holds : held)
    for (std::size_t n = held.size(); n > 0; --n)
      at_least[n] = graph_.either(at_least[n], graph_.both(at_least[n - 1], holds));
  Ref number = graph_.constant(0);
  for (std::size_t n = 1; n <= held.size(); ++n)
    number = graph_.choose(at_least[n], graph_.constant(static_cast<ir::Value>(n)), number);
  return number;
}

// The first or the last of the days of those elements that hold.
Ref Evaluator::day_among(const ir::Node& node, const std::vector<Element>& found,
                         const Frame& frame) {
  auto kids = law_.kids_of(node);
  bool first = node.op == Op::earliest;
  Ref result = graph_.constant(first ? base::last_day : base::first_day);
  for (const Element& element : found) {
    Frame inner = frame;
    inner.slots[static_cast<std::size_t>(node.value)] = element.role.packed();
    Ref holds = graph_.both(element.present, eval(kids[0], inner));
    if (holds == ir::Graph::no) continue;
    Ref day = eval(kids[1], inner),
        sooner = first ? graph_.before(day, result) : graph_.before(result, day);
    result = graph_.choose(graph_.both(holds, sooner), day, result);
  }
  return result;
}

Ref Evaluator::over_spouses(const ir::Node& node, const Frame& frame) {
  Role marriage = role_at(frame, node.a);
  std::uint32_t size = law_.records[law_.anchors.record_spouse].slots;
  auto spouse_base = [&](std::uint32_t i) { return law_.anchors.spouses + 1 + i * size; };
  Role spouses[2];
  for (std::uint32_t i = 0; i < 2; ++i)
    spouses[i] = {RoleKind::spouse, static_cast<std::uint8_t>(i), 0, false, spouse_base(i), 0};
  if (marriage.kind == RoleKind::union_) {
    spouses[0] = {RoleKind::union_self,
                  marriage.spouse,
                  marriage.index,
                  false,
                  spouse_base(marriage.spouse),
                  0};
    spouses[1] = {RoleKind::union_other, marriage.spouse, marriage.index,
                  marriage.fresh,        marriage.base,   marriage.tag};
  }
  Ref result = node.op == Op::some_spouse ? ir::Graph::no : ir::Graph::yes;
  for (const Role& spouse : spouses) {
    Frame inner = frame;
    inner.slots[static_cast<std::size_t>(node.value)] = spouse.packed();
    Ref holds = eval(law_.kids_of(node)[0], inner);
    result = node.op == Op::some_spouse ? graph_.either(result, holds) : graph_.both(result, holds);
  }
  return result;
}

Ref Evaluator::reading(std::uint32_t number, const Frame& frame) {
  std::uint32_t v = inputs_.variable(Label::reading, number, frame.slots[0], frame.module, [&] {
    Variable made;
    made.input = inputs_.input(Label::reading, std::string(law_.str(law_.readings[number].id)),
                               law_.readings[number].says);
    made.number = number;
    made.role = frame.slots[0];
    made.module = frame.module;
    return made;
  });
  if (v < settings.size() && settings[v] != ir::Graph::keep) return settings[v];
  return graph_.variable(v);
}

// Whether the first place is the second or one of its parts, however deep.
Ref Evaluator::within(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  const Ref whole = eval(kids[1], frame), place = eval(kids[0], frame);
  if (graph_.is_constant(place) && graph_.is_constant(whole)) {
    for (ir::Value at = graph_.value(place);
         at >= 0 && static_cast<std::size_t>(at) < law_.places.size();
         at = law_.places[static_cast<std::size_t>(at)].part_of)
      if (at == graph_.value(whole)) return ir::Graph::yes;
    return graph_.equal(place, whole);  // a state without a name is within itself only
  }
  Ref result = graph_.equal(place, whole);
  for (std::size_t part = 0; part < law_.places.size(); ++part)
    for (std::int32_t above = law_.places[part].part_of; above >= 0;
         above = law_.places[static_cast<std::size_t>(above)].part_of) {
      const Ref is_whole = graph_.equal(whole, graph_.constant(above));
      const Ref is_part = graph_.equal(place, graph_.constant(static_cast<ir::Value>(part)));
      result = graph_.either(result, graph_.both(is_part, is_whole));
    }
  return result;
}

// Rows are sorted by place, then by day: a chain of choices over the rows that can still apply; what no row covers is lacking.
Ref Evaluator::lookup(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  const ir::Table& table = law_.tables[node.ref];
  Ref place = eval(kids[0], frame), day = eval(kids[1], frame);
  bool listed = node.op == Op::listed;
  std::vector<std::pair<Ref, const ir::Row*>> speaking;
  Ref covered = ir::Graph::no;
  for (const ir::Row& row : ir::rows_for(law_, table, graph_.known(place))) {
    if (covered == ir::Graph::yes) break;
    if (row.enacted > asked_.known_on) continue;
    Ref here = graph_.is(place, row.place);
    if (here == ir::Graph::no) continue;
    Ref speaks = graph_.both(here, between_days(day, row.from, row.until));
    if (speaks == ir::Graph::no) continue;
    speaking.emplace_back(speaks, &row);
    if (law_.str(row.confidence) == "knowledge") on_knowledge = true;
    covered = graph_.either(covered, speaks);
  }
  Ref result = ir::Graph::no;
  if (!listed && !table.absent_is_no && covered != ir::Graph::yes) {
    const ir::Column& column = law_.columns[table.first_column + node.a];
    result = lacking(place, 0x10000u + node.ref, column.type, column.type_ref, frame,
                     diag::Saying::words(std::string(law_.str(table.name))));
  }
  for (auto at = speaking.rbegin(); at != speaking.rend(); ++at) {
    Ref value =
        listed ? ir::Graph::yes : graph_.constant(law_.cells[at->second->first_cell + node.a]);
    result = graph_.choose(at->first, value, result);
  }
  if (trace_ && covered == ir::Graph::yes && speaking.size() == 1)
    row_step(table, *speaking[0].second, result);
  return result;
}

// The row that spoke, with what it rests on.
void Evaluator::row_step(const ir::Table& table, const ir::Row& row, Ref result) {
  begin_step();
  Step step;
  step.kind = StepKind::table;
  step.law = row.place;
  settle_step(step, result);
  if (!graph_.is_constant(result) || graph_.value(result) != 0) step.holds = Holds::yes;
  std::string rests =
      law_.str(row.provision).empty()
          ? std::string(law_.str(row.source))
          : std::string(law_.str(row.provision)) + "; " + std::string(law_.str(row.source));
  step.detail = diag::Saying::words(std::string(law_.str(table.name)) + ": " + rests);
  step.cite = rests;
  step.on_knowledge = law_.str(row.confidence) == "knowledge";
  hang(end_step(std::move(step)));
}

Ref Evaluator::condition(ir::NodeId node, std::uint32_t frame_slots, std::uint16_t module) {
  return condition_for(node, frame_slots, module, Role{}.packed());
}

Ref Evaluator::condition_for(ir::NodeId node, std::uint32_t frame_slots, std::uint16_t module,
                             std::uint64_t marriage) {
  if (node == ir::no_node) return ir::Graph::yes;
  Frame frame;
  frame.module = module;
  frame.place = graph_.constant(module < law_.modules.size() ? law_.modules[module].place : -1);
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(std::max(frame_slots, 1u), 0);
  frame.slots[0] = marriage;
  frame.as_at = celebration_of(frame);
  return eval(node, frame);
}

Ref Evaluator::constraints() {
  Ref result = ir::Graph::yes;
  for (const ir::Constraint& constraint : law_.constraints)
    result = graph_.both(result, condition(constraint.requires_, constraint.frame, 0xffff));
  for (const ir::Relation& relation : facts_.relations) {
    const ir::Field &left_field = *ir::field_at(law_, relation.left),
                    &right_field = *ir::field_at(law_, relation.right);
    Ref left = slot(relation.left, left_field, 0, false),
        right = slot(relation.right, right_field, 0, false);
    switch (relation.kind) {
      case ir::Relation::Kind::same:
        result = graph_.both(result, graph_.equal(left, right));
        break;
      case ir::Relation::Kind::differs:
        result = graph_.both(result, graph_.negation(graph_.equal(left, right)));
        break;
      case ir::Relation::Kind::age: {
        auto birthday = [&](int years) {
          return graph_.shift(left, years, base::Unit::years, base::Rounding::forward);
        };
        result = graph_.both(result, graph_.not_before(right, birthday(relation.amount)));
        result = graph_.both(result, graph_.before(right, birthday(relation.amount + 1)));
        break;
      }
    }
  }
  return result;
}

}  // namespace comity::interp
