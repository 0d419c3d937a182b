// JSON -> Document. Strict: what RFC 8259 does not have (comments, trailing commas, NaN) is refused.
// The text is UTF-8 of at most most_bytes; see from_text.h.
#pragma once
#include <optional>

#include "casefile/document.h"
#include "diag/diagnostic.h"

namespace comity::casefile {

std::optional<Document> from_json(const text::Source& source, text::FileId file,
                                  diag::Diagnostics& diagnostics);

}  // namespace comity::casefile
