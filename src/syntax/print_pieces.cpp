// Texts for people, types and the parts of a declaration's header, which always stand on one line.
#include "syntax/layout.h"
#include "syntax/lex.h"

namespace comity::syntax {

namespace {

void text(Layout& out, const Node& node) {
  for (std::size_t i = 0; i < node.kids.size(); ++i) {
    if (i > 0) out.put(" ");
    out.piece(node.kids[i]);
  }
}

void type(Layout& out, const Node& node) {
  out.put(node.word);
  if (node.kids.empty()) return;
  out.put(node.word == "list" ? " of " : " ");
  out.piece(node.kids[0]);
  if (node.kids.size() < 2) return;
  out.put(node.word == "list" ? " up to " : " absent ");
  out.put(node.kids[1].word);
}

void degrees(Layout& out, const Node& node) {
  for (std::size_t i = 0; i < node.kids.size(); ++i)
    out.put((i > 0 ? ", " : "[") + node.kids[i].word);
  out.put("]");
}

}  // namespace

void Layout::piece(const Node& node) {
  if (node.kind == Kind::text)
    text(*this, node);
  else if (node.kind == Kind::language)
    put(node.word + " " + quoted(node.kids[0].word));
  else if (node.kind == Kind::type)
    type(*this, node);
  else if (node.kind == Kind::degrees)
    degrees(*this, node);
  else if (node.kind == Kind::duration)
    put(node.kids[0].word + " " + node.word);
  else if (node.kind == Kind::paragraph)
    put("(" + node.word + ")");
  else if (node.kind == Kind::parameter)
    put(node.word + ": "), type(*this, node.kids[0]);
  else if (node.kind == Kind::against)
    put("against " + node.word);
  else if (node.kind == Kind::to)
    put("to " + node.word);
  else if (node.kind == Kind::like)
    put("like " + node.word);
  else if (node.kind == Kind::of)
    put("of " + node.word);
  else
    put(node.word);
}

}  // namespace comity::syntax
