// Small pieces of the law base as JSON, alike wherever they stand.
#pragma once
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "engine/law_cover.h"

namespace comity::engine::law_json {

using Json = nlohmann::ordered_json;

inline std::string text(const ir::Law& law, ir::Str str) { return std::string(law.str(str)); }

inline Json both_languages(const ir::Law& law, ir::Text both) {
  return {{"en", text(law, both.en)}, {"ru", text(law, both.ru)}};
}

// A day that is not stated, and an end that never comes, are null.
inline Json day_or_null(std::int32_t day) {
  std::string iso = day >= base::last_day ? std::string() : day_or_empty(day);
  return iso.empty() ? Json(nullptr) : Json(iso);
}

inline std::string code_of(const ir::Law& law, ir::Value place) {
  return place < 0 ? std::string() : text(law, law.places[static_cast<std::size_t>(place)].code);
}

inline std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string written;
  for (std::uint8_t byte : bytes) written += {digits[byte >> 4], digits[byte & 15]};
  return written;
}

}  // namespace comity::engine::law_json
