// Tree to law text: the one layout there is. Printing what was parsed and parsing it again gives the same tree, and
// printing that gives the same bytes.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "diag/diagnostic.h"
#include "syntax/tree.h"

namespace comity::syntax {

inline constexpr int line_width =
    120;  // code points; texts for people stay on their line and may go beyond

std::string print_expression(const Node& node);  // on one line

// The text between the fences of one block, each line ended; comments are those of the file it was parsed from.
std::string print_block(const Node& block, const text::SourceSet& sources,
                        std::span<const Comment> comments);

// The whole file with its law blocks laid out anew and everything else untouched; nullopt after an error was reported.
std::optional<std::string> format_file(const text::SourceSet& sources, text::FileId file,
                                       diag::Diagnostics& diagnostics);

}  // namespace comity::syntax
