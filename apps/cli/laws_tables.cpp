#include "cli/laws_tables.h"

namespace comity::cli {

using engine::StaleRow;
using engine::TableCover;

namespace {

std::size_t share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : (100 * part + whole / 2) / whole;
}

std::string counted(const TableCover& t, Message message, const std::string& name,
                    Language language) {
  return say(language, message, name, t.rows, t.places, share(t.confirmed, t.rows),
             share(t.reported, t.rows), share(t.knowledge, t.rows));
}

}  // namespace

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
