// The rows of a table that can speak for a place: rows are sorted by place, then by day.
#pragma once
#include <algorithm>
#include <optional>
#include <span>

#include "ir/law.h"

namespace comity::ir {

// All of the table's rows where the place is not told.
inline std::span<const Row> rows_for(const Law& law, const Table& table,
                                     std::optional<Value> place) {
  const std::span<const Row> all = law.rows.subspan(table.first_row, table.rows);
  if (!place) return all;
  const auto found = std::ranges::equal_range(all, *place, {}, &Row::place);
  return {found.begin(), found.end()};
}

}  // namespace comity::ir
