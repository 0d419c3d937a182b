// YAML -> Document, through libyaml's events. The text is UTF-8 of at most most_bytes; see from_text.h.
#pragma once
#include <optional>

#include "casefile/document.h"
#include "diag/diagnostic.h"

namespace comity::casefile {

std::optional<Document> from_yaml(const text::Source& source, text::FileId file,
                                  diag::Diagnostics& diagnostics);

}  // namespace comity::casefile
