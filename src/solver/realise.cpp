#include "solver/realise.h"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/engine.h"
#include "ir/paths.h"

namespace comity::solver {

using ir::Graph;
using ir::Ref;

namespace {

constexpr std::string_view place_path = "celebration.place";
constexpr std::size_t most_compared = 150;  // places whose demands on a couple are compared

std::string code_of(const ir::Law& law, ir::Value place) {
  return std::string(law.str(law.places[static_cast<std::size_t>(place)].code));
}

enum class Borne : std::uint8_t { out, out_where_law_is_open, not_at_all };

// Whether a condition holds of a couple that is told in full. What law is open may still come to either.
Borne borne(OpenForum& forum, Ref node) {
  if (auto known = forum.graph().known(node)) return *known ? Borne::out : Borne::not_at_all;
  exact::Exact exact(forum.graph(), forum.world.inputs, forum.law, forum.world.constraints);
  std::vector<ir::Value> values = exact.possible(node);
  if (values == std::vector<ir::Value>{1}) return Borne::out;
  return values.size() > 1 ? Borne::out_where_law_is_open : Borne::not_at_all;
}

bool rests_on_open_place(OpenForum& forum, Ref node) {
  for (std::uint32_t v : forum.graph().support(node))
    if (forum.is_law_of_open_place(v)) return true;
  return false;
}

// A part of the forum adds nothing to the forum itself.
bool is_part_of_forum(const ir::Law& law, const Couple& couple, ir::Value place) {
  const Told* forum = find(couple, "question.forum");
  const int at = forum ? ir::place_named(law, forum->value) : -1;
  for (int above = law.places[static_cast<std::size_t>(place)].part_of; above >= 0;
       above = law.places[static_cast<std::size_t>(above)].part_of)
    if (above == at) return true;
  return false;
}

// Facts that name places, other than that of the wedding: they decide whose law is asked.
Couple places_of(const ir::Law& law, const OpenForum& open, const Couple& couple) {
  Couple kept = open.told;
  for (const Told& fact : couple) {
    if (fact.path == place_path || find(open.told, fact.path)) continue;
    auto v = open.variable_at(fact.path);
    bool names_place = v && open.world.inputs.variables[*v].type == ir::Base::place;
    if (names_place || (fact.value == "[]" && fact.path.ends_with("nationalities")))
      kept.push_back(fact);
  }
  (void)law;
  return kept;
}

}  // namespace

std::optional<engine::Answer> replay(const ir::Law& law, const Couple& couple,
                                     const Condition& condition, base::Day today, bool strict) {
  OpenForum told(law, couple, today, strict);
  Borne out = borne(told, condition(told));
  if (out == Borne::out_where_law_is_open) return std::nullopt;
  if (out == Borne::not_at_all) {
    std::string facts;
    for (const Told& fact : couple) facts += " " + fact.path + "=" + fact.value;
    throw Unreproduced("the interpreter does not bear out what the solver found:" + facts);
  }
  return engine::check(law, told.read.facts, told.read.question, today, {});
}

std::size_t Realise::facts_asked(const Couple& couple, ir::Value place) {
  ReadCouple read = read_couple(law_, couple, today_, strict_);
  ir::Graph graph;
  interp::Inputs inputs;
  interp::Derivation derivation;
  interp::Evaluator evaluator(law_, read.facts,
                              {read.question.forum, read.question.on, today_, false}, graph, inputs);
  evaluator.record(&derivation);
  evaluator.recognition(static_cast<std::uint32_t>(read.question.purpose));
  std::set<std::uint32_t> asked;
  for (const interp::Step& step : derivation.steps)
    if (step.law == place) asked.insert(step.facts.begin(), step.facts.end());
  return asked.size();
}

std::vector<ir::Value> Realise::places_that_would_do(const Couple& ordinary,
                                                     const Condition& condition) {
  std::vector<ir::Value> found;
  for (const ir::Module& module : law_.modules) {
    if (interrupted()) break;
    if (is_part_of_forum(law_, ordinary, module.place)) continue;
    Couple there = ordinary;
    set(there, std::string(place_path), code_of(law_, module.place));
    OpenForum forum(law_, there, today_, strict_);
    Ref node = condition(forum);
    if (forum.graph().known(node) == 1 && !rests_on_open_place(forum, node))
      found.push_back(module.place);
  }
  return found;
}

// The place is among what is fixed; all that its law asks and nobody has told is searched for.
std::optional<Found> Realise::at(const Couple& fixed, const Condition& condition) {
  OpenForum forum(law_, fixed, today_, strict_);
  Ref node = condition(forum);
  if (!forum.possible(node)) return std::nullopt;
  Plausible plausible(forum);
  auto completion = plausible.find({node});
  if (!completion) return std::nullopt;
  Couple couple = couple_of(law_, forum.world.inputs, *completion, fixed);
  if (rests_on_open_place(forum, node)) {  // some place is still untold: it may have been taken for any
    OpenForum told(law_, couple, today_, strict_);
    if (borne(told, condition(told)) != Borne::out) return std::nullopt;
  }
  auto answer = replay(law_, couple, condition, today_, strict_);
  if (!answer) return std::nullopt;
  return Found{couple, std::move(*answer), {}, plausible.unusual()};
}

std::optional<Found> Realise::at_a_place(OpenForum& open, const Completion& completion,
                                         const Condition& condition, std::size_t places) {
  Couple couple = couple_of(law_, open.world.inputs, completion, open.told);
  Couple ordinary = couple;
  set(ordinary, "question.assume", "ordinary");
  std::vector<ir::Value> would_do = places_that_would_do(ordinary, condition);
  std::vector<std::pair<std::pair<bool, std::size_t>, ir::Value>> order;
  for (ir::Value place : would_do) {
    set(ordinary, std::string(place_path), code_of(law_, place));
    bool state = law_.module_of(place)->own_law && law_.places[static_cast<std::size_t>(place)].part_of < 0;
    std::size_t asked = order.size() < most_compared ? facts_asked(ordinary, place) : 0;
    order.push_back({{state, asked}, place});
  }
  // First states with law of their own in the base, and where it looks at most of what the couple tells: the most
  // convincing witness.
  std::ranges::stable_sort(order, std::greater{}, [](const auto& entry) { return entry.first; });
  if (order.empty())
    for (const ir::Module& module : law_.modules)
      if (module.own_law) order.push_back({{false, 0}, module.place});
  Couple fixed = places_of(law_, open, couple);
  for (std::size_t i = 0; i < order.size() && i < places && !interrupted(); ++i) {
    set(fixed, std::string(place_path), code_of(law_, order[i].second));
    auto found = at(fixed, condition);
    if (!found) continue;
    for (ir::Value place : would_do)
      if (place != order[i].second) found->elsewhere.push_back(place);
    return found;
  }
  return std::nullopt;
}

}  // namespace comity::solver
