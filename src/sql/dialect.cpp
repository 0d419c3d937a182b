#include "sql/dialect.h"

#include <algorithm>

namespace comity::sql {

const Dialect* dialect_named(std::string_view name) {
  for (const Dialect* dialect : {&duckdb(), &spark(), &postgres()})
    if (dialect->name() == name) return dialect;
  return nullptr;
}

std::vector<std::string> dialect_names() {
  std::vector<std::string> names;
  for (const Dialect* dialect : {&duckdb(), &spark(), &postgres()})
    names.emplace_back(dialect->name());
  return names;
}

std::string quoted_by(std::string_view identifier, char mark) {
  std::string out(1, mark);
  for (char c : identifier) {
    if (c == mark) out += mark;
    out += c;
  }
  return out + mark;
}

// No engine need know a year 0, and no couple married before the first.
std::string day_literal(base::Day day) {
  static const base::Day first = *base::day_of(1, 1, 1);
  return "DATE '" + base::to_string(std::max(day, first)) + "'";
}

}  // namespace comity::sql
