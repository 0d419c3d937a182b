// One branch's terms as steps of a query: a term used more than once becomes a column of a step, so that the text grows with
// the number of terms and not with the number of ways to reach them. Writes expressions; the frame around them is query.cpp's.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ir/law.h"
#include "sql/branch.h"
#include "sql/dialect.h"

namespace comity::sql {

// How values are written: a place as its code, a word of an enum, a day, a number.
class Writer {
 public:
  Writer(const ir::Law& law, const Dialect& dialect, const std::vector<Column>& columns)
      : law_(law), dialect_(dialect), columns_(columns) {}
  std::string value(const Column& column, ir::Value value) const;
  std::string name(std::uint32_t column) const;  // of the column as the first step gives it, quoted
  std::string shift(const std::string& day, const Piece& piece) const;
  std::string provision(ir::Value number) const;
  const Dialect& dialect() const { return dialect_; }
  const std::vector<Column>& columns() const { return columns_; }
  const ir::Law& law() const { return law_; }

 private:
  const ir::Law& law_;
  const Dialect& dialect_;
  const std::vector<Column>& columns_;
};

// What the first step calls a column: its name, and of a list which element or its length.
std::string name_of(const Column& column);

struct Step {
  std::vector<std::pair<std::string, std::string>> made;  // name, expression
  std::set<std::string> kept;                             // of the step before
};

struct Steps {
  std::vector<Step> steps;
  std::vector<std::string> roots;  // expressions over the last step's columns
  std::set<std::string> needed;    // columns the roots read
  std::set<std::string> read;      // and those that steps read
  std::size_t widest = 0;          // columns of the widest step
};

// `truths`, then `provisions`: terms whose values are numbers of provisions, written as their ids; none is the empty text.
Steps steps_of(const Writer& writer, const Terms& terms, const std::vector<Term>& truths,
               const std::vector<Term>& provisions);

}  // namespace comity::sql
