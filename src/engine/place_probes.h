// The probe couples by which a place's law is asked, and what the rules say of one. Inside engine only.
#pragma once
#include "engine/place_law.h"
#include "engine/views.h"

namespace comity::engine {

struct Couple {
  const char* sexes[2] = {"male", "female"};
  int ages[2] = {30, 30};
  const char* form = "civil";
  const char* kinship = "none";
  const char* adoption = "none";
  const char* affinity = "none";
  bool registered = true;
  std::vector<std::string> permitted = {};  // what both spouses have a permission for
  bool already_married = false;             // the first spouse
  bool widowed = false;                     // both spouses
  const char* structure = "monogamous";
};

// Married at the place on the day, nationals and residents of it.
Probe at_home(const ir::Law& law, ir::Value place, base::Day on, const Couple& couple);
// Two of one sex, nationals and residents of the place, married in a state not named, valid there.
Probe from_abroad(const ir::Law& law, ir::Value place, base::Day on, const char* sex);
// The same couple, married in `other`, where both had lived for two years by right of movement.
Probe moved_from(const ir::Law& law, ir::Value place, ir::Value other, base::Day on,
                 const char* sex);

// What one stance makes of a yes-or-no question to the place's own law.
struct StanceSaid {
  Stance stance = Stance::letter;
  std::optional<bool> holds;  // nothing: open
  std::vector<Open> opens;
};
enum class Asking : std::uint8_t {
  no_bar,     // both may marry, no bar but form makes it void, and nobody can undo it
  not_void,   // no bar but form makes it void
  with_form,  // valid, its form included, and nobody can undo it
};
// What the place's own law makes of the marriage: the stances that speak, the letter first.
std::vector<StanceSaid> marriage_stands(const ir::Law& law, const ir::Facts& facts,
                                        const Question& question, Asking asking);
// A provision whose bar stands against the marriage; none_u32 where none does.
std::uint32_t standing_bar(const ir::Law& law, const ir::Facts& facts, const Question& question,
                           std::uint16_t bar_kind);

}  // namespace comity::engine
