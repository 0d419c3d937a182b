// Where a law's letter and what it is for part ways: lawful facts under which a declared purpose fails, clauses conflict,
// nothing is said, the order of the two spouses matters, those who read the law part, or recognition does not repeat a bar
// that marrying here meets; and clauses that can never fire.
// Guarantees: each finding is a class, told once, by what it is about and the provision that decides; `none` is proved over
// every couple the ontology allows, with the law of the wedding's place free to say anything; a couple shown was replayed. A
// finding that leads around a bar which protects a person is a defect: it has no couple and no places (docs/safety.md, 11).
// Leaves words and layout to apps/solve.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "solver/realise.h"

namespace comity::solver {

enum class Kind : std::uint8_t {
  purpose_fails,
  conflict,
  gap,
  dead_clause,
  order_matters,
  stances_part,
  bar_not_repeated
};
inline constexpr std::array<Kind, 7> all_kinds{
    Kind::purpose_fails, Kind::conflict,     Kind::gap,             Kind::dead_clause,
    Kind::order_matters, Kind::stances_part, Kind::bar_not_repeated};
std::string_view word(Kind kind);

struct Finding {
  Kind kind = Kind::purpose_fails;
  std::string about;  // purpose's name, bar's kind, what is open, the stances
  ir::Text says;
  std::uint32_t provision = ir::none_u32;  // of what it is about
  std::uint32_t decided_by = ir::none_u32;  // by which the letter comes to its outcome
  bool defect = false;                     // leads around a bar that protects a person
  std::optional<Found> found;              // nullopt: a defect, or no law of the base lets it happen
  std::vector<std::uint32_t> missed;       // the forum's own bars (Law::bars) that stand and are not asked
  std::vector<std::uint16_t> closed_by;    // readings that would close it
  std::vector<Couple> variants;            // what distinguishes the couples of the class
};

struct Proved {
  Kind kind;
  std::string about;
};

struct Report {
  ir::Value forum = -1;
  base::Day on = 0;
  std::vector<Finding> findings;
  std::vector<Proved> none;       // looked for, and proved not to be
  std::vector<Proved> unfinished;  // out of time or interrupted
};

struct Budget {
  double seconds = 600;
  std::function<void(Kind, std::size_t done, std::size_t all)> progress;  // may be empty
};

Report loopholes(const ir::Law& law, ir::Value forum, base::Day on, base::Day today,
                 const Budget& budget, bool strict);

}  // namespace comity::solver
