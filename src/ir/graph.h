// The decision graph of one question: the law specialised by what is known, with one variable for each open thing.
// Hash-consed: equal nodes are one node, and kids come before parents; folding keeps it small.
// It knows no law: a variable is a number, whose meaning its maker keeps.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "ir/ontology.h"

namespace comity::ir {

using Ref = std::uint32_t;

enum class Shape : std::uint8_t {
  constant,  // a: value
  variable,  // a: variable's number
  negation,  // a
  both,      // a, b
  either,    // a, b
  equal,     // a, b
  before,    // a, b: strictly less
  shift,     // a: day, b: amount, c: unit | rounding << 8
  choose,    // a: condition, b: then, c: otherwise
  larger,    // a, b
  smaller,   // a, b
};

// How many of a cell's a, b, c are cells themselves.
int operands(Shape shape);

struct Cell {
  Shape shape = Shape::constant;
  std::uint32_t a = 0, b = 0, c = 0;
  bool operator==(const Cell&) const = default;
};

class Graph {
 public:
  static constexpr Ref no = 0, yes = 1;
  Graph();
  Ref constant(Value value);
  Ref truth(bool value) const { return value ? yes : no; }
  Ref variable(std::uint32_t number) { return cons({Shape::variable, number, 0, 0}); }
  Ref negation(Ref a);
  Ref both(Ref a, Ref b);
  Ref either(Ref a, Ref b);
  Ref equal(Ref a, Ref b);
  Ref before(Ref a, Ref b);
  Ref not_before(Ref a, Ref b) { return negation(before(a, b)); }
  // The same against a day or number that need not be a node where the other side is known.
  Ref is(Ref a, Value b) { return is_constant(a) ? truth(value(a) == b) : equal(a, constant(b)); }
  Ref before_day(Ref a, Value b) {
    return is_constant(a) ? truth(value(a) < b) : before(a, constant(b));
  }
  Ref since_day(Ref a, Value b) { return negation(before_day(a, b)); }
  Ref shift(Ref day, int amount, base::Unit unit, base::Rounding rounding);
  Ref choose(Ref condition, Ref then, Ref otherwise);
  Ref larger(Ref a, Ref b);
  Ref smaller(Ref a, Ref b);

  const Cell& operator[](Ref ref) const { return cells_[ref]; }
  std::size_t size() const { return cells_.size(); }
  bool is_constant(Ref ref) const { return cells_[ref].shape == Shape::constant; }
  Value value(Ref ref) const { return static_cast<Value>(cells_[ref].a); }
  std::optional<Value> known(Ref ref) const {
    return is_constant(ref) ? std::optional(value(ref)) : std::nullopt;
  }

  // The same function with variables replaced by nodes: replacement[v] == keep leaves v as it is.
  static constexpr Ref keep = 0xffffffff;
  Ref substitute(Ref root, const std::vector<Ref>& replacement);
  std::vector<std::uint32_t> support(Ref root) const;  // variables, in order of first occurrence
  Value evaluate(Ref root, const std::vector<Value>& assignment) const;
  bool verify() const;  // kids before parents, references in range

 private:
  Ref cons(Cell cell);
  void grow();
  void mark_below(Ref root) const;
  std::vector<Cell> cells_;
  std::vector<Ref> table_;  // open addressing; 0xffffffff empty
  // Room for walks below a root, kept from one to the next.
  mutable std::vector<std::uint8_t> seen_;
  std::vector<Ref> now_;
};

}  // namespace comity::ir
