#include "engine/views.h"

#include <algorithm>

#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

constexpr ir::Value effect_none = 0, effect_marriage = 2;

ir::Value code(Outcome outcome) { return static_cast<ir::Value>(outcome); }

View with_effects(World& world, View view) {
  for (std::size_t c = 0; c < world.classes.size(); ++c)
    view.effects.push_back(
        world.graph.substitute(world.classes[c].effect, view.settings[c].of_variable));
  return view;
}

}  // namespace

View view_of(World& world, Stance stance) {
  View view{stance, {}, {}};
  if (stance == Stance::letter) {
    view.settings.assign(world.classes.size(), letter_setting(world));
  } else {
    for (const Recognition& r : world.classes)
      view.settings.push_back(stance_setting(world, stance, r.purpose));
  }
  return with_effects(world, std::move(view));
}

View view_with(World& world, const Setting& setting) {
  View view{Stance::letter, std::vector<Setting>(world.classes.size(), setting), {}};
  return with_effects(world, std::move(view));
}

Ref outcome_node(World& world, const View& view, std::uint32_t purpose) {
  Graph& g = world.graph;
  const std::size_t mine = world.class_of[purpose], status = world.class_of[status_purpose];
  auto outcome = [&](Outcome o) { return g.constant(code(o)); };
  auto is = [&](Ref effect, ir::Value value) { return g.equal(effect, g.constant(value)); };
  const Ref e = view.effects[mine];
  Ref full = g.choose(is(e, effect_marriage), outcome(Outcome::recognised),
                      outcome(Outcome::recognised_as_registered_partnership));
  Ref result;
  if (mine == status) {
    Ref elsewhere = Graph::no;
    for (std::size_t c = 0; c < view.effects.size(); ++c)
      if (c != status)
        elsewhere = g.either(elsewhere, g.both(view.settings[c].speaks,
                                               g.negation(is(view.effects[c], effect_none))));
    Ref limited = outcome(Outcome::not_recognised);
    if (purpose == status_purpose)
      limited = g.choose(elsewhere, outcome(Outcome::recognised_limited_purpose), limited);
    result = g.choose(is(e, effect_none), limited, full);
  } else {
    Ref s = g.choose(view.settings[status].speaks, view.effects[status], e);
    const Ref limited = outcome(Outcome::recognised_limited_purpose);
    const Ref some = g.choose(g.before(s, e), limited, full);
    const Ref nothing = outcome(Outcome::not_recognised);
    result = g.choose(is(e, effect_none), nothing, some);
  }
  return g.choose(view.settings[mine].speaks, result, g.constant(silent_code));
}

Verdict verdict_of(Open::Label label) {
  switch (label) {
    case Open::Label::fact:
      return Verdict::depends;
    case Open::Label::power:
      return Verdict::discretionary;
    case Open::Label::gap:
    case Open::Label::conflict:
      return Verdict::undecided;
    case Open::Label::law:
      return Verdict::not_covered;
    case Open::Label::division:
      return Verdict::contested;
  }
  return Verdict::not_covered;
}

namespace {

Open::Label label_of(interp::Label label) {
  switch (label) {
    case interp::Label::fact:
      return Open::Label::fact;
    case interp::Label::power:
      return Open::Label::power;
    case interp::Label::gap:
      return Open::Label::gap;
    case interp::Label::conflict:
      return Open::Label::conflict;
    case interp::Label::law:
      return Open::Label::law;
    case interp::Label::division:
    case interp::Label::reading:
    case interp::Label::overlay:
      return Open::Label::division;
  }
  return Open::Label::division;
}

// Purposes for which the stance gives more than nothing in every completion.
std::vector<std::uint8_t> purposes_of(World& world, exact::Exact& exact, const View& view) {
  std::vector<bool> reached;
  for (std::size_t c = 0; c < view.effects.size(); ++c) {
    Ref none = world.graph.equal(view.effects[c], world.graph.constant(effect_none));
    Ref fails = world.graph.either(none, world.graph.negation(view.settings[c].speaks));
    reached.push_back(fails == Graph::no || (fails != Graph::yes && !exact.satisfiable(fails)));
  }
  std::vector<std::uint8_t> list;
  for (std::uint32_t p = 0; p < world.purposes(); ++p)
    if (reached[world.class_of[p]]) list.push_back(static_cast<std::uint8_t>(p));
  return list;
}

// The one value a ground has in every completion; nothing where it has several.
std::optional<ir::Value> sole(World& world, exact::Exact& exact, Ref node, const Setting& setting) {
  Ref set = world.graph.substitute(node, setting.of_variable);
  if (world.graph.is_constant(set)) return world.graph.value(set);
  return exact.only(set);
}

void add_grounds(World& world, exact::Exact& exact, const View& view, StanceAnswer& answer) {
  const std::size_t mine = world.class_of[static_cast<std::size_t>(world.question.purpose)];
  const Recognition& recognition = world.classes[mine];
  const Setting& setting = view.settings[mine];
  if (auto provision = sole(world, exact, recognition.ground.provision, setting);
      provision && *provision >= 0)
    answer.decided_by = static_cast<std::uint32_t>(*provision);
  if (answer.outcome == Outcome::none || answer.outcome == Outcome::not_recognised) return;
  if (auto from = sole(world, exact, recognition.ground.from, setting))
    answer.from = base::to_string(*from);
  if (auto degree = sole(world, exact, recognition.ground.degree, setting))
    answer.degree = static_cast<ir::Invalidity>(*degree);
  if (answer.degree != ir::Invalidity::voidable) return;
  for (const auto& bar : recognition.voidable)
    if (sole(world, exact, bar.stands, setting) == 1) {
      answer.undone_by = world.law.bars[bar.bar].undone_by;
      return;
    }
}

void add_readings(const World& world, const View& view, StanceAnswer& answer) {
  const Setting& setting =
      view.settings[world.class_of[static_cast<std::size_t>(world.question.purpose)]];
  for (std::uint32_t v = 0; v < setting.of_variable.size(); ++v) {
    const interp::Variable& variable = world.inputs.variables[v];
    if (world.inputs.inputs[variable.input].label != interp::Label::reading ||
        setting.of_variable[v] != Graph::yes)
      continue;
    auto number = static_cast<std::uint16_t>(variable.number);
    if (std::ranges::find(answer.readings, number) == answer.readings.end())
      answer.readings.push_back(number);
  }
  std::ranges::sort(answer.readings);
}

}  // namespace

std::vector<Open> opens_of(World& world, exact::Exact& exact, Ref node, Stance stance) {
  std::vector<Open> list;
  if (world.graph.is_constant(node)) return list;
  for (std::uint32_t i : exact.matters(node)) {
    const interp::Input& input = world.inputs.inputs[i];
    list.push_back({label_of(input.label), input.id, input.text, {stance}, input.lacks});
  }
  std::ranges::sort(list, [](const Open& a, const Open& b) {
    return std::tie(a.label, a.id) < std::tie(b.label, b.id);
  });
  return list;
}

StanceAnswer stance_answer(World& world, exact::Exact& exact, const View& view, Ref outcome) {
  StanceAnswer answer;
  answer.stance = view.stance;
  auto values = world.graph.is_constant(outcome) ? std::vector{world.graph.value(outcome)}
                                                 : exact.possible(outcome);
  for (ir::Value v : values)
    if (v != silent_code) answer.possible.push_back(static_cast<Outcome>(v));
  if (values.size() == 1 && values[0] == silent_code) return answer;
  if (values.size() == 1) {
    answer.verdict = Verdict::settled;
    answer.outcome = static_cast<Outcome>(values[0]);
  } else {
    answer.opens = opens_of(world, exact, outcome, view.stance);
    std::vector<Verdict> verdicts(answer.opens.size());
    std::ranges::transform(answer.opens, verdicts.begin(),
                           [](const Open& open) { return verdict_of(open.label); });
    std::ranges::sort(verdicts);
    verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
    answer.verdict = verdicts.empty() ? Verdict::not_covered : verdicts.front();
    if (!verdicts.empty()) answer.also.assign(verdicts.begin() + 1, verdicts.end());
    answer.divided = std::ranges::any_of(
        answer.opens, [](const Open& o) { return o.label == Open::Label::division; });
  }
  answer.purposes = purposes_of(world, exact, view);
  add_grounds(world, exact, view, answer);
  add_readings(world, view, answer);
  return answer;
}

}  // namespace comity::engine
