// Examples of law files (S14) as data: which facts, which question, what should come out. They are kept beside the law
// base and are no part of the pack. Whether they come out so is for `comity test`.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "meaning/type.h"
#include "syntax/tree.h"

namespace comity::meaning {

// with PATH is VALUE: VALUE as the case format takes it; a later setting of one path replaces an earlier.
struct Setting {
  std::string path;    // spouses.0.sex
  syntax::Node value;  // word, code, date, integer, string or list
};

// expect STANCE OUTCOME [by PROVISION], expect READING OUTCOME (the letter with this reading alone), expect exposure FIRM by
// PROVISION, or expect MEMBER yes|no|WORD.
struct Expectation {
  std::string subject;    // letter, courts, authorities, or a member of the interface
  bool member = false;    // subject is a member, asked of this place as at the celebration
  std::string outcome;    // recognised, not_recognised, ..., silent, open; yes, no for members
  std::string provision;  // "RU/SK/158(1)", empty when not stated
  text::Span span;
};

struct Example {
  std::string name;
  std::string provision;  // of the heading it stands under
  text::Span span;
  std::string place;  // code of the module it stands in; of a family, shared law: empty
  Text says;
  std::vector<Setting> settings;  // those of `like` first, in the order written
  std::string forum;              // code; the module's place where not written
  std::optional<base::Day> on, known_on;
  std::string purpose, assume;  // empty when not written
  std::vector<Expectation> expectations;
  std::string verdict;  // empty when not written
  std::string source;
};

}  // namespace comity::meaning
