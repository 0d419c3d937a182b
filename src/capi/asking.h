// From a case as read to the engine's answer with what the pack knows. Shared by the C interface and the program, so that
// both ask alike.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "casefile/case.h"
#include "engine/ask.h"
#include "engine/engine.h"
#include "engine/place_law.h"
#include "pack/pack.h"

namespace comity::capi {

engine::Question question_of(const casefile::Case& read);

// How a case is read: contradictions between its facts are looked for.
casefile::Options reading_options(const ir::Law& law, base::Day today,
                                  casefile::Overrides overrides);

// The engine's answers, with the pack they rest on and its key.
engine::Answer answer_of(const pack::Pack& pack, const ir::Facts& facts,
                         const engine::Question& question, base::Day today, bool derivations);
std::vector<engine::Answer> answers_everywhere(const pack::Pack& pack, const ir::Facts& facts,
                                               const engine::Question& question, base::Day today);

// What to ask next, the facts in `declined` left open.
engine::Interview next_questions(const pack::Pack& pack, const ir::Facts& facts,
                                 const engine::Question& question, base::Day today,
                                 const std::vector<std::string>& declined);

// A probe couple through the case format; a probe that the ontology refuses is left without facts, and its topic open.
std::optional<ir::Facts> facts_of_probe(const ir::Law& law, const engine::Probe& probe,
                                        base::Day today);

}  // namespace comity::capi
