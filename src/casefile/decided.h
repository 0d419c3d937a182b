// The key `decided` of a decided case: who decided what on what ground, and what the law base is expected to say of it.
//   decided: {court, date, citation, source, kind, expect: {stance, outcome, provision | overlay}, own: [..], disagrees: why,
//             out_of_scope: why}
// Guarantees: every key, kind and stance is one of those below, else a finding; `court`, `date`, `citation`, `source`, `kind`
// and `expect` are there. Leaves what `own` names to who knows the law.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "casefile/document.h"
#include "casefile/when.h"
#include "diag/diagnostic.h"

namespace comity::casefile {

enum class DecidedKind : std::uint8_t {
  decision,            // of a court, or of a board where the stance says `authorities`
  administrative_act,  // of a desk or ministry
  official_guidance,
  statute_rule,       // what a statute says in so many words
  derived_from_text,  // worked from a text by us: an example, not counted
  duty_finding,       // that a state breached a duty: judged by the overlay
};

struct Decided {
  DecidedKind kind = DecidedKind::decision;
  std::string court, citation, source, date;
  Days days;  // of the decision
  std::string stance, outcome, provision;
  std::string overlay;  // of a finding on a duty: COE/koilova, or `none` where none was found
  std::string disagrees, out_of_scope;
  std::optional<std::vector<Node>>
      own;  // what in the law is the decision's own; not told: to be deduced
  text::Span span;
};

std::string_view word(DecidedKind kind);

// Takes the key out of the document, which is a case like any other then. nullopt after a finding.
std::optional<Decided> take_decided(Document& document, diag::Diagnostics& diagnostics);

// The key as JSON Schema.
nlohmann::ordered_json decided_schema(bool russian);

}  // namespace comity::casefile
