#include "sql/branch.h"

#include <algorithm>

#include "engine/parts.h"
#include "sql/from_graph.h"
#include "sql/order.h"

namespace comity::sql {

using engine::World;
using ir::Graph;
using ir::Ref;

namespace {

std::uint32_t slot_of(const ir::Law& law, std::uint32_t record, std::string_view name) {
  return law.fields[static_cast<std::size_t>(ir::field_named(law, record, name))].offset;
}

// The personal laws that the query spells out; any other is one more value, whose law nobody tells.
class Template {
 public:
  Template(const ir::Law& law, const ir::Facts& open, const std::vector<ir::Value>& places,
           const Asked& asked)
      : law_(law), facts_(open) {
    const std::uint32_t place =
        law.anchors.celebration + slot_of(law, law.anchors.record_celebration, "place");
    if (places.size() == 1)
      facts_.slots[place] = {ir::Known::yes, ir::Origin::told, places[0], places[0]};
    else if (!places.empty())
      one_of(place, places);
    std::vector<ir::Value> laws = asked.personal_laws;
    laws.push_back(asked.question.forum);
    if (places.size() == 1) laws.push_back(places[0]);
    std::ranges::sort(laws);
    laws.erase(std::unique(laws.begin(), laws.end()), laws.end());
    laws.push_back(ir::unnamed_place);
    for (std::uint32_t slot = 0; slot < facts_.slots.size(); ++slot)
      if (slot != place && is_personal(slot)) one_of(slot, laws);
  }
  const ir::Facts& facts() const { return facts_; }

 private:
  // Nationality and homes of the two spouses: their law is asked by name.
  bool is_personal(std::uint32_t slot) const {
    const auto& anchors = law_.anchors;
    const std::uint32_t size = law_.records[anchors.record_spouse].slots;
    if (slot <= anchors.spouses || slot > anchors.spouses + 2 * size) return false;
    const std::uint32_t inside = (slot - anchors.spouses - 1) % size;
    for (const char* name : {"domicile", "residence"})
      if (inside == slot_of(law_, anchors.record_spouse, name) + 1) return true;
    int number = ir::field_named(law_, anchors.record_spouse, "nationalities");
    const ir::Field& list = law_.fields[static_cast<std::size_t>(number)];
    const std::uint32_t element = law_.records[list.ref].slots;
    if (inside == slot_of(law_, anchors.record_spouse, "intended_home")) return true;
    return inside > list.offset && inside < list.offset + 1 + element * list.bound &&
           (inside - list.offset - 1) % element == slot_of(law_, list.ref, "state");
  }

  void one_of(std::uint32_t slot, const std::vector<ir::Value>& values) {
    facts_.slots[slot] = {ir::Known::one_of, ir::Origin::told,
                          static_cast<ir::Value>(facts_.sets.size()), 0};
    facts_.sets.push_back(values);
  }

  const ir::Law& law_;
  ir::Facts facts_;
};

std::vector<Term> told_by_columns(const World& world, const ir::Law& law, Columns& columns,
                                  Terms& terms) {
  std::vector<Term> told;
  for (const interp::Variable& variable : world.inputs.variables) {
    Term term = Terms::unknown;
    const bool fact = world.inputs.inputs[variable.input].label == interp::Label::fact;
    if (fact && variable.slot != ir::none_u32 && variable.slot < law.anchors.slots) {
      if (auto column = columns.of_slot(variable.slot))
        term = terms.column(*column);
      else if (auto value = columns.presumed(variable.slot))
        term = terms.constant(*value);
    }
    told.push_back(term);
  }
  return told;
}

// The letter's outcome under another reading of a foreign law, where it may be another.
Ref foreign_differ(World& world, Ref letter, std::uint32_t purpose) {
  Graph& g = world.graph;
  Ref differ = Graph::no;
  for (std::uint16_t module : engine::foreign_modules(world))
    for (auto stance : {engine::ForeignStance::letter, engine::ForeignStance::courts,
                        engine::ForeignStance::authorities}) {
      engine::View view = engine::view_with(world, engine::with_foreign(world, module, stance));
      Ref outcome = engine::outcome_node(world, view, purpose);
      differ = g.either(differ, g.negation(g.equal(letter, outcome)));
    }
  return differ;
}

Ref stances_differ(World& world, const std::vector<Ref>& outcomes) {
  Graph& g = world.graph;
  Ref silent = g.constant(engine::silent_code), differ = Graph::no;
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    for (std::size_t j = i + 1; j < outcomes.size(); ++j) {
      Ref speak = g.both(g.negation(g.equal(outcomes[i], silent)),
                         g.negation(g.equal(outcomes[j], silent)));
      differ = g.either(differ, g.both(speak, g.negation(g.equal(outcomes[i], outcomes[j]))));
    }
  return differ;
}

void note_not_read(const World& world, const std::vector<Term>& told,
                   const std::vector<Ref>& outcomes, Branch& branch) {
  for (Ref outcome : outcomes)
    for (std::uint32_t v : world.graph.support(outcome)) {
      const interp::Variable& variable = world.inputs.variables[v];
      const interp::Input& input = world.inputs.inputs[variable.input];
      if (input.label == interp::Label::fact && v < told.size() && told[v] == Terms::unknown &&
          variable.slot != ir::none_u32)
        branch.not_read.push_back(input.id);
    }
  std::ranges::sort(branch.not_read);
  branch.not_read.erase(std::unique(branch.not_read.begin(), branch.not_read.end()),
                        branch.not_read.end());
}

Branch branch_of(const ir::Law& law, const ir::Facts& open, const Asked& asked, Columns& columns,
                 std::vector<ir::Value> places) {
  Template filled(law, open, places, asked);
  World world(law, filled.facts(), asked.question, asked.question.known_on.value_or(asked.today),
              false);
  const auto purpose = static_cast<std::uint32_t>(asked.question.purpose);
  std::vector<Ref> outcomes, provisions;
  for (engine::Stance stance : engine::all_stances) {
    engine::View view = engine::view_of(world, stance);
    outcomes.push_back(engine::outcome_node(world, view, purpose));
    const std::size_t mine = world.class_of[purpose];
    provisions.push_back(world.graph.substitute(world.classes[mine].ground.provision,
                                                view.settings[mine].of_variable));
  }
  const Ref differ = world.graph.either(stances_differ(world, outcomes),
                                        foreign_differ(world, outcomes.front(), purpose));
  const Constraints constraints = closed(world.graph, world.constraints);
  Branch branch;
  branch.places = places;
  auto told = told_by_columns(world, law, columns, branch.terms);
  for (std::size_t v = 0; places.size() > 1 && v < told.size(); ++v)
    if (world.inputs.variables[v].values == places && told[v] != Terms::unknown)
      branch.terms.only(told[v], places);
  const std::vector<Term> told_here = told;
  std::set<std::uint32_t> empty;
  for (std::uint32_t v = 0; v < told.size(); ++v)
    if (const Piece& p = branch.terms[told[v]];
        p.op == Op::column && columns.all()[p.a].kind == Kind::empty)
      empty.insert(v), branch.terms.absorbing(told[v]);
  FromGraph from_graph(world.graph, world.inputs, branch.terms, std::move(told), std::move(empty));
  for (std::size_t s = 0; s < outcomes.size(); ++s) {
    for (std::size_t k = 0; k < outcome_codes.size(); ++k)
      branch.stances[s].is[k] =
          from_graph.truth(world.graph.equal(outcomes[s], world.graph.constant(outcome_codes[k])));
    branch.stances[s].provision = from_graph.value(provisions[s]);
  }
  for (const interp::Variable& v : world.inputs.variables)
    branch.read_apart |= world.inputs.inputs[v.input].label == interp::Label::reading &&
                         v.module < law.modules.size() && !law.modules[v.module].own_law;
  note_not_read(world, told_here, outcomes, branch);
  branch.differ = from_graph.truth(differ);
  branch.possible = from_graph.truth(constraints.of_order);
  branch.coherent = from_graph.truth(constraints.others);
  return branch;
}

}  // namespace

std::vector<Branch> branches_of(const ir::Law& law, const ir::Facts& open, const Asked& asked,
                                Columns& columns) {
  std::vector<Branch> branches;
  std::vector<std::vector<ir::Value>> families(law.modules.size());
  auto wanted = [&](ir::Value place) {
    return !law.places[static_cast<std::size_t>(place)].by_part &&
           (asked.places.empty() || std::ranges::find(asked.places, place) != asked.places.end());
  };
  for (const ir::Module& module : law.modules) {
    if (!wanted(module.place)) continue;
    if (!module.own_law && module.family < families.size()) {
      families[module.family].push_back(module.place);
      continue;
    }
    branches.push_back(branch_of(law, open, asked, columns, {module.place}));
    branches.back().name =
        std::string(law.str(law.places[static_cast<std::size_t>(module.place)].code));
  }
  for (std::size_t f = 0; f < families.size(); ++f) {
    if (families[f].empty()) continue;
    std::ranges::sort(families[f]);
    Branch together = branch_of(law, open, asked, columns, families[f]);
    if (families[f].size() > 1 && together.read_apart) {
      for (ir::Value place : families[f]) {  // who holds a reading differs from place to place
        branches.push_back(branch_of(law, open, asked, columns, {place}));
        branches.back().name =
            std::string(law.str(law.places[static_cast<std::size_t>(place)].code));
      }
      continue;
    }
    together.name = "family_" + std::to_string(f);
    branches.push_back(std::move(together));
  }
  branches.push_back(branch_of(law, open, asked, columns, {}));
  branches.back().name = "rest";
  return branches;
}

}  // namespace comity::sql
