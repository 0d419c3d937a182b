// Some thousand rows of columns, every cell one number: what comes from Arrow, and whatever else holds columns, is brought
// into this shape before any law is looked at.
// Guarantees nothing of itself: whoever fills it keeps vectors of one column in step.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "columnar/columns.h"

namespace comity::columnar {

inline constexpr std::int32_t nothing = INT32_MIN;  // a null: left out
// A cell that is no single value of its type keeps its text, to be read as the case format reads it: an interval of days,
// `unknown`, `?A`, a word that nobody knows. texts[text_number(cell)].
inline constexpr std::int32_t first_text = INT32_MIN + 1, last_text = INT32_MIN + (1 << 28);
constexpr bool is_text(std::int32_t cell) { return cell >= first_text && cell <= last_text; }
constexpr std::size_t text_number(std::int32_t cell) {
  return static_cast<std::size_t>(std::int64_t{cell} - first_text);
}
constexpr std::int32_t text_cell(std::size_t number) {
  return static_cast<std::int32_t>(std::int64_t{first_text} + static_cast<std::int64_t>(number));
}

// One column of a block. Values are numbers of the ontology (ir::Value): 0 and 1, days, values of an enum, places.
// Of prose every told cell is a text. Of a list: its length; where a list was written as text, that text.
struct Cells {
  const Column* column = nullptr;
  std::vector<std::int32_t> values;
  std::vector<std::string> texts;
  // Of a list: the number of the first element of each row, a column for each part that was given, and which elements
  // are more than a null.
  std::vector<std::uint32_t> first;
  std::vector<Cells> parts;
  std::vector<std::uint8_t> told;

  bool is_list() const { return !first.empty(); }
};

struct Block {
  std::size_t rows = 0;
  std::vector<Cells> columns;
};

}  // namespace comity::columnar
