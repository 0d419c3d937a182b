// Text of a case -> Document: JSON where it begins with a brace and is JSON, YAML otherwise.
// Guarantees: nothing is read beyond 1 MiB, 64 levels or 20 000 values, no anchors or aliases, one document only, no key twice in one
// map, UTF-8 only; each refusal is a diagnostic with its place. Leaves to case.h what the keys mean.
#pragma once
#include <cstddef>
#include <optional>

#include "casefile/document.h"
#include "diag/diagnostic.h"

namespace comity::casefile {

inline constexpr std::size_t most_bytes = std::size_t{1} << 20;
inline constexpr std::size_t deepest = 64;
inline constexpr std::size_t most_nodes = 20000;
inline constexpr std::size_t most_keys = 200;  // of one map

std::optional<Document> document_of(const text::SourceSet& sources, text::FileId file,
                                    diag::Diagnostics& diagnostics);

}  // namespace comity::casefile
