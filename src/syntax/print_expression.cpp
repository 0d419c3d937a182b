// Expressions back to text, on one line or, where that is too long, broken at the loosest places.
#include "syntax/layout.h"
#include "syntax/lex.h"
#include "text/utf8.h"

namespace comity::syntax {

namespace {

// How tightly a kind holds together; parentheses go round a kid that holds looser than its place asks for.
enum Tightness { loose, negated, compared, summed, asked, dated, tight };

Tightness tightness(const Node& node) {
  switch (node.kind) {
    case Kind::conjunction:
    case Kind::disjunction:
      return loose;
    case Kind::negation:
      return negated;
    case Kind::compare:
    case Kind::one_of:
      return compared;
    case Kind::plus:
      return summed;
    case Kind::under:
      return asked;
    case Kind::at:
      return dated;
    case Kind::bars: {  // a query that ends in a day would take in a `plus` or `under` that follows
      bool ends_in_day = !node.kids.empty() && node.kids.back().kind == Kind::bar_as_at;
      return ends_in_day ? asked : tight;
    }
    case Kind::word:
    case Kind::code:
    case Kind::provision:
    case Kind::date:
    case Kind::integer:
    case Kind::decimal:
    case Kind::text:
    case Kind::language:
    case Kind::string:
    case Kind::duration:
    case Kind::list:
    case Kind::path:
    case Kind::call:
    case Kind::cell:
    case Kind::reading_held:
    case Kind::quantifier:
    case Kind::day_among:
    case Kind::count:
    case Kind::seen_from:
    case Kind::renvoi:
    case Kind::bar_from:
    case Kind::bar_against:
    case Kind::bar_kinds:
    case Kind::bar_making:
    case Kind::bar_known_here:
    case Kind::bar_as_at:
    case Kind::declaration:
    case Kind::clause:
    case Kind::paragraph:
    case Kind::name:
    case Kind::parameter:
    case Kind::type:
    case Kind::degrees:
    case Kind::against:
    case Kind::to:
    case Kind::like:
    case Kind::of:
    case Kind::block:
    case Kind::file:
      return tight;
  }
  return tight;
}

std::string spaced(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

}  // namespace

void Layout::put(std::string_view text) {
  out_ += text;
  column_ += text::width(text);
}

void Layout::line(int indent) {
  while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  out_ += '\n' + std::string(static_cast<std::size_t>(indent), ' ');
  column_ = static_cast<std::size_t>(indent);
}

void Layout::wrap(std::string_view otherwise, int indent) {
  if (flat_)
    put(otherwise);
  else
    line(indent);
}

std::string print_expression(const Node& node) {
  Layout flat(true);
  flat.broken(node, 0, 0);
  return flat.take();
}

namespace {

// A kid where `least` is the loosest that needs no parentheses.
void kid(Layout& out, const Node& node, Tightness least, int indent, std::size_t tail) {
  if (tightness(node) >= least) return out.expression(node, indent, tail);
  out.put("(");
  out.expression(node, indent, tail + 1);
  out.put(")");
}

// Inside a longer question an inner one would take the outer one's `as at` or `seen from` for its own.
void inside_question(Layout& out, const Node& node, Tightness least, int indent, std::size_t tail) {
  bool question = tightness(node) == asked || node.kind == Kind::bars;
  if (!question) return kid(out, node, least, indent, tail);
  out.put("(");
  out.expression(node, indent, tail + 1);
  out.put(")");
}

void day(Layout& out, const Node& node, int indent, std::size_t tail) {
  inside_question(out, node, summed, indent, tail);
}

void operands(Layout& out, const Node& node, int indent, std::size_t tail) {
  std::string joint = node.kind == Kind::conjunction ? "and " : "or ";
  for (std::size_t i = 0; i < node.kids.size(); ++i) {
    if (i > 0) out.wrap(" ", indent + 4);
    if (i > 0) out.put(joint);
    // `under P as at D and ...`: where the day ends is for the eye to see, too
    Tightness least = tightness(node.kids[i]) == asked ? tight : negated;
    kid(out, node.kids[i], least, indent + 4, i + 1 < node.kids.size() ? 0 : tail);
  }
}

// a, b, c between two marks; one a line where they do not fit.
void series(Layout& out, std::span<const Node> items, std::string_view open, std::string_view close,
            int indent) {
  out.put(open);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out.put(",");
    out.wrap(i > 0 ? " " : "", indent + 4);
    out.expression(items[i], indent + 4, 1);
  }
  out.put(close);
}

void over(Layout& out, const Node& node, int indent, std::size_t tail) {
  bool counted = node.kind != Kind::quantifier;
  out.put(node.kind == Kind::count ? "count " : node.word + " ");
  if (node.kind == Kind::day_among) {
    out.expression(node.kids[3], indent + 4, 1);
    out.put(" among ");
  }
  out.put(node.kids[0].word + " in ");
  kid(out, node.kids[1], dated, indent, 0);
  out.put(counted ? " where (" : " has (");
  out.wrap("", indent + 4);
  bool several = node.kids[2].kind == Kind::conjunction || node.kids[2].kind == Kind::disjunction;
  out.expression(node.kids[2], several ? indent : indent + 4, tail + 1);
  out.put(")");
}

void path(Layout& out, const Node& node) {
  for (std::size_t i = 0; i < node.kids.size(); ++i)
    out.put((i > 0 ? "." : "") + node.kids[i].word);
}

void call(Layout& out, const Node& node, int indent) {
  out.put(node.word);
  if (!node.kids.empty()) series(out, node.kids, "(", ")", indent);
}

void cell(Layout& out, const Node& node, int indent) {
  out.put(node.kids[0].word + "." + node.word);
  series(out, std::span(node.kids).subspan(1), "(", ")", indent);
}

void binary(Layout& out, const Node& node, int indent, std::size_t tail) {
  kid(out, node.kids[0], summed, indent, 0);
  out.put(" " + spaced(node.word) + " ");
  kid(out, node.kids[1], summed, indent, tail);
}

void one_of(Layout& out, const Node& node, int indent) {
  kid(out, node.kids[0], summed, indent, 0);
  out.put(" " + spaced(node.word) + " one of ");
  series(out, node.kids[1].kids, "[", "]", indent);
}

void negation(Layout& out, const Node& node, int indent, std::size_t tail) {
  out.put("not ");
  // `not a is b` reads two ways to a lawyer, though it has one meaning
  bool compares = tightness(node.kids[0]) == compared;
  kid(out, node.kids[0], compares ? tight : negated, indent, tail);
}

void plus(Layout& out, const Node& node, int indent) {
  // the day after `at` would take a `plus` in
  bool step = node.kids[0].kind == Kind::plus;
  kid(out, node.kids[0], step ? summed : tight, indent, 0);
  out.put(" " + node.word + " " + node.kids[1].kids[0].word + " " + node.kids[1].word);
}

void at(Layout& out, const Node& node, int indent, std::size_t tail) {
  kid(out, node.kids[0], tight, indent, 0);
  out.put(" at ");
  day(out, node.kids[1], indent, tail);
}

void under(Layout& out, const Node& node, int indent) {
  out.expression(node.kids[0], indent, 0);
  out.put(" under ");
  inside_question(out, node.kids[1], dated, indent, 0);
  out.put(" as at ");
  day(out, node.kids[2], indent, 0);
  for (const Node& option : std::span(node.kids).subspan(3)) {
    out.put(" ");
    out.expression(option, indent, 0);
  }
}

void bars(Layout& out, const Node& node, int indent) {
  out.put(node.word + " bar");
  for (const Node& option : node.kids) {
    out.put(" ");
    out.expression(option, indent, 0);
  }
}

void bar_from(Layout& out, const Node& node, int indent) {
  out.put("from ");
  bool several = node.kids.size() > 1;
  series(out, node.kids, several ? "[" : "", several ? "]" : "", indent);
}

void renvoi(Layout& out, const Node& node, int indent) {
  out.put("renvoi " + node.word);
  if (node.kids.empty()) return;
  out.put(" loop ");
  kid(out, node.kids[0], dated, indent, 0);
}

void day_after(Layout& out, std::string_view words, const Node& node, int indent) {
  out.put(words);
  day(out, node.kids[0], indent, 0);
}

void list_after(Layout& out, std::string_view words, const Node& node, int indent) {
  out.put(words);
  series(out, node.kids[0].kids, "[", "]", indent);
}

}  // namespace

void Layout::expression(const Node& node, int indent, std::size_t tail) {
  if (flat_) return broken(node, indent, tail);
  std::string one_line = print_expression(node);
  if (column_ + text::width(one_line) + tail <= line_width)
    put(one_line);
  else
    broken(node, indent, tail);
}

void Layout::broken(const Node& node, int indent, std::size_t tail) {
  switch (node.kind) {
    case Kind::word:
    case Kind::code:
    case Kind::provision:
    case Kind::date:
    case Kind::integer:
    case Kind::decimal:
      return put(node.word);
    case Kind::string:
      return put(quoted(node.word));
    case Kind::list:
      return series(*this, node.kids, "[", "]", indent);
    case Kind::path:
      return path(*this, node);
    case Kind::call:
      return call(*this, node, indent);
    case Kind::cell:
      return cell(*this, node, indent);
    case Kind::reading_held:
      return put("reading " + node.word);
    case Kind::conjunction:
    case Kind::disjunction:
      return operands(*this, node, indent, tail);
    case Kind::negation:
      return negation(*this, node, indent, tail);
    case Kind::quantifier:
    case Kind::day_among:
    case Kind::count:
      return over(*this, node, indent, tail);
    case Kind::compare:
      return binary(*this, node, indent, tail);
    case Kind::one_of:
      return one_of(*this, node, indent);
    case Kind::at:
      return at(*this, node, indent, tail);
    case Kind::plus:
      return plus(*this, node, indent);
    case Kind::under:
      return under(*this, node, indent);
    case Kind::seen_from:
      return day_after(*this, "seen from ", node, indent);
    case Kind::renvoi:
      return renvoi(*this, node, indent);
    case Kind::bars:
      return bars(*this, node, indent);
    case Kind::bar_from:
      return bar_from(*this, node, indent);
    case Kind::bar_against:
      return put("against " + node.kids[0].word);
    case Kind::bar_kinds:
      return list_after(*this, node.word + " kind ", node, indent);
    case Kind::bar_making:
      return list_after(*this, "making ", node, indent);
    case Kind::bar_known_here:
      return put("known here");
    case Kind::bar_as_at:
      return day_after(*this, "as at ", node, indent);
    case Kind::text:
    case Kind::language:
    case Kind::type:
    case Kind::duration:
    case Kind::degrees:
    case Kind::paragraph:
    case Kind::name:
    case Kind::parameter:
    case Kind::against:
    case Kind::to:
    case Kind::like:
    case Kind::of:
      return piece(node);
    case Kind::declaration:
    case Kind::clause:
    case Kind::block:
    case Kind::file:
      return;  // not part of an expression: print_block writes them
  }
}

}  // namespace comity::syntax
