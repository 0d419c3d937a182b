// The law text as a tree: one uniform node, so that parsing, printing and walking are each one small table.
// A node's `word` is the author's own word, its `kids` stand in the order written. The shapes of declarations
// and their clauses are in grammar.h; docs/language.md explains them to a lawyer.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/source.h"

namespace comity::syntax {

enum class Kind : std::uint8_t {
  // ---- expressions
  word,       // word: yes no male marriage all: a name standing alone, resolved by meaning
  code,       // word: RU US-TX X-NCY
  provision,  // word: RU/SK/158(1)
  date,       // word: 2018-01-26
  integer,    // word: 18
  decimal,    // word: 12.50
  text,       // kids: one `language` per language written; en "..." ru "..."
  language,   // word: en|ru; kids: string (inside text)
  string,     // word: content, unescaped
  duration,   // word: years|months|days; kids: integer
  list,       // kids: expressions; [a, b]
  path,  // kids: words; celebration.place  s.sex  spouses.0.born (integers allowed after the first)
  call,  // word: name; kids: arguments; national(s, RU, celebration.on)  within(P, Q)  listed(t, P, D).
         // A name alone is a `word`, but as the question of `under` it is a call without kids
  cell,          // word: column; kids: table word, arguments; marriage_age.general(P, D)
  reading_held,  // word: reading; reading essence
  conjunction,   // kids: two or more
  disjunction,   // kids: two or more
  negation,      // kids: one
  quantifier,  // word: some|every|no; kids: variable word, list expression, body; some s in spouses has (..)
  day_among,  // word: earliest|latest; kids: variable word, list expression, body, day; earliest e.on among e in later where (..)
  count,      // kids: variable word, list expression, body; count u in s.earlier_unions where (..)
  compare,    // word: is|is_not|before|after|by|since|at_least|at_most|includes; kids: left, right
  one_of,     // word: is|is_not; kids: left, list
  at,         // kids: path, date expression; s.residence at celebration.on
  plus,       // word: plus|minus; kids: left, right
  under,      // kids: member call or bars, place, as-at, then optionally seen_from, renvoi
  seen_from,  // kids: date expression (inside under)
  renvoi,     // word: none|back|as_their_court; kids: optional loop place (inside under)
  bars,       // word: some|no; kids: bar options; some bar from RU/SK/14 against s of kind [age]
  bar_from,   // kids: provisions, one or more
  bar_against,     // kids: variable word
  bar_kinds,       // word: of|except; kids: list
  bar_making,      // kids: list of invalidities
  bar_known_here,  // no kids: whose kind and degree the forum's own law has
  bar_as_at,  // kids: date expression; of this law in the version of that day (with a place: `under`)
  // ---- declarations and their clauses (keyword in `word`, see grammar.h)
  declaration,  // word: keyword; kids: header parts then clauses
  clause,       // word: keyword; kids: arguments
  // ---- header parts of a declaration
  paragraph,  // word: (1) without the parentheses
  name,       // word: declared name
  parameter,  // word: name; kids: type
  type,  // word: type name; or list (kids: type, integer), dated (kids: type), maybe (kids: type[, word])
  degrees,  // kids: words; kinship [full_siblings, half_siblings]
  against,  // word: both, or the name of the spouse it is about
  to,       // word: the provision an exception displaces
  like,     // word: the couple or example built on
  of,       // word: the record a fact or constraint is about
  // ---- containers
  block,  // one fenced law block; kids: declarations; word: provision trail, e.g. RU/SK/158
  file,   // kids: blocks
};

struct Node {
  Kind kind = Kind::word;
  text::Span span;
  std::string word;
  std::vector<Node> kids;
};

// The literate side of one law file: what the prose says of each heading.
struct Heading {
  std::string provision;  // RU/SK/158; empty for chapters
  std::string number;     // "158", "22 b", empty for chapters
  std::string title;      // the heading's own words after the number
  std::string text_en;    // paragraphs under it, our paraphrase, joined by spaces
  std::string text_ru;    // block quotes under it: the same in Russian
  text::Span span;
  int level = 1;
};

// `-- ...` to the end of its line. Comments stand beside the tree; the printer puts them back by position.
struct Comment {
  text::Span span;     // from the dashes to the end of the line
  bool alone = false;  // nothing but white space before it on its line
};

struct LawFile {
  std::vector<Heading> headings;
  std::vector<Comment> comments;  // of all blocks, in the order written
  Node
      tree;  // Kind::file; each block's word is the provision of its heading, its span the text between the fences
};

}  // namespace comity::syntax
