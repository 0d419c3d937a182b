#include "diag/render.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace comity::diag {

namespace {

constexpr std::size_t widest_excerpt = 120;  // code points shown of one line
constexpr std::size_t lead = 40;  // of them before the place at fault, where the line is longer

// Control characters become spaces and broken bytes question marks; every code point stays one column wide.
std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = text::utf8_length(text, at);
    unsigned char first = static_cast<unsigned char>(text[at]);
    // U+0080..U+009F, U+200B..U+200F, U+202A..U+202E, U+2066..U+2069, U+FEFF: invisible, or reorder what is read.
    bool control =
        first < 0x20 || first == 0x7F ||
        (length == 2 && first == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0);
    std::string_view point = text.substr(at, std::max<std::size_t>(length, 1));
    bool turning = (point >= "\u200B" && point <= "\u200F") || point == "\uFEFF" ||
                   (point >= "\u202A" && point <= "\u202E") ||
                   (point >= "\u2066" && point <= "\u2069");
    if (length == 0)
      out += '?';
    else if (control || turning)
      out += ' ';
    else
      out += point;
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

// The byte offset of code point `count` of text that is shown().
std::size_t offset_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count)
    at += std::max<std::size_t>(text::utf8_length(text, at), 1);
  return std::min(at, text.size());
}

struct Excerpt {
  std::string line;    // the part of the source line that is shown
  std::size_t indent;  // columns before the mark
  std::size_t length;  // columns marked
};

Excerpt excerpt(const text::SourceSet& sources, text::Span span, text::LineColumn place) {
  std::string_view raw = sources.line_text(span.file, place.line);
  std::uint32_t line_begin = sources[span.file].lines[place.line - 1];
  std::size_t from = std::min<std::size_t>(span.begin - line_begin, raw.size());
  std::size_t to = std::clamp<std::size_t>(span.end - line_begin, from, raw.size());
  std::string before = shown(raw.substr(0, from)), marked = shown(raw.substr(from, to - from)),
              after = shown(raw.substr(to));
  std::size_t indent = text::width(before);
  std::size_t length = std::max<std::size_t>(text::width(marked), 1);
  std::string line = before + marked + after;
  if (text::width(line) <= widest_excerpt) return {line, indent, length};
  std::size_t skip = indent > lead ? indent - lead : 0;
  std::string part = line.substr(offset_of(line, skip));
  bool cut_end = text::width(part) > widest_excerpt;
  part = part.substr(0, offset_of(part, widest_excerpt));
  std::string dots = skip > 0 ? "..." : "";
  return {dots + part + (cut_end ? "..." : ""), indent - skip + dots.size(),
          std::min(length, widest_excerpt - (indent - skip))};
}

bool has_place(const text::SourceSet& sources, text::Span span) {
  return span.file < sources.size() && span.begin <= span.end &&
         span.end <= sources[span.file].bytes.size();
}

std::string path_of(const text::SourceSet& sources, text::Span span) {
  text::LineColumn place = sources.place(span.file, span.begin);
  return fmt::format("{}:{}:{}", shown(sources[span.file].path), place.line, place.column);
}

// "  12 |     when a or b" and the marks under it. A line that was just shown is not shown again.
void write_line(std::string& out, const text::SourceSet& sources, text::Span span, char mark,
                std::string_view label, std::string& last) {
  text::LineColumn place = sources.place(span.file, span.begin);
  Excerpt e = excerpt(sources, span, place);
  std::string line = fmt::format("{:>5} | {}\n", place.line, e.line);
  if (line != last) out += line;
  last = std::move(line);
  std::string said = label.empty() ? "" : " " + shown(label);
  out += fmt::format("      | {}{}{}\n", std::string(e.indent, ' '), std::string(e.length, mark),
                     said);
}

Saying headed(const Diagnostic& d) {
  auto number = static_cast<unsigned>(d.code);
  if (d.severity == Severity::error) return {says::shown_error, number, d.message};
  return {says::shown_warning, number, d.message};
}

}  // namespace

std::string_view title_of(Code code, Language language) {
  switch (code) {
#define COMITY_DIAGNOSTIC(number, name, title_en, title_ru) \
  case Code::name:                                          \
    return language == Language::ru ? title_ru : title_en;
#include "diag/catalogue.def"
#undef COMITY_DIAGNOSTIC
  }
  return {};  // no code is outside the catalogue
}

std::string render(const text::SourceSet& sources, const Diagnostic& d, Language language) {
  std::string out;
  auto line = [&](const Saying& saying) { out += shown(said(saying, language)) + "\n"; };
  bool placed = has_place(sources, d.span);
  if (placed) out += path_of(sources, d.span) + ": ";
  line(headed(d));
  if (!d.provision.empty()) line({says::shown_in, d.provision});
  std::string last;
  if (placed) write_line(out, sources, d.span, '^', {}, last);
  for (const Label& label : d.labels) {
    if (!has_place(sources, label.span)) continue;
    if (!placed || label.span.file != d.span.file) {
      out += fmt::format("  {}\n", path_of(sources, label.span));
      last.clear();
    }
    write_line(out, sources, label.span, '-', said(label.text, language), last);
  }
  if (!d.remedy.empty()) line({says::shown_help, d.remedy});
  line({says::shown_page, static_cast<unsigned>(d.code), title_of(d.code, language)});
  return out;
}

std::string render(const text::SourceSet& sources, const Diagnostics& diagnostics,
                   Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics.list) {
    if (!out.empty()) out += '\n';
    out += render(sources, d, language);
  }
  return out;
}

}  // namespace comity::diag
