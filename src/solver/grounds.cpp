#include "solver/grounds.h"

#include <algorithm>

namespace comity::solver {

namespace {

void add(std::vector<std::uint32_t>& list, std::uint32_t provision) {
  if (std::ranges::find(list, provision) == list.end()) list.push_back(provision);
}

// The words all laws share decide nothing by themselves.
bool is_shared(const ir::Law& law, std::uint32_t provision) {
  return law.instruments[law.provisions[provision].instrument].place < 0;
}

}  // namespace

Grounds grounds_of(const ir::Law& law, const engine::Answer& answer) {
  Grounds grounds;
  const engine::StanceAnswer& letter = answer.stances.front();
  if (letter.decided_by < law.provisions.size()) grounds.permits.push_back(letter.decided_by);
  for (const interp::Step& step : letter.derivation.steps) {
    if (step.provision >= law.provisions.size() || is_shared(law, step.provision)) continue;
    const bool bar = step.kind == interp::StepKind::bar;
    if (step.law == answer.question.forum) {
      if (bar && step.holds == interp::Holds::no) add(grounds.asked, step.provision);
      if (!bar && step.holds == interp::Holds::yes) add(grounds.permits, step.provision);
      continue;
    }
    if (step.law < 0) continue;
    auto at = std::ranges::find(grounds.abroad, step.law, &Grounds::Abroad::law);
    if (at == grounds.abroad.end())
      at = grounds.abroad.insert(grounds.abroad.end(), {step.law, {}});
    add(at->provisions, step.provision);
  }
  return grounds;
}

}  // namespace comity::solver
