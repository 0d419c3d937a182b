// A condition or value of the law, resolved and typed: every name is an index, every place of a fact an offset.
// A tree, because each clause owns its own; sharing of equal parts is the decision graph's business.
#pragma once
#include <cstdint>
#include <vector>

#include "meaning/type.h"
#include "text/source.h"

namespace comity::meaning {

enum class Op : std::uint8_t {
  constant,   // value
  parameter,  // param: a day, place, choice, effect or number bound in the frame
  governing,  // the day whose version of the law governs
  seen_from,  // the day it is looked at from
  asked,      // the day asked
  forum,      // the place asked
  here,       // the place whose law this is
  fact,       // param, top, leaf, offset
  at,         // likewise, of a dated fact; kids: day
  some,       // param: owner, leaf: list, offset; value: parameter bound; kids: body [, day]
  every,
  count,
  earliest,
  latest,
  some_spouse,  // param: marriage; value: parameter bound; kids: body
  every_spouse,
  includes,  // param, leaf: list, offset; kids: value
  negation,  // kids: one
  all,       // kids: any number
  any,
  equal,   // kids: two
  before,  // kids: two
  shift,   // value: amount, ref: base::Unit, extra: base::Rounding; kids: day
  choose,  // kids: condition, then, otherwise
  call,    // ref: function; kids: marriage, then arguments
  role,    // param passed on as a role
  under,  // ref: member; kids: place, as at, seen from, marriage, arguments; extra: renvoi; has_loop: last kid
  bars,   // ref: bar query; kids: [place, as at, seen from][, role]
  reading,  // ref: reading
  lookup,   // ref: table, extra: column; kids: place, day
  listed,   // ref: table; kids: place, day
  within,   // kids: two places
};

struct Expr {
  Op op = Op::constant;
  Type type;
  text::Span span;
  std::int32_t value = 0;
  std::uint32_t ref = 0, extra = 0;
  std::uint32_t param = 0, top = 0, leaf = 0, offset = 0;
  bool has_loop = false;
  std::vector<Expr> kids;
};

}  // namespace comity::meaning
