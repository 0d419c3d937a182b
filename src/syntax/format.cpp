// The formatter: law blocks laid out anew, every other byte as it was.
#include "syntax/parse.h"
#include "syntax/print.h"

namespace comity::syntax {

std::optional<std::string> format_file(const text::SourceSet& sources, text::FileId file,
                                       diag::Diagnostics& diagnostics) {
  diag::Diagnostics found;
  LawFile law = parse_law_file(sources, file, {}, found);
  bool broken = found.has_errors();
  for (diag::Diagnostic& d : found.list) diagnostics.list.push_back(std::move(d));
  if (broken) return std::nullopt;
  const std::string& bytes = sources[file].bytes;
  std::string out;
  std::size_t at = 0;
  for (const Node& block : law.tree.kids) {
    out += bytes.substr(at, block.span.begin - at);
    out += print_block(block, sources, law.comments);
    at = block.span.end;
  }
  return out + bytes.substr(at);
}

}  // namespace comity::syntax
