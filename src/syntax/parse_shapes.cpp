// What stands behind a clause's keyword, one function per shape.
#include "syntax/parser.h"

namespace comity::syntax {

namespace {

using Nodes = std::vector<Node>;

void provisions(Parser& p, Nodes& into) {
  do into.push_back(p.leaf(TokenKind::provision, Kind::provision, says::a_provision_paragraph));
  while (p.take(","));
}

void expression(Parser& p, Nodes& into) {
  into.push_back(p.expression());
  p.need_end(says::and_or_comparison);
}

void date(Parser& p, Nodes& into) {
  into.push_back(p.leaf(TokenKind::date, Kind::date, says::a_day));
}

void value_at(Parser& p, Nodes& into) {
  into.push_back(p.path());
  p.need("is");
  into.push_back(p.sum());
}

void value_name(Parser& p, Nodes& into) {
  into.push_back(p.word(says::the_values_name));
  into.push_back(p.text());
}

void body(Parser& p, Nodes& into) {
  into.push_back(p.word(says::who_reads));
  into.push_back(p.word(says::the_rank));
  into.push_back(p.text());
}

void period(Parser& p, Nodes& into) {
  into.push_back(p.leaf(TokenKind::code, Kind::code, says::a_place_code));
  p.need("from");
  date(p, into);
  if (p.take("until")) date(p, into);
}

void expectation(Parser& p, Nodes& into) {
  into.push_back(p.word(says::a_stance_or_question));
  into.push_back(p.is(TokenKind::code) ? p.leaf(TokenKind::code, Kind::code, says::a_place)
                                       : p.word(says::an_outcome_or_answer));
  if (p.take("by"))
    into.push_back(p.leaf(TokenKind::provision, Kind::provision, says::a_provision_paragraph));
}

void column(Parser& p, Nodes& into) {
  into.push_back(p.word(says::the_columns_name));
  p.need(":");
  into.push_back(p.type());
}

void join(Parser& p, Nodes& into) {
  into.push_back(p.word(says::how_it_joins));
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
    case Shape::none:
      break;
    case Shape::expression:
      syntax::expression(*this, into);
      break;
    case Shape::text:
      into.push_back(text());
      break;
    case Shape::names:
      words(into, Kind::word, says::a_name);
      break;
    case Shape::name:
      into.push_back(word(says::a_name));
      break;
    case Shape::date:
      date(*this, into);
      break;
    case Shape::string:
      into.push_back(leaf(TokenKind::string, Kind::string, says::a_text_in_quotes));
      break;
    case Shape::provisions:
      syntax::provisions(*this, into);
      break;
    case Shape::integer:
      into.push_back(leaf(TokenKind::integer, Kind::integer, says::a_number));
      break;
    case Shape::value_at:
      value_at(*this, into);
      break;
    case Shape::value_name:
      value_name(*this, into);
      break;
    case Shape::body:
      body(*this, into);
      break;
    case Shape::period:
      period(*this, into);
      break;
    case Shape::expectation:
      expectation(*this, into);
      break;
    case Shape::column:
      column(*this, into);
      break;
    case Shape::join:
      join(*this, into);
      break;
    case Shape::fact_value:
      fact_value(*this, into);
      break;
  }
}

}  // namespace comity::syntax
