#include "engine/ask.h"

#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

// The order of an interview between people: where and when, then who, then what only some rules read. What a path begins
// with, after `spouses.N.`; what is not listed comes last, in the order of the case format.
constexpr std::string_view order[] = {"celebration.place",
                                      "celebration.on",
                                      "celebration.kind",
                                      "celebration.form",
                                      "celebration",
                                      "nationalities",
                                      "residence",
                                      "domicile",
                                      "intended_home",
                                      "sex",
                                      "born",
                                      "between",
                                      "earlier_unions",
                                      "declared_incapable",
                                      "consents",
                                      "community"};

std::string_view of_a_spouse(std::string_view path) {
  constexpr std::string_view spouses = "spouses.";
  return path.starts_with(spouses) ? path.substr(spouses.size() + 2) : path;
}

std::size_t rank(std::string_view path) {
  path = of_a_spouse(path);
  const auto at = std::ranges::find_if(
      order, [&](std::string_view begins) { return path.starts_with(begins); });
  return static_cast<std::size_t>(at - std::begin(order));
}

// The outcomes of all stances as one node, so that one search asks what can change any of them.
Ref together(Checking& c) {
  Graph& g = c.world.graph;
  Ref all = g.constant(0);
  std::vector<ir::Value> codes{0};
  for (Ref outcome : c.outcomes) {
    const std::vector<ir::Value> values =
        g.is_constant(outcome) ? std::vector{g.value(outcome)} : c.exact.possible(outcome);
    Ref joined = g.constant(-1);
    std::vector<ir::Value> longer;
    for (ir::Value code : codes)
      for (ir::Value value : values) {
        longer.push_back(code * 10 + value);
        const Ref reached = g.constant(longer.back()), valued = g.is(outcome, value);
        joined = g.choose(g.both(g.is(all, code), valued), reached, joined);
      }
    all = joined;
    codes = std::move(longer);
  }
  return all;
}

// The facts' own instrument asks nothing: it only says what a fact is.
bool of_a_state(const ir::Law& law, std::uint32_t provision) {
  return law.instruments[law.provisions[provision].instrument].place >= 0;
}

// The provision that reads the fact, for one stance: the first on the way of the evaluation.
std::uint32_t reads(Checking& c, const std::string& fact, Stance stance) {
  const auto s =
      static_cast<std::size_t>(std::ranges::find(all_stances, stance) - all_stances.begin());
  const auto purpose = static_cast<std::uint32_t>(c.world.question.purpose);
  interp::Derivation derivation;
  interp::Evaluator evaluator(
      c.world.law, c.world.facts,
      {c.world.question.forum, c.world.question.on, c.world.known_on, false}, c.world.graph,
      c.world.inputs);
  evaluator.settings = c.views[s].settings[c.world.class_of[purpose]].of_variable;
  evaluator.record(&derivation);
  evaluator.recognition(purpose);
  for (const interp::Step& step : derivation.steps)
    if (step.provision != ir::none_u32 && of_a_state(c.world.law, step.provision) &&
        std::ranges::any_of(step.facts, [&](std::uint32_t slot) {
          return ir::input_path(c.world.law, c.world.facts, slot) == fact;
        }))
      return step.provision;
  return ir::none_u32;
}

}  // namespace

void add_questions(Checking& c, const std::set<std::string>& declined, Interview& interview) {
  for (const Open& open : interview.so_far.depends_on)
    if (!declined.contains(open.id)) interview.left.push_back({open.id, open.text, open.stances});
  std::ranges::stable_sort(interview.left, {},
                           [](const Interview::Item& item) { return rank(item.fact); });
  std::vector<std::uint32_t> offered;
  for (const Interview::Item& item : interview.left)
    offered.push_back(c.world.inputs.input(interp::Label::fact, item.fact));
  const std::optional<exact::Plan> plan = c.exact.plan(together(c), offered);
  if (plan) {
    interview.at_most = plan->at_most;
    interview.expected = plan->expected;
    const auto first = std::ranges::find(offered, plan->input) - offered.begin();
    std::rotate(interview.left.begin(), interview.left.begin() + first,
                interview.left.begin() + first + 1);
  }
  if (interview.left.empty()) return;
  Interview::Item& next = interview.left.front();
  next.asked_by = reads(c, next.fact, next.stances.front());
}

}  // namespace comity::engine
