// Facts by their paths, on a day, and quantifiers over a case's lists.
#include <utility>

#include "meaning/resolver.h"

namespace comity::meaning {

namespace {
int field_in(const LawBase& law, std::uint32_t record, std::string_view name) {
  const Record& r = law.records[record];
  for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
    if (law.fields[i].name == name) return static_cast<int>(i);
  return -1;
}
}  // namespace

// Follows the words of a path from `from` on, down the records; the first field met is the top one.
bool Resolver::walk(const Node& path, std::size_t from, std::uint32_t record, Fact& into) {
  const LawBase& law = unit_.law;
  bool first = true;
  for (std::size_t i = from; i < path.kids.size(); ++i) {
    const Node& step = path.kids[i];
    int number = step.kind == Kind::word ? field_in(law, record, step.word) : -1;
    if (number < 0) {
      std::vector<std::string> known;
      const Record& r = law.records[record];
      for (std::uint32_t f = r.first_field; f < r.first_field + r.fields; ++f)
        known.push_back(law.fields[f].name);
      unit_.error(Code::unknown_name, step.span,
                  {says::no_fact, law.records[record].name, step.word},
                  did_you_mean(step.word, known));
      return false;
    }
    const Field& field = law.fields[static_cast<std::size_t>(number)];
    if (std::exchange(first, false)) into.top = static_cast<std::uint32_t>(number);
    into.leaf = static_cast<std::uint32_t>(number);
    into.offset += field.offset;
    if (i + 1 == path.kids.size()) return true;
    const Node& after = path.kids[i + 1];
    bool list = field.many == Many::list || field.many == Many::dated_list;
    if (list) {
      std::size_t index = 0;
      for (char c : after.word)
        index = after.kind == Kind::integer && index < 1000
                    ? index * 10 + static_cast<std::size_t>(c - '0')
                    : 1000;
      if (after.kind != Kind::integer || index >= field.bound) {
        unit_.error(Code::beyond_bound, after.span,
                    after.kind == Kind::integer
                        ? Saying(says::counted_from_0, field.name, field.bound)
                        : Saying(says::is_a_list, field.name),
                    {says::some_or_number, field.name});
        return false;
      }
      std::uint32_t size = field.type.base == Base::record ? law.records[field.type.ref].slots : 1;
      into.offset += 1 + static_cast<std::uint32_t>(index) * size;
      ++i;
      if (i + 1 == path.kids.size()) {
        unit_.error(Code::type_mismatch, path.span, says::one_element, says::name_one_of_its_facts);
        return false;
      }
    } else if (field.many == Many::maybe) {
      into.offset += 1;
    }
    if (field.type.base != Base::record || field.many == Many::dated) {
      unit_.error(Code::unknown_name, after.span,
                  {says::no_facts_of_its_own, field.name, describe(unit_, field.type)});
      return false;
    }
    record = field.type.ref;
  }
  return true;
}

Resolver::Found Resolver::fact(const Node& node, Fact& into) {
  const Anchors& anchors = unit_.law.anchors;
  into.span = node.span;
  Node alone;
  const Node* path = &node;
  if (node.kind == Kind::word) {
    alone = {Kind::path, node.span, {}, {node}};
    path = &alone;
  } else if (node.kind != Kind::path) {
    return Found::no;
  }
  const std::string& root = path->kids[0].word;
  auto done = [](bool good) { return good ? Found::yes : Found::failed; };
  if (const Bound* b = bound(root)) {
    if (path->kids.size() == 1) return Found::no;
    if (b->type.base != Base::record) {
      unit_.error(Code::unknown_name, path->kids[1].span,
                  {says::no_facts_of_its_own, root, describe(unit_, b->type)});
      return Found::failed;
    }
    into.param = b->param;
    return done(walk(*path, 1, b->type.ref, into));
  }
  if (anchors.record_case == none) return Found::no;
  if (path->kids.size() > 1 && (root == "celebration" || root == "between")) {
    std::uint32_t record =
        root == "celebration" ? anchors.record_celebration : anchors.record_between;
    return record == none ? Found::no : done(walk(*path, 1, record, into));
  }
  if (field_in(unit_.law, anchors.record_case, root) < 0) return Found::no;
  return done(walk(*path, 0, anchors.record_case, into));
}

Expr Resolver::celebration_day(text::Span span) {
  Expr e = made(Op::fact, day_type, span);
  int on = field_in(unit_.law, unit_.law.anchors.record_celebration, "on");
  if (on < 0) return constant(0, day_type, span);
  e.top = e.leaf = static_cast<std::uint32_t>(on);
  e.offset = unit_.law.fields[e.leaf].offset;
  return e;
}

std::optional<Expr> Resolver::read(const Fact& fact) {
  const Field& field = unit_.law.fields[fact.leaf];
  Expr e = made(Op::fact, field.type, fact.span);
  e.param = fact.param, e.top = fact.top, e.leaf = fact.leaf, e.offset = fact.offset;
  if (field.many == Many::dated) {
    e.op = Op::at;
    e.kids.push_back(celebration_day(fact.span));
  } else if (field.many == Many::list || field.many == Many::dated_list) {
    unit_.error(Code::type_mismatch, fact.span, {says::list_for_value, field.name},
                says::how_to_ask_a_list);
    return std::nullopt;
  } else if (field.type.base == Base::record && !(field.many == Many::maybe)) {
    unit_.error(Code::type_mismatch, fact.span, {says::record_for_value, field.name},
                says::name_one_of_its_facts);
    return std::nullopt;
  } else if (field.many == Many::maybe) {
    unit_.error(Code::type_mismatch, fact.span, {says::absent_for_value, field.name},
                {says::how_to_ask_absence, field.absent});
    return std::nullopt;
  }
  if (field.type.base == Base::prose) {
    unit_.error(Code::type_mismatch, fact.span, {says::prose_not_compared, field.name});
    return std::nullopt;
  }
  return e;
}

std::optional<Expr> Resolver::path(const Node& node) {
  Fact found;
  Found result = fact(node, found);
  if (result == Found::yes) return read(found);
  if (result == Found::no) {
    std::vector<std::string> known{"celebration", "between", "spouses",
                                   "later",       "plans",   "question"};
    for (const Bound& b : bound_) known.push_back(b.name);
    unit_.error(Code::unknown_name, node.kids[0].span, {says::not_declared, node.kids[0].word},
                did_you_mean(node.kids[0].word, known));
  }
  return std::nullopt;
}

std::optional<Expr> Resolver::at(const Node& node) {
  Fact found;
  Found result = fact(node.kids[0], found);
  auto day = as(node.kids[1], day_type);
  if (result == Found::failed || !day) return std::nullopt;
  if (result == Found::no || unit_.law.fields[found.leaf].many != Many::dated) {
    unit_.error(Code::type_mismatch, node.kids[0].span, says::fact_without_dates,
                says::take_out_at);
    return std::nullopt;
  }
  auto e = read(found);
  if (e) e->kids[0] = std::move(*day), e->span = node.span;
  return e;
}

std::optional<Expr> Resolver::quantifier(const Node& node) {
  bool every = node.word == "every";
  auto e = over(node, every ? Op::every : Op::some);
  if (!e || node.word != "no") return e;
  std::vector<Expr> kids;
  kids.push_back(std::move(*e));
  return made(Op::negation, yes_no_type, node.span, std::move(kids));
}

std::optional<Expr> Resolver::count(const Node& node) { return over(node, Op::count); }

std::optional<Expr> Resolver::over_spouses(const Node& node, Op op) {
  std::uint32_t saved = next_;
  std::uint32_t param = next_++;
  most_ = std::max(most_, next_);
  bound_.push_back({node.kids[0].word,
                    {Base::record, static_cast<std::uint16_t>(unit_.law.anchors.record_spouse)},
                    param});
  auto body = condition(node.kids[2]);
  bound_.pop_back();
  next_ = saved;
  if (!body) return std::nullopt;
  auto one = [&](Op which, Expr inner) {
    std::vector<Expr> kids;
    kids.push_back(std::move(inner));
    Expr e = made(which, yes_no_type, node.span, std::move(kids));
    e.value = static_cast<std::int32_t>(param);
    return e;
  };
  if (op == Op::some) return one(Op::some_spouse, std::move(*body));
  if (op == Op::every) return one(Op::every_spouse, std::move(*body));
  // how many of two: both, else one, else none
  std::vector<Expr> inner, outer;
  inner.push_back(one(Op::some_spouse, *body)),
      inner.push_back(constant(1, integer_type, node.span)),
      inner.push_back(constant(0, integer_type, node.span));
  outer.push_back(one(Op::every_spouse, std::move(*body))),
      outer.push_back(constant(2, integer_type, node.span));
  outer.push_back(made(Op::choose, integer_type, node.span, std::move(inner)));
  return made(Op::choose, integer_type, node.span, std::move(outer));
}

std::optional<Expr> Resolver::no_list(const Node& node) {
  unit_.error(Code::type_mismatch, node.span, says::no_list_of_case);
  return std::nullopt;
}

std::optional<Expr> Resolver::over(const Node& node, Op op) {
  const Node* list = &node.kids[1];
  const Node* day_node = nullptr;
  if (list->kind == Kind::at) day_node = &list->kids[1], list = &list->kids[0];
  if (list->kind == Kind::word && list->word == "spouses" && !bound("spouses") && !day_node)
    return node.kind == Kind::day_among ? no_list(*list) : over_spouses(node, op);
  Fact found;
  Found result = fact(*list, found);
  if (result == Found::failed) return std::nullopt;
  const Field* field = result == Found::yes ? &unit_.law.fields[found.leaf] : nullptr;
  if (!field || (field->many != Many::list && field->many != Many::dated_list)) {
    return no_list(*list);
  }
  if (field->record == unit_.law.anchors.record_spouse &&
      unit_.law.fields[found.top].record == unit_.law.anchors.record_case) {
    unit_.error(Code::type_mismatch, list->span, says::one_spouses_list,
                {says::write_some_in_spouses, field->name});
    return std::nullopt;
  }
  std::optional<Expr> day;
  if (day_node) {
    if (field->many != Many::dated_list) {
      unit_.error(Code::type_mismatch, day_node->span, {says::list_without_dates, field->name},
                  says::take_out_at);
      return std::nullopt;
    }
    day = as(*day_node, day_type);
    if (!day) return std::nullopt;
  } else if (field->many == Many::dated_list) {
    day = celebration_day(list->span);
  }
  std::uint32_t saved = next_, param = next_++;
  most_ = std::max(most_, next_);
  bound_.push_back({node.kids[0].word, field->type, param});
  auto body = condition(node.kids[2]);
  std::optional<Expr> among;
  if (node.kind == Kind::day_among) among = as(node.kids[3], day_type);
  bound_.pop_back();
  next_ = saved;
  if (!body || (node.kind == Kind::day_among && !among)) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*body));
  if (among) kids.push_back(std::move(*among));
  if (day) kids.push_back(std::move(*day));
  Type type = op == Op::count ? integer_type : among ? day_type : yes_no_type;
  Expr e = made(op, type, node.span, std::move(kids));
  e.param = found.param, e.top = found.top, e.leaf = found.leaf, e.offset = found.offset;
  e.value = static_cast<std::int32_t>(param);
  return e;
}

}  // namespace comity::meaning
