// The whole program in a few calls: a question and a case in, an answer out. No files, no terminal, no network.
#pragma once
#include <span>

#include "engine/answer.h"
#include "ir/facts.h"

namespace comity::engine {

struct Options {
  bool derivations = true;  // record reasons (costs time and memory)
  bool report =
      true;  // false: outcome, verdict, stances and what they turn on only, as batch wants them
  bool exposure =
      false;  // without a report: what asserting, denying or silence may bring all the same
  std::vector<bool>* clauses_used =
      nullptr;  // given: Law::clauses that were looked at are marked, for coverage
};

// Guarantees: same law, same facts, same question: the same answer, byte for byte once rendered.
Answer check(const ir::Law& law, const ir::Facts& facts, const Question& question, base::Day today,
             const Options& options = {});

// One case, every place that may be asked on the day: the answers without derivations, in the order of place codes.
std::vector<Answer> atlas(const ir::Law& law, const ir::Facts& facts, const Question& question,
                          base::Day today);

// The first constraint of the ontology that no completion of the case satisfies; Law::constraints.size() where only
// several together cannot be met. nullopt: the case is possible.
std::optional<std::uint32_t> broken_constraint(const ir::Law& law, const ir::Facts& facts,
                                               const Question& question, base::Day today);

// A member of the forum's own module (valid, may_marry, degree, ...) asked as at the celebration, by the letter; may_marry
// of both spouses. nullopt: open.
std::optional<ir::Value> ask_member(const ir::Law& law, const ir::Facts& facts,
                                    const Question& question, base::Day today, std::uint32_t member,
                                    const Options& options = {});

// Intervals of equal verdict, outcome and stances, from the celebration (or its earliest possible day) to `until`.
// as_lived: each day by what was known on it; otherwise by what is known now.
std::vector<Interval> timeline(const ir::Law& law, const ir::Facts& facts, const Question& question,
                               base::Day today, bool as_lived);

}  // namespace comity::engine
