// Declarations and clauses back to text, with the comments that stood among them.
// A comment on a line of its own stands before what follows it; one at the end of a line stays there; one inside a
// clause moves before it. Blank lines between declarations are the author's, one at most; inside them there are none.
#include <algorithm>

#include "syntax/grammar.h"
#include "syntax/layout.h"

namespace comity::syntax {

namespace {

constexpr int clause_indent = 4;

std::string spaced(std::string_view keyword) {
  std::string words(keyword);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

const DeclarationForm* form_of(const Node& declaration) {
  std::string keyword = spaced(declaration.word);
  for (const DeclarationForm& form : declaration_forms)
    if (form.keyword == keyword) return &form;
  return nullptr;
}

void joined(Layout& out, std::span<const Node> kids, std::string_view between) {
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (i > 0) out.put(between);
    out.expression(kids[i], clause_indent, 0);
  }
}

void period(Layout& out, std::span<const Node> kids) {
  out.put(kids[0].word + " from " + kids[1].word);
  if (kids.size() > 2) out.put(" until " + kids[2].word);
}

void expectation(Layout& out, std::span<const Node> kids) {
  out.put(kids[0].word + " " + kids[1].word);
  if (kids.size() > 2) out.put(" by " + kids[2].word);
}

void column(Layout& out, std::span<const Node> kids) {
  out.put(kids[0].word + ": ");
  out.piece(kids[1]);
}

void write_shape(Layout& out, Shape shape, std::span<const Node> kids) {
  switch (shape) {
    case Shape::none:
      return;
    case Shape::expression:
    case Shape::text:
    case Shape::name:
    case Shape::date:
    case Shape::string:
    case Shape::integer:
    case Shape::value_name:
    case Shape::body:
    case Shape::join:
      return joined(out, kids, " ");
    case Shape::names:
    case Shape::provisions:
      return joined(out, kids, ", ");
    case Shape::value_at:
    case Shape::fact_value:
      return joined(out, kids, " is ");
    case Shape::period:
      return period(out, kids);
    case Shape::expectation:
      return expectation(out, kids);
    case Shape::column:
      return column(out, kids);
  }
}

void write_clause(Layout& out, const DeclarationForm& form, const Node& clause) {
  std::string keyword = spaced(clause.word);
  const ClauseForm* shape = clause_form(form, keyword);
  out.put(keyword);
  if (!shape || shape->shape == Shape::none) return;
  out.put(" ");
  write_shape(out, shape->shape, clause.kids);
}

// What stands before a part of a header, by the part and the one before it.
std::string_view between(Kind before, Kind kind) {
  if (kind == Kind::type) return ": ";
  if (kind == Kind::parameter) return before == Kind::parameter ? ", " : "(";
  if (kind == Kind::name && before == Kind::name) return ", ";
  return " ";
}

void write_header(Layout& out, const Node& declaration) {
  out.put(spaced(declaration.word));
  Kind before = Kind::declaration;
  for (const Node& part : declaration.kids) {
    if (part.kind == Kind::clause) break;
    if (before == Kind::parameter && part.kind != Kind::parameter) out.put(")");
    out.put(between(before, part.kind));
    out.piece(part);
    before = part.kind;
  }
  if (before == Kind::parameter) out.put(")");
}

class BlockPrinter {
 public:
  BlockPrinter(const Node& block, const text::SourceSet& sources, std::span<const Comment> comments)
      : block_(block), sources_(sources) {
    for (const Comment& comment : comments)
      if (comment.span.begin >= block.span.begin && comment.span.end <= block.span.end)
        comments_.push_back(comment);
  }

  std::string run() {
    const Node* before = nullptr;
    for (const Node& declaration : block_.kids) {
      const DeclarationForm* form = form_of(declaration);
      if (!form) continue;  // not of the grammar: nothing parsed is
      write(declaration, *form, before);
      before = &declaration;
    }
    comments_until(block_.span.end, clause_indent);
    comments_until(block_.span.end, 0);
    return std::move(out_);
  }

 private:
  const Node& block_;
  const text::SourceSet& sources_;
  std::vector<Comment> comments_;
  std::size_t next_ = 0;
  std::string out_;

  int indent_of(const Comment& comment) const {
    return static_cast<int>(sources_.place(comment.span.file, comment.span.begin).column) - 1;
  }

  // Comments that begin before `end`, each on its own line; with an indent, only those that stand that far in.
  void comments_until(std::uint32_t end, int indent, bool all = false) {
    for (; next_ < comments_.size() && comments_[next_].span.begin < end; ++next_) {
      if (!all && indent > 0 && indent_of(comments_[next_]) < indent) return;
      out_ += std::string(static_cast<std::size_t>(indent), ' ') +
              std::string(sources_.slice(comments_[next_].span)) + "\n";
    }
  }

  bool same_line(std::uint32_t from, std::uint32_t to) const {
    return sources_.slice({block_.span.file, from, to}).find('\n') == std::string_view::npos;
  }

  // One line or several of text, and the comment that stood at their end.
  void add(std::string_view text, std::uint32_t end) {
    out_ += text;
    bool behind = next_ < comments_.size() && !comments_[next_].alone &&
                  comments_[next_].span.begin >= end && same_line(end, comments_[next_].span.begin);
    if (behind) out_ += "  " + std::string(sources_.slice(comments_[next_++].span));
    out_ += '\n';
  }

  // Whether the author left a blank line between the two: what belongs together is for the author to say.
  bool apart(const Node& before, const Node& declaration) const {
    std::string_view gap =
        sources_.slice({block_.span.file, before.span.end, declaration.span.begin});
    for (std::size_t at = gap.find('\n'); at != std::string_view::npos;
         at = gap.find('\n', at + 1)) {
      std::size_t next = gap.find_first_not_of(' ', at + 1);
      if (next != std::string_view::npos && gap[next] == '\n') return true;
    }
    return false;
  }

  static std::uint32_t header_end(const Node& declaration, const DeclarationForm& form) {
    auto end = declaration.span.begin + static_cast<std::uint32_t>(form.keyword.size());
    for (const Node& part : declaration.kids)
      if (part.kind != Kind::clause || form.on_one_line) end = std::max(end, part.span.end);
    return std::min(end, declaration.span.end);
  }

  void write(const Node& declaration, const DeclarationForm& form, const Node* before) {
    comments_until(declaration.span.begin, before ? clause_indent : 0);
    if (before && apart(*before, declaration)) out_ += '\n';
    std::uint32_t end = header_end(declaration, form);
    comments_until(end, 0);
    Layout header;
    write_header(header, declaration);
    if (form.on_one_line)
      for (const Node& clause : declaration.kids)
        header.put(" "), write_clause(header, form, clause);
    add(header.take(), end);
    if (form.on_one_line) return;
    for (const Node& clause : declaration.kids) {
      if (clause.kind != Kind::clause) continue;
      comments_until(clause.span.end, clause_indent, true);
      Layout text;
      text.put(std::string(clause_indent, ' '));
      write_clause(text, form, clause);
      add(text.take(), clause.span.end);
    }
  }
};

}  // namespace

std::string print_block(const Node& block, const text::SourceSet& sources,
                        std::span<const Comment> comments) {
  return BlockPrinter(block, sources, comments).run();
}

}  // namespace comity::syntax
