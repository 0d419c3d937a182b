// Asking another law: dispatch to its module, renvoi, questions about its bars (S8.1, S8.2).
#include <algorithm>
#include <span>
#include <utility>

#include "interp/evaluator.h"

namespace comity::interp {

using diag::Saying;
using ir::Ref;
namespace says = diag::says;

namespace {
constexpr std::uint8_t deepest = 4;  // jurisdiction dispatch: forum, place, and renvoi's three

// What a law that is not told may say: any number a law names, any day, any effect. A number left at yes or no would
// settle what nobody knows: no age of marriage is one year.
void set_range(Variable& made) {
  if (made.type == ir::Base::effect) made.values = {0, 1, 2};
  if (made.type == ir::Base::integer) made.low = 0, made.high = 200;
  if (made.type == ir::Base::day)
    made.low = base::day_of(1700, 1, 1).value(), made.high = base::day_of(2200, 12, 31).value();
}
}  // namespace

Saying Evaluator::name_of(Ref place) const {
  const ir::Cell& cell = graph_[place];
  if (cell.shape == ir::Shape::constant) {
    ir::Value value = graph_.value(place);
    if (value >= ir::unnamed_place) {
      auto index = static_cast<std::size_t>(value - ir::unnamed_place);
      return Saying::words(index < facts_.unnamed.size() ? facts_.unnamed[index] : "?");
    }
    return value >= 0 && value < static_cast<ir::Value>(law_.places.size())
               ? Saying::words(
                     std::string(law_.str(law_.places[static_cast<std::size_t>(value)].code)))
               : Saying();
  }
  if (cell.shape == ir::Shape::variable)
    return {says::lack_law_of, inputs_.inputs[inputs_.variables[cell.a].input].id};
  return says::lack_law_unknown;
}

// Law the base does not have: an open input, one for each law, question and marriage.
Ref Evaluator::lacking(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                       const Frame& frame, const Saying& why) {
  std::uint64_t subject = frame.slots.empty() ? 0 : frame.slots[0];
  for (std::size_t i = 1; i < frame.slots.size() && what < 0x10000u && i < 2; ++i)
    subject ^= frame.slots[i] * 31;
  std::uint32_t v = inputs_.variable(Label::law, place, what, subject, [&] {
    Variable made;
    Saying lacks = name_of(place);
    if (!why.empty()) lacks = lacks.empty() ? why : Saying(says::lack_in, std::move(lacks), why);
    made.input = inputs_.input(Label::law, diag::said(lacks, diag::Language::en));
    inputs_.inputs[made.input].lacks = std::move(lacks);
    made.type = type;
    made.ref = ref;
    set_range(made);
    return made;
  });
  Ref result = graph_.variable(v);
  if (trace_)
    leaf(StepKind::open, graph_.is_constant(place) ? graph_.value(place) : -1,
         inputs_.inputs[inputs_.variables[v].input].lacks, result);
  return result;
}

// Whether a place is one of a family's that stand among these values: asked only of open places.
Ref Evaluator::in_family(std::uint16_t family, Ref place, const std::vector<ir::Value>& values) {
  Ref result = ir::Graph::no;
  for (ir::Value value : values) {
    const ir::Module* module = law_.module_of(value);
    if (module && module->family == family && !module->own_law)
      result = graph_.either(result, graph_.is(place, value));
  }
  return result;
}

// The law of a place that is not told at all is as open as the place: one input, closed by telling it
// (docs/decisions/0011-open-places.md).
Ref Evaluator::law_of_open_place(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                                 const Frame& frame) {
  const std::uint32_t input = inputs_.variables[graph_[place].a].input;
  std::uint32_t v =
      inputs_.variable(Label::fact, std::uint64_t(place) << 32 | what, frame_id(frame), 5, [&] {
        Variable made;
        made.input = input;
        made.type = type;
        made.ref = ref;
        set_range(made);
        return made;
      });
  Ref result = graph_.variable(v);
  if (trace_) leaf(StepKind::open, -1, Saying::words(inputs_.inputs[input].id), result);
  return result;
}

// To the module of the place; of a place that depends, to each it can be.
template <class Each>
Ref Evaluator::dispatch(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                        const Frame& frame, Each each) {
  auto at_module = [&](const ir::Module& module, Ref here) -> Ref {
    Frame inner = frame;
    inner.module = static_cast<std::uint16_t>(&module - law_.modules.data());
    inner.place = here;
    inner.depth = static_cast<std::uint8_t>(frame.depth + 1);
    Ref result = each(inner);
    std::int32_t from =
        what == law_.anchors.member_recognition ? module.recognition_from : module.covers_from;
    Ref early = graph_.before_day(frame.as_at, from);
    if (early == ir::Graph::no) return result;
    Ref lacked = lacking(here, what, type, ref, frame, {says::lack_before, base::to_string(from)});
    return graph_.choose(early, lacked, result);
  };
  const ir::Cell cell = graph_[place];
  if (frame.depth >= deepest) return lacking(place, what, type, ref, frame, {});
  if (cell.shape == ir::Shape::choose) {
    Ref then = dispatch(cell.b, what, type, ref, frame, each);
    return graph_.choose(cell.a, then, dispatch(cell.c, what, type, ref, frame, each));
  }
  if (cell.shape == ir::Shape::constant) {
    const ir::Module* module = law_.module_of(graph_.value(place));
    return module ? at_module(*module, place) : lacking(place, what, type, ref, frame, {});
  }
  if (cell.shape != ir::Shape::variable) return lacking(place, what, type, ref, frame, {});
  const std::vector<ir::Value> values = inputs_.variables[cell.a].values;
  if (values.empty()) return law_of_open_place(place, what, type, ref, frame);
  Ref result = ir::Graph::no;
  std::vector<std::uint16_t> families;
  for (auto value = values.rbegin(); value != values.rend(); ++value) {
    const ir::Module* module = law_.module_of(*value);
    Ref is = graph_.is(place, *value), at = graph_.constant(*value);
    if (!module) {
      result = graph_.choose(is, lacking(at, what, type, ref, frame, {}), result);
    } else if (module->own_law) {
      result = graph_.choose(is, at_module(*module, at), result);
    } else if (std::ranges::find(families, module->family) == families.end()) {
      families.push_back(module->family);  // once for all its places, `here` being the open place
      result = graph_.choose(in_family(module->family, place, values), at_module(*module, place),
                             result);
    }
  }
  return result;
}

// Where a question sent to a law ends up, by that law's own choice of law: followed three steps at most. In a loop the
// law that the asking rule names serves, else none: `circle` is set to where that is.
Ref Evaluator::by_renvoi(Ref place, const ir::Node& node, const Frame& frame, Ref& circle) {
  auto mode = static_cast<ir::Renvoi>(node.a);
  circle = ir::Graph::no;
  if (mode == ir::Renvoi::none) return place;
  auto connecting = [&](Ref from) {
    return dispatch(
        from, law_.anchors.member_connecting, ir::Base::place, 0, frame,
        [&](const Frame& inner) { return member_of(law_.anchors.member_connecting, inner); });
  };
  Ref forum = graph_.constant(asked_.forum), first = connecting(place);
  if (mode == ir::Renvoi::back) return graph_.choose(graph_.equal(first, forum), forum, place);
  Ref kept = graph_.equal(first, place);
  if (kept == ir::Graph::yes) return place;
  Ref second = connecting(first);
  Ref settled = graph_.either(kept, graph_.equal(second, first));
  Ref end = graph_.choose(kept, place, first), looped = graph_.equal(second, place);
  if (settled != ir::Graph::yes && looped != ir::Graph::yes) {
    Ref third = connecting(second);
    const Ref at_first = graph_.equal(third, first);
    looped = graph_.either(looped, graph_.either(graph_.equal(third, place), at_first));
    end = graph_.choose(settled, end, third);
  }
  looped = graph_.both(graph_.negation(settled), looped);
  if (node.b != ir::no_node) return graph_.choose(looped, eval(node.b, frame), end);
  circle = looped;
  return end;
}

// Laws that send to one another, and no rule on which of them serves then: a gap of the asking law.
Ref Evaluator::circle_gap(Ref place, std::uint32_t member, const Frame& frame) {
  const ir::Member& of = law_.members[member];
  std::uint32_t v = inputs_.variable(
      Label::gap, place, std::uint64_t(member) << 32 | frame_id(frame), 0x60000u, [&] {
        Variable made;
        made.input =
            inputs_.input(Label::gap, "renvoi/" + diag::said(name_of(place), diag::Language::en) +
                                          "/" + std::string(law_.str(of.name)));
        inputs_.inputs[made.input].lacks = {
            says::lack_circle, name_of(place),
            Saying::pair(law_.str(of.says.en), law_.str(of.says.ru))};
        made.type = of.type;
        made.ref = of.type_ref;
        if (of.type == ir::Base::effect) made.values = {0, 1, 2};
        return made;
      });
  leaf(StepKind::open, graph_.is_constant(place) ? graph_.value(place) : -1, diag::says::step_gap,
       graph_.variable(v));
  return graph_.variable(v);
}

Ref Evaluator::under(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  Frame inner = frame;
  Ref place = eval(kids[0], frame);
  inner.as_at = eval(kids[1], frame);
  inner.seen = eval(kids[2], frame);
  inner.slots.assign(1, frame.slots[0]);
  for (std::size_t i = 3; i < kids.size(); ++i) {
    const ir::Node& argument = law_.nodes[kids[i]];
    Binding binding = argument.op == ir::Op::role ? frame.slots[argument.a] : eval(kids[i], frame);
    if (i == 3)
      inner.slots[0] = binding;
    else
      inner.slots.push_back(binding);
  }
  const ir::Member& member = law_.members[node.ref];
  Ref circle = ir::Graph::no;
  Ref sent_to = place;
  place = by_renvoi(place, node, inner, circle);
  if (auto given = told(node.ref, place, inner)) return *given;
  bool own = place == frame.place;
  if (member.type != ir::Base::effect)
    inner.purpose = 0;  // shared by all purposes, like the rules it asks
  inner.place = place;
  std::uint64_t key = std::uint64_t(node.ref) << 32 | frame_id(inner);
  bool shared = !trace_ && !own && circle == ir::Graph::no;
  if (shared)
    if (const Ref* known = foreign_.find(key)) return *known;
  begin_step();
  Ref result = ir::Graph::no;
  if (circle != ir::Graph::yes)
    result = dispatch(place, node.ref, member.type, member.type_ref, inner, [&](const Frame& at) {
      auto given = told(node.ref, at.place, at);  // of one of the places it may be
      return given ? *given : member_of(node.ref, at);
    });
  if (circle != ir::Graph::no)
    result = graph_.choose(circle, circle_gap(sent_to, node.ref, inner), result);
  Step step;
  step.kind = own ? StepKind::clause : StepKind::foreign;
  step.law = graph_.is_constant(place) ? graph_.value(place) : -1;
  step.detail = Saying::words(std::string(law_.str(member.name)));
  step.text = member.says;
  if (member.type == ir::Base::yes_no)
    settle_step(step, result);
  else
    step.holds = graph_.is_constant(result) ? Holds::yes : Holds::open;
  date_step(step, inner.as_at);
  hang(end_step(std::move(step)));
  if (shared) foreign_.put(key, result);
  return result;
}

Ref Evaluator::bar_query(const ir::Node& node, const Frame& frame) {
  auto kids = law_.kids_of(node);
  const ir::BarQuery& query = law_.bar_queries[node.ref];
  std::size_t next = 0;
  Frame inner = frame;
  Ref place = 0;
  if (query.foreign) {
    place = eval(kids[0], frame);
    inner.as_at = eval(kids[1], frame);
    inner.seen = eval(kids[2], frame);
    next = 3;
  }
  inner.slots.assign(1, frame.slots[0]);
  if (query.against_one) inner.slots.push_back(frame.slots[law_.nodes[kids[next]].a]);
  Ref result;
  if (!query.foreign) {
    result = stands(query, inner, frame);
  } else {
    begin_step();
    result = dispatch(place, 0x40000u + query.kinds, ir::Base::yes_no, 0, inner,
                      [&](const Frame& at) { return stands(query, at, frame); });
    Step step;
    bool own = place == frame.place;
    step.kind = own ? StepKind::clause : StepKind::foreign;
    step.law = graph_.is_constant(place) ? graph_.value(place) : -1;
    settle_step(step, result);
    date_step(step, inner.as_at);
    std::uint32_t id = end_step(std::move(step));
    if (own && trace_) {  // one's own bars are steps of the clause that asks for them
      auto children = trace_->steps[id].because;
      for (std::uint32_t child : children) hang(child);
    } else {
      hang(id);
    }
  }
  return result;
}

// may_marry is asked of both spouses.
Ref Evaluator::member_here(std::uint32_t member) {
  Frame frame;
  frame.as_at = celebration_day();
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  const ir::Member& of = law_.members[member];
  Ref forum = graph_.constant(asked_.forum), result = ir::Graph::yes;
  std::uint32_t size = law_.records[law_.anchors.record_spouse].slots;
  for (std::uint32_t s = 0; s < (of.parameters > 1 ? 2u : 1u); ++s) {
    Frame inner = frame;
    if (of.parameters > 1)
      inner.slots.push_back(Role{RoleKind::spouse, static_cast<std::uint8_t>(s), 0, false,
                                 law_.anchors.spouses + 1 + s * size, 0}
                                .packed());
    result = graph_.both(result, dispatch(forum, member, of.type, of.type_ref, inner,
                                          [&](const Frame& at) { return member_of(member, at); }));
  }
  return result;
}

// A member of the law of the place of celebration, beside the derivation and not as a step of it.
Ref Evaluator::at_place(std::uint32_t member, ir::Base type) {
  auto* trace = std::exchange(trace_, nullptr);
  auto* bars = std::exchange(own_bars_, nullptr);
  Frame frame;
  frame.as_at = celebration_day();
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  const Ref result = dispatch(place_of_celebration(), member, type, law_.members[member].type_ref,
                              frame, [&](const Frame& at) { return member_of(member, at); });
  trace_ = trace;
  own_bars_ = bars;
  return result;
}

Ref Evaluator::valid_at_place() { return at_place(law_.anchors.member_valid, ir::Base::yes_no); }

Ref Evaluator::degree_at_place() {
  if (degree_at_place_) {  // for another purpose: neither it nor what makes it voidable differs
    voidable.insert(voidable.end(), voidable_at_place_.begin(), voidable_at_place_.end());
    return *degree_at_place_;
  }
  const auto before = static_cast<std::ptrdiff_t>(voidable.size());
  const Ref result = at_place(law_.anchors.member_degree, ir::Base::choice);
  voidable_at_place_.assign(voidable.begin() + before, voidable.end());
  degree_at_place_ = result;
  return result;
}

}  // namespace comity::interp
