// Law text to tree: one Markdown file in, its outline and the tree of its law blocks out.
// Guarantees: never throws on any bytes; spans lie inside the file and are exact; after an error the other clauses and
// declarations are still read, so that one run reports what there is to report. What could not be read is left out of
// the tree, and the diagnostics then hold an error. Names, types and dates of force are left to `meaning`.
#pragma once
#include <string_view>

#include "diag/diagnostic.h"
#include "syntax/tree.h"

namespace comity::syntax {

// instrument_key ("RU/SK") begins the provisions; empty: provisions are bare numbers, as the formatter wants them.
LawFile parse_law_file(const text::SourceSet& sources, text::FileId file,
                       std::string_view instrument_key, diag::Diagnostics& diagnostics);

inline constexpr std::size_t longest_file = 300;  // lines
inline constexpr int deepest_expression = 100;    // levels of nesting

}  // namespace comity::syntax
