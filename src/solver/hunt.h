// What the kinds of loophole share while one forum is searched: the open graph, time, and how a class becomes a finding.
#pragma once
#include <array>
#include <chrono>

#include "solver/loopholes.h"

namespace comity::solver {

class Hunt {
 public:
  Hunt(const ir::Law& law, ir::Value forum, base::Day on, base::Day today, const Budget& budget,
       bool strict);

  const ir::Law& law;
  Report report;

  // A graph of its own for each kind: the solver carries along whatever it was asked before. `strict` opens presumptions.
  OpenForum& begin(bool open_presumed = false);
  OpenForum& open() { return *open_; }

  bool out_of_time() const;
  void step(Kind kind, std::size_t done, std::size_t all) const;
  // Whether some couple satisfies it; where time is up that is noted as unfinished.
  Reply ask(ir::Ref condition, Kind kind, const std::string& about, Completion* witness = nullptr);
  // A class that was found: around a bar that protects, without a couple; else with one at a real place.
  Finding finding(Kind kind, std::string about, const Condition& condition);
  // Every provision that decides, by the letter, where the condition holds.
  std::vector<ir::Value> deciders(ir::Ref condition, Kind kind, const std::string& about);

 private:
  base::Day today_;
  bool strict_;
  const Budget& budget_;
  std::unique_ptr<OpenForum> open_;
  std::unique_ptr<Plausible> plausible_;
  std::chrono::steady_clock::time_point until_;
  Realise realise_;
  void describe(Finding& finding);
};

// Celebrated in the year before the day asked: the law of that day is searched, not that of the past.
// By acts that were open to the couple: where marrying in the forum itself was barred, it was not.
ir::Ref recent(OpenForum& forum);
ir::Ref protected_person(OpenForum& forum);  // some protecting bar of the forum's own law stands

void hunt_purposes(Hunt& hunt);
void hunt_open_law(Hunt& hunt, Kind kind);
void hunt_dead_clauses(Hunt& hunt);
void hunt_order(Hunt& hunt);
void hunt_stances(Hunt& hunt);
void hunt_bars(Hunt& hunt);

}  // namespace comity::solver
