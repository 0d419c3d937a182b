#include "syntax/lex.h"

#include <algorithm>

#include "base/date.h"

namespace comity::syntax {

namespace says = diag::says;
using diag::Saying;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool of_word(char c) { return digit(c) || capital(c) || (c >= 'a' && c <= 'z') || c == '_'; }
bool of_code(char c) { return digit(c) || capital(c); }
bool of_provision(char c) { return of_word(c) || c == '.' || c == '-'; }

class Lexer {
 public:
  Lexer(const text::SourceSet& sources, text::Span block, std::string_view trail,
        std::vector<Comment>& comments, diag::Diagnostics& diagnostics)
      : text_(sources.slice(block)),
        block_(block),
        trail_(trail),
        comments_(comments),
        diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  std::string_view text_;
  text::Span block_;
  std::string_view trail_;
  std::vector<Comment>& comments_;
  diag::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0, line_ = 0;
  bool line_empty_ = true;  // no token on this line yet

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  text::Span span(std::size_t begin, std::size_t end) const {
    return {block_.file, block_.begin + static_cast<std::uint32_t>(begin),
            block_.begin + static_cast<std::uint32_t>(end)};
  }

  void step() {
    char c = peek();
    if (c == '\n') {
      line_ = ++at_;
      line_empty_ = true;
    } else if (c == ' ') {
      ++at_;
    } else if (c == '-' && peek(1) == '-') {
      comment();
    } else if (c == '"') {
      string();
    } else if (digit(c)) {
      number();
    } else if (of_word(c)) {
      word();
    } else if (std::string_view("()[],.:").find(c) != std::string_view::npos) {
      add(TokenKind::symbol, at_ + 1);
    } else {
      unknown();
    }
  }

  void add(TokenKind kind, std::size_t end) {
    int indent = line_empty_ ? static_cast<int>(at_ - line_) : -1;
    tokens_.push_back({kind, span(at_, end), text_.substr(at_, end - at_), indent});
    line_empty_ = false;
    at_ = end;
  }

  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }

  template <class Of>
  std::size_t run_end(std::size_t from, Of of) const {
    while (from < text_.size() && of(text_[from])) ++from;
    return from;
  }

  void comment() {
    std::size_t end = line_end(), last = end;
    while (text_[last - 1] == ' ') --last;
    comments_.push_back({span(at_, last), line_empty_});
    at_ = end;
  }

  // A text ends on its line; a backslash stands only before a quotation mark or another backslash.
  void string() {
    std::size_t end = line_end();
    for (std::size_t i = at_ + 1; i < end; ++i) {
      if (text_[i] == '"') return add(TokenKind::string, i + 1);
      if (text_[i] != '\\') continue;
      if (i + 1 < end && (text_[i + 1] == '"' || text_[i + 1] == '\\'))
        ++i;
      else
        error(diag::Code::unexpected_character, i, i + 1, says::backslash_alone,
              says::how_a_backslash);
    }
    error(diag::Code::string_not_closed, at_, end, says::text_open_on_line,
          says::how_to_close_text);
    add(TokenKind::string, end);
  }

  void number() {
    std::size_t end = run_end(at_, digit);
    bool after_dot = !tokens_.empty() && tokens_.back().text == "." &&
                     tokens_.back().span.end == block_.begin + at_;
    if (end + 1 < text_.size() && text_[end] == '-' && digit(text_[end + 1])) return date(end);
    if (!after_dot && end + 1 < text_.size() && text_[end] == '.' && digit(text_[end + 1]))
      return add(TokenKind::decimal, run_end(end + 1, digit));
    add(TokenKind::integer, end);
  }

  void date(std::size_t end) {
    while (end + 1 < text_.size() && text_[end] == '-' && digit(text_[end + 1]))
      end = run_end(end + 1, digit);
    std::string_view written = text_.substr(at_, end - at_);
    if (!base::parse_day(written)) {
      bool whole = written.size() == 10 && written[4] == '-' && written[7] == '-';
      error(diag::Code::impossible_date, at_, end,
            {whole ? says::no_day_of_calendar : says::no_whole_date, written},
            whole ? Saying() : Saying(says::how_a_day_is_written));
    }
    add(TokenKind::date, end);
  }

  void word() {
    std::size_t end = run_end(at_, of_word);
    if (!capital(peek()) || run_end(at_, of_code) != end) return add(TokenKind::word, end);
    while (end + 1 < text_.size() && text_[end] == '-' && of_code(text_[end + 1]))
      end = run_end(end + 1, of_code);
    if (end + 1 >= text_.size() || text_[end] != '/' || !of_provision(text_[end + 1]))
      return add(TokenKind::code, end);
    add(TokenKind::provision, provision_end(end));
  }

  // /SK/158 then (1)(a) then #letter
  std::size_t provision_end(std::size_t end) const {
    while (end + 1 < text_.size() && text_[end] == '/' && of_provision(text_[end + 1]))
      end = run_end(end + 1, of_provision);
    while (end < text_.size() && text_[end] == '(') {
      std::size_t close = run_end(end + 1, of_provision);
      if (close == end + 1 || close >= text_.size() || text_[close] != ')') break;
      end = close + 1;
    }
    if (end + 1 < text_.size() && text_[end] == '#' && of_word(text_[end + 1]))
      end = run_end(end + 1, of_word);
    return end;
  }

  // A run of characters without meaning is one finding.
  void unknown() {
    std::size_t begin = at_;
    auto meaningless = [](char c) {
      return !of_word(c) && c != ' ' && c != '\n' && c != '"' &&
             std::string_view("()[],.:").find(c) == std::string_view::npos;
    };
    std::size_t end = begin + 1;
    while (end < text_.size() && meaningless(text_[end]) && text_.substr(end, 2) != "--") ++end;
    std::string_view written = text_.substr(begin, end - begin);
    error(diag::Code::unexpected_character, begin, end, describe(written), remedy(written));
    add(TokenKind::unknown, end);
  }

  static Saying describe(std::string_view written) {
    if (written[0] == '\t') return says::tab_in_law;
    if (written[0] == '\r') return says::carriage_return_in_law;
    return {says::no_meaning_in_law, written};
  }

  static Saying remedy(std::string_view written) {
    if (written[0] == '\t') return says::indent_with_spaces;
    if (written[0] == '\r') return says::lines_end_with_lf;
    for (std::string_view quote : {"“", "”", "„", "«", "»", "'", "’"})
      if (written.starts_with(quote)) return says::straight_quotes;
    if (written[0] == ';') return says::no_semicolon;
    if (written[0] == '=') return says::equal_is_is;
    return {};
  }

  void error(diag::Code code, std::size_t begin, std::size_t end, Saying message, Saying remedy) {
    diagnostics_.error(code, span(begin, end), std::move(message), std::move(remedy)).provision =
        trail_;
  }
};

}  // namespace

std::vector<Token> lex(const text::SourceSet& sources, text::Span block, std::string_view trail,
                       std::vector<Comment>& comments, diag::Diagnostics& diagnostics) {
  return Lexer(sources, block, trail, comments, diagnostics).run();
}

std::string unquoted(std::string_view token) {
  std::string out;
  for (std::size_t i = 1; i < token.size() && token[i] != '"'; ++i) {
    if (token[i] == '\\' && i + 1 < token.size()) ++i;
    out += token[i];
  }
  return out;
}

std::string quoted(std::string_view content) {
  std::string out = "\"";
  for (char c : content) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace comity::syntax
