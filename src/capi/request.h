// One request of the C interface: its JSON with the places of everything in it, and what its keys come to.
// Guarantees: a key that the verb lacks, a value of another kind, a word that is not known: each is a finding with its
// place; nothing is guessed. Leaves what is done about it to verbs.cpp.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capi/asking.h"
#include "casefile/document.h"
#include "diag/diagnostic.h"

namespace comity::capi {

// What the keys say; what stands in no key is as it is here.
struct Asked {
  std::optional<base::Day> today, on, known_on, until;
  std::optional<ir::Value> forum, purpose;
  bool strict = false, because = true, as_lived = false, history = false, compact = false;
  std::string place, topic, id;
  std::vector<std::string> unknown;  // facts that the person does not know
  base::Language language = base::Language::en;
};

struct Request {
  const ir::Law& law;
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  casefile::Document document;  // the whole request
  casefile::Document told;      // of a case given as a string: what it holds
  Asked asked;

  explicit Request(const ir::Law& of) : law(of) {}
  base::Day today() const { return *asked.today; }  // read_request has set it
  const casefile::Node* find(std::string_view key) const { return document.root.find(key); }
  // A finding about the value of a key, or about the request where it has none.
  diag::Diagnostic& refuse(std::string_view key, diag::Saying why, diag::Saying remedy = {});
};

// `keys`: those the verb takes, with a space between each. False after a finding.
bool read_request(Request& request, std::string_view text, std::string_view keys);

enum class Needs : std::uint8_t { case_and_forum, case_only, forum_only };

// The case of the request, as an object or as a string that holds one; where none is needed, an empty one for none. nullopt
// after a finding.
std::optional<casefile::Case> read_told_case(Request& request, Needs needs = Needs::case_and_forum);

}  // namespace comity::capi
