// The tables of the law base: how many rows, of how many places, what they rest on, which are past their review date.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "ir/law.h"

namespace comity::engine {

struct StaleRow {
  std::string place, from, review_by, source;
};

// Rows that were written; those a part takes from its whole are not counted again.
struct TableCover {
  std::string name;
  std::size_t rows = 0, places = 0;
  std::size_t confirmed = 0, reported = 0,
              knowledge = 0;  // a source was opened; it says so elsewhere; from memory
  std::vector<StaleRow> stale;
  void add(const TableCover& other);
};

// In the order of the law base.
std::vector<TableCover> covers_of(const ir::Law& law, base::Day today);

}  // namespace comity::engine
