#include "text/utf8.h"

namespace comity::text {

namespace {

unsigned byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool between(unsigned value, unsigned low, unsigned high) { return value >= low && value <= high; }

}  // namespace

// The ranges are table 3-7 of the Unicode Standard: the second byte's range depends on the first.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return 0;
  unsigned first = byte(bytes, at), second = byte(bytes, at + 1);
  if (first < 0x80) return 1;
  if (between(first, 0xC2, 0xDF)) return between(second, 0x80, 0xBF) ? 2 : 0;
  bool third = between(byte(bytes, at + 2), 0x80, 0xBF);
  if (between(first, 0xE0, 0xEF)) {
    unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return between(second, low, high) && third ? 3 : 0;
  }
  bool fourth = between(byte(bytes, at + 3), 0x80, 0xBF);
  if (between(first, 0xF0, 0xF4)) {
    unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return between(second, low, high) && third && fourth ? 4 : 0;
  }
  return 0;
}

std::optional<std::size_t> first_not_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = utf8_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t width(std::string_view bytes) {
  std::size_t points = 0;
  for (char c : bytes)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++points;
  return points;
}

}  // namespace comity::text
