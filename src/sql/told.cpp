#include "sql/told.h"

#include <algorithm>

namespace comity::sql {

void Told::read_column(const std::string& name, const std::string& type) {
  if (std::ranges::find(read_, name, &ReadColumn::name) == read_.end())
    read_.push_back({name, type});
}

std::string Told::type_of(const Column& column) const {
  if (column.kind == Kind::length || column.kind == Kind::empty || column.element >= 0)
    return "list";
  switch (column.kind) {
    case Kind::yes_no:
    case Kind::empty:
      return "boolean";
    case Kind::integer:
    case Kind::length:
      return "integer";
    case Kind::day:
      return "date";
    case Kind::word:
    case Kind::place:
      return "text";
  }
  return {};
}

// Codes of places as literals, those whose law is by part or the others.
std::string Told::codes(bool by_part) const {
  const ir::Law& law = writer_.law();
  std::string out;
  for (const ir::Place& place : law.places)
    if (place.by_part == by_part)
      out += (out.empty() ? "" : ", ") + writer_.dialect().text(law.str(place.code));
  return out;
}

// What is written in one cell, where it is a value of its type; null where it is none.
std::string Told::value(const Column& column, const std::string& written) const {
  const ir::Law& law = writer_.law();
  const Dialect& dialect = writer_.dialect();
  if (column.kind == Kind::word) {
    std::string words;
    for (std::uint32_t i = 0; i < law.enums[column.words].values; ++i)
      words += (i ? ", " : "") + writer_.value(column, static_cast<ir::Value>(i));
    return "CASE WHEN " + written + " IN (" + words + ") THEN " + written + " END";
  }
  if (column.kind != Kind::place) return written;
  std::string out = "CASE";
  for (const ir::Alias& alias : law.aliases)
    if (!column.part_needed || !law.places[static_cast<std::size_t>(alias.place)].by_part)
      out += " WHEN " + written + " = " + dialect.text(law.str(alias.from)) + " THEN " +
             writer_.value(column, alias.place);
  out += " WHEN " + written + " IN (" + codes(false);
  if (!column.part_needed) out += ", " + codes(true);
  return out + ") THEN " + written + " END";
}

// An element that is null may be any number of them.
std::string Told::length(const Column& column, const std::string& list) const {
  const Dialect& dialect = writer_.dialect();
  const std::string size = dialect.length(list);
  std::string out = "CASE WHEN " + list + " IS NULL THEN " +
                    (column.left_out ? std::to_string(*column.left_out) : "NULL") + " WHEN " +
                    size + " = 0 THEN 0",
              told;
  for (int n = 1; n <= elements_read; ++n) {
    told += " AND " + dialect.element(list, n - 1) + " IS NOT NULL";
    out += " WHEN " + size + " = " + std::to_string(n) + told + " THEN " + std::to_string(n);
  }
  return out + " END";
}

std::string Told::expression(const Column& column) {
  const std::string written = writer_.dialect().quoted(column.name);
  read_column(column.name, type_of(column));
  if (column.kind == Kind::length) return length(column, written);
  if (column.kind == Kind::empty) {
    const std::string none = "CASE WHEN " + writer_.dialect().length(written) + " = 0 THEN TRUE";
    return none + (column.left_out == 0 ? " WHEN " + written + " IS NULL THEN TRUE END" : " END");
  }
  if (column.element >= 0) {
    Column list = column;
    list.left_out = std::nullopt;
    return "CASE WHEN " + length(list, written) + " > " + std::to_string(column.element) +
           " THEN " + value(column, writer_.dialect().element(written, column.element)) + " END";
  }
  std::string told = value(column, written);
  if (column.instead >= 0)
    return "CASE WHEN " + written + " IS NULL THEN " +
           expression(columns_.all()[static_cast<std::size_t>(column.instead)]) + " ELSE " + told +
           " END";
  if (!column.left_out) return told;
  return "CASE WHEN " + written + " IS NULL THEN " + writer_.value(column, *column.left_out) +
         " ELSE " + told + " END";
}

// Whether something is written that is no value of the column's type.
std::string Told::not_readable(const Column& column) {
  if (column.kind != Kind::word && column.kind != Kind::place) return {};
  const Dialect& dialect = writer_.dialect();
  std::string written = dialect.quoted(column.name);
  if (column.element >= 0) written = dialect.element(written, column.element);
  std::string out = "(" + written + " IS NOT NULL AND (" + value(column, written) + ") IS NULL";
  if (column.part_needed) out += " AND " + written + " NOT IN (" + codes(true) + ")";
  return out + ")";
}

// Facts that change what is asked, or take the place of asking: a row with one is for `check`.
std::vector<std::string> Told::guards() {
  const Dialect& dialect = writer_.dialect();
  std::vector<std::string> list;
  for (const char* name : {"given", "later", "ceremonies"}) {
    if (!columns_.has(name)) continue;
    read_column(name, "list");
    list.push_back("COALESCE(" + dialect.length(dialect.quoted(name)) + ", 0) > 0");
  }
  if (columns_.has("celebration.planned")) {
    read_column("celebration.planned", "boolean");
    list.push_back("COALESCE(" + dialect.quoted("celebration.planned") + ", FALSE)");
  }
  for (const char* name : {"spouses.0.age", "spouses.1.age"}) {
    if (!columns_.has(name)) continue;
    read_column(name, "integer");
    list.push_back(dialect.quoted(name) + " IS NOT NULL");
  }
  return list;
}

std::string Told::step(const std::set<std::string>& used) {
  const Dialect& dialect = writer_.dialect();
  std::string items, unreadable;
  for (std::uint32_t c = 0; c < columns_.all().size(); ++c) {
    const Column& column = columns_.all()[c];
    const bool is_place = column.name == "celebration.place";
    if (!used.contains(writer_.name(c)) && !is_place) continue;
    if (used.contains(writer_.name(c)))
      items += ",\n    " + expression(column) + " AS " + writer_.name(c);
    read_column(column.name, type_of(column));
    if (std::string fault = not_readable(column); !fault.empty())
      unreadable += (unreadable.empty() ? "" : "\n      OR ") + fault;
  }
  for (const std::string& guard : guards())
    unreadable += (unreadable.empty() ? "" : "\n      OR ") + guard;
  std::string unions;
  for (const char* name : {"spouses.0.earlier_unions", "spouses.1.earlier_unions"})
    if (columns_.has(name)) {
      read_column(name, "list");
      unions += (unions.empty() ? "" : " + ") +
                ("COALESCE(" + dialect.length(dialect.quoted(name)) + ", 0)");
    }
  const std::string place = columns_.has("celebration.place")
                                ? dialect.quoted("celebration.place")
                                : "CAST(NULL AS " + std::string(dialect.text_type()) + ")";
  return dialect.first_step("told") + "\n  SELECT " + dialect.quoted(options_.id) +
         " AS id,\n    " + place + " AS place_written,\n    " +
         (unions.empty() ? "FALSE" : unions + " > 0") + " AS earlier_unions_told,\n    (" +
         (unreadable.empty() ? "FALSE" : unreadable) + ") AS unreadable" + items + "\n  FROM " +
         dialect.quoted(options_.table) + "\n)";
}

}  // namespace comity::sql
