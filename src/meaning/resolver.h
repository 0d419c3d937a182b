// Names and types of expressions: one tree of law text in, one typed expression out, or a diagnostic.
// A resolver is made for each clause; it knows whose rule it stands in and what is bound, and gives slots of the frame.
#pragma once
#include <optional>

#include "meaning/unit.h"

namespace comity::meaning {

struct Bound {
  std::string name;
  Type type;
  std::uint32_t param = 0;
};

class Resolver {
 public:
  Resolver(Unit& unit, Home home) : unit_(unit), home_(home) {}
  Resolver(Unit& unit, Home home, const std::vector<Parameter>& parameters);

  // The expression as a value of this type; nullopt after a diagnostic.
  std::optional<Expr> as(const Node& node, Type type);
  std::optional<Expr> condition(const Node& node) { return as(node, {Base::yes_no, 0}); }
  // The parts of a conjunction, each on its own; what could not be read is left out.
  void conjuncts(const Node& node, std::vector<Expr>& into, bool negated = false);

  std::uint32_t frame() const { return most_; }

  // A fact by its path: a fact of the frame's role, or nullopt without a word (the root is no fact).
  struct Fact {
    std::uint32_t param = 0, top = 0, leaf = 0, offset = 0;
    text::Span span;
  };
  enum class Found { no, yes, failed };
  Found fact(const Node& path, Fact& into);

 private:
  Unit& unit_;
  Home home_;
  std::vector<Bound> bound_;
  std::uint32_t next_ = 1, most_ = 1;

  // ---- resolve.cpp
  std::optional<Expr> resolve(const Node& node, std::optional<Type> expected);
  std::optional<Expr> word(const Node& node, std::optional<Type> expected);
  std::optional<Expr> builtin(const Node& node);
  std::optional<Expr> code(const Node& node);
  std::optional<Expr> number(const Node& node, Base base);
  std::optional<Expr> junction(const Node& node, Op op);
  std::optional<Expr> negation(const Node& node);
  std::optional<Expr> shift(const Node& node);
  std::optional<Expr> reading(const Node& node);
  std::optional<Expr> misplaced(const Node& node, diag::Sentence<0> what);
  bool stands_alone(const Node& node) const;  // its type is known without being asked for
  const Bound* bound(std::string_view name) const;
  void unknown(const Node& node, std::optional<Type> expected);

  // ---- resolve_facts.cpp
  std::optional<Expr> path(const Node& node);
  std::optional<Expr> read(const Fact& fact);
  std::optional<Expr> at(const Node& node);
  std::optional<Expr> quantifier(const Node& node);
  std::optional<Expr> count(const Node& node);
  std::optional<Expr> over(const Node& node, Op op);
  std::optional<Expr> no_list(const Node& node);
  std::optional<Expr> over_spouses(const Node& node, Op op);
  bool walk(const Node& path, std::size_t from, std::uint32_t record, Fact& into);
  Expr celebration_day(text::Span span);

  // ---- resolve_compare.cpp
  std::optional<Expr> compare(const Node& node);
  std::optional<Expr> one_of(const Node& node);
  std::optional<Expr> absence(const Node& left, const Node& right);
  std::optional<Expr> includes(const Node& node);
  std::optional<std::pair<Expr, Expr>> sides(const Node& left, const Node& right,
                                             std::optional<Type> type);
  bool within_bound(const Expr& left, const Expr& right);

  // ---- resolve_calls.cpp
  std::optional<Expr> call(const Node& node);
  std::optional<Expr> invoke(const Node& node, std::uint32_t function);
  std::optional<Expr> own_member(const Node& node, std::uint16_t member);
  std::optional<Expr> under(const Node& node);
  std::optional<Expr> bars(const Node& node, const Node* place, const Node* as_at,
                           const Node* seen_from);
  std::optional<Expr> within(const Node& node);
  std::optional<Expr> listed(const Node& node);
  std::optional<Expr> cell(const Node& node);
  bool arguments(const Node& node, const std::vector<Parameter>& parameters,
                 std::vector<Expr>& into);
  std::optional<Expr> role(const Node& node, std::optional<Type> type);
  std::uint32_t function_named(std::string_view name) const;  // none
  Expr seen_from(const Node* day, bool& good);
};

// What a tree of an expression says, made by hand.
Expr constant(std::int32_t value, Type type, text::Span span);
Expr made(Op op, Type type, text::Span span, std::vector<Expr> kids = {});
inline constexpr Type yes_no_type{Base::yes_no, 0}, day_type{Base::day, 0},
    place_type{Base::place, 0}, integer_type{Base::integer, 0}, effect_type{Base::effect, 0};

}  // namespace comity::meaning
