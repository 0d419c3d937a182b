#include "sql/dialect.h"

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

std::string day_literal(base::Day day) { return "DATE '" + base::to_string(day) + "'"; }

}  // namespace comity::sql
