// Source text and places in it. A Span is three small integers and travels everywhere a place is meant;
// lines and columns are worked out only when somebody reads them.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace comity::text {

using FileId = std::uint16_t;

// Bytes [begin, end) of one source file.
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

struct Source {
  std::string path;   // as the user named it, relative to the law root where it is law
  std::string bytes;  // UTF-8, unchanged
  std::vector<std::uint32_t> lines;  // offset of each line's first byte
};

// One-based line, and column counted in Unicode code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class SourceSet {
 public:
  FileId add(std::string path, std::string bytes);
  const Source& operator[](FileId id) const { return files_[id]; }
  std::size_t size() const { return files_.size(); }
  LineColumn place(FileId file, std::uint32_t offset) const;
  std::string_view slice(Span span) const;
  std::string_view line_text(FileId file, std::uint32_t line) const;  // without its newline

 private:
  std::deque<Source> files_;
};

}  // namespace comity::text
