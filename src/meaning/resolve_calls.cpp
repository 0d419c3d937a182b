// Rules and terms by name, questions to the law of another place, bars, tables, parts of places.
#include <algorithm>

#include "meaning/resolver.h"

namespace comity::meaning {

namespace {
std::string key_of(const BarQuery& q) {
  std::string key = std::to_string(q.kinds) + "," + std::to_string(q.invalidities) +
                    (q.against_one ? "a" : "") + (q.known_here ? "k" : "") + (q.foreign ? "f" : "");
  for (std::uint32_t p : q.provisions) key += "," + std::to_string(p);
  return key;
}
}  // namespace

std::uint32_t Resolver::function_named(std::string_view name) const {
  if (auto own = unit_.functions.find(keyed(home_, name)); own != unit_.functions.end())
    return own->second;
  if (auto common = unit_.functions.find(keyed(shared, name)); common != unit_.functions.end())
    return common->second;
  return none;
}

// A record passed on: the word must be bound, to a record of this type.
std::optional<Expr> Resolver::role(const Node& node, std::optional<Type> type) {
  const Bound* b = node.kind == Kind::word ? bound(node.word) : nullptr;
  if (b && b->type.base == Base::record && (!type || b->type == *type)) {
    Expr e = made(Op::role, b->type, node.span);
    e.param = b->param;
    return e;
  }
  Saying wanted = type ? describe(unit_, *type) : Saying(says::type_record);
  unit_.error(Code::type_mismatch, node.span,
              b ? Saying(says::this_is_asked_for, describe(unit_, b->type), wanted)
                : Saying(says::names_nothing_bound, wanted),
              says::pass_what_is_bound);
  return std::nullopt;
}

// The marriage, then each argument. One argument more than declared: the first is another marriage.
bool Resolver::arguments(const Node& node, const std::vector<Parameter>& parameters,
                         std::vector<Expr>& into) {
  std::size_t written = node.kids.size(), next = 0;
  if (written == parameters.size() + 1) {
    auto marriage = role(node.kids[next++], std::nullopt);
    if (!marriage) return false;
    const Anchors& anchors = unit_.law.anchors;
    if (marriage->type.ref != anchors.record_earlier_union &&
        marriage->type.ref != anchors.record_celebration) {
      unit_.error(Code::wrong_arguments, node.kids[0].span,
                  {says::no_marriage_to_ask, node.word, parameters.size(),
                   describe(unit_, marriage->type)});
      return false;
    }
    into.push_back(std::move(*marriage));
  } else if (written == parameters.size()) {
    Expr marriage = made(
        Op::role, {Base::record, static_cast<std::uint16_t>(unit_.law.anchors.record_celebration)},
        node.span);
    into.push_back(std::move(marriage));
  } else {
    Saying list;
    for (const Parameter& p : parameters) {
      Saying one(says::parameter_typed, p.name, describe(unit_, p.type));
      list = list.empty() ? one : Saying(says::and_another, std::move(list), std::move(one));
    }
    unit_.error(Code::wrong_arguments, node.span,
                list.empty() ? Saying(says::takes_no_arguments, node.word, written)
                             : Saying(says::takes_arguments, node.word, list, written));
    return false;
  }
  bool good = true;
  for (const Parameter& parameter : parameters) {
    const Node& argument = node.kids[next++];
    auto value = parameter.type.base == Base::record ? role(argument, parameter.type)
                                                     : as(argument, parameter.type);
    if (value)
      into.push_back(std::move(*value));
    else
      good = false;
  }
  return good;
}

std::optional<Expr> Resolver::call(const Node& node) {
  if (node.word == "within" && node.kind == Kind::call) return within(node);
  if (node.word == "listed" && node.kind == Kind::call) return listed(node);
  if (std::uint32_t function = function_named(node.word); function != none)
    return invoke(node, function);
  if (auto member = unit_.members.find(node.word); member != unit_.members.end())
    return own_member(node, member->second);
  unknown(node, std::nullopt);
  return std::nullopt;
}

std::optional<Expr> Resolver::invoke(const Node& node, std::uint32_t function) {
  const Function& f = unit_.law.functions[function];
  Expr e = made(Op::call, f.type, node.span);
  e.ref = function;
  if (!arguments(node, f.parameters, e.kids)) return std::nullopt;
  return e;
}

// A member that this law answers by its bars, or that the law a shared term is used in answers: asked of the law here.
std::optional<Expr> Resolver::own_member(const Node& node, std::uint16_t number) {
  const Member& member = unit_.law.members[number];
  Expr e = made(Op::under, member.type, node.span);
  e.ref = number;
  e.kids.push_back(made(Op::here, place_type, node.span));
  e.kids.push_back(made(Op::governing, day_type, node.span));
  e.kids.push_back(made(Op::seen_from, day_type, node.span));
  if (!arguments(node, member.parameters, e.kids)) return std::nullopt;
  return e;
}

Expr Resolver::seen_from(const Node* day, bool& good) {
  if (!day) return made(Op::seen_from, day_type, {});
  auto read = as(*day, day_type);
  good &= read.has_value();
  return read ? std::move(*read) : Expr{};
}

std::optional<Expr> Resolver::under(const Node& node) {
  const Node &question = node.kids[0], &place_node = node.kids[1], &as_at_node = node.kids[2];
  const Node *seen = nullptr, *renvoi = nullptr;
  for (std::size_t i = 3; i < node.kids.size(); ++i) {
    if (node.kids[i].kind == Kind::seen_from) seen = &node.kids[i].kids[0];
    if (node.kids[i].kind == Kind::renvoi) renvoi = &node.kids[i];
  }
  if (question.kind == Kind::bars) return bars(question, &place_node, &as_at_node, seen);
  auto found = unit_.members.find(question.word);
  if (found == unit_.members.end()) {
    std::vector<std::string> known;
    for (const Member& m : unit_.law.members) known.push_back(m.name);
    unit_.error(Code::unknown_name, question.span, {says::no_question_of_law, question.word},
                did_you_mean(question.word, known));
    return std::nullopt;
  }
  const Member& member = unit_.law.members[found->second];
  auto place = as(place_node, place_type);
  auto as_at = as(as_at_node, day_type);
  bool good = place && as_at;
  Expr e = made(Op::under, member.type, node.span);
  e.ref = found->second;
  Expr from = seen_from(seen, good);
  if (!good) return std::nullopt;
  e.kids.push_back(std::move(*place)), e.kids.push_back(std::move(*as_at)),
      e.kids.push_back(std::move(from));
  if (!arguments(question, member.parameters, e.kids)) return std::nullopt;
  if (renvoi) {
    e.extra = renvoi->word == "back" ? 1u : renvoi->word == "as_their_court" ? 2u : 0u;
    if (!renvoi->kids.empty()) {
      auto loop = as(renvoi->kids[0], place_type);
      if (!loop) return std::nullopt;
      e.kids.push_back(std::move(*loop));
      e.has_loop = true;
    }
  }
  return e;
}

std::optional<Expr> Resolver::bars(const Node& node, const Node* place, const Node* as_at,
                                   const Node* seen) {
  BarQuery query;
  Expr e = made(Op::bars, yes_no_type, node.span);
  bool good = true;
  std::optional<Expr> against;
  for (const Node& option : node.kids) switch (option.kind) {
      case Kind::bar_from:
        for (const Node& provision : option.kids) {
          auto known = unit_.provisions.find(provision.word);
          if (known != unit_.provisions.end()) {
            query.provisions.push_back(known->second);
            continue;
          }
          std::vector<std::string> ids;
          for (const Provision& p : unit_.law.provisions) ids.push_back(p.id);
          unit_.error(Code::unknown_provision, provision.span,
                      {says::provision_not_in_base, provision.word},
                      did_you_mean(provision.word, ids));
          good = false;
        }
        std::sort(query.provisions.begin(), query.provisions.end());
        break;
      case Kind::bar_against:
        against =
            role(option.kids[0],
                 Type{Base::record, static_cast<std::uint16_t>(unit_.law.anchors.record_spouse)});
        good &= against.has_value();
        query.against_one = true;
        break;
      case Kind::bar_kinds: {
        std::uint32_t set = enum_set(unit_, option, unit_.law.anchors.enum_bar_kind);
        query.kinds = option.word == "of" ? set : ~set;
        break;
      }
      case Kind::bar_making:
        query.invalidities = enum_set(unit_, option, unit_.law.anchors.enum_invalidity);
        break;
      case Kind::bar_known_here:
        query.known_here = true;
        break;
      case Kind::bar_as_at:
        as_at = &option.kids[0];
        break;
      default:
        break;  // the parser makes no others
    }
  if (as_at) {
    query.foreign = true;
    auto where =
        place ? as(*place, place_type) : std::optional(made(Op::here, place_type, node.span));
    auto when = as(*as_at, day_type);
    Expr from = seen_from(seen, good);
    if (!where || !when) return std::nullopt;
    e.kids.push_back(std::move(*where)), e.kids.push_back(std::move(*when)),
        e.kids.push_back(std::move(from));
  }
  if (!good) return std::nullopt;
  if (against) e.kids.push_back(std::move(*against));
  auto [known, is_new] = unit_.bar_queries.try_emplace(
      key_of(query), static_cast<std::uint32_t>(unit_.law.bar_queries.size()));
  e.ref = known->second;
  if (is_new) unit_.law.bar_queries.push_back(std::move(query));
  if (node.word != "no") return e;
  std::vector<Expr> kids;
  kids.push_back(std::move(e));
  return made(Op::negation, yes_no_type, node.span, std::move(kids));
}

std::optional<Expr> Resolver::within(const Node& node) {
  if (node.kids.size() != 2) {
    unit_.error(Code::wrong_arguments, node.span, {says::within_takes, node.kids.size()});
    return std::nullopt;
  }
  auto part = as(node.kids[0], place_type), whole = as(node.kids[1], place_type);
  if (!part || !whole) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*part)), kids.push_back(std::move(*whole));
  return made(Op::within, yes_no_type, node.span, std::move(kids));
}

std::optional<Expr> Resolver::listed(const Node& node) {
  if (node.kids.size() != 3) {
    unit_.error(Code::wrong_arguments, node.span, {says::listed_takes, node.kids.size()});
    return std::nullopt;
  }
  auto table = unit_.tables.find(node.kids[0].word);
  auto place = as(node.kids[1], place_type);
  auto day = as(node.kids[2], day_type);
  if (table == unit_.tables.end()) {
    std::vector<std::string> known;
    for (const Table& t : unit_.law.tables) known.push_back(t.name);
    unit_.error(Code::unknown_name, node.kids[0].span, {says::no_table, node.kids[0].word},
                did_you_mean(node.kids[0].word, known));
    return std::nullopt;
  }
  if (!place || !day) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*place)), kids.push_back(std::move(*day));
  Expr e = made(Op::listed, yes_no_type, node.span, std::move(kids));
  e.ref = table->second;
  return e;
}

std::optional<Expr> Resolver::cell(const Node& node) {
  auto table = unit_.tables.find(node.kids[0].word);
  if (table == unit_.tables.end()) {
    std::vector<std::string> known;
    for (const Table& t : unit_.law.tables) known.push_back(t.name);
    unit_.error(Code::unknown_name, node.kids[0].span, {says::no_table, node.kids[0].word},
                did_you_mean(node.kids[0].word, known));
    return std::nullopt;
  }
  const Table& of = unit_.law.tables[table->second];
  auto column = std::find_if(of.columns.begin(), of.columns.end(),
                             [&](const Column& c) { return c.name == node.word; });
  if (column == of.columns.end()) {
    std::vector<std::string> known;
    for (const Column& c : of.columns) known.push_back(c.name);
    unit_.error(Code::unknown_name, node.span, {says::no_column, of.name, node.word},
                did_you_mean(node.word, known));
    return std::nullopt;
  }
  if (node.kids.size() != 3) {
    unit_.error(Code::wrong_arguments, node.span, {says::column_takes, node.kids.size() - 1});
    return std::nullopt;
  }
  auto place = as(node.kids[1], place_type);
  auto day = as(node.kids[2], day_type);
  if (!place || !day) return std::nullopt;
  std::vector<Expr> kids;
  kids.push_back(std::move(*place)), kids.push_back(std::move(*day));
  Expr e = made(Op::lookup, column->type, node.span, std::move(kids));
  e.ref = table->second, e.extra = static_cast<std::uint32_t>(column - of.columns.begin());
  return e;
}

}  // namespace comity::meaning
