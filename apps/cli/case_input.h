// The case and the question about it: from the file named or standard input, with the options of the question applied.
#pragma once
#include "casefile/case.h"
#include "casefile/document.h"
#include "cli/session.h"
#include "engine/engine.h"
#include "ir/facts.h"

namespace comity::cli {

struct CaseInput {
  ir::Facts facts;
  engine::Question question;
};

// What the options of the question say instead of a case; what cannot be read is among the session's findings.
casefile::Overrides overrides_of(Session& session);
// nullopt after the findings were reported; the status is bad_usage.
std::optional<CaseInput> read_case_input(Session& session);
// The places of a list with commas between, as written after `option`.
std::vector<ir::Value> places_listed(Session& session, const std::string& option,
                                     const std::string& written);
// The first step alone: the file as it was written. nullopt after the findings were reported.
std::optional<casefile::Document> read_document(Session& session);
// The second: what it means. Its findings wait in the session.
std::optional<CaseInput> case_of_document(Session& session, const casefile::Document& document);
// The engine's answer, with what only the surface knows: the pack and its key.
engine::Answer answer_of(const Session& session, const CaseInput& input, bool derivations);

}  // namespace comity::cli
