// A question as terms over columns in three-valued logic: what a query says before it is put into the words of a dialect.
// Hash-consed, kids before parents. A value is known or unknown (SQL's null); `unknown` is what no column of the table tells.
// Guarantees: a term that comes to a value has that value in every completion of the row; where it comes to none, nothing is
// said (Kleene's logic, with the agreement of both branches of a choice whose condition is unknown).
// Knows no law and no dialect.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "ir/ontology.h"

namespace comity::sql {

using Term = std::uint32_t;

enum class Op : std::uint8_t {
  unknown,
  constant,  // a: value
  column,    // a: number of the column
  among,     // a: column term, b: number of the set: whether its value is one of these
  negation,  // a
  both,      // a, b
  either,    // a, b
  same,      // a, b: two values that are not both constant
  before,    // a, b: two days or numbers, strictly less
  shift,     // a: day, b: amount, c: unit | rounding << 8
  choose,    // a: condition, b: then, c: otherwise
  agreed,    // a, b: their value where they have the same one
  larger,    // a, b
  smaller,   // a, b
};

// How many of a term's a, b, c are terms.
int kids(Op op);

struct Piece {
  Op op = Op::unknown;
  std::uint32_t a = 0, b = 0, c = 0;
  auto operator<=>(const Piece&) const = default;
};

class Terms {
 public:
  static constexpr Term unknown = 0, no = 1, yes = 2;
  Terms();
  const Piece& operator[](Term t) const { return pieces_[t]; }
  std::size_t size() const { return pieces_.size(); }
  const std::vector<ir::Value>& set(std::uint32_t number) const { return sets_[number]; }

  Term constant(ir::Value value);
  Term column(std::uint32_t number) { return cons({Op::column, number, 0, 0}); }
  // The values a column takes in the rows looked at, where it has one in each; a test for all of them is true.
  void only(Term column, std::vector<ir::Value> values) { only_[column] = std::move(values); }
  // A column that is true or unknown, and stands for facts nobody reads: what is said beside it adds nothing.
  void absorbing(Term column) { absorbing_.insert(column); }
  Term among(Term column, std::vector<ir::Value> values);
  Term truth(bool value) const { return value ? yes : no; }

  // Of truths.
  Term negation(Term a);
  Term both(Term a, Term b);
  Term either(Term a, Term b);
  Term choose(Term condition, Term then, Term otherwise);
  Term agreed(Term a, Term b);

  // Of values. A question about a choice becomes the choice of the questions, so that only columns are compared.
  Term value(Term condition, Term then, Term otherwise);
  Term agreed_values(Term a, Term b);
  Term equal(Term a, Term b);
  Term before(Term a, Term b);
  Term shift(Term day, int amount, base::Unit unit, base::Rounding rounding);
  Term larger(Term a, Term b);
  Term smaller(Term a, Term b);

  bool is_constant(Term t) const { return pieces_[t].op == Op::constant; }
  ir::Value value_of(Term t) const { return static_cast<ir::Value>(pieces_[t].a); }

 private:
  Term cons(Piece piece);
  std::uint32_t number_of(std::vector<ir::Value> set);
  Term merged(Term a, Term b, bool join);
  bool absorbs(Term t, bool when_true) const;
  std::vector<Piece> pieces_;
  std::map<Piece, Term> known_;
  std::vector<std::vector<ir::Value>> sets_;
  std::map<std::vector<ir::Value>, std::uint32_t> set_numbers_;
  std::map<Term, std::vector<ir::Value>> only_;
  std::set<Term> absorbing_;
  std::map<std::pair<Term, Term>, Term> equals_, befores_;
};

}  // namespace comity::sql
