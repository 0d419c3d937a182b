// Expressions, one kind of node one handler.
#include "meaning/resolver.h"

#include "meaning/stages.h"

namespace comity::meaning {

Expr constant(std::int32_t value, Type type, text::Span span) {
  Expr e;
  e.type = type, e.value = value, e.span = span;
  return e;
}

Expr made(Op op, Type type, text::Span span, std::vector<Expr> kids) {
  Expr e;
  e.op = op, e.type = type, e.span = span, e.kids = std::move(kids);
  return e;
}

Resolver::Resolver(Unit& unit, Home home, const std::vector<Parameter>& parameters)
    : unit_(unit), home_(home) {
  for (const Parameter& p : parameters) bound_.push_back({p.name, p.type, next_++});
  most_ = next_;
}

const Bound* Resolver::bound(std::string_view name) const {
  for (auto b = bound_.rbegin(); b != bound_.rend(); ++b)
    if (b->name == name) return &*b;
  return nullptr;
}

std::optional<Expr> Resolver::as(const Node& node, Type type) {
  auto expr = resolve(node, type);
  if (!expr || expr->type == type) return expr;
  unit_.error(Code::type_mismatch, node.span,
              {says::this_is_asked_for, describe(unit_, expr->type), describe(unit_, type)});
  return std::nullopt;
}

void Resolver::conjuncts(const Node& node, std::vector<Expr>& into, bool negated) {
  if (!negated && node.kind == Kind::conjunction) {
    for (const Node& kid : node.kids) conjuncts(kid, into);
    return;
  }
  auto expr = condition(node);
  if (!expr) return;
  text::Span span = expr->span;
  if (!negated) return into.push_back(std::move(*expr));
  std::vector<Expr> kids;
  kids.push_back(std::move(*expr));
  into.push_back(made(Op::negation, yes_no_type, span, std::move(kids)));
}

std::optional<Expr> Resolver::resolve(const Node& node, std::optional<Type> expected) {
  switch (node.kind) {
    case Kind::word:
      return word(node, expected);
    case Kind::code:
      return code(node);
    case Kind::provision:
      return misplaced(node, says::misplaced_provision);
    case Kind::date:
      return number(node, Base::day);
    case Kind::integer:
      return number(node, Base::integer);
    case Kind::decimal:
      return number(node, Base::decimal);
    case Kind::text:
    case Kind::language:
      return misplaced(node, says::misplaced_text);
    case Kind::string:
      return misplaced(node, says::a_text_in_quotes);
    case Kind::duration:
      return misplaced(node, says::misplaced_duration);
    case Kind::list:
      return misplaced(node, says::misplaced_list);
    case Kind::path:
      return path(node);
    case Kind::call:
      return call(node);
    case Kind::cell:
      return cell(node);
    case Kind::reading_held:
      return reading(node);
    case Kind::conjunction:
      return junction(node, Op::all);
    case Kind::disjunction:
      return junction(node, Op::any);
    case Kind::negation:
      return negation(node);
    case Kind::quantifier:
      return quantifier(node);
    case Kind::count:
      return count(node);
    case Kind::day_among:
      return over(node, node.word == "earliest" ? Op::earliest : Op::latest);
    case Kind::compare:
      return compare(node);
    case Kind::one_of:
      return one_of(node);
    case Kind::at:
      return at(node);
    case Kind::plus:
      return shift(node);
    case Kind::under:
      return under(node);
    case Kind::bars:
      return bars(node, nullptr, nullptr, nullptr);
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
      return misplaced(node, says::misplaced_no_value);
  }
  return std::nullopt;
}

std::optional<Expr> Resolver::misplaced(const Node& node, diag::Sentence<0> what) {
  unit_.error(Code::type_mismatch, node.span, {says::this_is_no_value, what});
  return std::nullopt;
}

std::optional<Expr> Resolver::builtin(const Node& node) {
  struct Word {
    std::string_view name;
    Op op;
    Type type;
  };
  static constexpr Word words[] = {{"here", Op::here, place_type},
                                   {"forum", Op::forum, place_type},
                                   {"asked", Op::asked, day_type},
                                   {"governing", Op::governing, day_type}};
  for (const Word& w : words)
    if (w.name == node.word) return made(w.op, w.type, node.span);
  return std::nullopt;
}

// A word standing alone: what is bound; a value of the type asked for; a word known everywhere; a rule; a list's name.
std::optional<Expr> Resolver::word(const Node& node, std::optional<Type> expected) {
  if (const Bound* b = bound(node.word)) {
    Expr e = made(b->type.base == Base::record ? Op::role : Op::parameter, b->type, node.span);
    e.param = b->param;
    return e;
  }
  if (expected && expected->base == Base::choice)
    if (int value = value_of(unit_.law.enums[expected->ref], node.word); value >= 0)
      return constant(value, *expected, node.span);
  if (expected && expected->base == Base::effect)
    for (int value = 0; value < 3; ++value)
      if (node.word == (value == 0 ? "none" : value == 1 ? "partnership" : "marriage"))
        return constant(value, *expected, node.span);
  if (node.word == "yes" || node.word == "no")
    return constant(node.word == "yes", yes_no_type, node.span);
  if (auto known = builtin(node)) return known;
  if (function_named(node.word) != none || unit_.members.contains(node.word)) return call(node);
  unknown(node, expected);
  return std::nullopt;
}

void Resolver::unknown(const Node& node, std::optional<Type> expected) {
  std::vector<std::string> known{"here", "forum", "asked", "governing", "yes", "no"};
  for (const Bound& b : bound_) known.push_back(b.name);
  if (expected && expected->base == Base::choice)
    for (const std::string& w : words_of(unit_.law.enums[expected->ref])) known.push_back(w);
  for (const Function& f : unit_.law.functions)
    if ((f.home == home_ || f.home == shared) && !f.bar) known.push_back(f.name);
  for (const Member& m : unit_.law.members) known.push_back(m.name);
  bool choice = expected && expected->base == Base::choice;
  unit_.error(
      Code::unknown_name, node.span,
      choice ? Saying(says::not_declared_and_is_no, node.word, unit_.law.enums[expected->ref].name)
             : Saying(says::not_declared, node.word),
      did_you_mean(node.word, known));
}

bool Resolver::stands_alone(const Node& node) const {
  if (node.kind != Kind::word) return true;
  static constexpr std::string_view words[] = {"yes", "no", "here", "forum", "asked", "governing"};
  for (std::string_view w : words)
    if (w == node.word) return w != "yes" && w != "no";
  return bound(node.word) || function_named(node.word) != none || unit_.members.contains(node.word);
}

std::optional<Expr> Resolver::code(const Node& node) {
  std::int32_t place = place_of(unit_, node.word, node.span);
  if (place < 0) return std::nullopt;
  return constant(place, place_type, node.span);
}

std::optional<Expr> Resolver::number(const Node& node, Base base) {
  auto value = constant_of(unit_, node, {base, 0});
  if (!value) return std::nullopt;
  return constant(*value, {base, 0}, node.span);
}

std::optional<Expr> Resolver::junction(const Node& node, Op op) {
  std::vector<Expr> kids;
  for (const Node& kid : node.kids)
    if (auto expr = condition(kid)) kids.push_back(std::move(*expr));
  if (kids.size() != node.kids.size()) return std::nullopt;
  return made(op, yes_no_type, node.span, std::move(kids));
}

std::optional<Expr> Resolver::negation(const Node& node) {
  auto inner = condition(node.kids[0]);
  if (!inner) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*inner));
  return made(Op::negation, yes_no_type, node.span, std::move(kids));
}

// A day moved: what the calendar lacks becomes the next day (plus) or the one before (minus).
std::optional<Expr> Resolver::shift(const Node& node) {
  auto day = as(node.kids[0], day_type);
  auto amount = constant_of(unit_, node.kids[1].kids[0], integer_type);
  if (!day || !amount) return std::nullopt;
  if (*amount > 100000) {
    unit_.error(Code::beyond_bound, node.kids[1].span, says::no_law_counts_so_far);
    return std::nullopt;
  }
  bool back = node.word == "minus";
  std::vector<Expr> kids;
  kids.push_back(std::move(*day));
  Expr e = made(Op::shift, day_type, node.span, std::move(kids));
  const std::string& unit = node.kids[1].word;
  e.value = back ? -*amount : *amount;
  e.ref = unit == "days" ? 0u : unit == "months" ? 1u : 2u;
  e.extra = back ? 1 : 0;
  return e;
}

std::optional<Expr> Resolver::reading(const Node& node) {
  auto found = unit_.readings.find(keyed(home_, node.word));
  if (found == unit_.readings.end()) {
    std::vector<std::string> known;
    for (const Reading& r : unit_.law.readings)
      if (r.home == home_) known.push_back(r.id.substr(r.id.find('/') + 1));
    unit_.error(Code::unknown_name, node.span, {says::no_reading, node.word},
                did_you_mean(node.word, known));
    return std::nullopt;
  }
  Expr e = made(Op::reading, yes_no_type, node.span);
  e.ref = found->second;
  return e;
}

}  // namespace comity::meaning
