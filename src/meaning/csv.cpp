#include "meaning/csv.h"

namespace comity::meaning {

namespace says = diag::says;

int Csv::column(std::string_view name) const {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (header[i].text == name) return static_cast<int>(i);
  return -1;
}

namespace {

struct Reader {
  std::string_view bytes;
  text::FileId file;
  diag::Diagnostics& diagnostics;
  std::uint32_t at = 0;

  bool done() const { return at >= bytes.size(); }

  CsvCell quoted() {
    CsvCell cell{{}, {file, at, at}};
    std::uint32_t begin = at++;
    for (; !done(); ++at) {
      if (bytes[at] != '"') {
        cell.text += bytes[at];
      } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
        cell.text += bytes[at++];
      } else {
        ++at;
        cell.span.end = at;
        return cell;
      }
    }
    diagnostics.error(diag::Code::string_not_closed, {file, begin, begin + 1}, says::cell_open,
                      says::close_with_quote);
    cell.span.end = at;
    return cell;
  }

  CsvCell bare() {
    std::uint32_t begin = at;
    while (!done() && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') ++at;
    return {std::string(bytes.substr(begin, at - begin)), {file, begin, at}};
  }

  // One record; false at the end of the file.
  bool record(std::vector<CsvCell>& cells) {
    if (done()) return false;
    for (;;) {
      cells.push_back(!done() && bytes[at] == '"' ? quoted() : bare());
      if (!done() && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
        diagnostics.error(diag::Code::unexpected_character, {file, at, at + 1}, says::cell_goes_on);
        while (!done() && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') ++at;
      }
      if (done() || bytes[at] != ',') break;
      ++at;
    }
    if (!done() && bytes[at] == '\r') ++at;
    if (!done() && bytes[at] == '\n') ++at;
    return true;
  }
};

}  // namespace

Csv read_csv(const text::SourceSet& sources, text::FileId file, diag::Diagnostics& diagnostics) {
  Csv csv;
  Reader reader{sources[file].bytes, file, diagnostics};
  if (reader.bytes.starts_with("\xEF\xBB\xBF")) reader.at = 3;
  reader.record(csv.header);
  std::vector<CsvCell> cells;
  while (reader.record(cells)) {
    bool blank = cells.size() == 1 && cells[0].text.empty();
    if (cells.size() == csv.header.size()) {
      csv.rows.push_back(std::move(cells));
    } else if (!blank) {
      text::Span span{file, cells.front().span.begin, cells.back().span.end};
      diagnostics.error(diag::Code::unexpected_word, span,
                        {says::row_cells, cells.size(), csv.header.size()});
    }
    cells.clear();
  }
  return csv;
}

}  // namespace comity::meaning
