// The facts of a case as the law base declares them, laid out flat: every leaf of the case format has one slot.
// Made once by meaning from law/shared/*.law.md; read by validation, the schema, the interview and every back end.
// All structs are plain and trivially copyable, so that the law pack is this memory, mapped.
#pragma once
#include <cstdint>

namespace comity::ir {

// A piece of Law::strings.
struct Str {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

struct Text {  // what people read, in both languages
  Str en, ru;
};

using Value =
    std::int32_t;  // bool 0/1, enum value's index in its enum, place index, Day, int; effects 0..2

enum class Base : std::uint8_t {
  yes_no,
  integer,
  day,
  decimal,
  choice,
  place,
  word,
  prose,
  record,
  effect
};

// How many values a field holds, and whether they carry periods.
enum class Many : std::uint8_t {
  one,
  maybe,       // a record, or the record's `absent` word
  list,        // up to `bound`; slots: length, then the elements
  dated,       // scalar at the celebration, or a list of periods {in, from, until, by}
  dated_list,  // list whose records carry from/until
};

enum class Who : std::uint8_t { given, chosen, official };

struct EnumDef {
  Str name;
  std::uint32_t first_value = 0, values = 0;  // into Law::enum_values
};

struct EnumValue {
  Str name;
  Text label;
};

// How a left-out field is filled.
enum class Default : std::uint8_t {
  unknown,
  presumed,
  always
};  // `always`: never unknown, even under --strict

struct Field {
  Str name;
  Base base = Base::prose;
  Many many = Many::one;
  Who who = Who::given;
  Default fallback = Default::unknown;
  std::uint16_t ref = 0;     // enum or record id
  std::uint16_t bound = 1;   // of lists
  std::uint16_t record = 0;  // the record this field belongs to
  std::uint16_t slots = 1;   // slots it takes
  std::uint32_t offset = 0;  // first slot inside its record
  Value presumed =
      0;  // when fallback == presumed: value; for lists 0 = empty; for maybe 0 = absent
  bool has_ordinary = false;  // under `assume: ordinary`
  Value ordinary = 0;         // as presumed
  // Instead of a value, another fact may fill it. `presumed place`: the field of the same record whose value it takes,
  // index into Law::fields, -1: none. `ordinary celebration.on minus 30 years`: this many years before the celebration.
  std::int16_t presumed_as = -1;
  std::int16_t ordinary_years = 0;
  std::int16_t stands_for =
      -1;  // in the view of an earlier union as a marriage: the celebration field it fills
  Text label, question, hint;  // "A's recorded sex"; "What ...?"; why or how
};

struct Record {
  Str name;
  std::uint32_t first_field = 0, fields = 0;  // into Law::fields
  std::uint32_t slots = 0;
  std::int16_t short_field = -1;  // the field that a bare scalar fills; index into Law::fields
  Str absent;                     // the word for "there is none", empty if none
};

struct Place {
  Str code;
  Text label;
  std::int32_t part_of = -1;  // index of the place it is a part of
  Value until = 0;            // last-day-plus-one of historical codes; 0: still exists
  bool by_part = false;       // its law is by part: as a place or domicile the part is unknown
};

struct Alias {
  Str from;
  std::int32_t place = -1;
};

}  // namespace comity::ir
