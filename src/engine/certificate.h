// Why a firm answer is firm, and an open one open, in as few facts as can be: what anybody can check by hand.
// Guarantees: of a settled answer, told facts that suffice (whatever else were true, every stance would say the same), none
// of which can be left out; of one that depends, two completions that differ in outcome and, where that can be, in nothing
// but facts that matter. Uses the exact layer only.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/answer.h"
#include "ir/facts.h"

namespace comity::engine {

struct Certificate {
  std::vector<std::string> suffices;  // paths; of a settled answer
  struct Completion {
    Outcome outcome = Outcome::none;
    std::vector<std::pair<std::string, std::string>> facts;  // path, value
  };
  Stance stance = Stance::letter;    // whose outcome the completions tell apart
  std::vector<Completion> differ;  // two, or none
};

// Nothing where the answer is neither: the law's own gaps and ours are certified by their names.
Certificate certificate_of(const ir::Law& law, const ir::Facts& facts, const Answer& answer,
                           base::Day today);

}  // namespace comity::engine
