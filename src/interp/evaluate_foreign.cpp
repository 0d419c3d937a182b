// Asking another law: dispatch to its module, bars, renvoi, treaties and overlays (S8), and what is given instead.
#include <algorithm>
#include <utility>

#include "interp/evaluator.h"

namespace comity::interp {

using ir::Ref;

namespace {
constexpr std::uint8_t deepest = 4;  // jurisdiction dispatch: forum, place, and renvoi's three

// What a law that is not told may say: any number a law names, any day, any effect. A number left at yes or no would
// settle what nobody knows: no age of marriage is one year.
void set_range(Variable& made) {
  if (made.type == ir::Base::effect) made.values = {0, 1, 2};
  if (made.type == ir::Base::integer) made.low = 0, made.high = 200;
  if (made.type == ir::Base::day) made.low = base::day_of(1700, 1, 1).value(), made.high = base::day_of(2200, 12, 31).value();
}
}  // namespace

std::string Evaluator::name_of(Ref place) const {
  const ir::Cell& cell = graph_[place];
  if (cell.shape == ir::Shape::constant) {
    ir::Value value = graph_.value(place);
    if (value >= ir::unnamed_place) {
      auto index = static_cast<std::size_t>(value - ir::unnamed_place);
      return index < facts_.unnamed.size() ? facts_.unnamed[index] : "?";
    }
    return value >= 0 && value < static_cast<ir::Value>(law_.places.size())
               ? std::string(law_.str(law_.places[static_cast<std::size_t>(value)].code)) : "";
  }
  if (cell.shape == ir::Shape::variable) return "law of " + inputs_.inputs[inputs_.variables[cell.a].input].id;
  return "law of a place not known";
}

// Law the base does not have: an open input, one for each law, question and marriage.
Ref Evaluator::lacking(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref, const Frame& frame,
                       const std::string& why) {
  std::uint64_t subject = frame.slots.empty() ? 0 : frame.slots[0];
  for (std::size_t i = 1; i < frame.slots.size() && what < 0x10000u && i < 2; ++i) subject ^= frame.slots[i] * 31;
  std::uint32_t v = inputs_.variable(Label::law, place, what, subject, [&] {
    Variable made;
    std::string id = name_of(place);
    if (!why.empty()) id = why == id || id.empty() ? why : id + ": " + why;
    made.input = inputs_.input(Label::law, id);
    made.type = type;
    made.ref = ref;
    set_range(made);
    return made;
  });
  Ref result = graph_.variable(v);
  if (trace_)
    leaf(StepKind::open, graph_.is_constant(place) ? graph_.value(place) : -1,
         inputs_.inputs[inputs_.variables[v].input].id, result);
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
// (docs/decisions/0010-open-places.md).
Ref Evaluator::law_of_open_place(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref, const Frame& frame) {
  const std::uint32_t input = inputs_.variables[graph_[place].a].input;
  std::uint32_t v = inputs_.variable(Label::fact, std::uint64_t(place) << 32 | what, frame_id(frame), 5, [&] {
    Variable made;
    made.input = input;
    made.type = type;
    made.ref = ref;
    set_range(made);
    return made;
  });
  Ref result = graph_.variable(v);
  if (trace_) leaf(StepKind::open, -1, inputs_.inputs[input].id, result);
  return result;
}

// To the module of the place; of a place that depends, to each it can be.
template <class Each>
Ref Evaluator::dispatch(Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref, const Frame& frame, Each each) {
  auto at_module = [&](const ir::Module& module, Ref here) -> Ref {
    Frame inner = frame;
    inner.module = static_cast<std::uint16_t>(&module - law_.modules.data());
    inner.place = here;
    inner.depth = static_cast<std::uint8_t>(frame.depth + 1);
    Ref result = each(inner);
    Ref early = graph_.before_day(frame.as_at, module.covers_from);
    if (early == ir::Graph::no) return result;
    Ref lacked = lacking(here, what, type, ref, frame, "before " + base::to_string(module.covers_from));
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
      result = graph_.choose(in_family(module->family, place, values), at_module(*module, place), result);
    }
  }
  return result;
}

Ref Evaluator::by_renvoi(Ref place, const ir::Node& node, const Frame& frame) {
  auto mode = static_cast<ir::Renvoi>(node.a);
  if (mode == ir::Renvoi::none) return place;
  auto connecting = [&](Ref from) {
    return dispatch(from, law_.anchors.member_connecting, ir::Base::place, 0, frame,
                    [&](const Frame& inner) { return member_of(law_.anchors.member_connecting, inner); });
  };
  Ref forum = graph_.constant(asked_.forum), onward = connecting(place);
  if (mode == ir::Renvoi::back) return graph_.choose(graph_.equal(onward, forum), forum, place);
  Ref loop = node.b == ir::no_node ? place : eval(node.b, frame);
  Ref second = connecting(onward);
  Ref settled = graph_.equal(second, onward), looped = graph_.equal(second, place);
  return graph_.choose(graph_.equal(onward, place), place,
                       graph_.choose(settled, onward, graph_.choose(looped, loop, second)));
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
  place = by_renvoi(place, node, inner);
  if (auto given = told(node.ref, place, inner)) return *given;
  bool own = place == frame.place;
  if (member.type != ir::Base::effect) inner.purpose = 0;  // shared by all purposes, like the rules it asks
  inner.place = place;
  std::uint64_t key = std::uint64_t(node.ref) << 32 | frame_id(inner);
  if (!trace_ && !own)
    if (auto known = foreign_.find(key); known != foreign_.end()) return known->second;
  begin_step();
  Ref result = dispatch(place, node.ref, member.type, member.type_ref, inner, [&](const Frame& at) {
    return member_of(node.ref, at);
  });
  Step step;
  step.kind = own ? StepKind::clause : StepKind::foreign;
  step.law = graph_.is_constant(place) ? graph_.value(place) : -1;
  step.detail = std::string(law_.str(member.name));
  step.text = member.says;
  if (member.type == ir::Base::yes_no) settle_step(step, result);
  else step.holds = graph_.is_constant(result) ? Holds::yes : Holds::open;
  date_step(step, inner.as_at);
  hang(end_step(std::move(step)));
  if (!trace_ && !own) foreign_[key] = result;
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
                 law_.members[member].type_ref, frame, std::string(name));
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
    bool by = given.at_place ? frame.slots[0] != Role{}.packed() || place == place_of_celebration()
                             : graph_.is_constant(place) && graph_.value(place) == given.law;
    if (!by) continue;
    Ref result = graph_.truth(given.is);
    leaf(StepKind::given, graph_.is_constant(place) ? graph_.value(place) : -1, std::string(question), result);
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
    if (!law_.speaks_for(treaty.module, frame.module)) continue;
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
                         "treaty " + std::string(law_.str(treaty.name)));
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

// Overlays join in the order of their rank, the highest last. Two of one rank that disagree are a conflict.
Ref Evaluator::with_overlays(Ref effect, std::uint32_t purpose, const Frame& frame) {
  std::vector<std::uint32_t> speaking;
  for (std::uint32_t i = 0; i < law_.overlays.size(); ++i) {
    const ir::Overlay& overlay = law_.overlays[i];
    bool on_effect = overlay.join != ir::Join::duty && overlay.join != ir::Join::disregard;
    if (on_effect && (overlay.purposes == 0 || overlay.purposes >> purpose & 1)) speaking.push_back(i);
  }
  std::stable_sort(speaking.begin(), speaking.end(), [&](std::uint32_t a, std::uint32_t b) {
    return law_.overlays[a].rank < law_.overlays[b].rank;
  });
  Ref forum = graph_.constant(asked_.forum);
  std::optional<std::pair<std::uint32_t, Ref>> before;  // the last that joined, and the effect it found
  for (std::uint32_t i : speaking) {
    const ir::Overlay& overlay = law_.overlays[i];
    Ref when = overlay_applies(i, forum, frame);
    if (when == ir::Graph::no) continue;
    Ref found = effect;
    effect = graph_.choose(when, joined(overlay, effect, frame), effect);
    ground.provision = graph_.choose(graph_.equal(found, effect), ground.provision,
                                     graph_.constant(static_cast<ir::Value>(overlay.provision)));
    if (before && law_.overlays[before->first].rank == overlay.rank) {  // the other order must come to the same
      Ref first = graph_.choose(when, joined(overlay, before->second, frame), before->second);
      Ref earlier = overlay_applies(before->first, forum, frame);
      Ref other = graph_.choose(earlier, joined(law_.overlays[before->first], first, frame), first);
      Ref clash = graph_.negation(graph_.equal(other, effect));
      if (clash != ir::Graph::no) {
        Ref prevails = open(Label::conflict, overlay.provision, before->first, ir::Base::yes_no, 0, {}, overlay.says);
        effect = graph_.choose(graph_.both(clash, prevails), other, effect);
      }
    }
    before = {i, found};
  }
  return effect;
}

Ref Evaluator::recognition(std::uint32_t purpose) {
  const ir::Module* module = law_.module_of(asked_.forum);
  Frame frame;
  frame.purpose = purpose;
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  if (!module) {
    frame.as_at = frame.seen;
    ground = {graph_.constant(-1), celebration_day(), graph_.constant(0)};
    return lacking(graph_.constant(asked_.forum), law_.anchors.member_recognition, ir::Base::effect, 0, frame, {});
  }
  ground = {graph_.constant(-1), celebration_day(), graph_.constant(0)};
  frame.module = static_cast<std::uint16_t>(module - law_.modules.data());
  frame.place = graph_.constant(asked_.forum);
  frame.as_at = frame.seen;  // which version of the forum's rules governs is the day asked
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
