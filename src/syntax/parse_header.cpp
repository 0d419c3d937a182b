// The header of a declaration, part by part as grammar.h lists them.
#include "syntax/parser.h"

namespace comity::syntax {

namespace {

// Whether the part stands here at all; parts that may be left out are told by their first word.
bool begins(const Parser& p, Part part) {
  switch (part) {
    case Part::paragraph:
    case Part::parameters:
      return p.is("(");
    case Part::degrees:
      return p.is("[");
    case Part::type:
      return p.is(":");
    case Part::against:
      return p.is("against");
    case Part::to:
      return p.is("to");
    case Part::like:
      return p.is("like");
    case Part::of:
      return p.is("of");
    case Part::name:
    case Part::names:
      return p.is(TokenKind::word);
  }
  return false;
}

}  // namespace

void Parser::header(const DeclarationForm& form, std::vector<Node>& into) {
  for (const HeaderPart& part : form.header)
    if (!part.optional || begins(*this, part.part)) header_part(part.part, into);
}

void Parser::header_part(Part part, std::vector<Node>& into) {
  switch (part) {
    case Part::paragraph:
      return paragraph(into);
    case Part::name:
      return into.push_back(leaf(TokenKind::word, Kind::name, says::a_name));
    case Part::names:
      return words(into, Kind::name, says::a_name);
    case Part::parameters:
      return parameters(into);
    case Part::type:
      need(":");
      return into.push_back(type());
    case Part::degrees: {
      std::uint32_t begin = here().begin;
      std::vector<Node> degrees;
      need("[");
      words(degrees, Kind::word, says::a_degree);
      need("]");
      return into.push_back(closed(Kind::degrees, "", std::move(degrees), begin));
    }
    case Part::against:
      return marked(Kind::against, "against", into);
    case Part::to:
      return marked(Kind::to, "to", into);
    case Part::like:
      return marked(Kind::like, "like", into);
    case Part::of:
      return marked(Kind::of, "of", into);
  }
}

// (1), (3.1), (4a): the author's own characters between the parentheses, without spaces.
void Parser::paragraph(std::vector<Node>& into) {
  std::uint32_t begin = here().begin;
  std::string number;
  need("(");
  while (!is(")") && !at_end()) {
    if (is(TokenKind::string)) break;
    number += next().text;
  }
  if (number.empty()) expected(says::the_paragraphs_number);
  need(")");
  text::Span span = since(begin);
  if (span.end - span.begin != number.size() + 2)
    fail(diag::Code::unexpected_word, span, says::paragraph_without_spaces,
         {says::write_paragraph, number});
  if (!failed_) trail_ += "(" + number + ")";
  into.push_back({Kind::paragraph, span, std::move(number), {}});
}

void Parser::parameters(std::vector<Node>& into) {
  need("(");
  do {
    std::uint32_t begin = here().begin;
    std::string name = leaf(TokenKind::word, Kind::name, says::a_parameters_name).word;
    need(":");
    std::vector<Node> kids;
    kids.push_back(type());
    into.push_back(closed(Kind::parameter, std::move(name), std::move(kids), begin));
  } while (take(","));
  need(")");
}

// `against s`, `to RU/SK/158(1)`, `like two_men`, `of spouse`
void Parser::marked(Kind kind, std::string_view keyword, std::vector<Node>& into) {
  std::uint32_t begin = here().begin;
  need(keyword);
  Node named = kind == Kind::to
                   ? leaf(TokenKind::provision, Kind::provision, says::a_provision_paragraph)
                   : word(says::a_name);
  into.push_back(closed(kind, std::move(named.word), {}, begin));
}

}  // namespace comity::syntax
