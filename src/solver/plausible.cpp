#include "solver/plausible.h"

#include <algorithm>

#include "exact/domain.h"
#include "ir/paths.h"

namespace comity::solver {

using ir::Base;
using ir::Graph;
using ir::Ref;

namespace {

constexpr int rounds = 5;

bool counts(const ir::Law& law, const interp::Variable& v) {
  const ir::Field* field = ir::field_at(law, v.slot);
  return field && v.type == Base::integer && field->many != ir::Many::one;
}

// The first day of the month that lies at least a month before a day.
base::Day month_before(base::Day day) {
  base::Day before = base::add(day, -1, base::Unit::months, base::Rounding::back);
  std::string iso = base::to_string(before);
  return base::parse_day(iso.substr(0, 8) + "01").value_or(before);
}

}  // namespace

Plausible::Plausible(OpenForum& forum) : forum_(forum) {
  for (int round = 0; round < rounds; ++round) {
    for (std::uint32_t v = 0; v < forum_.world.inputs.variables.size(); ++v)
      if (forum_.world.inputs.variables[v].slot != ir::none_u32) wish_of_variable(v, round);
    if (round == 2) wish_of_days();
    if (round == 3) wish_of_nationalities();
  }
}

void Plausible::wish(Ref condition) {
  if (condition != Graph::yes && condition != Graph::no) wishes_.push_back(condition);
}

// Rounds, heaviest first: nobody else in the story; what the ontology calls ordinary; (days and ages); homes and papers of
// the forum; recorded sexes that differ.
void Plausible::wish_of_variable(std::uint32_t v, int round) {
  Graph& g = forum_.graph();
  const interp::Variable& variable = forum_.world.inputs.variables[v];
  const ir::Field* field = ir::field_at(forum_.law, variable.slot);
  if (!field) return;
  Ref is = g.variable(v);
  std::string path = ir::path_of(forum_.law, variable.slot);
  bool count = counts(forum_.law, variable), nationality = path.ends_with("nationalities");
  if (round == 0 && count && !nationality) wish(g.before_day(is, 2)), wish(g.is(is, 0));
  if (round == 1 && field->presumed_as >= 0) wish_of_presumption(v, *field);
  if (round == 1 && variable.type == Base::day) return;
  if (round == 1 && !count && variable.has_ordinary) wish(g.is(is, variable.ordinary));
  if (round == 1 && !count && field->has_ordinary && field->many == ir::Many::one)
    wish(g.is(is, field->ordinary));
  if (round == 3 && count && nationality) wish(g.is(is, 1));
  if (round == 3 && variable.type == Base::place && !path.starts_with("celebration."))
    wish(g.is(is, forum_.world.question.forum));
  if (round == 4 && path.ends_with(".sex")) {
    wish(g.negation(g.is(is, 2)));
    wish(g.is(is, path.starts_with("spouses.0") ? 0 : 1));
  }
}

// What is presumed from another fact of the same record is as that fact is.
void Plausible::wish_of_presumption(std::uint32_t v, const ir::Field& field) {
  const ir::Field& source = forum_.law.fields[static_cast<std::size_t>(field.presumed_as)];
  const auto& variables = forum_.world.inputs.variables;
  std::uint32_t slot = variables[v].slot - field.offset + source.offset;
  for (std::uint32_t other = 0; other < variables.size(); ++other)
    if (variables[other].slot == slot && variables[other].type == variables[v].type)
      return wish(forum_.graph().equal(forum_.graph().variable(v), forum_.graph().variable(other)));
}

// Where the forum's nationality will not do: both of one state, whose law the base has.
void Plausible::wish_of_nationalities() {
  Graph& g = forum_.graph();
  auto first = forum_.variable_at("spouses.0.nationalities.0.state"),
       second = forum_.variable_at("spouses.1.nationalities.0.state");
  if (!first || !second) return;
  Ref known = Graph::no;
  for (const ir::Module& module : forum_.law.modules)
    if (module.own_law) known = g.either(known, g.is(g.variable(*first), module.place));
  wish(known);
  wish(g.equal(g.variable(*first), g.variable(*second)));
}

void Plausible::wish_of_days() {
  Graph& g = forum_.graph();
  Ref wedding = forum_.world.evaluator.celebration_day();
  base::Day on = forum_.world.question.on;
  wish(g.since_day(wedding, on - 366));
  for (int spouse = 0; spouse < 2; ++spouse) wish_of_age(spouse, wedding);
  wish(g.is(wedding, month_before(on)));
}

void Plausible::wish_of_age(int spouse, Ref wedding) {
  auto born = forum_.variable_at("spouses." + std::to_string(spouse) + ".born");
  if (!born) return;
  Graph& g = forum_.graph();
  Ref birth = g.variable(*born);
  auto years_later = [&](int years) {
    return g.shift(birth, years, base::Unit::years, base::Rounding::forward);
  };
  wish(g.not_before(wedding, years_later(18)));
  wish(g.not_before(wedding, years_later(21)));
  wish(g.before(wedding, years_later(60)));
  int year = base::year_of(forum_.world.question.on) - 30 + spouse;
  if (auto day = base::day_of(year, 6, 1)) wish(g.is(birth, *day));
}

std::optional<Completion> Plausible::find(std::vector<Ref> conditions) {
  const std::size_t must = conditions.size();
  given_up_ = 0;
  reply_ = forum_.questions.ask(conditions);
  if (reply_ != Reply::possible) return std::nullopt;
  Completion best = forum_.questions.completion();
  std::vector<Ref> kept = wishes_, dropped;
  for (;;) {
    std::vector<Ref> all = conditions;
    all.insert(all.end(), kept.begin(), kept.end());
    Reply reply = forum_.questions.ask(all);
    if (reply == Reply::possible) best = forum_.questions.completion();
    if (reply != Reply::never) break;
    std::size_t lightest = 0;
    for (std::size_t i : forum_.questions.clash())
      if (i >= must) lightest = std::max(lightest, i);
    if (lightest < must) break;
    dropped.push_back(kept[lightest - must]);
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(lightest - must));
  }
  // A clash need not be the smallest: what was given up for nothing is taken back, the heaviest first.
  conditions.insert(conditions.end(), kept.begin(), kept.end());
  for (Ref again : wishes_) {
    if (std::ranges::find(dropped, again) == dropped.end()) continue;
    conditions.push_back(again);
    if (forum_.questions.ask(conditions) == Reply::possible) {
      best = forum_.questions.completion();
    } else {
      conditions.pop_back();
      ++given_up_;
    }
  }
  return best;
}

}  // namespace comity::solver
