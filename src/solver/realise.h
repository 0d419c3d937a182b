// From "some couple, somewhere" to one couple at a real place: the search begins with the place of the wedding open, where its
// law may say anything; what it finds is then looked for at the places whose law the base has.
// Guarantees: the couple is told in full as a case, read back as any case is, evaluated by the interpreter, and the condition
// holds of it; where it does not although nothing was left open, that is an internal error (Unreproduced).
#pragma once
#include <functional>

#include "solver/plausible.h"

namespace comity::solver {

// The condition searched for, as a node of a forum's graph: made anew for each graph asked.
using Condition = std::function<ir::Ref(OpenForum&)>;

struct Found {
  Couple couple;
  engine::Answer answer;            // of `check`, with the derivation
  std::vector<ir::Value> elsewhere;  // other places where the same couple would do
  std::size_t unusual = 0;
};

class Realise {
 public:
  Realise(const ir::Law& law, base::Day today, bool strict)
      : law_(law), today_(today), strict_(strict) {}
  // A couple at a place of the law base, near to `completion` of `open`; nullopt: no law of the base lets it happen, as far
  // as was looked (`places` at most), or out of time.
  std::optional<Found> at_a_place(OpenForum& open, const Completion& completion,
                                  const Condition& condition, std::size_t places);

 private:
  const ir::Law& law_;
  base::Day today_;
  bool strict_;

  std::vector<ir::Value> places_that_would_do(const Couple& ordinary, const Condition& condition);
  std::optional<Found> at(const Couple& fixed, const Condition& condition);
  std::size_t facts_asked(const Couple& couple, ir::Value place);
};

// The couple as told, evaluated: nullopt where the condition may hold but rests on law that is open; throws Unreproduced
// where it cannot hold.
std::optional<engine::Answer> replay(const ir::Law& law, const Couple& couple,
                                     const Condition& condition, base::Day today, bool strict);

}  // namespace comity::solver
