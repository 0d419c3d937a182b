// A small ontology laid out by hand, so that the case reader is tested without the compiler of the law language.
// Shaped like law/shared, with one field of each kind the reader knows.
#pragma once
#include <string>
#include <vector>

#include "casefile/case.h"
#include "ir/builder.h"

namespace comity::casefile::test {

const ir::Law& small_law();

// A case read from text by the small law (or another), with what was found.
struct Read {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  std::optional<Case> read;

  bool refused(diag::Code code) const;  // no case, and this among the findings
  const diag::Diagnostic* finding(diag::Code code) const;
  text::LineColumn place(diag::Code code) const;  // of the first finding of this code; {0, 0}: none
  const ir::Fact& at(
      const std::string& path) const;  // "spouses.0.nationalities.0.state"; list: its length
};

Read read(const std::string& text, const Options& options = {});
// The text of a case whose question is complete, with more keys after it.
std::string with(const std::string& more);
// The slot of a path: lists and `maybe` are their first slot; of a dated field its length, ".0.in" and so on inside.
std::uint32_t slot_of(const ir::Law& law, const std::string& path);
ir::Value place(const std::string& code);
ir::Value word(const std::string& enum_name, const std::string& value);
base::Day day(const std::string& iso);

}  // namespace comity::casefile::test
