// For the tests of the front end: text in, and trees compared without their places.
#pragma once
#include <algorithm>
#include <string>

#include "diag/render.h"
#include "syntax/parse.h"
#include "syntax/print.h"

namespace comity::syntax {

inline bool same_tree(const Node& a, const Node& b) {
  return a.kind == b.kind && a.word == b.word &&
         std::equal(a.kids.begin(), a.kids.end(), b.kids.begin(), b.kids.end(), same_tree);
}

struct ReadLaw {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  LawFile law;
  std::string findings() const { return diag::render(sources, diagnostics); }
};

inline ReadLaw read_law(std::string bytes, std::string name = "example.law.md") {
  ReadLaw read;
  text::FileId id = read.sources.add(std::move(name), std::move(bytes));
  read.law = parse_law_file(read.sources, id, "XX/T", read.diagnostics);
  return read;
}

inline std::string in_block(const std::string& block) {
  return "# A code\n\n## Article 1. Something\n\n```law\n" + block + "```\n";
}

// A file whose one rule has this condition.
inline std::string with_condition(const std::string& expression) {
  return in_block("rule (1) r: yes_no\n    if " + expression + "\n");
}

inline const Node* condition_of(const LawFile& law) {
  if (law.tree.kids.empty() || law.tree.kids[0].kids.empty()) return nullptr;
  const Node& last = law.tree.kids[0].kids[0].kids.back();
  return last.kind == Kind::clause && last.word == "if" ? &last.kids[0] : nullptr;
}

}  // namespace comity::syntax
