// UTF-8, as far as law text and cases need it: is it well formed, and how wide is it in code points.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace comity::text {

// Length in bytes of the well-formed sequence that begins at `at`; 0 when there is none (overlong forms, surrogates and
// values beyond U+10FFFF are not well formed).
std::size_t utf8_length(std::string_view bytes, std::size_t at);
// Offset of the first byte that begins no well-formed sequence; nullopt when all is UTF-8.
std::optional<std::size_t> first_not_utf8(std::string_view bytes);
// Code points of well-formed text.
std::size_t width(std::string_view bytes);

}  // namespace comity::text
