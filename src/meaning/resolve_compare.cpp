// Comparisons: equality, days, numbers, membership, and whether what may be absent is there.
#include "meaning/resolver.h"

namespace comity::meaning {

namespace {
Expr negated(Expr inner) {
  text::Span span = inner.span;
  std::vector<Expr> kids;
  kids.push_back(std::move(inner));
  return made(Op::negation, yes_no_type, span, std::move(kids));
}

Expr two(Op op, text::Span span, Expr left, Expr right) {
  std::vector<Expr> kids;
  kids.push_back(std::move(left)), kids.push_back(std::move(right));
  return made(op, yes_no_type, span, std::move(kids));
}
}  // namespace

// Both sides of one type; a word that stands for a value takes its type from the other side.
std::optional<std::pair<Expr, Expr>> Resolver::sides(const Node& left, const Node& right,
                                                     std::optional<Type> type) {
  bool right_first = !type && !stands_alone(left) && stands_alone(right);
  auto first = resolve(right_first ? right : left, type);
  if (!first) return std::nullopt;
  auto second = resolve(right_first ? left : right, first->type);
  if (!second) return std::nullopt;
  if (first->type != second->type || (type && first->type != *type)) {
    const Expr& odd = type && first->type != *type ? *first : *second;
    Type wanted = type ? *type : first->type;
    auto& found =
        unit_.error(Code::type_mismatch, odd.span,
                    {says::compared_with_type, describe(unit_, odd.type), describe(unit_, wanted)});
    found.labels.push_back(
        {odd.span == second->span ? first->span : second->span, says::compared_with_this});
    return std::nullopt;
  }
  if (first->type.base == Base::record) {
    unit_.error(Code::type_mismatch, first->span, says::records_not_compared,
                says::compare_their_facts);
    return std::nullopt;
  }
  if (right_first) std::swap(first, second);
  return std::pair(std::move(*first), std::move(*second));
}

// `s.protection is none`, `s.earlier_unions is []`: whether it is absent. nullopt without a word: neither.
std::optional<Expr> Resolver::absence(const Node& left, const Node& right) {
  bool empty = right.kind == Kind::list && right.kids.empty();
  if (left.kind != Kind::path || (right.kind != Kind::word && !empty)) return std::nullopt;
  std::size_t before = unit_.diagnostics.list.size();
  Fact found;
  Found result = fact(left, found);
  if (result != Found::yes) {
    auto& list = unit_.diagnostics.list;  // said again by whoever asks next
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(before), list.end());
    return std::nullopt;
  }
  const Field& field = unit_.law.fields[found.leaf];
  bool list = field.many == Many::list || field.many == Many::dated_list;
  if (list && empty) {
    std::vector<Expr> kids;
    kids.push_back(constant(1, yes_no_type, left.span));
    if (field.many == Many::dated_list) kids.push_back(celebration_day(left.span));
    Expr e = made(Op::some, yes_no_type, left.span, std::move(kids));
    e.param = found.param, e.top = found.top, e.leaf = found.leaf, e.offset = found.offset;
    e.value = static_cast<std::int32_t>(next_);
    most_ = std::max(most_, next_ + 1);
    return negated(std::move(e));
  }
  if (field.many == Many::maybe && right.word == field.absent) {
    Expr e = made(Op::fact, yes_no_type, left.span);
    e.param = found.param, e.top = found.top, e.leaf = found.leaf, e.offset = found.offset;
    return negated(std::move(e));
  }
  return std::nullopt;
}

// A number no count can reach would make the condition a constant.
bool Resolver::within_bound(const Expr& left, const Expr& right) {
  const Expr& counted = left.op == Op::count ? left : right;
  const Expr& number = left.op == Op::count ? right : left;
  if (counted.op != Op::count || number.op != Op::constant) return true;
  const Field& list = unit_.law.fields[counted.leaf];
  if (number.value <= static_cast<std::int32_t>(list.bound)) return true;
  unit_.error(Code::beyond_bound, number.span,
              {says::never_counted_to, list.name, list.bound, number.value});
  return false;
}

std::optional<Expr> Resolver::compare(const Node& node) {
  const Node &left = node.kids[0], &right = node.kids[1];
  const std::string& how = node.word;
  if (how == "includes") return includes(node);
  if (how == "is" || how == "is_not") {
    if (auto absent = absence(left, right))
      return how == "is" ? std::move(*absent) : std::move(absent->kids[0]);
    auto both = sides(left, right, std::nullopt);
    if (!both || !within_bound(both->first, both->second)) return std::nullopt;
    Expr e = two(Op::equal, node.span, std::move(both->first), std::move(both->second));
    return how == "is" ? e : negated(std::move(e));
  }
  bool days = how == "before" || how == "after" || how == "by" || how == "since";
  auto both = sides(left, right, days ? std::optional(day_type) : std::nullopt);
  if (!both || !within_bound(both->first, both->second)) return std::nullopt;
  Base base = both->first.type.base;
  if (!days && base != Base::integer && base != Base::decimal && base != Base::effect) {
    unit_.error(Code::type_mismatch, node.span,
                {says::no_more_or_less, describe(unit_, both->first.type)},
                says::what_at_least_compares);
    return std::nullopt;
  }
  // a after b: b before a; a by b: not b before a; a since b: not a before b
  bool swapped = how == "after" || how == "by" || how == "at_most";
  Expr e = swapped ? two(Op::before, node.span, std::move(both->second), std::move(both->first))
                   : two(Op::before, node.span, std::move(both->first), std::move(both->second));
  return how == "before" || how == "after" ? e : negated(std::move(e));
}

std::optional<Expr> Resolver::one_of(const Node& node) {
  auto left = resolve(node.kids[0], std::nullopt);
  if (!left) return std::nullopt;
  std::vector<Expr> kids;
  for (const Node& value : node.kids[1].kids) {
    auto right = as(value, left->type);
    if (!right) return std::nullopt;
    kids.push_back(two(Op::equal, value.span, *left, std::move(*right)));
  }
  Expr e = made(Op::any, yes_no_type, node.span, std::move(kids));
  return node.word == "is" ? e : negated(std::move(e));
}

std::optional<Expr> Resolver::includes(const Node& node) {
  Fact found;
  Found result = fact(node.kids[0], found);
  if (result == Found::failed) return std::nullopt;
  const Field* field = result == Found::yes ? &unit_.law.fields[found.leaf] : nullptr;
  if (!field || field->many != Many::list || field->type.base == Base::record) {
    unit_.error(Code::type_mismatch, node.kids[0].span, says::no_list_of_values,
                says::write_some_in);
    return std::nullopt;
  }
  auto value = as(node.kids[1], field->type);
  if (!value) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*value));
  Expr e = made(Op::includes, yes_no_type, node.span, std::move(kids));
  e.param = found.param, e.top = found.top, e.leaf = found.leaf, e.offset = found.offset;
  return e;
}

}  // namespace comity::meaning
