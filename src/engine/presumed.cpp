// What was taken as ordinary because it was left out, and whether another value could change the answer (S2); what a
// rule of the forum presumes until rebutted (S18).
#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

// The same question with every presumption opened up: each is an input that can be given its ordinary value again.
struct Opened {
  World world;
  exact::Exact exact;
  std::vector<Ref> outcomes;
  explicit Opened(const Checking& c)
      : world(c.world.law, c.world.facts, c.world.question, c.world.known_on, true),
        exact(world.graph, world.inputs, world.law, world.constraints) {
    for (Stance stance : all_stances)
      outcomes.push_back(outcome_node(world, view_of(world, stance),
                                      static_cast<std::uint32_t>(world.question.purpose)));
  }

  // Every presumed variable at its ordinary value, but those of one input.
  std::vector<Ref> ordinary_but(std::uint32_t input) {
    std::vector<Ref> set(world.inputs.variables.size(), Graph::keep);
    for (std::size_t v = 0; v < set.size(); ++v) {
      const interp::Variable& variable = world.inputs.variables[v];
      if (variable.has_ordinary && variable.input != input)
        set[v] = world.graph.constant(variable.ordinary);
    }
    return set;
  }

  bool matters(std::uint32_t input) {
    constexpr std::uint32_t nobody = ir::none_u32;
    auto but = ordinary_but(input), all = ordinary_but(nobody);
    for (Ref outcome : outcomes) {
      Ref open = world.graph.substitute(outcome, but),
          closed = world.graph.substitute(outcome, all);
      Ref differ = world.graph.negation(world.graph.equal(open, closed));
      if (differ != Graph::no && exact.satisfiable(differ)) return true;
    }
    return false;
  }
};

std::string value_word(const ir::Law& law, const interp::Variable& v) {
  const ir::Field* field = v.slot == ir::none_u32 ? nullptr : ir::field_of(law, v.slot);
  if (!v.has_ordinary) return "none";
  if (field && field->many == ir::Many::maybe && v.ordinary == 0 &&
      law.records[field->ref].absent.length)
    return std::string(law.str(law.records[field->ref].absent));
  switch (v.type) {
    case ir::Base::yes_no:
      return v.ordinary ? "yes" : "no";
    case ir::Base::choice:
      return std::string(ir::enum_word(law, v.ref, v.ordinary));
    case ir::Base::place:
      return v.ordinary >= 0 && static_cast<std::size_t>(v.ordinary) < law.places.size()
                 ? std::string(law.str(law.places[static_cast<std::size_t>(v.ordinary)].code))
                 : "unknown";
    case ir::Base::day:
      return base::to_string(v.ordinary);
    case ir::Base::integer:
      return v.ordinary == 0 ? "none" : std::to_string(v.ordinary);
    default:
      return std::to_string(v.ordinary);
  }
}

}  // namespace

void add_presumed(Checking& c, Answer& answer) {
  auto left_out = [](const ir::Fact& f) {
    return f.origin == ir::Origin::presumed || f.origin == ir::Origin::assumed;
  };
  if (std::ranges::none_of(c.world.facts.slots, left_out)) return;
  Opened opened(c);
  for (std::uint32_t i = 0; i < opened.world.inputs.inputs.size(); ++i) {
    const interp::Input input = opened.world.inputs.inputs[i];
    if (input.label != interp::Label::fact || !input.presumed) continue;
    Presumed line;
    line.path = input.id;
    for (const interp::Variable& v : opened.world.inputs.variables)
      if (v.input == i) {
        line.value = value_word(c.world.law, v);
        break;
      }
    line.matters = opened.matters(i);
    line.assumed = answer.question.ordinary;
    answer.presumed.push_back(std::move(line));
  }
  std::ranges::sort(answer.presumed, {}, &Presumed::path);
}

void add_presumptions(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  for (const ir::Presumption& p : law.presumptions) {
    if (!c.world.is_forums(p.module) || p.field >= law.fields.size()) continue;
    Ref in_force =
        c.world.evaluator.in_force(p.version, c.world.graph.constant(c.world.question.on),
                                   c.world.graph.constant(c.world.question.on));
    Ref applies = c.world.graph.both(
        in_force, c.world.evaluator.condition(p.when, p.frame, c.world.module_number()));
    if (applies == Graph::no || (applies != Graph::yes && !c.exact.satisfiable(applies))) continue;
    const ir::Field& field = law.fields[p.field];
    std::string name(law.str(field.name));
    for (StanceAnswer& stance : answer.stances)
      for (const Open& open : stance.opens) {
        bool this_fact =
            open.label == Open::Label::fact && (open.id == name || open.id.ends_with("." + name));
        if (this_fact) stance.presumed.push_back(open.id);
      }
  }
}

}  // namespace comity::engine
