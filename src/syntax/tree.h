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
  word,        // word: yes no male marriage all: a name standing alone, resolved by meaning
  code,        // word: RU US-TX X-NCY
  provision,   // word: RU/SK/158(1)
  date,        // word: 2018-01-26
  integer,     // word: 18
  decimal,     // word: 12.50
  text,        // kids: string nodes; en "..." ru "..."  -> two kids, word of each = language, kids[0]=string
  string,      // word: content, unescaped
  duration,    // word: years|months|days; kids: integer
  list,        // kids: expressions; [a, b]
  path,        // kids: words; celebration.place  s.sex  spouses.0.born (integers allowed after the first)
  call,        // word: name; kids: arguments; national(s, RU, celebration.on)
  conjunction, // kids: two or more
  disjunction, // kids: two or more
  negation,    // kids: one
  quantifier,  // word: some|every|no; kids: variable word, list expression, body; some s in spouses has (..)
  count,       // kids: variable word, list expression, body; count u in s.earlier_unions where (..)
  compare,     // word: is|is_not|before|after|by|since|at_least|at_most|includes; kids: left, right
  one_of,      // word: is|is_not; kids: left, list
  at,          // kids: path, date expression; s.residence at celebration.on
  plus,        // word: plus|minus; kids: left, right
  under,       // kids: member call or bars, place, as-at, then optionally seen_from, renvoi
  seen_from,   // kids: date expression (inside under)
  renvoi,      // word: none|back|as_their_court; kids: optional loop place (inside under)
  bars,        // word: some|no; kids: bar options; some bar from RU/SK/14 against s of kind [age]
  bar_from,    // kids: provision
  bar_against, // kids: variable word
  bar_kinds,   // word: of|except; kids: list
  bar_making,  // kids: list of invalidities
  bar_known_here, // no kids: whose kind and degree the forum's own law has
  // ---- declarations and their clauses (keyword in `word`, see grammar.h)
  declaration, // word: keyword; kids: header parts then clauses
  clause,      // word: keyword; kids: arguments
  // ---- header parts of a declaration
  paragraph,   // word: (1) without the parentheses
  name,        // word: declared name
  parameter,   // word: name; kids: type
  type,        // word: type name; kids: for `list of R up to N`, `dated T`, `maybe R absent W`
  degrees,     // kids: words; kinship [full_siblings, half_siblings]
  // ---- containers
  block,       // one fenced law block; kids: declarations; word: provision trail, e.g. RU/SK/158
  file,        // kids: blocks
};

struct Node {
  Kind kind = Kind::word;
  text::Span span;
  std::string word;
  std::vector<Node> kids;
};

// The literate side of one law file: what the prose says of each heading.
struct Heading {
  std::string provision;  // RU/SK/158, or the file's chapter where the heading names no provision
  std::string number;     // "158", "22 b", empty for chapters
  std::string title;      // the heading's own words after the number
  std::string text_en;    // paragraphs under it, our paraphrase, joined by spaces
  std::string text_ru;    // block quotes under it: the same in Russian
  text::Span span;
  int level = 1;
};

struct LawFile {
  std::vector<Heading> headings;
  Node tree;  // Kind::file; each block's word is the provision of the heading it stands under
};

}  // namespace comity::syntax
