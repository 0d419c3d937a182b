// Types of law text as `meaning` knows them, and the words that travel with them: what a fact, a rule, a column holds.
// The list of bases stands in the order of the decision graph's own, so that lowering is a cast.
#pragma once
#include <cstdint>
#include <string>

namespace comity::meaning {

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

struct Type {
  Base base = Base::yes_no;
  std::uint16_t ref = 0;  // enum of a choice, record of a record
  bool operator==(const Type&) const = default;
};

// What people read, in both languages.
struct Text {
  std::string en, ru;
  bool empty() const { return en.empty() && ru.empty(); }
};

inline constexpr std::uint32_t none = 0xffffffff;  // no index
inline constexpr std::uint16_t none16 = 0xffff;

}  // namespace comity::meaning
