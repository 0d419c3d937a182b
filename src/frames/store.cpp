#include "frames/store.h"

#include <cstring>

namespace comity::frames {

std::optional<Store> store_of(const ArrowSchema& schema) {
  const std::string_view format = schema.format;
  struct Row {
    std::string_view format;
    Store store;
  };
  static constexpr Row rows[] = {
      {"n", Store::none},   {"b", Store::truth},       {"c", Store::int8},
      {"C", Store::uint8},  {"s", Store::int16},       {"S", Store::uint16},
      {"i", Store::int32},  {"I", Store::uint32},      {"l", Store::int64},
      {"L", Store::uint64}, {"tdD", Store::date32},    {"tdm", Store::date64},
      {"u", Store::utf8},   {"U", Store::large_utf8},  {"vu", Store::utf8_view},
      {"+l", Store::list},  {"+L", Store::large_list}, {"+s", Store::structure},
  };
  for (const Row& row : rows)
    if (row.format == format) return row.store;
  if (format.starts_with("tss:")) return Store::seconds;
  if (format.starts_with("tsm:")) return Store::millis;
  if (format.starts_with("tsu:")) return Store::micros;
  if (format.starts_with("tsn:")) return Store::nanos;
  return std::nullopt;
}

bool is_integer(Store store) { return store >= Store::int8 && store <= Store::uint64; }
bool is_text(Store store) { return store >= Store::utf8 && store <= Store::utf8_view; }
bool is_day(Store store) { return store >= Store::date32 && store <= Store::nanos; }

namespace {

template <class T>
const T* data(const ArrowArray& array) {
  return static_cast<const T*>(array.buffers[1]);
}

template <class Offset>
std::string_view by_offsets(const ArrowArray& array, std::int64_t at) {
  const auto* offsets = data<Offset>(array);
  const auto* bytes = static_cast<const char*>(array.buffers[2]);
  return {bytes + offsets[at], static_cast<std::size_t>(offsets[at + 1] - offsets[at])};
}

std::string_view by_view(const ArrowArray& array, std::int64_t at) {
  const auto* view = data<std::uint8_t>(array) + at * 16;
  std::int32_t length = 0, buffer = 0, offset = 0;
  std::memcpy(&length, view, 4);
  if (length <= 12)
    return {reinterpret_cast<const char*>(view + 4), static_cast<std::size_t>(length)};
  std::memcpy(&buffer, view + 8, 4);
  std::memcpy(&offset, view + 12, 4);
  return {static_cast<const char*>(array.buffers[2 + buffer]) + offset,
          static_cast<std::size_t>(length)};
}

std::int64_t floored(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

constexpr std::int64_t day_seconds = 86400;

}  // namespace

std::string_view text_at(Store store, const ArrowArray& array, std::int64_t at) {
  if (store == Store::utf8) return by_offsets<std::int32_t>(array, at);
  if (store == Store::large_utf8) return by_offsets<std::int64_t>(array, at);
  return by_view(array, at);
}

std::int64_t number_at(Store store, const ArrowArray& array, std::int64_t at) {
  switch (store) {
    case Store::truth:
      return data<std::uint8_t>(array)[at >> 3] >> (at & 7) & 1;
    case Store::int8:
      return data<std::int8_t>(array)[at];
    case Store::uint8:
      return data<std::uint8_t>(array)[at];
    case Store::int16:
      return data<std::int16_t>(array)[at];
    case Store::uint16:
      return data<std::uint16_t>(array)[at];
    case Store::int32:
    case Store::date32:
      return data<std::int32_t>(array)[at];
    case Store::uint32:
      return data<std::uint32_t>(array)[at];
    case Store::int64:
    case Store::uint64:
      return data<std::int64_t>(array)[at];
    case Store::date64:
    case Store::millis:
      return floored(data<std::int64_t>(array)[at], day_seconds * 1000);
    case Store::seconds:
      return floored(data<std::int64_t>(array)[at], day_seconds);
    case Store::micros:
      return floored(data<std::int64_t>(array)[at], day_seconds * 1000000);
    case Store::nanos:
      return floored(data<std::int64_t>(array)[at], day_seconds * 1000000000);
    case Store::none:
    case Store::utf8:
    case Store::large_utf8:
    case Store::utf8_view:
    case Store::list:
    case Store::large_list:
    case Store::structure:
      return 0;
  }
  return 0;
}

}  // namespace comity::frames
