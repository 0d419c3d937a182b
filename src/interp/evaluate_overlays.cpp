// The forum's recognition of the case's marriage, with the treaties and overlays above its rules (S8.3).
#include <algorithm>
#include <span>
#include <utility>

#include "interp/evaluator.h"
#include "ir/rows.h"

namespace comity::interp {

using ir::Ref;

Ref Evaluator::of_members(std::uint32_t first, std::uint32_t count, std::uint32_t table, Ref place,
                          Ref day) {
  Ref result = ir::Graph::no;
  auto add = [&](ir::Value member, std::int32_t from, std::int32_t until) {
    Ref here = graph_.is(place, member);
    if (here == ir::Graph::no) return;
    Ref then = between_days(day, from, until);
    result = graph_.either(result, graph_.both(here, then));
  };
  for (std::uint32_t i = first; i < first + count; ++i)
    add(law_.parties[i].place, law_.parties[i].from, law_.parties[i].until);
  if (table != ir::none_u32)
    for (const ir::Row& row : ir::rows_for(law_, law_.tables[table], graph_.known(place)))
      add(row.place, row.from, row.until);
  return result;
}

// A treaty in force that the base lists but has not modelled leaves the effect open, by name (S8.3).
Ref Evaluator::with_treaties(Ref effect, const Frame& frame) {
  Ref day = celebration_of(frame), place = place_of_celebration();
  for (const ir::Treaty& treaty : law_.treaties) {
    if (!law_.speaks_for(treaty.module, frame.module)) continue;
    Ref reached = ir::Graph::no;
    if (treaty.by_place)
      reached = of_members(treaty.first_party, treaty.parties, ir::none_u32, place, day);
    if (treaty.by_nationality) {
      int list = ir::field_named(law_, law_.anchors.record_spouse, "nationalities");
      const ir::Field& field = law_.fields[static_cast<std::size_t>(list)];
      const ir::Field& state =
          law_.fields[static_cast<std::size_t>(ir::field_named(law_, field.ref, "state"))];
      for (std::uint8_t s = 0; s < 2; ++s) {
        std::uint32_t base =
            law_.anchors.spouses + 1 + s * law_.records[law_.anchors.record_spouse].slots;
        for (const Element& e :
             elements({RoleKind::spouse, s, 0, false, base, 0}, field, field.offset, day, frame))
          reached = graph_.either(
              reached,
              graph_.both(e.present, of_members(treaty.first_party, treaty.parties, ir::none_u32,
                                                slot(e.role.base + state.offset, state, e.role.tag,
                                                     e.role.fresh),
                                                day)));
      }
    }
    if (reached == ir::Graph::no) continue;
    Ref lacked = lacking(graph_.constant(-1), 0x50000u + treaty.provision, ir::Base::effect, 0,
                         frame, {diag::says::lack_treaty, law_.str(treaty.name)});
    effect = graph_.choose(reached, lacked, effect);
  }
  return effect;
}

Ref Evaluator::overlay_for_forum(std::uint32_t number) {
  const ir::Module* module = law_.module_of(asked_.forum);
  return overlay_speaks(
      number, graph_.constant(asked_.forum),
      module ? static_cast<std::uint16_t>(module - law_.modules.data()) : std::uint16_t{0xffff});
}

// Whether an overlay speaks for a place on the day asked: known, in force, a member, its class of cases.
Ref Evaluator::overlay_speaks(std::uint32_t number, Ref place, std::uint16_t module) {
  const ir::Overlay& overlay = law_.overlays[number];
  if (overlay.said > asked_.known_on || overlay.reach > asked_.on || asked_.on >= overlay.until)
    return ir::Graph::no;
  Ref member = of_members(overlay.first_party, overlay.parties, overlay.table, place,
                          graph_.constant(asked_.on));
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
  return graph_.both(when, v < settings.size() && settings[v] != ir::Graph::keep
                               ? settings[v]
                               : graph_.variable(v));
}

Ref Evaluator::joined(const ir::Overlay& overlay, Ref effect, const Frame& frame) {
  Ref value = condition(overlay.effect, overlay.frame, frame.module);
  switch (overlay.join) {
    case ir::Join::at_least:
      return graph_.larger(effect, value);
    case ir::Join::at_most:
      return graph_.smaller(effect, value);
    case ir::Join::instead:
      return value;
    case ir::Join::disregard:
    case ir::Join::duty:
      return effect;  // bars, or a duty that changes no status until the forum acts
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
    ground.provision =
        graph_.choose(graph_.equal(found, in_order), ground.provision,
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
  Ref prevails = open(Label::conflict, named.provision, of_rank.front(), ir::Base::integer, 0,
                      std::move(which), named.says);
  leaf(StepKind::open, asked_.forum, diag::says::step_conflict, prevails);
  ground.provision = graph_.choose(clash, graph_.constant(-1), ground.provision);
  for (std::size_t last = 0; last < speaking.size(); ++last)
    in_order = graph_.choose(
        graph_.both(clash, graph_.equal(prevails, graph_.constant(static_cast<ir::Value>(last)))),
        with_last[last], in_order);
  return in_order;
}

// Overlays join in the order of their rank, the highest last.
Ref Evaluator::with_overlays(Ref effect, std::uint32_t purpose, const Frame& frame) {
  std::vector<std::uint32_t> joining;
  for (std::uint32_t i = 0; i < law_.overlays.size(); ++i) {
    const ir::Overlay& overlay = law_.overlays[i];
    bool on_effect = overlay.join != ir::Join::duty && overlay.join != ir::Join::disregard;
    if (on_effect && (overlay.purposes == 0 || overlay.purposes >> purpose & 1))
      joining.push_back(i);
  }
  std::stable_sort(joining.begin(), joining.end(), [&](std::uint32_t a, std::uint32_t b) {
    return law_.overlays[a].rank < law_.overlays[b].rank;
  });
  for (std::size_t begin = 0, end; begin < joining.size(); begin = end) {
    for (end = begin; end < joining.size() &&
                      law_.overlays[joining[end]].rank == law_.overlays[joining[begin]].rank;)
      ++end;
    effect = with_rank(std::span(joining).subspan(begin, end - begin), effect, frame);
  }
  return effect;
}

// A divorce or annulment that the case tells of, and that the forum's rules never look at, leaves what they give in doubt.
Ref Evaluator::with_unread_endings(Ref effect, const ir::Module& module, const Frame& frame) {
  const Ref none = graph_.constant(0);
  if (effect == none) return effect;
  Ref result = effect;
  const std::pair<const char*, diag::Saying> endings[] = {
      {"divorce", {diag::says::lack_divorce}}, {"annulment", {diag::says::lack_annulment}}};
  for (const auto& [ending, lacks] : endings) {
    int act = ir::enum_value(law_, law_.anchors.enum_act, ending);
    if (act < 0 || module.acts_read >> act & 1) continue;
    Ref happened = exercised(1u << act);
    if (happened == ir::Graph::no) continue;
    Ref lacked = lacking(frame.place, 0x70000u + static_cast<std::uint32_t>(act), ir::Base::effect,
                         0, frame, lacks);
    result = graph_.choose(graph_.both(happened, graph_.negation(graph_.equal(effect, none))),
                           lacked, result);
  }
  return result;
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
    return lacking(
        graph_.constant(asked_.forum), law_.anchors.member_recognition, ir::Base::effect, 0, frame,
        module ? diag::Saying(diag::says::lack_before, base::to_string(module->recognition_from))
               : diag::Saying());
  frame.module = static_cast<std::uint16_t>(module - law_.modules.data());
  frame.place = graph_.constant(asked_.forum);
  begin_step();
  Ref effect = member_of(law_.anchors.member_recognition, frame);
  effect = with_treaties(effect, frame);
  effect = with_overlays(effect, purpose, frame);
  effect = with_unread_endings(effect, *module, frame);
  std::uint32_t holder = end_step({});
  if (trace_) trace_->roots = trace_->steps[holder].because;
  return effect;
}

}  // namespace comity::interp
