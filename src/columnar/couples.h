// Made-up couples, plausible one by one and together: what is drawn, with what chance, is in docs/batch.md.
// Guarantees: couple number n of a seed is the same whatever is drawn before, on every machine; nobody is in it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/date.h"
#include "ir/law.h"

namespace comity::columnar {

inline constexpr std::int32_t open_cell = INT32_MIN;  // as columnar::nothing

struct Union {
  std::int32_t kind = 0, on = 0, place = 0, form = 0, registered = 1;
  std::int32_t ended = 0;  // whether it has
  std::int32_t ended_by = open_cell, ended_on = open_cell, ended_place = open_cell,
               ended_how = open_cell;
};

struct Spouse {
  std::int32_t sex = 0, born = 0, domicile = 0, residence = 0, incapable = 0, consents = 1;
  bool nationalities_open = false, unions_open = false;
  std::vector<std::int32_t> nationalities;
  std::vector<Union> unions;
};

struct Permission {
  std::int32_t what = 0, spouse = 0, by = 0, on = 0;
};

// Cells are values of the ontology; `open_cell` is a null.
struct Couple {
  std::int32_t kind = 0, place = 0, authority = open_cell, on = 0, form = 0, registered = 1,
               formalities = 1;
  bool permissions_open = false;
  std::vector<Permission> permissions;
  std::array<Spouse, 2> spouses;
  std::int32_t kinship = 0, adoption = 0, affinity = 0;
};

class Couples {
 public:
  // `where`: the only places of celebration; empty: every place that is one.
  Couples(const ir::Law& law, std::uint64_t seed, std::vector<std::int32_t> where = {});
  Couple couple(std::uint64_t number) const;

 private:
  class Draw;
  std::int32_t word(const char* record, const char* field, const char* value) const;
  std::int32_t place_for(Draw& draw, std::int32_t place) const;
  Spouse spouse(Draw& draw, std::int32_t place, std::int32_t wedding) const;
  Union earlier_union(Draw& draw, const Spouse& of, std::int32_t wedding) const;
  void leave_open(Draw& draw, Couple& couple) const;

  const ir::Law& law_;
  std::uint64_t seed_;
  std::vector<std::int32_t> places_, states_, often_, where_;
  struct {
    std::int32_t civil, religious, consular, customary, remote, proxy, male, female, other,
        marriage, partnership, first_cousins, further, uncle, half, siblings_in_law, step, adopter,
        divorce, death, annulment, judicial, administrative, age, consent;
  } w_{};
};

}  // namespace comity::columnar
