// PostgreSQL's dialect: https://www.postgresql.org/docs/current/sql.html
#include "sql/dialect.h"

namespace comity::sql {

namespace {

class Postgres : public Dialect {
 public:
  std::string_view name() const override { return "postgres"; }
  std::string quoted(std::string_view identifier) const override {
    return quoted_by(identifier, '"');
  }
  std::string text(std::string_view words) const override { return quoted_by(words, '\''); }
  std::string length(const std::string& list) const override { return "cardinality(" + list + ")"; }
  std::string element(const std::string& list, int index) const override {
    return "(" + list + ")[" + std::to_string(index + 1) + "]";
  }
  std::string months_later(const std::string& day, int months) const override {
    return "CAST(" + day + " + INTERVAL '" + std::to_string(months) + " months' AS DATE)";
  }
  std::string days_later(const std::string& day, int days) const override {
    return "(" + day + " + " + std::to_string(days) + ")";
  }
  std::string day_of_month(const std::string& day) const override {
    return "EXTRACT(DAY FROM " + day + ")";
  }
  // Without the word the planner writes a step's expressions into each place that uses them, which doubles at every step.
  std::string step(const std::string& name) const override { return name + " AS MATERIALIZED ("; }
  // https://www.postgresql.org/docs/current/limits.html
  std::optional<std::size_t> most_columns() const override { return 1664; }
  std::string_view text_type() const override { return "TEXT"; }
};

}  // namespace

const Dialect& postgres() {
  static const Postgres dialect;
  return dialect;
}

}  // namespace comity::sql
