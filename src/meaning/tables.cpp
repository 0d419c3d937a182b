// Dated tables (S9): their columns as declared, their rows from the file beside the declaration.
#include <algorithm>

#include "meaning/csv.h"
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

constexpr std::string_view fixed[] = {"place",     "from",   "until",   "enacted",   "extent",
                                      "provision", "source", "checked", "review_by", "confidence"};
// "knowledge" shows in every answer that rests on the row.
constexpr std::string_view confidences[] = {"confirmed", "reported", "knowledge"};
enum Fixed {
  f_place,
  f_from,
  f_until,
  f_enacted,
  f_extent,
  f_provision,
  f_source,
  f_checked,
  f_review_by,
  f_confidence
};

struct TableReader {
  Unit& unit;
  Table table;
  Csv csv;
  int at[10] = {};
  std::vector<int> columns;

  base::Day day(const CsvCell& cell, base::Day otherwise) {
    if (cell.text.empty()) return otherwise;
    auto read = base::parse_day(cell.text);
    if (!read)
      unit.error(Code::impossible_date, cell.span, {says::is_no_date, cell.text},
                 says::date_or_empty);
    return read.value_or(otherwise);
  }

  bool find_columns(text::FileId file) {
    bool whole = true;
    auto need = [&](std::string_view name) {
      int column = csv.column(name);
      if (column < 0)
        unit.error(Code::unknown_name, {file, 0, 1}, {says::table_without_column, name}),
            whole = false;
      return column;
    };
    for (std::size_t i = 0; i < std::size(fixed); ++i) at[i] = need(fixed[i]);
    for (const Column& column : table.columns) columns.push_back(need(column.name));
    return whole;
  }

  void row(const std::vector<CsvCell>& cells) {
    auto cell = [&](int c) -> const CsvCell& { return cells[static_cast<std::size_t>(c)]; };
    Row made;
    made.span = {cells.front().span.file, cells.front().span.begin, cells.back().span.end};
    made.place = place_of(unit, cell(at[f_place]).text, cell(at[f_place]).span);
    made.from = day(cell(at[f_from]), base::first_day);
    made.until = day(cell(at[f_until]), base::last_day);
    made.enacted = day(cell(at[f_enacted]), made.from);
    made.checked = day(cell(at[f_checked]), 0), made.review_by = day(cell(at[f_review_by]), 0);
    made.provision = cell(at[f_provision]).text, made.source = cell(at[f_source]).text,
    made.confidence = cell(at[f_confidence]).text;
    if (made.source.empty())
      unit.error(Code::source_missing, made.span, says::row_without_source,
                 says::address_or_knowledge);
    if (made.until <= made.from)
      unit.error(Code::period_reversed, cell(at[f_until]).span, says::row_reversed);
    place_was_there(made, cell(at[f_place]).span);
    const CsvCell& extent = cell(at[f_extent]);
    if (extent.text != "whole" && extent.text != "own")
      unit.error(Code::unknown_name, extent.span, {says::no_extent, extent.text}, says::how_extent);
    const CsvCell& confidence = cell(at[f_confidence]);
    if (std::ranges::find(confidences, confidence.text) == std::end(confidences))
      unit.error(Code::unknown_name, confidence.span, {says::no_confidence, confidence.text},
                 says::how_confident);
    made.parts_too = extent.text == "whole";
    for (std::size_t i = 0; i < columns.size(); ++i)
      made.cells.push_back(
          constant_from(unit, cell(columns[i]).text, table.columns[i].type, cell(columns[i]).span)
              .value_or(0));
    if (made.place >= 0) table.rows.push_back(std::move(made));
  }

  // A code that was withdrawn names nothing afterwards; a row left open at its end is understood to end with it.
  void place_was_there(const Row& row, text::Span code) {
    if (row.place < 0) return;
    const Place& place = unit.law.places[static_cast<std::size_t>(row.place)];
    if (place.until == 0 ||
        (row.from < place.until && (row.until == base::last_day || row.until <= place.until)))
      return;
    unit.error(Code::code_not_iso, code,
               {says::row_after_its_place, place.code, base::to_string(place.until)},
               says::name_the_successor);
  }

  void sort_and_check() {
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const Row& a, const Row& b) {
      return std::pair(a.place, a.from) < std::pair(b.place, b.from);
    });
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
      const Row &before = table.rows[i - 1], &row = table.rows[i];
      if (before.place != row.place || row.from >= before.until) continue;
      unit.error(Code::row_overlap, row.span,
                 {says::rows_overlap_on, unit.law.places[static_cast<std::size_t>(row.place)].code,
                  base::to_string(row.from)},
                 says::end_earlier_row)
          .labels.push_back({before.span, says::the_other_row});
    }
  }

  // A part without rows of its own takes the whole's where those reach it; never across two ISO 3166-1 codes.
  void reach_parts() {
    std::unordered_map<std::int32_t, std::vector<std::size_t>> rows_of;
    for (std::size_t i = 0; i < table.rows.size(); ++i) rows_of[table.rows[i].place].push_back(i);
    std::vector<Row> more;
    for (std::size_t p = 0; p < unit.law.places.size(); ++p) {
      auto place = static_cast<std::int32_t>(p);
      if (rows_of.contains(place) || unit.law.places[p].code.size() == 2) continue;
      for (std::int32_t above = unit.law.places[p].above; above >= 0;
           above = unit.law.places[static_cast<std::size_t>(above)].above) {
        auto rows = rows_of.find(above);
        if (rows == rows_of.end()) continue;
        for (std::size_t i : rows->second)
          if (table.rows[i].parts_too) more.push_back(table.rows[i]), more.back().place = place;
        break;
      }
    }
    table.rows.insert(table.rows.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const Row& a, const Row& b) {
      return std::pair(a.place, a.from) < std::pair(b.place, b.from);
    });
  }
};

void read_columns(Unit& unit, Table& table, const Node& declaration) {
  each_clause(declaration, "column", [&](const Node& column) {
    if (column.kids.size() < 2) return;
    for (const Column& other : table.columns)
      if (other.name == column.kids[0].word)
        unit.error(Code::name_twice, column.kids[0].span, {says::column_already, other.name});
    if (auto type = type_named(unit, column.kids[1]))
      table.columns.push_back({column.kids[0].word, *type});
  });
}

}  // namespace

void read_tables(Unit& unit) {
  each_declaration(
      unit, "table", [&](ParsedFile& file, const Node& block, const Node& declaration) {
        unit.trail = block.word;
        const Node* name = part(declaration, Kind::name);
        const Node* path = argument(declaration, "file");
        if (!name || !path) return;
        if (!unit.tables.emplace(name->word, static_cast<std::uint16_t>(unit.law.tables.size()))
                 .second) {
          unit.error(Code::name_twice, name->span, {says::table_already, name->word});
          return;
        }
        TableReader reader{unit, {}, {}, {}, {}};
        reader.table.name = name->word;
        reader.table.absent_is_no = word_of(declaration, "absent") == "no";
        read_columns(unit, reader.table, declaration);
        auto found = std::find_if(
            unit.table_files.begin(), unit.table_files.end(),
            [&](const TableFile& t) { return t.path == file.folder + "/" + path->word; });
        if (found == unit.table_files.end()) {
          unit.error(Code::unknown_name, path->span, {says::no_file_beside, path->word});
        } else {
          reader.csv = read_csv(unit.sources, found->file, unit.diagnostics);
          if (reader.find_columns(found->file))
            for (const auto& row : reader.csv.rows) reader.row(row);
          reader.sort_and_check();
          reader.reach_parts();
        }
        unit.law.tables.push_back(std::move(reader.table));
      });
}

namespace {

// A module before its final number: its old one where it has a folder, and the family it belongs to.
struct Joining {
  Module module;
  Home number = none16;
  std::uint16_t family = none16;
};

void join(Unit& unit, std::uint16_t number, std::vector<Joining>& all) {
  Family& family = unit.law.families[number];
  auto table = unit.tables.find(family.name);
  if (table == unit.tables.end()) {
    unit.error(Code::unknown_name, family.span, {says::no_table_of_family, family.name});
    return;
  }
  family.table = table->second;
  std::int32_t last = -1;
  for (const Row& row : unit.law.tables[table->second].rows) {
    if (row.place == last) continue;
    last = row.place;
    auto known = std::find_if(all.begin(), all.end(),
                              [&](const Joining& j) { return j.module.place == row.place; });
    if (known != all.end()) {
      if (!family.gives_way) known->family = number;
      continue;
    }
    Joining made;
    made.module.place = row.place;
    made.module.code = unit.law.places[static_cast<std::size_t>(row.place)].code;
    made.module.covers_from = family.covers_from,
    made.module.recognition_from = family.recognition_from;
    made.module.letter_is_case_law = family.letter_is_case_law;
    made.module.own_law = false;
    made.family = number;
    all.push_back(std::move(made));
  }
}

}  // namespace

void join_families(Unit& unit) {
  auto& modules = unit.law.modules;
  std::vector<Joining> all;
  for (std::size_t m = 0; m < modules.size(); ++m)
    all.push_back({std::move(modules[m]), static_cast<Home>(m), none16});
  for (bool giving_way :
       {false, true})  // a family that gives way looks at what all others have taken
    for (std::size_t f = 0; f < unit.law.families.size(); ++f)
      if (unit.law.families[f].gives_way == giving_way)
        join(unit, static_cast<std::uint16_t>(f), all);
  std::stable_sort(all.begin(), all.end(), [](const Joining& a, const Joining& b) {
    return a.module.place < b.module.place;
  });
  std::vector<Home> now(modules.size(), 0);
  modules.clear();
  for (Joining& joining : all) {
    if (joining.number != none16) now[joining.number] = static_cast<Home>(modules.size());
    joining.module.family = joining.family;
    unit.family_of_module.push_back(joining.family);
    modules.push_back(std::move(joining.module));
  }
  for (ParsedFile& file : unit.files)
    if (unit.is_module(file.home)) file.home = now[file.home];
  for (InstrumentFile& file : unit.instrument_files)
    if (unit.is_module(file.home)) file.home = now[file.home];
}

}  // namespace comity::meaning
