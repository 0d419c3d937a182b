// The whole program in a few calls: a question and a case in, an answer out. No files, no terminal, no network.
#pragma once
#include <span>

#include "engine/answer.h"
#include "ir/facts.h"

namespace comity::engine {

struct Options {
  bool derivations = true;  // record reasons (costs time and memory)
};

// Guarantees: same law, same facts, same question: the same answer, byte for byte once rendered.
Answer check(const ir::Law& law, const ir::Facts& facts, const Question& question, base::Day today,
             const Options& options = {});

// Intervals of equal verdict, outcome and stances, from the celebration (or its earliest possible day) to `until`.
// as_lived: each day by what was known on it; otherwise by what is known now.
std::vector<Interval> timeline(const ir::Law& law, const ir::Facts& facts, const Question& question,
                               base::Day today, bool as_lived);

}  // namespace comity::engine
