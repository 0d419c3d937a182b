// Law text to tokens. Every byte of a block is in a token, in a comment or white space, or has been reported.
// Layout is kept as a number: the indent of the first token of each line.
#pragma once
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/tree.h"

namespace comity::syntax {

enum class TokenKind : std::uint8_t {
  word,       // recognition, celebration
  code,       // RU, US-TX
  provision,  // RU/SK/158(1)#letter
  date,       // 2018-01-26, known to exist
  integer,
  decimal,
  string,   // with its quotation marks
  symbol,   // ( ) [ ] , . :
  unknown,  // characters without meaning, already reported
  end,      // after the last token of what is being read
};

struct Token {
  TokenKind kind = TokenKind::end;
  text::Span span;
  std::string_view text;  // the author's bytes
  int indent = -1;        // of the first token of a line: spaces before it
};

// trail: the provision the block stands under, for the diagnostics.
std::vector<Token> lex(const text::SourceSet& sources, text::Span block, std::string_view trail,
                       std::vector<Comment>& comments, diag::Diagnostics& diagnostics);

std::string unquoted(std::string_view string_token);  // its content
std::string quoted(std::string_view content);

}  // namespace comity::syntax
