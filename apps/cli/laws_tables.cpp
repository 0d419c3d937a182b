#include "cli/laws_tables.h"

#include <set>

namespace comity::cli {

namespace {

using Json = nlohmann::ordered_json;

// A row that stands for a part has its whole's cells; the row as written comes with the whole, which may stand later.
bool is_written(const ir::Law& law, const ir::Table& table, const ir::Row& row) {
  for (ir::Value at = law.places[static_cast<std::size_t>(row.place)].part_of; at >= 0;
       at = law.places[static_cast<std::size_t>(at)].part_of)
    for (std::uint32_t i = 0; i < table.rows; ++i) {
      const ir::Row& other = law.rows[table.first_row + i];
      if (other.place == at && other.from == row.from && other.until == row.until &&
          other.parts_too && other.source.offset == row.source.offset &&
          other.provision.offset == row.provision.offset)
        return false;
    }
  return true;
}

void count(TableCover& cover, const ir::Law& law, const ir::Row& row, base::Day today) {
  ++cover.rows;
  const std::string_view confidence = law.str(row.confidence);
  if (confidence == "knowledge")
    ++cover.knowledge;
  else if (confidence == "confirmed" || confidence.find("opened") != std::string_view::npos)
    ++cover.confirmed;
  else if (confidence == "reported")
    ++cover.reported;
  if (row.review_by == 0 || row.review_by >= today) return;
  cover.stale.push_back({std::string(law.str(law.places[static_cast<std::size_t>(row.place)].code)),
                         row.from > base::first_day ? base::to_string(row.from) : "",
                         base::to_string(row.review_by), std::string(law.str(row.source))});
}

std::size_t share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : (100 * part + whole / 2) / whole;
}

std::string counted(const TableCover& t, Message message, const std::string& name,
                    Language language) {
  return say(language, message, name, t.rows, t.places, share(t.confirmed, t.rows),
             share(t.reported, t.rows), share(t.knowledge, t.rows));
}

}  // namespace

void TableCover::add(const TableCover& other) {
  rows += other.rows, confirmed += other.confirmed, reported += other.reported,
      knowledge += other.knowledge;
}

std::vector<TableCover> covers_of(const ir::Law& law, base::Day today) {
  std::vector<TableCover> list;
  for (const ir::Table& table : law.tables) {
    TableCover cover;
    cover.name = std::string(law.str(table.name));
    std::set<ir::Value> places;
    for (std::uint32_t i = 0; i < table.rows; ++i) {
      const ir::Row& row = law.rows[table.first_row + i];
      places.insert(row.place);
      if (is_written(law, table, row)) count(cover, law, row, today);
    }
    cover.places = places.size();
    list.push_back(std::move(cover));
  }
  return list;
}

Json json_of(const std::vector<TableCover>& tables) {
  Json list = Json::array();
  for (const TableCover& t : tables) {
    Json stale = Json::array();
    for (const StaleRow& row : t.stale)
      stale.push_back({{"place", row.place},
                       {"from", row.from.empty() ? Json(nullptr) : Json(row.from)},
                       {"review_by", row.review_by},
                       {"source", row.source}});
    list.push_back({{"name", t.name},
                    {"rows", t.rows},
                    {"places", t.places},
                    {"confirmed", t.confirmed},
                    {"reported", t.reported},
                    {"knowledge", t.knowledge},
                    {"stale", std::move(stale)}});
  }
  return list;
}

void write_tables(Page& page, const std::vector<TableCover>& tables, Language language) {
  TableCover whole;
  std::size_t empty = 0;
  page.heading(say(language, Message::laws_tables));
  for (const TableCover& t : tables) {
    if (t.rows == 0) {
      ++empty;
      continue;
    }
    whole.add(t);
    page.line(counted(t, Message::laws_table, t.name, language), 2, Tone::plain, 2);
    for (const StaleRow& row : t.stale)
      page.line(say(language, Message::laws_stale_row, row.place,
                    row.from.empty() ? say(language, Message::not_stated) : row.from, row.review_by,
                    row.source),
                4, Tone::bad, 2);
  }
  page.line(say(language, Message::laws_rows, whole.rows, share(whole.confirmed, whole.rows),
                share(whole.reported, whole.rows), share(whole.knowledge, whole.rows)),
            2, Tone::plain, 2);
  if (empty > 0) page.line(say(language, Message::laws_tables_empty, empty), 2, Tone::faint, 2);
}

}  // namespace comity::cli
