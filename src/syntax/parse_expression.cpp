// Expressions, from the loosest to the tightest: and/or, not, comparison, plus/minus, operand.
#include <algorithm>

#include "syntax/parser.h"

namespace comity::syntax {

bool reserved(std::string_view word) {
  static constexpr std::string_view words[] = {
      "and",   "or",  "not",   "is",    "before", "after", "by",     "since", "at",      "plus",
      "minus", "has", "where", "under", "as",     "seen",  "renvoi", "loop",  "includes"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

Node Parser::expression() {
  Level level(*this);
  std::uint32_t begin = here().begin;
  if (!level.fits) return {};
  Node first = negation();
  if (!is("and") && !is("or")) return first;
  text::Span joined = here();
  std::string joint(peek().text);
  std::vector<Node> kids;
  kids.push_back(std::move(first));
  while (take(joint)) kids.push_back(negation());
  if (is("and") || is("or")) {
    std::size_t before = diagnostics_.list.size();
    fail(diag::Code::and_or_mixed, here(), {says::and_beside_or, peek().text, joint},
         says::put_parentheses);
    if (diagnostics_.list.size() > before)
      diagnostics_.list.back().labels.push_back({joined, says::mixed_with_this});
  }
  return closed(joint == "and" ? Kind::conjunction : Kind::disjunction, "", std::move(kids), begin);
}

Node Parser::negation() {
  if (!is("not")) return comparison();
  Level level(*this);
  if (!level.fits) return {};
  std::uint32_t begin = here().begin;
  need("not");
  std::vector<Node> kids;
  kids.push_back(negation());
  return closed(Kind::negation, "", std::move(kids), begin);
}

Node Parser::comparison() {
  std::uint32_t begin = here().begin;
  std::vector<Node> kids;
  kids.push_back(sum());
  std::string word;
  if (take("is")) {
    word = take("not") ? "is_not" : "is";
    if (is("one") && is("of", 1)) {
      take_phrase("one of");
      kids.push_back(list());
      return closed(Kind::one_of, std::move(word), std::move(kids), begin);
    }
  } else if (is("before") || is("after") || is("by") || is("since") || is("includes")) {
    word = next().text;
  } else if (is("at") && (is("least", 1) || is("most", 1))) {
    need("at");
    word = "at_" + std::string(next().text);
  } else {
    return std::move(kids.front());
  }
  kids.push_back(sum());
  return closed(Kind::compare, std::move(word), std::move(kids), begin);
}

// d plus 18 years minus 1 days; each step nests the one before it.
Node Parser::sum() {
  std::uint32_t begin = here().begin;
  Node left = operand();
  int before = depth_;
  while ((is("plus") || is("minus")) && deeper()) {
    std::string word(next().text);
    std::uint32_t from = here().begin;
    std::vector<Node> amount, kids;
    amount.push_back(leaf(TokenKind::integer, Kind::integer, says::a_number_of_units));
    if (!is("years") && !is("months") && !is("days"))
      expected(says::years_months_or_days, {"years", "months", "days"});
    std::string unit(next().text);
    kids.push_back(std::move(left));
    kids.push_back(closed(Kind::duration, std::move(unit), std::move(amount), from));
    left = closed(Kind::plus, std::move(word), std::move(kids), begin);
  }
  depth_ = before;
  return left;
}

Node Parser::operand() {
  Node left = place();
  return is("under") ? under(std::move(left)) : left;
}

// s.residence at celebration.on
Node Parser::place() {
  std::uint32_t begin = here().begin;
  Node left = primary();
  if (!is("at") || is("least", 1) || is("most", 1)) return left;
  Level level(*this);
  if (!level.fits) return {};
  need("at");
  std::vector<Node> kids;
  kids.push_back(std::move(left));
  kids.push_back(sum());
  return closed(Kind::at, "", std::move(kids), begin);
}

Node Parser::primary() {
  constexpr What what = says::a_value;
  if (is("(")) {
    need("(");
    Node inner = expression();
    need(")");
    return inner;
  }
  if (is("[")) return list();
  switch (peek().kind) {
    case TokenKind::word:
      return named();
    case TokenKind::code:
      return leaf(TokenKind::code, Kind::code, what);
    case TokenKind::provision:
      return leaf(TokenKind::provision, Kind::provision, what);
    case TokenKind::date:
      return leaf(TokenKind::date, Kind::date, what);
    case TokenKind::integer:
      return leaf(TokenKind::integer, Kind::integer, what);
    case TokenKind::decimal:
      return leaf(TokenKind::decimal, Kind::decimal, what);
    case TokenKind::string:
      return leaf(TokenKind::string, Kind::string, what);
    case TokenKind::symbol:
    case TokenKind::unknown:
    case TokenKind::end:
      expected(what);
  }
  return {};
}

Node Parser::named() {
  bool bound = is(TokenKind::word, 1) && is("in", 2);
  if ((is("some") || is("no")) && is("bar", 1)) return bars();
  if (is("some") || is("every") || (is("no") && bound)) return quantifier();
  if (is("count") && bound) return count();
  if ((is("earliest") || is("latest")) && is(TokenKind::word, 1)) return day_among();
  std::uint32_t begin = here().begin;
  if (is("reading") && is(TokenKind::word, 1) && !reserved(peek(1).text)) {
    need("reading");
    return closed(Kind::reading_held, word(says::a_reading).word, {}, begin);
  }
  if (reserved(peek().text)) {
    expected(says::a_value);
    return {};
  }
  Node name = path();
  if (is("(")) {
    bool simple = name.kids.size() == 1;
    if (name.kids.size() > 2) expected(says::end_of_facts_name);
    std::vector<Node> kids;
    if (!simple) kids.push_back(std::move(name.kids.front()));
    arguments(kids);
    std::string word = failed_ ? "" : name.kids.back().word;
    return closed(simple ? Kind::call : Kind::cell, std::move(word), std::move(kids), begin);
  }
  if (name.kids.size() == 1) return std::move(name.kids.front());
  return name;
}

void Parser::arguments(std::vector<Node>& into) {
  need("(");
  if (is(")")) expected(says::an_argument);
  do into.push_back(expression());
  while (take(","));
  need(")");
}

Node Parser::list() {
  std::uint32_t begin = here().begin;
  std::vector<Node> kids;
  need("[");
  if (!is("]")) {
    do kids.push_back(expression());
    while (take(","));
  }
  need("]");
  return closed(Kind::list, "", std::move(kids), begin);
}

}  // namespace comity::syntax
