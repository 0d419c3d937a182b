// Printing an expression and reading it gives the expression back, for trees of every shape the language has.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "syntax/same_tree.h"

namespace comity::syntax {
namespace {

int pick(int below) { return *rc::gen::inRange(0, below); }

template <std::size_t N>
std::string one(const char* const (&words)[N]) {
  return words[pick(static_cast<int>(N))];
}

Node node(Kind kind, std::string word, std::vector<Node> kids = {}) {
  return {kind, {}, std::move(word), std::move(kids)};
}

Node any(int depth);

std::vector<Node> several(int least, int most, int depth) {
  std::vector<Node> list;
  for (int i = least + pick(most - least + 1); i > 0; --i) list.push_back(any(depth));
  return list;
}

Node word() {
  static const char* const words[] = {"yes",  "no", "male", "marriage",   "here", "forum",
                                      "none", "u",  "bar",  "reading_of", "of",   "from"};
  return node(Kind::word, one(words));
}

Node path() {
  static const char* const firsts[] = {"celebration", "spouses", "s", "between"};
  static const char* const parts[] = {"place", "sex", "in", "from", "by", "is", "ended"};
  std::vector<Node> kids{node(Kind::word, one(firsts))};
  if (pick(2)) kids.push_back(node(Kind::integer, std::to_string(pick(3))));
  kids.push_back(node(Kind::word, one(parts)));
  return node(Kind::path, "", std::move(kids));
}

Node list(int depth) { return node(Kind::list, "", several(0, 3, depth)); }
Node provision() { return node(Kind::provision, pick(2) ? "RU/SK/158(1)#letter" : "DK/AEL/22b"); }
Node code() { return node(Kind::code, pick(2) ? "RU" : "X-NCY"); }
Node variable() { return node(Kind::word, pick(2) ? "s" : "u"); }

Node leaf() {
  switch (pick(8)) {
    case 0:
      return word();
    case 1:
      return code();
    case 2:
      return provision();
    case 3:
      return node(Kind::date, "2018-01-26");
    case 4:
      return node(Kind::integer, std::to_string(pick(100)));
    case 5:
      return node(Kind::decimal, "12.50");
    case 6:
      return node(Kind::string, "a \"quoted\" \\ text -- брак");
    default:
      return path();
  }
}

Node day(int depth) {
  int kind = depth > 0 ? pick(6) : 0;
  if (kind == 1) return node(Kind::at, "", {path(), day(depth - 1)});
  if (kind == 2)
    return node(Kind::plus, pick(2) ? "plus" : "minus",
                {day(depth - 1), node(Kind::duration, "years", {node(Kind::integer, "18")})});
  if (kind == 3) return any(depth - 1);
  return pick(2) ? path() : node(Kind::date, "2018-01-26");
}

Node place(int depth) {
  return pick(3) == 0 && depth > 0 ? node(Kind::at, "", {path(), day(depth - 1)})
         : pick(2)                 ? code()
                                   : path();
}

Node bars(int depth, bool may_end_in_day) {
  std::vector<Node> options;
  if (pick(2))
    options.push_back(
        node(Kind::bar_from, "",
             pick(2) ? std::vector{provision()} : std::vector{provision(), provision()}));
  if (pick(2)) options.push_back(node(Kind::bar_against, "", {variable()}));
  if (pick(2)) options.push_back(node(Kind::bar_kinds, pick(2) ? "of" : "except", {list(0)}));
  if (pick(2)) options.push_back(node(Kind::bar_making, "", {list(0)}));
  if (pick(2)) options.push_back(node(Kind::bar_known_here, ""));
  if (may_end_in_day && pick(2)) options.push_back(node(Kind::bar_as_at, "", {day(depth)}));
  return node(Kind::bars, pick(2) ? "some" : "no", std::move(options));
}

Node under(int depth) {
  Node question = pick(2) ? bars(depth, false) : node(Kind::call, "valid", several(0, 2, depth));
  std::vector<Node> kids{std::move(question), place(depth), day(depth)};
  if (pick(2)) kids.push_back(node(Kind::seen_from, "", {day(depth)}));
  if (pick(2)) {
    static const char* const how[] = {"none", "back", "as_their_court"};
    kids.push_back(
        node(Kind::renvoi, one(how), pick(2) ? std::vector{place(depth)} : std::vector<Node>{}));
  }
  return node(Kind::under, "", std::move(kids));
}

Node any(int depth) {
  static const char* const comparisons[] = {"is",    "is_not",   "before",  "after",   "by",
                                            "since", "at_least", "at_most", "includes"};
  static const char* const which[] = {"some", "every", "no"};
  if (depth <= 0) return leaf();
  --depth;
  switch (pick(16)) {
    case 0:
      return node(Kind::conjunction, "", several(2, 3, depth));
    case 1:
      return node(Kind::disjunction, "", several(2, 3, depth));
    case 2:
      return node(Kind::negation, "", {any(depth)});
    case 3:
      return node(Kind::compare, one(comparisons), {any(depth), any(depth)});
    case 4:
      return node(Kind::one_of, pick(2) ? "is" : "is_not", {any(depth), list(depth)});
    case 5:
      return node(Kind::quantifier, one(which), {variable(), place(depth), any(depth)});
    case 6:
      return node(Kind::count, "", {variable(), path(), any(depth)});
    case 7:
      return node(Kind::call, "within", several(1, 3, depth));
    case 8:
      return node(Kind::cell, "general",
                  {node(Kind::word, "marriage_age"), any(depth), any(depth)});
    case 9:
      return list(depth);
    case 10:
      return bars(depth, true);
    case 11:
      return under(depth);
    case 12:
      return node(Kind::reading_held, "essence");
    case 13:
      return day(depth);
    case 14:
      return node(Kind::day_among, pick(2) ? "earliest" : "latest",
                  {variable(), place(depth), any(depth), path()});
    default:
      return leaf();
  }
}

RC_GTEST_PROP(Expression, PrintedAndReadIsTheSameTree, ()) {
  Node written = any(4);
  std::string text = print_expression(written);
  ReadLaw read = read_law(with_condition(text));
  RC_LOG(text + "\n" + read.findings());
  const Node* again = condition_of(read.law);
  RC_ASSERT(read.diagnostics.list.empty());
  RC_ASSERT(again != nullptr);
  RC_ASSERT(same_tree(written, *again));
  RC_ASSERT(print_expression(*again) == text);
}

RC_GTEST_PROP(Expression, LayoutKeepsTheTreeAndSettlesAtOnce, ()) {
  Node written = any(5);
  ReadLaw read = read_law(with_condition(print_expression(written)));
  RC_LOG(read.findings());
  diag::Diagnostics found;
  auto once = format_file(read.sources, 0, found);
  RC_ASSERT(once.has_value());
  RC_LOG(*once);
  ReadLaw again = read_law(*once);
  RC_ASSERT(condition_of(again.law) != nullptr);
  RC_ASSERT(same_tree(written, *condition_of(again.law)));
  RC_ASSERT(format_file(again.sources, 0, found) == once);
}

}  // namespace
}  // namespace comity::syntax
