// Comma-separated values as RFC 4180 has them, with the place of every cell.
// Guarantees: never throws; a row with more or fewer cells than the header is a diagnostic and is left out.
#pragma once
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace comity::meaning {

struct CsvCell {
  std::string text;
  text::Span span;
};

struct Csv {
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;
  int column(std::string_view name) const;  // -1: none
};

Csv read_csv(const text::SourceSet& sources, text::FileId file, diag::Diagnostics& diagnostics);

}  // namespace comity::meaning
