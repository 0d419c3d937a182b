// Layout to declarations: a declaration begins in the first column, its clauses four spaces in; what is indented
// further goes on with the line before. A fault stays inside its clause.
#include <algorithm>

#include "base/nearest.h"
#include "syntax/block.h"
#include "syntax/parser.h"

namespace comity::syntax {

namespace {

using Tokens = std::span<const Token>;
constexpr int clause_indent = 4;

std::string joined(std::string_view keyword) {
  std::string word(keyword);
  std::replace(word.begin(), word.end(), ' ', '_');
  return word;
}

text::Span spanning(Tokens tokens) {
  return {tokens.front().span.file, tokens.front().span.begin, tokens.back().span.end};
}

// The longest of the keywords that stands at the cursor.
template <class Form>
const Form* longest_match(const Parser& parser, std::span<const Form> forms) {
  const Form* best = nullptr;
  for (const Form& form : forms)
    if (parser.is_phrase(form.keyword) && (!best || form.keyword.size() > best->keyword.size()))
      best = &form;
  return best;
}

template <class Form>
std::vector<std::string> keywords_of(std::span<const Form> forms) {
  std::vector<std::string> words;
  for (const Form& form : forms) words.emplace_back(form.keyword);
  return words;
}

// The nearest word, or all of them.
Saying meant(std::string_view written, const std::vector<std::string>& known, const Saying& all) {
  std::string near = written.size() > 2 ? base::nearest(written, known) : "";
  return near.empty() ? all : Saying(says::did_you_mean, near);
}

// One declaration being read.
class Declaration {
 public:
  Declaration(std::string_view trail, diag::Diagnostics& diagnostics)
      : trail_(trail), diagnostics_(diagnostics) {}

  std::optional<Node> read(Tokens header, std::span<const Tokens> clauses) {
    Parser parser(header, trail_, diagnostics_);
    form_ = longest_match(parser, std::span<const DeclarationForm>(declaration_forms));
    if (!form_) {
      unknown(parser);
      return std::nullopt;
    }
    node_ = {Kind::declaration,
             spanning(clauses.empty() ? header : clauses.back()),
             joined(form_->keyword),
             {}};
    node_.span.begin = header.front().span.begin;
    parser.take_phrase(form_->keyword);
    keyword_ = parser.since(node_.span.begin);
    parser.give_up_if_unreadable();
    parser.header(*form_, node_.kids);
    if (form_->on_one_line)
      while (!parser.at_end()) clause(parser);
    else
      parser.need_end();
    trail_ = parser.trail();
    for (Tokens tokens : clauses) clause_line(tokens);
    if (parser.failed()) return std::nullopt;
    missing();
    return std::move(node_);
  }

 private:
  struct Seen {
    const ClauseForm* form;
    text::Span span;
  };
  std::string trail_;
  diag::Diagnostics& diagnostics_;
  const DeclarationForm* form_ = nullptr;
  Node node_;
  text::Span keyword_;
  std::vector<Seen> seen_;

  void unknown(Parser& parser) {
    std::string written(parser.peek().text);
    auto known = keywords_of(std::span<const DeclarationForm>(declaration_forms));
    parser.fail(diag::Code::unexpected_word, parser.here(), {says::begins_no_declaration, written},
                meant(written, known, {says::known_are, diag::listed(known)}));
  }

  void clause_line(Tokens tokens) {
    Parser parser(tokens, trail_, diagnostics_);
    if (tokens.front().indent < clause_indent)
      parser.fail(diag::Code::unexpected_word, tokens.front().span,
                  {says::clause_indent_four, tokens.front().indent});
    else
      clause(parser);
    if (!parser.failed()) parser.need_end();
    if (parser.failed() && !node_.kids.empty() && node_.kids.back().kind == Kind::clause &&
        node_.kids.back().span.begin == tokens.front().span.begin)
      node_.kids.pop_back();
  }

  void clause(Parser& parser) {
    std::uint32_t begin = parser.here().begin;
    const ClauseForm* form = longest_match(parser, form_->clauses);
    if (!form) return foreign(parser);
    parser.take_phrase(form->keyword);
    twice(*form, parser.since(begin), parser);
    Node node{Kind::clause, {}, joined(form->keyword), {}};
    parser.give_up_if_unreadable();
    parser.shape(form->shape, node.kids);
    node.span = parser.since(begin);
    if (!parser.failed()) node_.kids.push_back(std::move(node));
  }

  void foreign(Parser& parser) {
    std::string written(parser.peek().text);
    auto known = keywords_of(form_->clauses);
    Saying remedy =
        known.empty()
            ? Saying(says::takes_no_clauses, form_->keyword)
            : meant(written, known, {says::declaration_takes, form_->keyword, diag::listed(known)});
    parser.fail(diag::Code::clause_not_of_declaration, parser.here(),
                {says::no_clause_of, written, form_->keyword}, remedy);
  }

  void twice(const ClauseForm& form, text::Span span, Parser& parser) {
    auto first =
        std::find_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.form == &form; });
    if (first != seen_.end() && form.times != Times::many) {
      std::size_t before = diagnostics_.list.size();
      parser.fail(diag::Code::clause_twice, span,
                  {says::stands_twice_in, form.keyword, form_->keyword});
      if (diagnostics_.list.size() > before)
        diagnostics_.list.back().labels.push_back({first->span, says::the_first});
      return;
    }
    seen_.push_back({&form, span});
  }

  void missing() {
    for (const ClauseForm& form : form_->clauses) {
      bool there =
          std::any_of(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.form == &form; });
      if (form.times != Times::needed || there) continue;
      diagnostics_
          .error(diag::Code::clause_missing, keyword_,
                 {says::lacks_the_clause, form_->keyword, form.keyword})
          .provision = trail_;
    }
  }
};

// Where the next line at or left of `indent` begins.
std::size_t next_line(Tokens tokens, std::size_t from, int indent) {
  while (from < tokens.size() && (tokens[from].indent < 0 || tokens[from].indent > indent)) ++from;
  return from;
}

}  // namespace

Node parse_block(Tokens tokens, text::Span span, std::string provision,
                 diag::Diagnostics& diagnostics) {
  Node block{Kind::block, span, std::move(provision), {}};
  if (!tokens.empty() && tokens.front().indent != 0)
    diagnostics
        .error(diag::Code::unexpected_word, tokens.front().span, says::declaration_first_column,
               says::take_out_spaces)
        .provision = block.word;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t end = next_line(tokens, at + 1, 0);
    std::size_t header_end = std::min(next_line(tokens, at + 1, clause_indent), end);
    std::vector<Tokens> clauses;
    for (std::size_t line = header_end; line < end;) {
      std::size_t after = std::min(next_line(tokens, line + 1, clause_indent), end);
      clauses.push_back(tokens.subspan(line, after - line));
      line = after;
    }
    Declaration declaration(block.word, diagnostics);
    if (auto node = declaration.read(tokens.subspan(at, header_end - at), clauses))
      block.kids.push_back(std::move(*node));
    at = end;
  }
  return block;
}

}  // namespace comity::syntax
