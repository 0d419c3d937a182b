#include "serve/query.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace comity::serve {

namespace {

std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    unsigned char byte = 0;
    if (i + 2 >= text.size()) return std::nullopt;
    const char* end = text.data() + i + 3;
    auto [at, error] = std::from_chars(text.data() + i + 1, end, byte, 16);
    if (error != std::errc() || at != end) return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

}  // namespace

std::optional<std::string> request_of(std::string_view query) {
  auto request = nlohmann::ordered_json::object();
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string_view::npos) return std::nullopt;
    const auto key = decoded(pair.substr(0, equals)), value = decoded(pair.substr(equals + 1));
    if (!key || !value || request.contains(*key)) return std::nullopt;
    if (*value == "true" || *value == "false")
      request[*key] = *value == "true";
    else
      request[*key] = *value;
  }
  // What is no UTF-8 becomes a sign that no name has, and is refused as such.
  return request.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace comity::serve
