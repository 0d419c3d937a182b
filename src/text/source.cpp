#include "text/source.h"

#include <algorithm>

namespace comity::text {

FileId SourceSet::add(std::string path, std::string bytes) {
  Source source{std::move(path), std::move(bytes), {0}};
  for (std::uint32_t i = 0; i < source.bytes.size(); ++i)
    if (source.bytes[i] == '\n') source.lines.push_back(i + 1);
  files_.push_back(std::move(source));
  return static_cast<FileId>(files_.size() - 1);
}

LineColumn SourceSet::place(FileId file, std::uint32_t offset) const {
  const Source& source = files_[file];
  auto next = std::upper_bound(source.lines.begin(), source.lines.end(), offset);
  auto line = static_cast<std::uint32_t>(next - source.lines.begin());
  std::uint32_t column = 1;
  for (std::uint32_t i = source.lines[line - 1]; i < offset && i < source.bytes.size(); ++i)
    if ((static_cast<unsigned char>(source.bytes[i]) & 0xC0) != 0x80) ++column;
  return {line, column};
}

std::string_view SourceSet::slice(Span span) const {
  return std::string_view(files_[span.file].bytes).substr(span.begin, span.end - span.begin);
}

std::string_view SourceSet::line_text(FileId file, std::uint32_t line) const {
  const Source& source = files_[file];
  if (line == 0 || line > source.lines.size()) return {};
  std::uint32_t begin = source.lines[line - 1];
  auto end = static_cast<std::uint32_t>(line < source.lines.size() ? source.lines[line]
                                                                   : source.bytes.size());
  auto text = std::string_view(source.bytes).substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace comity::text
