// Expressions that ask: over lists (some, every, no, count), about bars, and to the law of another place.
#include "syntax/parser.h"

namespace comity::syntax {

Node Parser::quantifier() {
  std::uint32_t begin = here().begin;
  std::string which(next().text);
  return over(Kind::quantifier, std::move(which), "has", begin);
}

Node Parser::count() {
  std::uint32_t begin = here().begin;
  need("count");
  return over(Kind::count, "", "where", begin);
}

// earliest DAY among VARIABLE in LIST where (BODY)
Node Parser::day_among() {
  std::uint32_t begin = here().begin;
  std::string which(next().text);
  Node day = place();
  need("among");
  Node found = over(Kind::day_among, std::move(which), "where", begin);
  found.kids.push_back(std::move(day));
  return found;
}

// VARIABLE in LIST has (BODY)
Node Parser::over(Kind kind, std::string which, std::string_view before_body, std::uint32_t begin) {
  Level level(*this);
  if (!level.fits) return {};
  std::vector<Node> kids;
  kids.push_back(word(says::a_name_for_the_element));
  need("in");
  kids.push_back(place());
  need(before_body);
  need("(");
  kids.push_back(expression());
  need(")");
  return closed(kind, std::move(which), std::move(kids), begin);
}

// some bar from RU/SK/14 against s of kind [age] making [void] known here as at D
Node Parser::bars() {
  std::uint32_t begin = here().begin;
  std::string which(next().text);
  need("bar");
  std::vector<Node> options;
  while (bar_option(options)) {
  }
  return closed(Kind::bars, std::move(which), std::move(options), begin);
}

namespace {

struct BarOption {
  std::string_view keyword;
  Kind kind;
};

// In the order they stand; of `of kind` and `except kind` one only.
constexpr BarOption bar_options[] = {
    {"from", Kind::bar_from},     {"against", Kind::bar_against},
    {"of kind", Kind::bar_kinds}, {"except kind", Kind::bar_kinds},
    {"making", Kind::bar_making}, {"known here", Kind::bar_known_here},
    {"as at", Kind::bar_as_at}};

}  // namespace

bool Parser::bar_option(std::vector<Node>& into) {
  for (const BarOption& option : bar_options) {
    if (!is_phrase(option.keyword)) continue;
    if (!into.empty() && into.back().kind >= option.kind)
      fail(diag::Code::unexpected_word, here(), {says::too_late_or_twice, option.keyword},
           says::bar_option_order);
    std::uint32_t begin = here().begin;
    if (failed_) return false;
    take_phrase(option.keyword);
    std::vector<Node> kids;
    if (option.kind == Kind::bar_from)
      provisions(kids);
    else if (option.kind == Kind::bar_against)
      kids.push_back(word(says::the_spouse_about));
    else if (option.kind == Kind::bar_as_at)
      kids.push_back(sum());
    else if (option.kind != Kind::bar_known_here)
      kids.push_back(list());
    std::string which = option.kind != Kind::bar_kinds     ? ""
                        : option.keyword.starts_with("of") ? "of"
                                                           : "except";
    into.push_back(closed(option.kind, std::move(which), std::move(kids), begin));
    return !failed_;
  }
  return false;
}

// RU/SK/14, or [RU/SK/14, RU/SK/13]
void Parser::provisions(std::vector<Node>& into) {
  constexpr What what = says::a_provision;
  if (!take("[")) return into.push_back(leaf(TokenKind::provision, Kind::provision, what));
  do into.push_back(leaf(TokenKind::provision, Kind::provision, what));
  while (take(","));
  need("]");
}

// valid under P as at D seen from E renvoi back loop Q
Node Parser::under(Node question) {
  Level level(*this);
  if (!level.fits) return {};
  if (question.kind == Kind::word) question.kind = Kind::call;
  bool dated = question.kind == Kind::bars && !question.kids.empty() &&
               question.kids.back().kind == Kind::bar_as_at;
  if ((question.kind != Kind::call && question.kind != Kind::bars) || dated)
    expected(dated ? says::as_at_after_place : says::a_question_before_under);
  std::uint32_t begin = question.span.begin;
  std::vector<Node> kids;
  kids.push_back(std::move(question));
  need("under");
  kids.push_back(place());
  need("as");
  need("at");
  kids.push_back(sum());
  if (is("seen")) {
    std::uint32_t from = here().begin;
    take_phrase("seen");
    need("from");
    std::vector<Node> day;
    day.push_back(sum());
    kids.push_back(closed(Kind::seen_from, "", std::move(day), from));
  }
  if (is("renvoi")) {
    std::uint32_t from = here().begin;
    need("renvoi");
    if (!is("none") && !is("back") && !is("as_their_court"))
      expected(says::none_back_or_court, {"none", "back", "as_their_court"});
    std::string how(next().text);
    std::vector<Node> loop;
    if (take("loop")) loop.push_back(place());
    kids.push_back(closed(Kind::renvoi, std::move(how), std::move(loop), from));
  }
  return closed(Kind::under, "", std::move(kids), begin);
}

}  // namespace comity::syntax
