// One forum on one day, asked about a couple of whom only a few facts are told: its decision graph, its outcomes by stance,
// and the questions put to the solver about it.
// Guarantees: nationalities are of states that exist; what is past is not later than the day asked; what is told on two days of one undated fact is one fact. `firm` conditions do not rest on law that is open:
// they hold whatever gaps, powers and laws we lack come to, tried at both ends of what each may say.
#pragma once
#include <memory>

#include "engine/views.h"
#include "solver/couple.h"
#include "solver/questions.h"

namespace comity::solver {

// The couple of whom nothing is told but where and when one asks.
Couple anybody(const ir::Law& law, ir::Value forum, base::Day on, ir::Value purpose = 0);

class OpenForum {
 public:
  OpenForum(const ir::Law& law, Couple told, base::Day today, bool strict = false);
  OpenForum(const OpenForum&) = delete;
  OpenForum& operator=(const OpenForum&) = delete;

  const ir::Law& law;
  const Couple told;
  const base::Day today;
  ReadCouple read;
  engine::World world;
  Questions questions;

  ir::Graph& graph() { return world.graph; }
  // Whether any couple satisfies it, by the exact layer's own search: complete, and quicker to say never than Z3, which in
  // turn says which wishes clash. docs/decisions/0019 tells how the two divide the work.
  bool possible(ir::Ref condition, Completion* witness = nullptr);
  ir::Ref outcome(engine::Stance stance);  // by the stance, of the purpose asked; engine::silent_code where silent
  ir::Ref outcome_is(engine::Stance stance, engine::Outcome outcome);
  ir::Ref recognised();           // by the letter: as a marriage
  ir::Ref firm(ir::Ref condition);  // holds at both ends of every open law
  ir::Ref by_letter(ir::Ref node);  // readings set as the letter has them
  ir::Ref decided_by();           // number of the provision that decides by the letter; -1: none
  ir::Ref differs_by(std::uint32_t variable, ir::Ref node);  // two of its values make node differ
  // Whether the forum's own bar stands, as at the celebration.
  ir::Ref bar(std::uint32_t number);
  ir::Ref abroad();  // celebrated neither in the forum nor in a part of it
  ir::Ref lawful();  // abroad, or where marrying here was open to the two: no bar of the forum's own stands
  std::optional<std::uint32_t> variable_at(std::string_view path) const;
  bool is_open_law(std::uint32_t variable) const;  // gap, conflict, power, law we lack
  // Law of a place that is not told: the place has to be told before a completion can be replayed.
  bool is_law_of_open_place(std::uint32_t variable) const;
  std::vector<std::uint32_t> bars() const;  // of the forum's own law

 private:
  void demand_one_fact_a_slot();
  void demand_what_can_be();
  std::vector<ir::Ref> outcomes_;
  engine::Setting letter_;
  std::unique_ptr<exact::Exact> exact_;
  ir::Ref replaced(ir::Ref node, bool high);
};

// Bars that protect a person: no search leads around one (docs/safety.md, 11).
bool protects(const ir::Law& law, const ir::Bar& bar);

}  // namespace comity::solver
