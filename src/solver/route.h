// What a couple may still lawfully do that changes the answer in one forum: wait for a law that is already enacted, have the
// certificate legalised, marry again at another place or in another form, move first, register a partnership.
// Guarantees: each step was evaluated as a case of its own and betters the outcome for some who read the law and worsens it
// for none; nothing false is ever told (only facts that a couple chooses are changed, and only from now on). No step leads
// around a bar that protects a person, and nobody who has or seeks protection is sent to an authority or a document of the
// state fled (docs/safety.md, 11 and 12): where that leaves nothing, `refused` says why.
#pragma once
#include <string>
#include <vector>

#include "engine/answer.h"
#include "ir/facts.h"
#include "ir/law.h"

namespace comity::solver {

// Cheapest first.
enum class Act : std::uint8_t {
  legalise,
  wait,
  marry_elsewhere,
  marry_by_rite,
  move_and_marry,
  register_partnership
};
std::string_view word(Act act);

struct RouteStep {
  Act act = Act::wait;
  std::vector<ir::Value> places;  // all with the same answer
  base::Day on = 0;               // of the wedding, or waited for; 0: at once
  engine::Answer before_from;     // the answer at the first of the places
  std::uint32_t permits = ir::none_u32;  // the forum's provision that decides then
  bool as_evasion = false;        // the forum reads a journey to get around a law otherwise
};

enum class Refused : std::uint8_t { no, protecting_bar, minor, state_fled, not_open };
std::string_view word(Refused refused);

struct Routes {
  engine::Answer now;
  std::vector<RouteStep> steps;
  Refused refused = Refused::no;
  std::vector<std::uint32_t> bars;         // provisions of the protecting bars that stand
  std::vector<ir::Value> never_sent_to;    // states fled: no step leads to their authorities
};

Routes routes(const ir::Law& law, const ir::Facts& facts, const engine::Question& question,
              base::Day today);

}  // namespace comity::solver
