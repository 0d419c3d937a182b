// The law with one decision's own part left out, to see what the rest of it says: whether the decision followed the law,
// changed it, or was the first of its kind.
// Guarantees: the law given is not touched; what ended on the day of the decision goes on where it is left out.
// Leaves to the caller which decision, and what the two answers mean.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ir/law.h"

namespace comity::engine {

// When somebody decided something, and where; both days included.
struct DecisionDays {
  ir::Value forum = -1;
  base::Day first = 0, last = 0;
  std::string_view citation;  // must stand in what is cited where the days are more than a month
  bool by_courts = false, by_authorities = false;
  bool changes_law =
      false;  // whether clauses, rows and overlays that begin that day are taken for its own
};

// Parts of the law, as numbers into Law::holdings, overlays, clauses and rows. Clauses and rows that ended go on; those that
// turn on a day of the decision (`asked since 2023-05-16`) read as if it never came: Law::nodes of those days.
struct OwnPart {
  std::vector<std::uint32_t> holdings, overlays, clauses, rows, ended_clauses, ended_rows,
      turning_clauses, days;
  bool empty() const;
};

// What the law that speaks in the forum says by or since those days, and what ended with them.
OwnPart part_since(const ir::Law& law, const DecisionDays& days);

// Adds what a case file names: a reading (RU/essence), its holding of a day (RU/essence@2018-01-26, PL/letter@2026-03-20), a provision
// (GB-EAW/CL/2(2)), the second class of a standard there (CH/PILA/27(1):2), an overlay (COE/koilova), a row
// (same_sex_marriage/US-OH@2015-06-26). A provision or row that ended on the days of the decision goes on instead.
// False: nothing is called so.
bool add_named(const ir::Law& law, std::string_view name, const DecisionDays& days, OwnPart& part);

// The same in the spelling that add_named reads, in the order of the law base.
std::vector<std::string> names_of(const ir::Law& law, const OwnPart& part);

// COE/koilova: the place or union it stands under, and its name.
std::string overlay_id(const ir::Law& law, std::uint32_t number);

// The law without the part. It lies in this object, and in the law it was made from.
class Without {
 public:
  Without(const ir::Law& law, const OwnPart& part);
  Without(const Without&) = delete;
  Without& operator=(const Without&) = delete;
  const ir::Law& law() const { return law_; }

 private:
  void leave_out_clauses(const OwnPart& part);
  void leave_out_rows(const OwnPart& part);

  std::vector<ir::Holding> holdings_;
  std::vector<ir::Overlay> overlays_;
  std::vector<ir::Clause> clauses_;
  std::vector<ir::Row> rows_;
  std::vector<ir::Node> nodes_;
  ir::Law law_;
};

}  // namespace comity::engine
