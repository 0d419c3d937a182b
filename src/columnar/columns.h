// The case format laid flat: one column for each fact that is told once, one for each list. Names are the paths of the case
// format (`celebration.place`, `spouses.0.sex`, `spouses.0.earlier_unions`), so that a row means what the case with the
// same keys means; a null is a key left out.
// Guarantees: made from the ontology alone, in its order; the same law, the same columns.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ir/law.h"

namespace comity::columnar {

enum class Kind : std::uint8_t {
  yes_no,    // bool
  integer,   // int32
  day,       // date32; written as text it may be an interval, as in the case format: 2018-01
  word,      // utf8, most compact as a dictionary: a value of an enum
  place,     // likewise: the code of a place
  prose,     // utf8
  presence,  // bool: whether there is such a record (`spouses.0.protection`, `ended`); false is the record's word for none
  list,  // of records: list of struct; of single values, or of records with a short form: also list of utf8
  periods,  // of a dated place: utf8, the one at the celebration, or list of struct {in, from, until, by}
};

struct Column {
  std::string name;
  Kind kind = Kind::prose;
  std::uint32_t field = 0;    // into Law::fields
  std::uint32_t slot = 0;     // first slot; of a list's part: counted from the start of the element
  std::vector<Column> parts;  // of a list of records and of periods: the columns of one element
  int short_part = -1;        // of a list: the part that a bare value fills
};

// Of a whole case: question, celebration, spouses, between, and what may stand beside them.
std::vector<Column> columns_of(const ir::Law& law);

// Number of the column of this name, -1 where there is none.
int column_named(const std::vector<Column>& columns, std::string_view name);

}  // namespace comity::columnar
