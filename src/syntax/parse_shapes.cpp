// What stands behind a clause's keyword, one function per shape.
#include "syntax/parser.h"

namespace comity::syntax {

namespace {

using Nodes = std::vector<Node>;

void provisions(Parser& p, Nodes& into) {
  do into.push_back(p.leaf(TokenKind::provision, Kind::provision, "a provision, such as RU/SK/158(1)"));
  while (p.take(","));
}

void expression(Parser& p, Nodes& into) {
  into.push_back(p.expression());
  p.need_end("`and`, `or`, a comparison");
}

void date(Parser& p, Nodes& into) {
  into.push_back(p.leaf(TokenKind::date, Kind::date, "a day, such as 2018-01-26"));
}

void value_at(Parser& p, Nodes& into) {
  into.push_back(p.path());
  p.need("is");
  into.push_back(p.sum());
}

void value_name(Parser& p, Nodes& into) {
  into.push_back(p.word("the value's name"));
  into.push_back(p.text());
}

void body(Parser& p, Nodes& into) {
  into.push_back(p.word("who: courts, authorities, legislature, doctrine or supervisors"));
  into.push_back(p.word("the rank"));
  into.push_back(p.text());
}

void period(Parser& p, Nodes& into) {
  into.push_back(p.leaf(TokenKind::code, Kind::code, "a place code"));
  p.need("from");
  date(p, into);
  if (p.take("until")) date(p, into);
}

void expectation(Parser& p, Nodes& into) {
  into.push_back(p.word("a stance or a question"));
  into.push_back(p.is(TokenKind::code) ? p.leaf(TokenKind::code, Kind::code, "a place") : p.word("an outcome or an answer"));
  if (p.take("by"))
    into.push_back(p.leaf(TokenKind::provision, Kind::provision, "a provision, such as RU/SK/158(1)"));
}

void column(Parser& p, Nodes& into) {
  into.push_back(p.word("the column's name"));
  p.need(":");
  into.push_back(p.type());
}

void join(Parser& p, Nodes& into) {
  into.push_back(p.word("how it joins"));
  if (!p.at_end()) expression(p, into);
}

void fact_value(Parser& p, Nodes& into) {
  into.push_back(p.path());
  p.need("is");
  expression(p, into);
}

}  // namespace

void Parser::shape(Shape shape, Nodes& into) {
  switch (shape) {
    case Shape::none: break;
    case Shape::expression: syntax::expression(*this, into); break;
    case Shape::text: into.push_back(text()); break;
    case Shape::names: words(into, Kind::word, "a name"); break;
    case Shape::name: into.push_back(word("a name")); break;
    case Shape::date: date(*this, into); break;
    case Shape::string: into.push_back(leaf(TokenKind::string, Kind::string, "a text in quotation marks")); break;
    case Shape::provisions: syntax::provisions(*this, into); break;
    case Shape::integer: into.push_back(leaf(TokenKind::integer, Kind::integer, "a number")); break;
    case Shape::value_at: value_at(*this, into); break;
    case Shape::value_name: value_name(*this, into); break;
    case Shape::body: body(*this, into); break;
    case Shape::period: period(*this, into); break;
    case Shape::expectation: expectation(*this, into); break;
    case Shape::column: column(*this, into); break;
    case Shape::join: join(*this, into); break;
    case Shape::fact_value: fact_value(*this, into); break;
  }
}

}  // namespace comity::syntax
