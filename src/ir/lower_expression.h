// Typed expressions to nodes of the decision graph. Kids are lowered before their parents; equal nodes are one.
// What the evaluator expects of each node is written beside Op in law.h.
#pragma once
#include <span>

#include "ir/builder.h"
#include "meaning/law_base.h"

namespace comity::ir {

class ExpressionLowering {
 public:
  explicit ExpressionLowering(Builder& builder) : builder_(builder) {}
  NodeId lower(const meaning::Expr& e);
  // no_node for none, the one, or an `all` of them.
  NodeId conjunction(std::span<const meaning::Expr> conjuncts);

 private:
  Builder& builder_;
  Node shape(const meaning::Expr& e, Op op) const;
  NodeId parameter(std::uint32_t number, const meaning::Expr& e);
  NodeId of_fact(const meaning::Expr& e, Op op);
  NodeId over_list(const meaning::Expr& e, Op op);
  NodeId over_spouses(const meaning::Expr& e, Op op);
  NodeId with_ref(const meaning::Expr& e, Op op);
  NodeId plain(const meaning::Expr& e, Op op);
  NodeId shift(const meaning::Expr& e);
  NodeId under(const meaning::Expr& e);
  NodeId lookup(const meaning::Expr& e, Op op);
  std::vector<std::uint32_t> kids(const meaning::Expr& e);
};

}  // namespace comity::ir
