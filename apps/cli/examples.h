// Examples of law files (S14), run against a compiled law: the facts become a case, the case an answer, the answer is
// compared with what the author expects. Knows no terminal.
#pragma once
#include <string>
#include <vector>

#include "capi/asking.h"
#include "diag/diagnostic.h"
#include "engine/engine.h"
#include "meaning/examples.h"

namespace comity::cli {

struct ExampleCase {
  const meaning::Example* example = nullptr;
  casefile::Case facts;
  engine::Question question;
};

// nullopt after a diagnostic: the example's facts are no case.
std::optional<ExampleCase> case_of_example(const ir::Law& law, const meaning::Example& example,
                                           base::Day today, diag::Diagnostics& diagnostics);

using capi::question_of;

// What came out otherwise than expected, one line each; empty: the example holds. `clauses_used` as in engine::Options.
std::vector<diag::Saying> differences(const ir::Law& law, const ExampleCase& example,
                                      base::Day today, std::vector<bool>* clauses_used = nullptr);

}  // namespace comity::cli
