#include "cli/page.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace comity::cli {

namespace {

const char* code_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::strong:
      return "\033[1m";
    case Tone::good:
      return "\033[32m";
    case Tone::bad:
      return "\033[31m";
    case Tone::doubtful:
      return "\033[33m";
    case Tone::faint:
      return "\033[2m";
  }
  return "";
}

// Columns of UTF-8 text, one a code point: enough for the two languages and the marks used.
int columns(std::string_view text) {
  int n = 0;
  for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// Law texts are data: nothing in them may steer a terminal.
std::string printable(std::string_view text) {
  std::string out;
  for (char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  return out;
}

}  // namespace

void Page::put(std::string_view text, int indent, Tone tone) {
  text_.append(static_cast<std::size_t>(indent), ' ');
  if (colour_ && tone != Tone::plain) text_ += code_of(tone);
  text_ += text;
  if (colour_ && tone != Tone::plain) text_ += "\033[0m";
  text_ += '\n';
}

void Page::line(std::string_view raw, int indent, Tone tone, int hang) {
  std::string text = printable(raw), row;
  std::size_t at = 0;
  int in = indent;
  while (at < text.size()) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    std::string_view next = std::string_view(text).substr(at, end - at);
    if (!row.empty() && in + columns(row) + 1 + columns(next) > width) {
      put(row, in, tone);
      row.clear();
      in = indent + hang;
    }
    if (!next.empty()) {
      if (!row.empty()) row += ' ';
      row += next;
    }
    at = end + 1;
  }
  if (!row.empty()) put(row, in, tone);
}

void Page::heading(std::string_view text) {
  blank();
  put(text, 0, Tone::strong);
}

void Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

bool colour_wanted() {
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) && !(none && *none) && !(term && std::string_view(term) == "dumb");
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
         std::fflush(stdout) == 0;
}

}  // namespace comity::cli
