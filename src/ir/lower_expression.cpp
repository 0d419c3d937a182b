#include "ir/lower_expression.h"

namespace comity::ir {

namespace m = meaning;

Node ExpressionLowering::shape(const m::Expr& e, Op op) const {
  Node node;
  node.op = op;
  node.type = static_cast<Base>(e.type.base);
  return node;
}

std::vector<std::uint32_t> ExpressionLowering::kids(const m::Expr& e) {
  std::vector<std::uint32_t> list;
  list.reserve(e.kids.size());
  for (const m::Expr& kid : e.kids) list.push_back(lower(kid));
  return list;
}

NodeId ExpressionLowering::parameter(std::uint32_t number, const m::Expr& e) {
  Node node = shape(e, Op::parameter);
  node.a = number;
  return builder_.node(node);
}

// A fact keeps the field its path begins with, to be found again where an earlier union is seen as a marriage.
NodeId ExpressionLowering::of_fact(const m::Expr& e, Op op) {
  Node node = shape(e, op);
  node.a = e.param, node.b = e.offset;
  node.value = static_cast<Value>(e.top);
  node.ref = static_cast<std::uint16_t>(e.leaf);
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::over_list(const m::Expr& e, Op op) {
  Node node = shape(e, op);
  node.a = e.param, node.b = e.offset;
  node.ref = static_cast<std::uint16_t>(e.leaf);
  node.value = e.value;
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::over_spouses(const m::Expr& e, Op op) {
  Node node = shape(e, op);
  node.a = e.param;
  node.value = e.value;
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::with_ref(const m::Expr& e, Op op) {
  Node node = shape(e, op);
  node.ref = static_cast<std::uint16_t>(e.ref);
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::plain(const m::Expr& e, Op op) {
  return builder_.node(shape(e, op), kids(e));
}

NodeId ExpressionLowering::shift(const m::Expr& e) {
  Node node = shape(e, Op::shift);
  node.a = static_cast<std::uint32_t>(e.value);
  node.b = e.ref;
  node.ref = static_cast<std::uint16_t>(e.extra);
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::under(const m::Expr& e) {
  Node node = shape(e, Op::under);
  node.ref = static_cast<std::uint16_t>(e.ref);
  node.a = e.extra;
  auto list = kids(e);
  node.b = no_node;
  if (e.has_loop) node.b = list.back(), list.pop_back();
  return builder_.node(node, list);
}

NodeId ExpressionLowering::lookup(const m::Expr& e, Op op) {
  Node node = shape(e, op);
  node.ref = static_cast<std::uint16_t>(e.ref);
  node.a = e.extra;
  return builder_.node(node, kids(e));
}

NodeId ExpressionLowering::lower(const m::Expr& e) {
  switch (e.op) {
    case m::Op::constant: {
      Node node = shape(e, Op::constant);
      node.value = e.value;
      return builder_.node(node);
    }
    case m::Op::parameter:
      return parameter(e.param, e);
    case m::Op::governing:
      return parameter(param_as_at, e);
    case m::Op::seen_from:
      return parameter(param_seen_from, e);
    case m::Op::asked:
      return parameter(param_asked, e);
    case m::Op::forum:
      return parameter(param_forum, e);
    case m::Op::here:
      return plain(e, Op::here);
    case m::Op::fact:
      return of_fact(e, Op::fact);
    case m::Op::at:
      return of_fact(e, Op::at);
    case m::Op::some:
      return over_list(e, Op::some);
    case m::Op::every:
      return over_list(e, Op::every);
    case m::Op::count:
      return over_list(e, Op::count);
    case m::Op::earliest:
      return over_list(e, Op::earliest);
    case m::Op::latest:
      return over_list(e, Op::latest);
    case m::Op::some_spouse:
      return over_spouses(e, Op::some_spouse);
    case m::Op::every_spouse:
      return over_spouses(e, Op::every_spouse);
    case m::Op::includes:
      return over_list(e, Op::includes);
    case m::Op::negation:
      return plain(e, Op::negation);
    case m::Op::all:
      return plain(e, Op::all);
    case m::Op::any:
      return plain(e, Op::any);
    case m::Op::equal:
      return plain(e, Op::equal);
    case m::Op::before:
      return plain(e, Op::before);
    case m::Op::shift:
      return shift(e);
    case m::Op::choose:
      return plain(e, Op::choose);
    case m::Op::call:
      return with_ref(e, Op::call);
    case m::Op::role: {
      Node node = shape(e, Op::role);
      node.a = e.param;
      return builder_.node(node);
    }
    case m::Op::under:
      return under(e);
    case m::Op::bars:
      return with_ref(e, Op::bars);
    case m::Op::reading:
      return with_ref(e, Op::reading);
    case m::Op::lookup:
      return lookup(e, Op::lookup);
    case m::Op::listed:
      return lookup(e, Op::listed);
    case m::Op::within:
      return plain(e, Op::within);
  }
  return no_node;
}

NodeId ExpressionLowering::conjunction(std::span<const m::Expr> conjuncts) {
  if (conjuncts.empty()) return no_node;
  if (conjuncts.size() == 1) return lower(conjuncts.front());
  std::vector<std::uint32_t> list;
  for (const m::Expr& e : conjuncts) list.push_back(lower(e));
  Node node;
  node.op = Op::all;
  return builder_.node(node, list);
}

}  // namespace comity::ir
