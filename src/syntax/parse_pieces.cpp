// Pieces that clauses, headers and expressions share: single words, paths, texts for people, types.
#include "syntax/parser.h"

namespace comity::syntax {

Node Parser::leaf(TokenKind token, Kind kind, What what) {
  if (!is(token)) {
    expected(what);
    return {};
  }
  const Token& read = next();
  return {kind, read.span, kind == Kind::string ? unquoted(read.text) : std::string(read.text), {}};
}

// celebration.place, spouses.0.sex
Node Parser::path() {
  std::uint32_t begin = here().begin;
  std::vector<Node> parts;
  parts.push_back(word(says::a_fact_such_as));
  while (take(".")) {
    bool element = is(TokenKind::integer);
    parts.push_back(element ? leaf(TokenKind::integer, Kind::integer, says::a_number)
                            : word(says::a_word_after_the_dot));
  }
  return closed(Kind::path, "", std::move(parts), begin);
}

// en "..." ru "..."
Node Parser::text() {
  std::uint32_t begin = here().begin;
  std::vector<Node> languages;
  while (is("en") || is("ru")) {
    std::uint32_t from = here().begin;
    std::string language(next().text);
    Node said = leaf(TokenKind::string, Kind::string, says::a_text_in_quotes);
    if (!languages.empty() && languages.front().word == language) {
      fail(diag::Code::unexpected_word, since(from), says::text_twice_in_language);
    }
    std::vector<Node> kids;
    kids.push_back(std::move(said));
    languages.push_back(closed(Kind::language, std::move(language), std::move(kids), from));
  }
  if (languages.empty()) expected(says::a_text_en_ru, {"en", "ru"});
  return closed(Kind::text, "", std::move(languages), begin);
}

// marriage_kind; list of R up to N; dated T; maybe R absent WORD
Node Parser::type() {
  Level level(*this);
  std::uint32_t begin = here().begin;
  std::vector<Node> kids;
  if (!level.fits) return {};
  if (take("list")) {
    need("of");
    kids.push_back(type());
    need("up");
    need("to");
    kids.push_back(leaf(TokenKind::integer, Kind::integer, says::the_longest_length));
    return closed(Kind::type, "list", std::move(kids), begin);
  }
  if (take("dated")) {
    kids.push_back(type());
    return closed(Kind::type, "dated", std::move(kids), begin);
  }
  if (take("maybe")) {
    kids.push_back(type());
    if (take("absent")) kids.push_back(word(says::the_absent_word));
    return closed(Kind::type, "maybe", std::move(kids), begin);
  }
  return leaf(TokenKind::word, Kind::type, says::a_type);
}

void Parser::words(std::vector<Node>& into, Kind kind, What what) {
  do into.push_back(leaf(TokenKind::word, kind, what));
  while (take(","));
}

}  // namespace comity::syntax
