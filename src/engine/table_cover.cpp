#include "engine/table_cover.h"

#include <set>

namespace comity::engine {

namespace {

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

}  // namespace comity::engine
