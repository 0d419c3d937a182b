// The cursor of the parser: what stands here, what was expected, how a fault is told.
#include <algorithm>

#include "base/nearest.h"
#include "syntax/parse.h"
#include "syntax/parser.h"

namespace comity::syntax {

Parser::Parser(std::span<const Token> tokens, std::string_view trail,
               diag::Diagnostics& diagnostics)
    : tokens_(tokens), trail_(trail), diagnostics_(diagnostics) {
  if (tokens.empty()) return;
  end_.span = tokens.back().span;
  end_.span.begin = end_.span.end;
}

const Token& Parser::peek(std::size_t ahead) const {
  return !failed_ && at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end_;
}

bool Parser::is(std::string_view text, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return (token.kind == TokenKind::word || token.kind == TokenKind::symbol) && token.text == text;
}

bool Parser::is_phrase(std::string_view words) const {
  for (std::size_t ahead = 0; !words.empty(); ++ahead) {
    std::string_view first = words.substr(0, words.find(' '));
    if (!is(first, ahead)) return false;
    words.remove_prefix(std::min(first.size() + 1, words.size()));
  }
  return true;
}

bool Parser::take(std::string_view text) {
  if (!is(text)) return false;
  ++at_;
  return true;
}

void Parser::take_phrase(std::string_view words) {
  at_ += 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

const Token& Parser::next() {
  const Token& token = peek();
  if (token.kind != TokenKind::end) ++at_;
  return token;
}

void Parser::need(std::string_view text) {
  if (!take(text)) expected({says::quoted, text}, {text});
}

void Parser::need_end(const Saying& also) {
  if (at_end()) return;
  expected(also.empty() ? Saying(says::end_of_clause) : Saying(says::or_end_of_clause, also),
           {"and", "or", "is", "before", "after", "since", "plus", "minus", "includes", "under",
            "until", "seen", "renvoi"});
}

void Parser::expected(const Saying& what, std::initializer_list<std::string_view> words) {
  const Token& found = peek();
  Saying stands =
      found.kind == TokenKind::end ? Saying(says::the_end) : Saying(says::quoted, found.text);
  std::string near;
  if (found.kind == TokenKind::word && found.text.size() > 2)
    near = base::nearest(found.text, std::vector<std::string>(words.begin(), words.end()));
  fail(diag::Code::unexpected_word, found.span, {says::expected_found, what, std::move(stands)},
       near.empty() ? Saying() : Saying(says::did_you_mean, near));
}

void Parser::fail(diag::Code code, text::Span span, Saying message, Saying remedy) {
  if (!failed_)
    diagnostics_.error(code, span, std::move(message), std::move(remedy)).provision = trail_;
  failed_ = true;
}

void Parser::give_up_if_unreadable() {
  for (const Token& token : tokens_)
    if (token.kind == TokenKind::unknown) failed_ = true;
}

text::Span Parser::since(std::uint32_t begin) const {
  std::size_t read = std::min(at_, tokens_.size());
  std::uint32_t end = read > 0 ? tokens_[read - 1].span.end : begin;
  return {end_.span.file, begin, std::max(begin, end)};
}

bool Parser::deeper() {
  if (++depth_ <= deepest_expression) return !failed_;
  fail(diag::Code::nested_too_deep, here(), {says::nested_too_deep_here, deepest_expression},
       says::name_parts_as_terms);
  return false;
}

Node Parser::closed(Kind kind, std::string word, std::vector<Node> kids,
                    std::uint32_t begin) const {
  return {kind, since(begin), std::move(word), std::move(kids)};
}

}  // namespace comity::syntax
