// A diagnostic as text for a terminal, in the language asked: place, citation trail, the line at fault with carets, second places, remedy,
// and the page that explains its code. Text taken from files is shown without control characters, so that a law file
// or a case cannot steer the terminal it is shown on.
#pragma once
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace comity::diag {

// Ends in a newline. A span whose file is not among the sources has no place and is shown as a message alone.
std::string render(const text::SourceSet& sources, const Diagnostic& diagnostic,
                   Language language = Language::en);
std::string render(const text::SourceSet& sources, const Diagnostics& diagnostics,
                   Language language = Language::en);

std::string_view title_of(Code code, Language language);  // the catalogue's title

}  // namespace comity::diag
