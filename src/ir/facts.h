// A case as slots. A slot is known, unknown, or known in part; the layout is the ontology's.
// Guarantees: every slot of the layout exists; a list's elements beyond its length mean nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "diag/saying.h"
#include "ir/ontology.h"

namespace comity::ir {

enum class Known : std::uint8_t {
  no,      // left out or `unknown`
  yes,     // value in `low`
  range,   // days or numbers low..high, both included
  one_of,  // any of Facts::sets[low]
};

enum class Origin : std::uint8_t {
  told,      // written in the case
  presumed,  // left out, the ontology presumes it
  assumed,   // left out, `assume: ordinary`
  fixed,     // follows from the format (question.purpose)
};

struct Fact {
  Known known = Known::no;
  Origin origin = Origin::told;
  Value low = 0;
  Value high = 0;
};

// A relation the case file states between slots.
struct Relation {
  enum class Kind : std::uint8_t { same, differs, age } kind;
  std::uint32_t left, right;  // slots; age: left = birth, right = celebration date
  Value amount = 0;           // age in whole years at that date
};

struct Facts {
  std::vector<Fact>
      slots;  // by layout; lists: length slot first (known / range when more may follow)
  std::vector<std::vector<Value>> sets;  // for Known::one_of
  std::vector<Relation> relations;
  std::vector<diag::Saying> notes;  // aliases rewritten and the like: shown in the answer
  std::vector<std::string> texts;   // of prose slots: their value is an index here
  std::vector<std::string>
      unnamed;  // "?A": states the source does not name; place value = unnamed_place + index
};

// Place values at and above this stand for states that a case does not name.
inline constexpr Value unnamed_place = 60000;

}  // namespace comity::ir
