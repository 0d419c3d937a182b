// DuckDB's dialect: https://duckdb.org/docs/stable/sql/introduction
#include "sql/dialect.h"

namespace comity::sql {

namespace {

class DuckDb : public Dialect {
 public:
  std::string_view name() const override { return "duckdb"; }
  std::string quoted(std::string_view identifier) const override {
    return quoted_by(identifier, '"');
  }
  std::string text(std::string_view words) const override { return quoted_by(words, '\''); }
  std::string length(const std::string& list) const override { return "len(" + list + ")"; }
  std::string element(const std::string& list, int index) const override {
    return list + "[" + std::to_string(index + 1) + "]";
  }
  std::string months_later(const std::string& day, int months) const override {
    return "CAST(" + day + " + INTERVAL '" + std::to_string(months) + "' MONTH AS DATE)";
  }
  std::string days_later(const std::string& day, int days) const override {
    return "(" + day + " + " + std::to_string(days) + ")";
  }
  std::string day_of_month(const std::string& day) const override { return "day(" + day + ")"; }
  std::string step(const std::string& name) const override {
    return name + " AS NOT MATERIALIZED (";
  }
  // Written into each of the branches it would be planned anew for each.
  std::string first_step(const std::string& name) const override {
    return name + " AS MATERIALIZED (";
  }
  std::string_view text_type() const override { return "VARCHAR"; }
};

}  // namespace

const Dialect& duckdb() {
  static const DuckDb dialect;
  return dialect;
}

}  // namespace comity::sql
