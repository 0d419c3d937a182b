// Whether each place of the base has a code that ISO 3166 knew on its days, or one that the base declares as its own.
#include "meaning/iso_codes.h"
#include "meaning/stages.h"

namespace comity::meaning {

void check_place_codes(Unit& unit) {
  unit.trail.clear();
  for (const Place& place : unit.law.places) {
    if (iso::is_current(place.code) || iso::is_left_to_users(place.code) ||
        unit.own_codes.contains(place.code))
      continue;
    auto withdrawn = iso::withdrawn_on(place.code);
    if (!withdrawn)
      unit.error(Code::code_not_iso, place.span, {says::code_of_nobody, place.code},
                 says::declare_own_code);
    else if (place.until == 0 || place.until > *withdrawn)
      unit.error(Code::code_not_iso, place.span,
                 {says::code_withdrawn, place.code, base::to_string(*withdrawn)},
                 says::write_until_when);
  }
}

}  // namespace comity::meaning
