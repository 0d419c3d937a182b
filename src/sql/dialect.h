// How one engine writes what every query is made of. A dialect per file: duckdb.cpp, spark.cpp, postgres.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace comity::sql {

class Dialect {
 public:
  virtual ~Dialect() = default;
  virtual std::string_view name() const = 0;
  virtual std::string quoted(std::string_view identifier) const = 0;
  virtual std::string text(std::string_view words) const = 0;  // a literal
  virtual std::string length(const std::string& list) const = 0;
  virtual std::string element(const std::string& list,
                              int index) const = 0;  // from 0; null beyond the end
  // The day so many months later; a day that the month lacks becomes its last.
  virtual std::string months_later(const std::string& day, int months) const = 0;
  virtual std::string days_later(const std::string& day, int days) const = 0;
  virtual std::string day_of_month(const std::string& day) const = 0;
  // Opening of a step `name AS (` whose columns are computed once a row, however often they are used after.
  virtual std::string step(const std::string& name) const = 0;
  // Whether a branch's steps stand inside one another in FROM, and not beside one another in WITH.
  virtual bool nests() const { return false; }
  // Likewise of the first step, which every branch reads.
  virtual std::string first_step(const std::string& name) const { return step(name); }
  // The most columns one step may have; nothing: no limit is known.
  virtual std::optional<std::size_t> most_columns() const { return std::nullopt; }
  virtual std::string_view text_type() const = 0;
};

const Dialect& duckdb();
const Dialect& spark();
const Dialect& postgres();
// nullptr: there is none of this name.
const Dialect* dialect_named(std::string_view name);
std::vector<std::string> dialect_names();

// What SQL's own standard says, shared by those who keep to it.
std::string quoted_by(std::string_view identifier, char mark);
std::string day_literal(base::Day day);

}  // namespace comity::sql
