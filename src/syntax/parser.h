// Tokens to tree, for the layer's own use: a cursor over one header or one clause, and the grammar on top of it.
// After the first fault the cursor stands at the end and nothing more is reported, so that each function below may read
// on as if nothing had happened; whoever called for the clause asks failed() once.
#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "syntax/grammar.h"
#include "syntax/lex.h"

namespace comity::syntax {

using diag::Saying;
using What =
    diag::Sentence<0>;  // the name of what may stand somewhere: "a day, such as 2018-01-26"
namespace says = diag::says;

class Parser {
 public:
  Parser(std::span<const Token> tokens, std::string_view trail, diag::Diagnostics& diagnostics);

  // ---- the cursor (cursor.cpp)
  const Token& peek(std::size_t ahead = 0) const;
  bool at_end() const { return peek().kind == TokenKind::end; }
  bool failed() const { return failed_; }
  void
  give_up_if_unreadable();  // the lexer has said what is wrong with these tokens; what follows from it is not news
  bool is(std::string_view text, std::size_t ahead = 0) const;  // a word or symbol
  bool is(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead).kind == kind; }
  bool is_phrase(std::string_view words) const;  // "not met when"
  bool take(std::string_view text);
  void take_phrase(std::string_view words);
  const Token& next();
  void need(std::string_view text);
  void need_end(const Saying& also = {});  // nothing may be left
  // "expected WHAT, found ...", with the nearest of the words that could stand here.
  void expected(const Saying& what, std::initializer_list<std::string_view> words = {});
  void fail(diag::Code code, text::Span span, Saying message, Saying remedy = {});
  text::Span here() const { return peek().span; }
  text::Span since(std::uint32_t begin) const;  // from there to the last token read
  std::string_view trail() const { return trail_; }

  // ---- small pieces (parse_pieces.cpp)
  Node leaf(TokenKind token, Kind kind, What what);
  Node word(What what) { return leaf(TokenKind::word, Kind::word, what); }
  Node path();
  Node text();
  Node type();
  void words(std::vector<Node>& into, Kind kind, What what);  // a, b, c

  // ---- clauses and headers (parse_shapes.cpp, parse_header.cpp)
  void shape(Shape shape, std::vector<Node>& into);
  void header(const DeclarationForm& form, std::vector<Node>& into);

  // ---- expressions (parse_expression.cpp, parse_question.cpp)
  Node expression();
  Node sum();

 private:
  std::span<const Token> tokens_;
  std::string trail_;
  diag::Diagnostics& diagnostics_;
  Token end_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;

  friend struct Level;
  bool deeper();
  Node closed(Kind kind, std::string word, std::vector<Node> kids, std::uint32_t begin) const;

  Node negation();
  Node comparison();
  Node operand();
  Node place();  // an operand and its day, without `under`
  Node primary();
  Node named();  // a word, path, call, cell or reading
  Node quantifier();
  Node count();
  Node day_among();
  Node over(Kind kind, std::string word, std::string_view before_body, std::uint32_t begin);
  Node list();
  void arguments(std::vector<Node>& into);
  Node bars();
  bool bar_option(std::vector<Node>& into);
  void provisions(std::vector<Node>& into);
  Node under(Node question);

  void header_part(Part part, std::vector<Node>& into);
  void paragraph(std::vector<Node>& into);
  void parameters(std::vector<Node>& into);
  void marked(Kind kind, std::string_view keyword, std::vector<Node>& into);
};

// One level of nesting, for as long as it lives.
struct Level {
  explicit Level(Parser& parser) : parser_(parser), fits(parser.deeper()) {}
  ~Level() { --parser_.depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  Parser& parser_;

 public:
  const bool fits;
};

bool reserved(std::string_view word);  // words that join expressions and never stand for a value

}  // namespace comity::syntax
