// Which provision a heading names.
#include <algorithm>
#include <string_view>

#include "syntax/outline.h"

namespace comity::syntax {

namespace {

constexpr std::string_view divisions[] = {"Article ",  "§ ",     "Section ", "Part ",
                                          "Schedule ", "Point ", "Ruling "};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool small(char c) { return c >= 'a' && c <= 'z'; }
bool of_number(char c) { return digit(c) || capital(c) || small(c) || c == '.'; }
bool ends_number(std::string_view rest) {
  return rest.empty() || rest[0] == '.' || rest[0] == ':' || rest[0] == ' ';
}

// "158", "6.21.2", "VII", "A": a digit somewhere, or capitals only; a final dot ends the number.
std::size_t first_piece(std::string_view text) {
  std::size_t size = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), of_number) - text.begin());
  while (size > 0 && text[size - 1] == '.') --size;
  std::string_view piece = text.substr(0, size);
  bool numbered = std::any_of(piece.begin(), piece.end(), digit);
  bool lettered = !piece.empty() && std::all_of(piece.begin(), piece.end(), capital);
  return (numbered || lettered) && ends_number(text.substr(size)) ? size : 0;
}

// The " b" of "22 b. Title": one small letter, then the dot, a colon or the end. A word's first letter is none.
std::size_t inner_letter(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != ' ' || !small(rest[1])) return 0;
  return rest.size() == 2 || rest[2] == '.' || rest[2] == ':' ? 2 : 0;
}

}  // namespace

HeadingWords read_heading(std::string_view words) {
  for (std::string_view division : divisions) {
    if (!words.starts_with(division)) continue;
    std::string_view rest = words.substr(division.size());
    std::size_t size = first_piece(rest);
    if (size == 0) break;
    size += inner_letter(rest.substr(size));
    std::string_view title = rest.substr(size);
    title.remove_prefix(std::min(title.find_first_not_of(".: "), title.size()));
    return {rest.substr(0, size), title};
  }
  return {{}, words};
}

}  // namespace comity::syntax
