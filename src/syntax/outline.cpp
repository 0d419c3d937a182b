#include "syntax/outline.h"

#include <md4c.h>

#include <algorithm>
#include <functional>

namespace comity::syntax {

namespace says = diag::says;

namespace {

std::string trimmed(std::string text) {
  auto space = [](char c) { return c == ' ' || c == '\t'; };
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), space));
  while (!text.empty() && space(text.back())) text.pop_back();
  return text;
}

std::string provision_of(std::string_view key, std::string_view number) {
  if (number.empty()) return {};
  std::string provision(key);
  if (!provision.empty()) provision += '/';
  for (char c : number)
    if (c != ' ') provision += c;
  return provision;
}

// What one walk over the Markdown gathers. md4c calls back in document order; its text pointers lie in the source
// unless the text was rewritten (entities, line breaks), and then they are not asked for their place.
class Walk {
 public:
  Walk(const text::SourceSet& sources, text::FileId file, std::string_view key,
       diag::Diagnostics& diagnostics)
      : bytes_(sources[file].bytes), file_(file), key_(key), diagnostics_(diagnostics) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        ++lists_;
        break;
      case MD_BLOCK_H:
        begin_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        in_code_ = true;
        code_block(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        break;
      default:
        break;  // md4c's list, not ours: paragraphs, items, tables and rules need nothing
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        --quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        --lists_;
        break;
      case MD_BLOCK_H:
        end_heading();
        break;
      case MD_BLOCK_CODE:
        in_code_ = false;
        break;
      default:
        break;
    }
    pending_space_ = true;
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (in_code_) return;
    std::string* into = in_heading_ ? &words_ : prose();
    if (!into) return;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || type == MD_TEXT_NULLCHAR) piece = " ";
    if (pending_space_ && !into->empty()) *into += ' ';
    pending_space_ = false;
    *into += type == MD_TEXT_ENTITY ? entity(piece) : piece;
    if (in_heading_ && inside(piece.data())) stretch(offset(piece.data()), piece.size());
  }

  Outline take() {
    for (Heading& heading : outline_.headings) {
      heading.text_en = trimmed(std::move(heading.text_en));
      heading.text_ru = trimmed(std::move(heading.text_ru));
    }
    return std::move(outline_);
  }

 private:
  std::string_view bytes_;
  text::FileId file_;
  std::string_view key_;
  diag::Diagnostics& diagnostics_;
  Outline outline_;
  int quotes_ = 0, lists_ = 0;
  bool in_heading_ = false, in_code_ = false, pending_space_ = false;
  std::string words_;

  bool inside(const char* pointer) const {
    std::less_equal<const char*> before;
    return before(bytes_.data(), pointer) && before(pointer, bytes_.data() + bytes_.size());
  }
  std::uint32_t offset(const char* pointer) const {
    return static_cast<std::uint32_t>(pointer - bytes_.data());
  }

  std::string* prose() {
    if (outline_.headings.empty()) return nullptr;
    Heading& heading = outline_.headings.back();
    return quotes_ > 0 ? &heading.text_ru : &heading.text_en;
  }

  static std::string_view entity(std::string_view written) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"&amp;", "&"},   {"&lt;", "<"},        {"&gt;", ">"},
        {"&quot;", "\""}, {"&nbsp;", "\u00A0"}, {"&sect;", "§"}};
    for (auto [name, meant] : known)
      if (name == written) return meant;
    return written;
  }

  void begin_heading(unsigned level) {
    in_heading_ = true;
    words_.clear();
    pending_space_ = false;
    Heading heading;
    heading.level = static_cast<int>(level);
    heading.span = {file_, static_cast<std::uint32_t>(bytes_.size()), 0};
    outline_.headings.push_back(std::move(heading));
  }

  void stretch(std::uint32_t begin, std::size_t size) {
    text::Span& span = outline_.headings.back().span;
    span.begin = std::min(span.begin, begin);
    span.end = std::max(span.end, begin + static_cast<std::uint32_t>(size));
  }

  void end_heading() {
    in_heading_ = false;
    Heading& heading = outline_.headings.back();
    if (heading.span.end < heading.span.begin) heading.span = {file_, 0, 0};  // no words at all
    words_ = trimmed(std::move(words_));
    HeadingWords read = heading.level == 1 ? HeadingWords{{}, words_} : read_heading(words_);
    heading.number = std::string(read.number);
    heading.title = std::string(read.title);
    heading.provision = provision_of(key_, heading.number);
  }

  void code_block(const MD_BLOCK_CODE_DETAIL& detail) {
    std::string_view language(detail.lang.text ? detail.lang.text : "", detail.lang.size);
    if (detail.fence_char == 0 || language != "law" || !inside(detail.lang.text)) return;
    std::uint32_t word = offset(detail.lang.text);
    std::size_t line_break = bytes_.rfind('\n', word);
    std::size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
    text::Span fence{file_, static_cast<std::uint32_t>(line), word + 3};
    if (!under_provision(fence)) return;
    std::size_t begin = bytes_.find('\n', word);
    begin = begin == std::string_view::npos ? bytes_.size() : begin + 1;
    std::size_t end = closing_fence(fence, begin, detail.fence_char);
    if (end == std::string_view::npos) {
      diagnostics_.error(diag::Code::block_not_closed, fence, says::block_open_at_end,
                         says::close_with_backquotes);
      return;
    }
    text::Span span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    outline_.blocks.push_back({span, outline_.headings.back().provision});
  }

  bool under_provision(text::Span fence) {
    constexpr auto how = says::how_a_heading_names;
    if (quotes_ > 0 || lists_ > 0) {
      diagnostics_.error(diag::Code::law_outside_provision, fence, says::block_in_quote,
                         says::move_it_out);
      return false;
    }
    if (outline_.headings.empty() || outline_.headings.back().level == 1) {
      diagnostics_.error(diag::Code::law_outside_provision, fence, says::block_under_nothing, how);
      return false;
    }
    const Heading& heading = outline_.headings.back();
    if (!heading.provision.empty()) return true;
    auto& found = diagnostics_.error(diag::Code::heading_without_division, heading.span,
                                     {says::heading_names_nothing, heading.title}, how);
    found.labels.push_back({fence, says::the_block});
    return false;
  }

  // Offset of the line that closes the block: at most three spaces, the same character at least as often, nothing more.
  std::size_t closing_fence(text::Span fence, std::size_t begin, char mark) const {
    std::size_t opened = run_of(mark, bytes_.find(mark, fence.begin));
    for (std::size_t line = begin; line < bytes_.size();) {
      std::size_t end = std::min(bytes_.find('\n', line), bytes_.size());
      std::size_t at = bytes_.find_first_not_of(' ', line);
      if (at != std::string_view::npos && at < end && at - line <= 3 && bytes_[at] == mark) {
        std::size_t length = run_of(mark, at);
        std::size_t rest = bytes_.find_first_not_of(" \t\r", at + length);
        if (length >= opened && (rest == std::string_view::npos || rest >= end)) return line;
      }
      line = end + 1;
    }
    return std::string_view::npos;
  }

  std::size_t run_of(char mark, std::size_t at) const {
    return std::min(bytes_.find_first_not_of(mark, at), bytes_.size()) - at;
  }
};

int on_enter(MD_BLOCKTYPE type, void* detail, void* walk) {
  return static_cast<Walk*>(walk)->enter(type, detail), 0;
}
int on_leave(MD_BLOCKTYPE type, void*, void* walk) {
  return static_cast<Walk*>(walk)->leave(type), 0;
}
int on_span(MD_SPANTYPE, void*, void*) { return 0; }
int on_text(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* walk) {
  return static_cast<Walk*>(walk)->text(type, {piece, size}), 0;
}

}  // namespace

Outline outline_of(const text::SourceSet& sources, text::FileId file,
                   std::string_view instrument_key, diag::Diagnostics& diagnostics) {
  Walk walk(sources, file, instrument_key, diagnostics);
  MD_PARSER parser{0,        MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
                   on_enter, on_leave,
                   on_span,  on_span,
                   on_text,  nullptr,
                   nullptr};
  const std::string& bytes = sources[file].bytes;
  if (md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, &walk) != 0)
    diagnostics.error(diag::Code::internal, {file, 0, 0}, says::markdown_gave_up);
  return walk.take();
}

}  // namespace comity::syntax
