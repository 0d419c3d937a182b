// How Arrow holds the values of one column, read from the format string of its schema.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "frames/arrow_c.h"

namespace comity::frames {

enum class Store : std::uint8_t {
  none,  // every cell null
  truth,
  int8,
  uint8,
  int16,
  uint16,
  int32,
  uint32,
  int64,
  uint64,
  date32,
  date64,
  seconds,
  millis,
  micros,
  nanos,
  utf8,
  large_utf8,
  utf8_view,
  list,
  large_list,
  structure,
};

std::optional<Store> store_of(
    const ArrowSchema& schema);  // of the indices, where there is a dictionary
bool is_integer(Store store);
bool is_text(Store store);
bool is_day(Store store);

// Whether a cell is told; `at` counts the array's offset in.
inline bool is_told(const ArrowArray& array, std::int64_t at) {
  const auto* bits = array.null_count == 0 || array.n_buffers == 0
                         ? nullptr
                         : static_cast<const std::uint8_t*>(array.buffers[0]);
  return !bits || (bits[at >> 3] >> (at & 7) & 1);
}

// A cell of a text column.
std::string_view text_at(Store store, const ArrowArray& array, std::int64_t at);
// A cell of an integer or day column, days as days.
std::int64_t number_at(Store store, const ArrowArray& array, std::int64_t at);

}  // namespace comity::frames
