// A page of text for a terminal or a file: headings, wrapped paragraphs, hanging indents. Colour is only ever added to
// words that say the same without it, and only on a terminal that does not ask for none (NO_COLOR).
// The width is fixed, so that the same answer is the same bytes everywhere.
#pragma once
#include <string>
#include <string_view>

namespace comity::cli {

enum class Tone { plain, strong, good, bad, doubtful, faint };

class Page {
 public:
  explicit Page(bool colour) : colour_(colour) {}
  void heading(std::string_view text);
  // A paragraph; lines after the first stand `hang` further in.
  void line(std::string_view text, int indent = 0, Tone tone = Tone::plain, int hang = 0);
  void blank();
  std::string take() { return std::move(text_); }

  static constexpr int width = 96;

 private:
  void put(std::string_view text, int indent, Tone tone);
  std::string text_;
  bool colour_;
};

bool colour_wanted();  // standard output is a terminal, NO_COLOR is not set, TERM is not dumb
// To standard output, whole; false when it could not be written.
bool print(std::string_view text);

}  // namespace comity::cli
