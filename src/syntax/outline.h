// The literate side of a law file: headings with their provisions and prose, and where the law blocks lie.
// md4c says what is a heading, a paragraph, a quote and a fenced block; nothing else in the tree includes it.
// Guarantees: a block's span is exactly the bytes between its fence lines. Leaves the text of the blocks to the lexer.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/tree.h"

namespace comity::syntax {

struct LawBlock {
  text::Span span;
  std::string provision;
};

struct Outline {
  std::vector<Heading> headings;
  std::vector<LawBlock> blocks;  // only those that stand under a provision and are closed
};

Outline outline_of(const text::SourceSet& sources, text::FileId file,
                   std::string_view instrument_key, diag::Diagnostics& diagnostics);

// "Article 22 b. Title" -> number "22 b", title "Title"; an empty number where the words name no provision.
struct HeadingWords {
  std::string_view number, title;
};
HeadingWords read_heading(std::string_view words);

}  // namespace comity::syntax
