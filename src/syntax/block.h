// One law block's tokens to its declarations, for the layer's own use.
#pragma once
#include <optional>
#include <span>

#include "syntax/lex.h"

namespace comity::syntax {

Node parse_block(std::span<const Token> tokens, text::Span span, std::string provision,
                 diag::Diagnostics& diagnostics);

}  // namespace comity::syntax
