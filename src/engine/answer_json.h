// The answer and the timeline as the JSON of the contract: key names and their order are fixed there; keys that the
// contract does not name come after those it does, within their object. Writes no words of its own but the notes.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "engine/ask.h"
#include "engine/engine.h"
#include "engine/words.h"

namespace comity::engine {

using Json = nlohmann::ordered_json;

struct JsonOptions {
  bool because = true;               // the derivations
  Language language = Language::en;  // of texts from the law base
};

Json to_json(const ir::Law& law, const Answer& answer, const JsonOptions& options = {});
// What to ask next, with what kind of answer each question takes; `so_far` is the answer without its reasons.
Json to_json(const ir::Law& law, const Interview& interview, const JsonOptions& options = {});
Json to_json(const ir::Law& law, const std::vector<Interval>& intervals,
             const JsonOptions& options = {});
// Of several forums: without derivations.
Json to_json(const ir::Law& law, const std::vector<Answer>& answers, Language language);
// A document as every surface prints it: two spaces, a newline at the end; `compact`: one line.
std::string printed(const Json& document, bool compact = false);
// The tree of one derivation. A step that was written out before is written again without what it rests on,
// with "repeated": true, so that the size is that of the derivation and not of its unfolding.
Json because_json(const ir::Law& law, const interp::Derivation& derivation, Language language);

}  // namespace comity::engine
