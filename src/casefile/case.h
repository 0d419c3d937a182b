// A case and the question about it, read by the ontology of the law base: every key, value, default and bound comes
// from there (docs/language.md, S2). YAML never guesses a type: `NO` is Norway where a place is asked for.
// Guarantees: nullopt exactly when some finding is an error; a key left out is unknown but for what the ontology says
// of it; nothing that the case does not say is told. Leaves contradictions that need reasoning to `broken` and engine.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/date.h"
#include "casefile/document.h"
#include "diag/diagnostic.h"
#include "ir/facts.h"
#include "ir/law.h"

namespace comity::casefile {

// What the caller says instead of the case's own `question`.
struct Overrides {
  std::optional<ir::Value> forum, purpose;
  std::optional<base::Day> on, known_on;
  bool strict = false;
};

struct Case;
// The constraint of the ontology (its number) that the case breaks in every completion; Law::constraints.size() where
// several together cannot be met. Given by the caller: casefile runs no law itself.
using Broken = std::function<std::optional<std::uint32_t>(const Case& read)>;

struct Options {
  base::Day today = 0;  // the day asked where the case names none
  Overrides overrides;
  Broken broken;  // may be empty: nothing is looked at
};

struct Case {
  ir::Facts facts;
  ir::Value forum = -1, purpose = 0;
  base::Day on = 0;
  std::optional<base::Day> known_on;
  bool ordinary = false, strict = false, planned = false;
  std::map<std::uint32_t, text::Span> written;  // where the value of a slot stands in the text
};

std::optional<Case> case_of(const ir::Law& law, const Document& document, const Options& options,
                            diag::Diagnostics& diagnostics);

// Both steps: the text of `file`, then its meaning.
std::optional<Case> read_case(const ir::Law& law, const text::SourceSet& sources, text::FileId file,
                              const Options& options, diag::Diagnostics& diagnostics);

}  // namespace comity::casefile
