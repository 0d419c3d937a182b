// The interface members of a module, by a rule of its own or derived from its bars (S8.1).
#include <algorithm>
#include <span>
#include <utility>

#include "interp/evaluator.h"

namespace comity::interp {

using ir::Ref;

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
  constexpr std::uint32_t voids =
      1u << unsigned(ir::Invalidity::void_) | 1u << unsigned(ir::Invalidity::non_existent);
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
    for (auto weight :
         {ir::Invalidity::voidable, ir::Invalidity::void_, ir::Invalidity::non_existent}) {
      query.invalidities = 1u << unsigned(weight);
      result = graph_.choose(stands(query, frame, frame),
                             graph_.constant(static_cast<ir::Value>(weight)), result);
    }
    return result;
  }
  return lacking(frame.place, 0x30000u + member, law_.members[member].type,
                 law_.members[member].type_ref, frame, diag::Saying::words(std::string(name)));
}

// Whether some bar of this module that the query looks at stands, against both spouses or the one in slot 1.
Ref Evaluator::stands(const ir::BarQuery& query, const Frame& frame, const Frame& asker) {
  const ir::Module& module = law_.modules[frame.module];
  auto wanted = [&](const ir::Bar& bar) {
    if (!(query.kinds >> bar.kind & 1) || !(query.invalidities >> unsigned(bar.makes) & 1))
      return false;
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
      if (id.starts_with(heading) &&
          (id.size() == heading.size() || id[heading.size()] == '(' || id[heading.size()] == '#'))
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
    Ref bars = graph_.both(bar_stands(bar, query.against_one, frame),
                           graph_.negation(disregarded(bar.kind, frame)));
    if (own) own_bars_->emplace_back(bar.provision, bars);
    if (of_the_couple && bar.makes == ir::Invalidity::voidable && bars != ir::Graph::no)
      voidable.push_back({bars, i});
    result = graph_.either(result, bars);
  }
  return result;
}

// One bar: against the couple; against the spouse in slot 1; or against either spouse, which is also how a bar that binds
// the couple is asked of one of them: the law of a single person forbids marrying one who is married (S8.1).
Ref Evaluator::bar_stands(const ir::Bar& bar, bool against_one, const Frame& frame) {
  Frame inner = frame;
  inner.slots.assign(law_.functions[bar.function].frame, 0);
  inner.slots[0] = frame.slots[0];
  if (bar.against_both) return call(bar.function, inner);
  if (against_one && !bar.binds_couple) {
    inner.slots[1] = frame.slots[1];
    return call(bar.function, inner);
  }
  Role marriage = role_at(frame, 0);
  std::uint32_t size = law_.records[law_.anchors.record_spouse].slots;
  Ref result = ir::Graph::no;
  for (std::uint32_t s = 0; s < 2; ++s) {
    Role spouse{RoleKind::spouse,
                static_cast<std::uint8_t>(s),
                0,
                false,
                law_.anchors.spouses + 1 + s * size,
                0};
    if (marriage.kind == RoleKind::union_) {
      spouse = {s == 0 ? RoleKind::union_self : RoleKind::union_other,
                marriage.spouse,
                marriage.index,
                s == 1 && marriage.fresh,
                s == 0 ? law_.anchors.spouses + 1 + marriage.spouse * size : marriage.base,
                s == 1 ? marriage.tag : 0};
    }
    inner.slots[1] = spouse.packed();
    result = graph_.either(result, call(bar.function, inner));
  }
  return result;
}

Ref Evaluator::own_bar(std::uint32_t bar) {
  const ir::Module* module = law_.module_of(asked_.forum);
  if (!module) return ir::Graph::no;
  Frame frame;
  frame.module = static_cast<std::uint16_t>(module - law_.modules.data());
  frame.place = graph_.constant(asked_.forum);
  frame.as_at = celebration_day();
  frame.seen = graph_.constant(asked_.on);
  frame.slots.assign(1, Role{}.packed());
  return bar_stands(law_.bars[bar], false, frame);
}

// Whether an overlay that reaches this module's place takes bars of this kind out of account (S8.3).
Ref Evaluator::disregarded(std::uint32_t kind, const Frame& frame) {
  Ref result = ir::Graph::no;
  for (std::uint32_t i : disregarding_)
    if (law_.overlays[i].kinds >> kind & 1)
      result = graph_.either(result, overlay_applies(i, frame.place, frame));
  return result;
}

}  // namespace comity::interp
