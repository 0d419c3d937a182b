// Asking another law: dispatch to its module, bars, renvoi, treaties and overlays (S8), and what is given instead.
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
}

Saying Evaluator::name_of(Ref place) const {
  const ir::Cell& cell = graph_[place];
  if (cell.shape == ir::Shape::constant) {
    ir::Value value = graph_.value(place);
    if (value >= ir::unnamed_place) {
      auto index = static_cast<std::size_t>(value - ir::unnamed_place);
      return Saying::words(index < facts_.unnamed.size() ? facts_.unnamed[index] : "?");
    }
    return value >= 0 && value < static_cast<ir::Value>(law_.places.size())
               ? Saying::words(std::string(law_.str(law_.places[static_cast<std::size_t>(value)].code))) : Saying();
  }
  if (cell.shape == ir::Shape::variable) return {says::lack_law_of, inputs_.inputs[inputs_.variables[cell.a].input].id};
  return says::lack_law_unknown;
}

// Law the base does not have: an open input, one for each law, question and marriage.
Ref Evaluator::lacking(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref, const Frame& frame,
                       const Saying& why) {
  std::uint64_t subject = frame.slots.empty() ? 0 : frame.slots[0];
  for (std::size_t i = 1; i < frame.slots.size() && what < 0x10000u && i < 2; ++i) subject ^= frame.slots[i] * 31;
  std::uint32_t v = inputs_.variable(Label::law, place, what, subject, [&] {
    Variable made;
    Saying lacks = name_of(place);
    if (!why.empty()) lacks = lacks.empty() ? why : Saying(says::lack_in, std::move(lacks), why);
    made.input = inputs_.input(Label::law, diag::said(lacks, diag::Language::en));
    inputs_.inputs[made.input].lacks = std::move(lacks);
    made.type = type;
    made.ref = ref;
    if (type == ir::Base::effect) made.values = {0, 1, 2};
    return made;
  });
  Ref result = graph_.variable(v);
  if (trace_)
    leaf(StepKind::open, graph_.is_constant(place) ? graph_.value(place) : -1,
         inputs_.inputs[inputs_.variables[v].input].lacks, result);
  return result;
}

// Whether a place is one of a family's: asked only of open places.
Ref Evaluator::in_family(std::uint16_t family, Ref place) {
  Ref result = ir::Graph::no;
  for (const ir::Module& module : law_.modules)
    if (module.family == family) result = graph_.either(result, graph_.is(place, module.place));
  return result;
}

template <class Each>
Ref Evaluator::dispatch(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref, const Frame& frame, Each each) {
  auto at_module = [&](std::size_t m, Ref here) -> Ref {
    Frame inner = frame;
    inner.module = static_cast<std::uint16_t>(m);
    inner.place = here;
    inner.depth = static_cast<std::uint8_t>(frame.depth + 1);
    Ref result = each(inner);
    bool on_recognition = what == law_.anchors.member_recognition;
    std::int32_t from = on_recognition ? law_.modules[m].recognition_from : law_.modules[m].covers_from;
    Ref early = graph_.before_day(frame.as_at, from);
    if (early == ir::Graph::no) return result;
    Ref lacked = lacking(here, what, type, ref, frame, {says::lack_before, base::to_string(from)});
    return graph_.choose(early, lacked, result);
  };
  if (graph_.is_constant(place)) {
    const ir::Module* module = law_.module_of(graph_.value(place));
    if (!module || frame.depth >= deepest) return lacking(place, what, type, ref, frame, {});
    return at_module(static_cast<std::size_t>(module - law_.modules.data()), place);
  }
  Ref result = lacking(place, what, type, ref, frame, {});
  if (frame.depth >= deepest) return result;
  std::vector<std::uint16_t> families;
  for (std::size_t m = law_.modules.size(); m-- > 0;) {
    const ir::Module& module = law_.modules[m];
    if (module.family == 0xffff) {
      Ref here = graph_.is(place, module.place);
      if (here != ir::Graph::no) result = graph_.choose(here, at_module(m, graph_.constant(module.place)), result);
    } else if (std::ranges::find(families, module.family) == families.end()) {
      families.push_back(module.family);  // once for all its places, `here` being the open place
      Ref here = in_family(module.family, place);
      if (here != ir::Graph::no) result = graph_.choose(here, at_module(m, place), result);
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
    return dispatch(from, law_.anchors.member_connecting, ir::Base::place, 0, frame,
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
    looped = graph_.either(looped, graph_.either(graph_.equal(third, place), graph_.equal(third, first)));
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
  std::uint32_t v = inputs_.variable(Label::gap, place, std::uint64_t(member) << 32 | frame_id(frame), 0x60000u, [&] {
    Variable made;
    made.input = inputs_.input(Label::gap, "renvoi/" + diag::said(name_of(place), diag::Language::en) + "/" + std::string(law_.str(of.name)));
    inputs_.inputs[made.input].lacks = {says::lack_circle, name_of(place), Saying::pair(law_.str(of.says.en), law_.str(of.says.ru))};
    made.type = of.type;
    made.ref = of.type_ref;
    if (of.type == ir::Base::effect) made.values = {0, 1, 2};
    return made;
  });
  leaf(StepKind::open, graph_.is_constant(place) ? graph_.value(place) : -1, diag::says::step_gap, graph_.variable(v));
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
    if (i == 3) inner.slots[0] = binding; else inner.slots.push_back(binding);
  }
  const ir::Member& member = law_.members[node.ref];
  Ref circle = ir::Graph::no;
  Ref sent_to = place;
  place = by_renvoi(place, node, inner, circle);
  if (auto given = told(node.ref, place, inner)) return *given;
  bool own = place == frame.place;
  if (member.type != ir::Base::effect) inner.purpose = 0;  // shared by all purposes, like the rules it asks
  inner.place = place;
  std::uint64_t key = std::uint64_t(node.ref) << 32 | frame_id(inner);
  bool shared = !trace_ && !own && circle == ir::Graph::no;
  if (shared)
    if (auto known = foreign_.find(key); known != foreign_.end()) return known->second;
  begin_step();
  Ref result = ir::Graph::no;
  if (circle != ir::Graph::yes)
    result = dispatch(place, node.ref, member.type, member.type_ref, inner, [&](const Frame& at) { return member_of(node.ref, at); });
  if (circle != ir::Graph::no) result = graph_.choose(circle, circle_gap(sent_to, node.ref, inner), result);
  Step step;
  step.kind = own ? StepKind::clause : StepKind::foreign;
  step.law = graph_.is_constant(place) ? graph_.value(place) : -1;
  step.detail = Saying::words(std::string(law_.str(member.name)));
  step.text = member.says;
  if (member.type == ir::Base::yes_no) settle_step(step, result);
  else step.holds = graph_.is_constant(result) ? Holds::yes : Holds::open;
  date_step(step, inner.as_at);
  hang(end_step(std::move(step)));
  if (shared) foreign_[key] = result;
  return result;
}

// A member as a module has it: its own rule, or derived from its bars.
Ref Evaluator::member_of(std::uint32_t member, const Frame& frame) {
  std::uint32_t function = law_.members_of[law_.modules[frame.module].first_member + member];
  if (function != ir::none_u32) {
    Frame inner = frame;
    inner.slots.resize(law_.functions[function].frame, 0);
    return call(function, inner);
  }
  return member_by_bars(member, frame);
}

Ref Evaluator::member_by_bars(std::uint32_t member, const Frame& frame) {
  const auto& anchors = law_.anchors;
  constexpr std::uint32_t voids = 1u << unsigned(ir::Invalidity::void_) | 1u << unsigned(ir::Invalidity::non_existent);
  int form = ir::enum_value(law_, anchors.enum_bar_kind, "form");
  std::uint32_t form_bit = 1u << static_cast<unsigned>(form);
  ir::BarQuery query;
  query.invalidities = voids;
  std::string_view name = law_.str(law_.members[member].name);
  if (name == "valid") return graph_.negation(stands(query, frame, frame));
  if (name == "formally_valid") query.kinds = form_bit;
  if (name == "essentially_valid" || name == "may_marry") query.kinds = ~form_bit;
  if (name == "may_marry") query.against_one = true;
  if (name == "formally_valid" || name == "essentially_valid" || name == "may_marry")
    return graph_.negation(stands(query, frame, frame));
  if (name == "degree") {
    Ref result = graph_.constant(0);
    for (auto weight : {ir::Invalidity::voidable, ir::Invalidity::void_, ir::Invalidity::non_existent}) {
      query.invalidities = 1u << unsigned(weight);
      result = graph_.choose(stands(query, frame, frame), graph_.constant(static_cast<ir::Value>(weight)), result);
    }
    return result;
  }
  return lacking(frame.place, 0x30000u + member, law_.members[member].type,
                 law_.members[member].type_ref, frame, Saying::words(std::string(name)));
}

// Whether some bar of this module that the query looks at stands, against both spouses or the one in slot 1.
Ref Evaluator::stands(const ir::BarQuery& query, const Frame& frame, const Frame& asker) {
  const ir::Module& module = law_.modules[frame.module];
  auto wanted = [&](const ir::Bar& bar) {
    if (!(query.kinds >> bar.kind & 1) || !(query.invalidities >> unsigned(bar.makes) & 1)) return false;
    if (query.known_here) {
      const ir::Module& own = law_.modules[asker.module];
      bool known = false;
      for (std::uint32_t i = own.first_bar; i < own.first_bar + own.bars; ++i)
        known |= law_.bars[i].kind == bar.kind && law_.bars[i].degree == bar.degree;
      if (!known) return false;
    }
    if (query.provisions == 0) return true;
    std::string_view id = law_.str(law_.provisions[bar.provision].id);
    for (std::uint32_t i = 0; i < query.provisions; ++i) {
      std::string_view heading = law_.str(law_.provisions[law_.kids[query.first_provision + i]].id);
      if (id.starts_with(heading) && (id.size() == heading.size() || id[heading.size()] == '(' || id[heading.size()] == '#'))
        return true;
    }
    return false;
  };
  bool of_the_couple = frame.slots[0] == Role{}.packed();
  bool own = own_bars_ && of_the_couple && module.place == asked_.forum;
  Ref result = ir::Graph::no;
  for (std::uint32_t i = module.first_bar; i < module.first_bar + module.bars; ++i) {
    const ir::Bar& bar = law_.bars[i];
    if (!wanted(bar)) continue;
    Ref bars = graph_.both(bar_stands(bar, query.against_one, frame), graph_.negation(disregarded(bar.kind, frame)));
    if (own) own_bars_->emplace_back(bar.provision, bars);
    if (of_the_couple && bar.makes == ir::Invalidity::voidable && bars != ir::Graph::no) voidable.push_back({bars, i});
    result = graph_.either(result, bars);
  }
  return result;
}

// One bar, against the couple, against the spouse in slot 1, or against either spouse.
Ref Evaluator::bar_stands(const ir::Bar& bar, bool against_one, const Frame& frame) {
  Frame inner = frame;
  inner.slots.assign(law_.functions[bar.function].frame, 0);
  inner.slots[0] = frame.slots[0];
  if (bar.against_both) return call(bar.function, inner);
  if (against_one) {
    inner.slots[1] = frame.slots[1];
    return call(bar.function, inner);
  }
  Role marriage = role_at(frame, 0);
  std::uint32_t size = law_.records[law_.anchors.record_spouse].slots;
  Ref result = ir::Graph::no;
  for (std::uint32_t s = 0; s < 2; ++s) {
    Role spouse{RoleKind::spouse, static_cast<std::uint8_t>(s), 0, false, law_.anchors.spouses + 1 + s * size, 0};
    if (marriage.kind == RoleKind::union_) {
      spouse = {s == 0 ? RoleKind::union_self : RoleKind::union_other, marriage.spouse, marriage.index,
                s == 1 && marriage.fresh,
                s == 0 ? law_.anchors.spouses + 1 + marriage.spouse * size : marriage.base, s == 1 ? marriage.tag : 0};
    }
    inner.slots[1] = spouse.packed();
    result = graph_.either(result, call(bar.function, inner));
  }
  return result;
}

// Whether an overlay that reaches this module's place takes bars of this kind out of account (S8.3).
Ref Evaluator::disregarded(std::uint32_t kind, const Frame& frame) {
  Ref result = ir::Graph::no;
  for (std::uint32_t i = 0; i < law_.overlays.size(); ++i) {
    const ir::Overlay& overlay = law_.overlays[i];
    if (overlay.join != ir::Join::disregard || !(overlay.kinds >> kind & 1)) continue;
    result = graph_.either(result, overlay_applies(i, frame.place, frame));
  }
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

void Evaluator::read_given() {
  const auto& anchors = law_.anchors;
  int list = ir::field_named(law_, anchors.record_case, "given");
  if (list < 0) return;
  const ir::Field& field = law_.fields[static_cast<std::size_t>(list)];
  const ir::Fact& length = facts_.slots[anchors.given];
  if (length.known != ir::Known::yes) return;
  auto part = [&](std::uint32_t base, const char* name) -> const ir::Fact& {
    int f = ir::field_named(law_, field.ref, name);
    return facts_.slots[base + law_.fields[static_cast<std::size_t>(f)].offset];
  };
  std::uint32_t size = law_.records[field.ref].slots;
  int union_list = ir::field_named(law_, anchors.record_spouse, "earlier_unions");
  const ir::Field& unions = law_.fields[static_cast<std::size_t>(union_list)];
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i) {
    std::uint32_t base = anchors.given + 1 + i * size;
    Role marriage;
    ir::Value of = part(base, "of").low;  // 0 the celebration, 1 + spouse * bound + index an earlier union
    if (of > 0) {
      auto spouse = static_cast<std::uint8_t>((of - 1) / unions.bound);
      auto index = static_cast<std::uint8_t>((of - 1) % unions.bound);
      std::uint32_t first = anchors.spouses + 1 + spouse * law_.records[anchors.record_spouse].slots + unions.offset;
      marriage = {RoleKind::union_, spouse, index, false, first + 1 + index * law_.records[unions.ref].slots, 0};
    }
    ir::Value by = part(base, "by_law").low;
    given_.push_back({marriage.packed(), part(base, "question").low, by, by < 0, part(base, "is").low != 0});
  }
}

std::optional<Ref> Evaluator::told(std::uint32_t member, Ref place, const Frame& frame) {
  for (const Given& given : given_) {
    if (given.marriage != frame.slots[0] && !(frame.slots.size() > 1 && given.marriage == frame.slots[1])) continue;
    int questions = ir::field_named(law_, law_.fields[static_cast<std::size_t>(ir::field_named(law_, law_.anchors.record_case, "given"))].ref, "question");
    std::string_view question = ir::enum_word(law_, law_.fields[static_cast<std::size_t>(questions)].ref, given.question);
    if (question != law_.str(law_.members[member].name)) continue;
    bool by = given.at_place ? place == place_of(given.marriage)
                             : graph_.is_constant(place) && graph_.value(place) == given.law;
    if (!by) continue;
    Ref result = graph_.truth(given.is);
    leaf(StepKind::given, graph_.is_constant(place) ? graph_.value(place) : -1, Saying::words(std::string(question)), result);
    return result;
  }
  return std::nullopt;
}

Ref Evaluator::of_members(std::uint32_t first, std::uint32_t count, std::uint32_t table, Ref place, Ref day) {
  Ref result = ir::Graph::no;
  auto add = [&](ir::Value member, std::int32_t from, std::int32_t until) {
    Ref here = graph_.is(place, member);
    if (here == ir::Graph::no) return;
    Ref then = graph_.both(graph_.since_day(day, from), graph_.before_day(day, until));
    result = graph_.either(result, graph_.both(here, then));
  };
  for (std::uint32_t i = first; i < first + count; ++i)
    add(law_.parties[i].place, law_.parties[i].from, law_.parties[i].until);
  if (table != ir::none_u32)
    for (std::uint32_t i = 0; i < law_.tables[table].rows; ++i) {
      const ir::Row& row = law_.rows[law_.tables[table].first_row + i];
      add(row.place, row.from, row.until);
    }
  return result;
}

// A treaty in force that the base lists but has not modelled leaves the effect open, by name (S8.3).
Ref Evaluator::with_treaties(Ref effect, const Frame& frame) {
  Ref day = celebration_of(frame), place = place_of_celebration();
  for (const ir::Treaty& treaty : law_.treaties) {
    if (treaty.module != frame.module) continue;
    Ref reached = ir::Graph::no;
    if (treaty.by_place) reached = of_members(treaty.first_party, treaty.parties, ir::none_u32, place, day);
    if (treaty.by_nationality) {
      int list = ir::field_named(law_, law_.anchors.record_spouse, "nationalities");
      const ir::Field& field = law_.fields[static_cast<std::size_t>(list)];
      const ir::Field& state = law_.fields[static_cast<std::size_t>(ir::field_named(law_, field.ref, "state"))];
      for (std::uint8_t s = 0; s < 2; ++s) {
        std::uint32_t base = law_.anchors.spouses + 1 + s * law_.records[law_.anchors.record_spouse].slots;
        for (const Element& e : elements({RoleKind::spouse, s, 0, false, base, 0}, field, field.offset, day, frame))
          reached = graph_.either(reached, graph_.both(e.present, of_members(treaty.first_party, treaty.parties, ir::none_u32,
                                  slot(e.role.base + state.offset, state, e.role.tag, e.role.fresh), day)));
      }
    }
    if (reached == ir::Graph::no) continue;
    Ref lacked = lacking(graph_.constant(-1), 0x50000u + treaty.provision, ir::Base::effect, 0, frame,
                         {says::lack_treaty, law_.str(treaty.name)});
    effect = graph_.choose(reached, lacked, effect);
  }
  return effect;
}

Ref Evaluator::overlay_for_forum(std::uint32_t number) {
  const ir::Module* module = law_.module_of(asked_.forum);
  return overlay_speaks(number, graph_.constant(asked_.forum),
                        module ? static_cast<std::uint16_t>(module - law_.modules.data()) : std::uint16_t{0xffff});
}

// Whether an overlay speaks for a place on the day asked: known, in force, a member, its class of cases.
Ref Evaluator::overlay_speaks(std::uint32_t number, Ref place, std::uint16_t module) {
  const ir::Overlay& overlay = law_.overlays[number];
  if (overlay.said > asked_.known_on || overlay.reach > asked_.on || asked_.on >= overlay.until) return ir::Graph::no;
  Ref member = of_members(overlay.first_party, overlay.parties, overlay.table, place, graph_.constant(asked_.on));
  if (member == ir::Graph::no) return member;
  return graph_.both(member, condition(overlay.when, overlay.frame, module));
}

// The same, where it binds the stance: one open setting for each overlay.
Ref Evaluator::overlay_applies(std::uint32_t number, Ref place, const Frame& frame) {
  const ir::Overlay& overlay = law_.overlays[number];
  Ref when = overlay_speaks(number, place, frame.module);
  if (when == ir::Graph::no) return when;
  std::uint32_t v = inputs_.variable(Label::overlay, number, 0, 0, [&] {
    Variable made;
    made.input = inputs_.input(Label::overlay, std::string(law_.str(overlay.name)), overlay.says);
    made.number = number;
    return made;
  });
  return graph_.both(when, v < settings.size() && settings[v] != ir::Graph::keep ? settings[v] : graph_.variable(v));
}

Ref Evaluator::joined(const ir::Overlay& overlay, Ref effect, const Frame& frame) {
  Ref value = condition(overlay.effect, overlay.frame, frame.module);
  switch (overlay.join) {
    case ir::Join::at_least: return graph_.larger(effect, value);
    case ir::Join::at_most: return graph_.smaller(effect, value);
    case ir::Join::instead: return value;
    case ir::Join::disregard:
    case ir::Join::duty: return effect;  // bars, or a duty that changes no status until the forum acts
  }
  return effect;
}

// Overlays of one rank, joined in their order. Each must come to the same when it joins last, or else which of them
// prevails is open: every way to join has one of those values.
Ref Evaluator::with_rank(std::span<const std::uint32_t> of_rank, Ref effect, const Frame& frame) {
  Ref forum = graph_.constant(asked_.forum);
  std::vector<std::pair<const ir::Overlay*, Ref>> speaking;  // with when it speaks and binds
  for (std::uint32_t i : of_rank) {
    Ref when = overlay_applies(i, forum, frame);
    if (when != ir::Graph::no) speaking.emplace_back(&law_.overlays[i], when);
  }
  auto join = [&](std::size_t k, Ref found) {
    return graph_.choose(speaking[k].second, joined(*speaking[k].first, found, frame), found);
  };
  Ref in_order = effect;
  for (std::size_t k = 0; k < speaking.size(); ++k) {
    Ref found = in_order;
    in_order = join(k, found);
    ground.provision = graph_.choose(graph_.equal(found, in_order), ground.provision,
                                     graph_.constant(static_cast<ir::Value>(speaking[k].first->provision)));
  }
  Ref clash = ir::Graph::no;
  std::vector<Ref> with_last;
  std::vector<ir::Value> which;
  for (std::size_t last = 0; last < speaking.size(); ++last) {
    Ref result = effect;
    for (std::size_t k = 0; k < speaking.size(); ++k)
      if (k != last) result = join(k, result);
    with_last.push_back(join(last, result));
    which.push_back(static_cast<ir::Value>(last));
    clash = graph_.either(clash, graph_.negation(graph_.equal(with_last.back(), in_order)));
  }
  if (clash == ir::Graph::no) return in_order;
  const ir::Overlay& named = *speaking.back().first;
  Ref prevails = open(Label::conflict, named.provision, of_rank.front(), ir::Base::integer, 0, std::move(which), named.says);
  leaf(StepKind::open, asked_.forum, diag::says::step_conflict, prevails);
  ground.provision = graph_.choose(clash, graph_.constant(-1), ground.provision);
  for (std::size_t last = 0; last < speaking.size(); ++last)
    in_order = graph_.choose(graph_.both(clash, graph_.equal(prevails, graph_.constant(static_cast<ir::Value>(last)))), with_last[last], in_order);
  return in_order;
}

// Overlays join in the order of their rank, the highest last.
Ref Evaluator::with_overlays(Ref effect, std::uint32_t purpose, const Frame& frame) {
  std::vector<std::uint32_t> joining;
  for (std::uint32_t i = 0; i < law_.overlays.size(); ++i) {
    const ir::Overlay& overlay = law_.overlays[i];
    bool on_effect = overlay.join != ir::Join::duty && overlay.join != ir::Join::disregard;
    if (on_effect && (overlay.purposes == 0 || overlay.purposes >> purpose & 1)) joining.push_back(i);
  }
  std::stable_sort(joining.begin(), joining.end(), [&](std::uint32_t a, std::uint32_t b) {
    return law_.overlays[a].rank < law_.overlays[b].rank;
  });
  for (std::size_t begin = 0, end; begin < joining.size(); begin = end) {
    for (end = begin; end < joining.size() && law_.overlays[joining[end]].rank == law_.overlays[joining[begin]].rank;) ++end;
    effect = with_rank(std::span(joining).subspan(begin, end - begin), effect, frame);
  }
  return effect;
}

Ref Evaluator::recognition(std::uint32_t purpose) {
  const ir::Module* module = law_.module_of(asked_.forum);
  Frame frame;
  frame.purpose = purpose;
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  frame.as_at = frame.seen;  // which version of the forum's rules governs is the day asked
  ground = {graph_.constant(-1), celebration_day(), graph_.constant(0)};
  if (!module || asked_.on < module->recognition_from)
    return lacking(graph_.constant(asked_.forum), law_.anchors.member_recognition, ir::Base::effect, 0, frame,
                   module ? Saying(says::lack_before, base::to_string(module->recognition_from)) : Saying());
  frame.module = static_cast<std::uint16_t>(module - law_.modules.data());
  frame.place = graph_.constant(asked_.forum);
  begin_step();
  Ref effect = member_of(law_.anchors.member_recognition, frame);
  effect = with_treaties(effect, frame);
  effect = with_overlays(effect, purpose, frame);
  std::uint32_t holder = end_step({});
  if (trace_) trace_->roots = trace_->steps[holder].because;
  return effect;
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
  for (std::uint8_t s = 0; s < (of.parameters > 1 ? 2 : 1); ++s) {
    Frame inner = frame;
    if (of.parameters > 1)
      inner.slots.push_back(Role{RoleKind::spouse, s, 0, false, law_.anchors.spouses + 1 + s * size, 0}.packed());
    result = graph_.both(result, dispatch(forum, member, of.type, of.type_ref, inner, [&](const Frame& at) {
      return member_of(member, at);
    }));
  }
  return result;
}

Ref Evaluator::degree_at_place() {
  // Asked beside the derivation, not as a step of it.
  auto* trace = std::exchange(trace_, nullptr);
  auto* bars = std::exchange(own_bars_, nullptr);
  Frame frame;
  frame.as_at = celebration_day();
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  std::uint16_t ref = law_.members[law_.anchors.member_degree].type_ref;
  Ref result = dispatch(place_of_celebration(), law_.anchors.member_degree, ir::Base::choice, ref, frame, [&](const Frame& at) {
    return member_of(law_.anchors.member_degree, at);
  });
  trace_ = trace;
  own_bars_ = bars;
  return result;
}

}  // namespace comity::interp
