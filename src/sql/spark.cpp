// Spark SQL's dialect: https://spark.apache.org/docs/latest/sql-ref.html
#include "sql/dialect.h"

namespace comity::sql {

namespace {

class Spark : public Dialect {
 public:
  std::string_view name() const override { return "spark"; }
  std::string quoted(std::string_view identifier) const override {
    return quoted_by(identifier, '`');
  }
  // Spark reads a backslash in a literal, and takes two marks for two literals side by side.
  std::string text(std::string_view words) const override {
    std::string out = "'";
    for (char c : words) {
      if (c == '\'' || c == '\\') out += '\\';
      out += c;
    }
    return out + "'";
  }
  std::string length(const std::string& list) const override {
    return "CASE WHEN " + list + " IS NOT NULL THEN size(" + list + ") END";
  }
  std::string element(const std::string& list, int index) const override {
    return "get(" + list + ", " + std::to_string(index) + ")";
  }
  std::string months_later(const std::string& day, int months) const override {
    return "add_months(" + day + ", " + std::to_string(months) + ")";
  }
  std::string days_later(const std::string& day, int days) const override {
    return "date_add(" + day + ", " + std::to_string(days) + ")";
  }
  std::string day_of_month(const std::string& day) const override { return "day(" + day + ")"; }
  std::string step(const std::string& name) const override { return name + " AS ("; }
  // Spark resolves one name of a WITH at a time, going over the whole query for each.
  bool nests() const override { return true; }
  std::string_view text_type() const override { return "STRING"; }
};

}  // namespace

const Dialect& spark() {
  static const Spark dialect;
  return dialect;
}

}  // namespace comity::sql
