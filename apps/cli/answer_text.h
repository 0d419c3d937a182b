// Answers as text for people, in one of two languages, in the order docs/first-run.md explains. No outcome is decided here.
#pragma once
#include "engine/answer.h"
#include "engine/words.h"
#include "ir/facts.h"

namespace comity::cli {

using engine::Language;

// Staleness, answer sentence, how firm and why, who says what, why, exposure, what would change it, next, sources, receipt.
std::string answer_text(const ir::Law& law, const ir::Facts& facts, const engine::Answer& answer,
                        Language language);
// The whole derivation of every stance.
std::string why_text(const ir::Law& law, const ir::Facts& facts, const engine::Answer& answer,
                     Language language);
// Every forum, by outcome and then by name; never ranked. `csv`: one row for each.
std::string atlas_text(const ir::Law& law, const std::vector<engine::Answer>& answers,
                       Language language);
std::string atlas_csv(const ir::Law& law, const std::vector<engine::Answer>& answers);
std::string timeline_text(const ir::Law& law, const engine::Question& question,
                          const std::vector<engine::Interval>& intervals, bool as_lived,
                          Language language);

}  // namespace comity::cli
