#include "solver/open_forum.h"

#include <algorithm>
#include <array>
#include <map>

#include "exact/domain.h"
#include "ir/paths.h"

namespace comity::solver {

namespace {

std::uint32_t enum_named(const ir::Law& law, std::string_view name) {
  for (std::uint32_t e = 0; e < law.enums.size(); ++e)
    if (law.str(law.enums[e].name) == name) return e;
  return 0;
}

}  // namespace

using engine::Stance;
using interp::Label;
using ir::Graph;
using ir::Ref;

Couple anybody(const ir::Law& law, ir::Value forum, base::Day on, ir::Value purpose) {
  auto code = [&](ir::Value place) {
    return std::string(law.str(law.places[static_cast<std::size_t>(place)].code));
  };
  return {{"question.forum", code(forum), true},
          {"question.on", base::to_string(on), true},
          {"question.purpose",
           std::string(ir::enum_word(law, law.anchors.enum_purpose, purpose)), true},
          {"spouses.0.label", "first", true},
          {"spouses.1.label", "second", true}};
}

OpenForum::OpenForum(const ir::Law& law_, Couple told_, base::Day today_, bool strict)
    : law(law_),
      told(std::move(told_)),
      today(today_),
      read(read_couple(law_, told, today_, strict)),
      world(law_, read.facts, read.question, read.question.known_on.value_or(today_), strict),
      questions(world.graph, world.inputs, law_) {
  for (Stance stance : {Stance::letter, Stance::courts, Stance::authorities})
    outcomes_.push_back(engine::outcome_node(world, engine::view_of(world, stance),
                                             static_cast<std::uint32_t>(world.question.purpose)));
  letter_ = engine::letter_setting(world);
  for (std::uint32_t b : bars()) bar(b);  // what they read is part of the couple
  questions.demand(world.constraints);
  demand_one_fact_a_slot();
  demand_what_can_be();
}

// An undated fact holds on other days too, and is one fact whatever day asks for it.
void OpenForum::demand_one_fact_a_slot() {
  std::map<std::pair<std::uint32_t, ir::Base>, std::uint32_t> first;
  for (std::uint32_t v = 0; v < world.inputs.variables.size(); ++v) {
    const interp::Variable& variable = world.inputs.variables[v];
    if (variable.slot == ir::none_u32) continue;
    auto [at, is_new] = first.try_emplace({variable.slot, variable.type}, v);
    if (!is_new)
      questions.demand(graph().equal(graph().variable(at->second), graph().variable(v)));
  }
}

namespace {

// A state that gives its nationality on the day: no part of one, none that is gone.
bool is_state(const ir::Place& place, base::Day on) {
  return place.part_of < 0 && (place.until == 0 || place.until > on);
}

}  // namespace

void OpenForum::demand_what_can_be() {
  std::vector<ir::Value> states;
  for (std::size_t p = 0; p < law.places.size(); ++p)
    if (is_state(law.places[p], world.question.on)) states.push_back(static_cast<ir::Value>(p));
  for (std::uint32_t v = 0; v < world.inputs.variables.size(); ++v) {
    const interp::Variable& variable = world.inputs.variables[v];
    if (variable.slot == ir::none_u32) continue;
    Ref is = graph().variable(v);
    if (variable.type == ir::Base::day)
      questions.demand(graph().negation(graph().before(graph().constant(world.question.on), is)));
    if (variable.type != ir::Base::place || !variable.values.empty() ||
        ir::path_of(law, variable.slot).find("nationalities") == std::string::npos)
      continue;
    Ref any = Graph::no;
    for (ir::Value state : states) any = graph().either(any, graph().is(is, state));
    questions.demand(any);
  }
}

bool OpenForum::possible(Ref condition, Completion* witness) {
  if (!exact_) {
    Ref all = Graph::yes;
    for (Ref demanded : questions.demanded()) all = graph().both(all, demanded);
    exact_ = std::make_unique<exact::Exact>(graph(), world.inputs, law, all);
  }
  Completion found;
  if (!exact_->satisfiable(condition, &found)) return false;
  if (graph().evaluate(condition, found) == 0)
    throw Unreproduced("the search's completion does not make the condition true");
  if (witness) *witness = std::move(found);
  return true;
}

Ref OpenForum::outcome(Stance stance) { return outcomes_[static_cast<std::size_t>(stance)]; }

Ref OpenForum::outcome_is(Stance stance, engine::Outcome outcome_) {
  return graph().is(outcome(stance), static_cast<ir::Value>(outcome_));
}

Ref OpenForum::recognised() { return outcome_is(Stance::letter, engine::Outcome::recognised); }

Ref OpenForum::by_letter(Ref node) {
  if (letter_.of_variable.size() < world.inputs.variables.size())
    letter_ = engine::letter_setting(world);
  return graph().substitute(node, letter_.of_variable);
}

bool OpenForum::is_open_law(std::uint32_t v) const {
  switch (world.inputs.inputs[world.inputs.variables[v].input].label) {
    case Label::power:
    case Label::gap:
    case Label::conflict:
    case Label::law:
    case Label::division:
      return true;
    case Label::fact:
    case Label::reading:
    case Label::overlay:
      return false;
  }
  return false;
}

bool OpenForum::is_law_of_open_place(std::uint32_t v) const {
  const interp::Variable& variable = world.inputs.variables[v];
  return variable.slot == ir::none_u32 &&
         world.inputs.inputs[variable.input].label == Label::fact;
}

Ref OpenForum::replaced(Ref node, bool high) {
  std::vector<Ref> set(world.inputs.variables.size(), Graph::keep);
  for (std::uint32_t v = 0; v < set.size(); ++v) {
    if (!is_open_law(v)) continue;
    exact::Domain domain = exact::domain_of(world.inputs.variables[v], law);
    if (domain.size() > 0) set[v] = graph().constant(high ? domain.last() : domain.first());
  }
  return graph().substitute(node, set);
}

Ref OpenForum::firm(Ref condition) {
  return graph().both(condition, graph().both(replaced(condition, false), replaced(condition, true)));
}

Ref OpenForum::decided_by() {
  const auto purpose = static_cast<std::uint32_t>(world.question.purpose);
  return by_letter(world.of_purpose(purpose).ground.provision);
}

Ref OpenForum::differs_by(std::uint32_t variable, Ref node) {
  exact::Domain domain = exact::domain_of(world.inputs.variables[variable], law);
  std::vector<Ref> set(world.inputs.variables.size(), Graph::keep);
  auto at = [&](ir::Value value) {
    set[variable] = graph().constant(value);
    return graph().substitute(node, set);
  };
  Ref differ = Graph::no, first = at(domain.first());
  for (std::size_t i = 1; i < domain.size() && i < 16; ++i)
    differ = graph().either(differ, graph().negation(graph().equal(first, at(domain.at(i)))));
  return differ;
}

std::vector<std::uint32_t> OpenForum::bars() const {
  std::vector<std::uint32_t> list;
  const ir::Module* module = world.module();
  for (std::uint32_t b = 0; module && b < module->bars; ++b) list.push_back(module->first_bar + b);
  return list;
}

Ref OpenForum::bar(std::uint32_t number) {
  return by_letter(world.evaluator.own_bar(number));
}

Ref OpenForum::abroad() {
  Ref place = world.evaluator.place_of_celebration();
  Ref home = Graph::no;
  for (std::size_t p = 0; p < law.places.size(); ++p)
    for (auto at = static_cast<ir::Value>(p); at >= 0;
         at = law.places[static_cast<std::size_t>(at)].part_of)
      if (at == world.question.forum)
        home = graph().either(home, graph().is(place, static_cast<ir::Value>(p)));
  return graph().negation(home);
}

Ref OpenForum::lawful() {
  Ref barred = Graph::no;
  for (std::uint32_t b : bars()) barred = graph().either(barred, bar(b));
  return graph().either(abroad(), graph().negation(barred));
}

std::optional<std::uint32_t> OpenForum::variable_at(std::string_view path) const {
  for (std::uint32_t v = 0; v < world.inputs.variables.size(); ++v)
    if (world.inputs.variables[v].slot != ir::none_u32 &&
        ir::path_of(law, world.inputs.variables[v].slot) == path)
      return v;
  return std::nullopt;
}

bool protects(const ir::Law& law, const ir::Bar& bar) {
  constexpr std::array<std::string_view, 6> kinds{"age",     "consent",  "incapacity",
                                                  "kinship", "adoption", "existing_union"};
  std::string_view kind = ir::enum_word(law, law.anchors.enum_bar_kind, bar.kind);
  if (kind == "kinship") {  // lineal and sibling kin; of bars that name no degree, all
    int degree = bar.degree == 0xffff ? 0 : bar.degree;
    return degree <= ir::enum_value(law, enum_named(law, "kinship"), "half_siblings");
  }
  return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace comity::solver
