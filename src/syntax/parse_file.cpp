// The front end as a table of contents: bytes, outline, tokens, tree.
#include <algorithm>

#include "syntax/block.h"
#include "syntax/outline.h"
#include "syntax/parse.h"
#include "text/utf8.h"

namespace comity::syntax {

namespace says = diag::says;

namespace {

text::Span byte_at(text::FileId file, std::size_t at) {
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
}

// Whether the bytes are text that can be read on; says so where they are not.
bool is_text(const std::string& bytes, text::FileId file, diag::Diagnostics& diagnostics) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    diagnostics.error(diag::Code::file_not_text, {file, 0, 3}, says::file_begins_with_mark,
                      says::save_without_mark);
    return false;
  }
  std::size_t bad = std::min(text::first_not_utf8(bytes).value_or(bytes.size()), bytes.find('\0'));
  if (bad < bytes.size()) {
    diagnostics.error(diag::Code::file_not_text, byte_at(file, bad), says::byte_not_utf8,
                      says::save_file_utf8);
    return false;
  }
  std::size_t carriage = bytes.find('\r');
  if (carriage < bytes.size()) {
    diagnostics.error(diag::Code::unexpected_character, byte_at(file, carriage),
                      says::carriage_return_in_file, says::lines_end_with_lf);
    return false;
  }
  return true;
}

void check_length(const text::Source& source, text::FileId file, diag::Diagnostics& diagnostics) {
  std::size_t lines = source.lines.size() - (source.lines.back() == source.bytes.size() ? 1 : 0);
  if (lines <= longest_file) return;
  std::uint32_t begin = source.lines[longest_file];
  diagnostics.error(diag::Code::file_too_long, {file, begin, begin},
                    {says::file_has_lines, lines, longest_file}, says::split_at_a_heading);
}

LawFile read_file(const text::SourceSet& sources, text::FileId file,
                  std::string_view instrument_key, diag::Diagnostics& diagnostics) {
  LawFile law;
  const text::Source& source = sources[file];
  law.tree.kind = Kind::file;
  law.tree.span = {file, 0, static_cast<std::uint32_t>(source.bytes.size())};
  if (!is_text(source.bytes, file, diagnostics)) return law;
  check_length(source, file, diagnostics);
  Outline outline = outline_of(sources, file, instrument_key, diagnostics);
  law.headings = std::move(outline.headings);
  for (LawBlock& block : outline.blocks) {
    std::vector<Token> tokens =
        lex(sources, block.span, block.provision, law.comments, diagnostics);
    law.tree.kids.push_back(
        parse_block(tokens, block.span, std::move(block.provision), diagnostics));
  }
  return law;
}

}  // namespace

LawFile parse_law_file(const text::SourceSet& sources, text::FileId file,
                       std::string_view instrument_key, diag::Diagnostics& diagnostics) {
  diag::Diagnostics found;
  LawFile law = read_file(sources, file, instrument_key, found);
  // each stage reports in its own order; people read from top to bottom
  auto earlier = [](const diag::Diagnostic& a, const diag::Diagnostic& b) {
    return a.span.begin < b.span.begin;
  };
  std::stable_sort(found.list.begin(), found.list.end(), earlier);
  for (diag::Diagnostic& d : found.list) diagnostics.list.push_back(std::move(d));
  return law;
}

}  // namespace comity::syntax
