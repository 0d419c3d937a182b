// The parts of an answer beside its outcome, each filled by one function; check.cpp puts them in order.
#pragma once
#include <array>

#include "engine/ask.h"
#include "engine/engine.h"
#include "engine/views.h"

namespace comity::engine {

inline constexpr std::array<Stance, 3> all_stances{Stance::letter, Stance::courts,
                                                   Stance::authorities};

// A question while it is being answered.
struct Checking {
  World& world;
  exact::Exact& exact;
  std::vector<View> views;        // by all_stances
  std::vector<ir::Ref> outcomes;  // of the purpose asked, by all_stances
  base::Day today = 0;
};

void add_readings_and_flips(Checking& checking, Answer& answer);
// Other stances of foreign laws, one at a time (S5); true when one of them changes the outcome.
bool add_foreign_stances(Checking& checking, Answer& answer);
void add_other_purposes(Checking& checking, Answer& answer);
void add_presumed(Checking& checking, Answer& answer);
void add_presumptions(Checking& checking, Answer& answer);
void add_exposure(Checking& checking, Answer& answer);
void add_where_made(Checking& checking, Answer& answer);
void add_notes(Checking& checking, Answer& answer);
void add_duties(Checking& checking, Answer& answer);
void add_receipt(Checking& checking, Answer& answer);
void add_derivations(Checking& checking, Answer& answer);
void add_enacted_changes(Checking& checking, Answer& answer);
void add_questions(Checking& checking, const std::set<std::string>& declined, Interview& interview);

}  // namespace comity::engine
