// Who or what a rule speaks of: the marriage in question, an earlier union seen as a marriage, a spouse, a list element.
// A role is one number, so that frames compare and hash as plain integers.
#pragma once
#include <cstdint>

namespace comity::interp {

enum class RoleKind : std::uint8_t {
  marriage,     // the celebration of the case
  ceremony,     // another ceremony of the same couple
  union_,       // an earlier union, as a marriage of its own and as an element of its spouse's list
  spouse,       // a spouse of the case
  union_self,   // the same person as party to an earlier union
  union_other,  // the other party to an earlier union
  element,      // an element of any other list
};

struct Role {
  RoleKind kind = RoleKind::marriage;
  std::uint8_t spouse = 0;  // whose: spouse, union_*
  std::uint8_t index = 0;   // which: ceremony, union_*
  bool fresh = false;  // element of a list at a day nothing is told of: every slot is open there
  std::uint32_t base = 0;  // first slot of the record
  std::uint32_t tag = 0;   // elements of dated lists: the day spoken of, 0 the celebration

  std::uint64_t packed() const {
    return std::uint64_t(1) << 63 | std::uint64_t(kind) << 59 | std::uint64_t(fresh) << 58 |
           std::uint64_t(spouse) << 57 | std::uint64_t(index & 31) << 52 |
           std::uint64_t(base & 0xfffff) << 32 | tag;
  }
  static Role unpacked(std::uint64_t bits) {
    Role role;
    role.kind = static_cast<RoleKind>(bits >> 59 & 15);
    role.fresh = bits >> 58 & 1;
    role.spouse = static_cast<std::uint8_t>(bits >> 57 & 1);
    role.index = static_cast<std::uint8_t>(bits >> 52 & 31);
    role.base = static_cast<std::uint32_t>(bits >> 32 & 0xfffff);
    role.tag = static_cast<std::uint32_t>(bits);
    return role;
  }
};

// What a frame slot holds: a role (top bit set) or a node of the graph.
using Binding = std::uint64_t;
inline bool is_role(Binding b) { return b >> 63; }

}  // namespace comity::interp
