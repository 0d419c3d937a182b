#include "engine/certificate.h"

#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

// A field of one of the two spouses, of the celebration or between them, as far as the case tells it.
struct Unit {
  std::string path;
  std::uint32_t slot, slots;
};

std::vector<Unit> told_units(const ir::Law& law, const ir::Facts& facts) {
  std::vector<Unit> units;
  auto of_record = [&](std::uint32_t record, std::uint32_t base) {
    const ir::Record& r = law.records[record];
    for (std::uint32_t f = r.first_field; f < r.first_field + r.fields; ++f) {
      const ir::Field& field = law.fields[f];
      const std::uint32_t slot = base + field.offset;
      bool told = false;
      for (std::uint32_t s = slot; s < slot + field.slots; ++s)
        told |= facts.slots[s].known != ir::Known::no && facts.slots[s].origin == ir::Origin::told;
      if (told && law.str(field.name) != "label" && field.fallback != ir::Default::always)
        units.push_back({ir::path_of(law, slot), slot, field.slots});
    }
  };
  const auto& anchors = law.anchors;
  of_record(anchors.record_celebration, anchors.celebration);
  for (std::uint32_t s = 0; s < 2; ++s)
    of_record(anchors.record_spouse,
              anchors.spouses + 1 + s * law.records[anchors.record_spouse].slots);
  of_record(anchors.record_between, anchors.between);
  return units;
}

// Whether every speaking stance still comes to the outcome it had, with only these units told.
class Sufficiency {
 public:
  Sufficiency(const ir::Law& law, const ir::Facts& facts, const Answer& answer, base::Day today)
      : law_(law), facts_(facts), answer_(answer), today_(today) {}

  bool suffices(const std::vector<Unit>& all, const std::vector<bool>& kept) const {
    ir::Facts fewer = facts_;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::uint32_t s = all[i].slot; !kept[i] && s < all[i].slot + all[i].slots; ++s)
        fewer.slots[s] = {};
    World world(law_, fewer, answer_.question, answer_.question.known_on.value_or(today_), false);
    exact::Exact exact(world.graph, world.inputs, law_, world.constraints);
    return std::ranges::all_of(answer_.stances, [&](const StanceAnswer& s) {
      if (s.verdict == Verdict::silent) return true;
      Ref outcome = outcome_node(world, view_of(world, s.stance),
                                 static_cast<std::uint32_t>(answer_.question.purpose));
      auto only = world.graph.known(outcome);
      if (!only) only = exact.only(outcome);
      return only == static_cast<ir::Value>(s.outcome);
    });
  }

 private:
  const ir::Law& law_;
  const ir::Facts& facts_;
  const Answer& answer_;
  base::Day today_;
};

std::vector<std::string> smallest_that_suffices(const ir::Law& law, const ir::Facts& facts,
                                                const Answer& answer, base::Day today) {
  const Sufficiency question(law, facts, answer, today);
  const std::vector<Unit> units = told_units(law, facts);
  std::vector<bool> kept(units.size(), true);
  std::vector<std::string> paths;
  if (!question.suffices(units, kept)) return paths;
  // First by halves, so that what nothing asks about goes at once; then one by one until nothing more can go.
  auto drop = [&](auto& self, std::size_t begin, std::size_t end) -> void {
    if (begin == end) return;
    std::vector<bool> fewer = kept;
    std::fill(fewer.begin() + static_cast<std::ptrdiff_t>(begin),
              fewer.begin() + static_cast<std::ptrdiff_t>(end), false);
    if (question.suffices(units, fewer)) {
      kept = std::move(fewer);
    } else if (end - begin > 1) {
      self(self, begin, begin + (end - begin) / 2);
      self(self, begin + (end - begin) / 2, end);
    }
  };
  drop(drop, 0, units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    if (kept[i]) paths.push_back(units[i].path);
  return paths;
}

std::string value_of(const ir::Law& law, const interp::Variable& v, ir::Value value) {
  switch (v.type) {
    case ir::Base::yes_no:
      return value ? "yes" : "no";
    case ir::Base::day:
      return base::to_string(value);
    case ir::Base::choice:
      return std::string(ir::enum_word(law, v.ref, value));
    case ir::Base::place:
      if (value >= 0 && static_cast<std::size_t>(value) < law.places.size())
        return std::string(law.str(law.places[static_cast<std::size_t>(value)].code));
      break;
    case ir::Base::integer:
    case ir::Base::decimal:
    case ir::Base::word:
    case ir::Base::prose:
    case ir::Base::record:
    case ir::Base::effect:
      break;
  }
  return std::to_string(value);
}

// Two completions of one stance, the second as near to the first as can be.
std::vector<Certificate::Completion> two_that_differ(World& world, exact::Exact& exact,
                                                     Ref outcome) {
  auto values = exact.possible(outcome);
  std::erase(values, silent_code);
  exact::Completion first, second;
  if (values.size() < 2 || !exact.satisfiable(world.graph.is(outcome, values[0]), &first)) return {};
  auto matters = exact.matters(outcome);
  Ref other = world.graph.is(outcome, values[1]), near = other;
  for (std::uint32_t v = 0; v < world.inputs.variables.size(); ++v)
    if (std::ranges::find(matters, world.inputs.variables[v].input) == matters.end())
      near = world.graph.both(near, world.graph.is(world.graph.variable(v), first[v]));
  if (!exact.satisfiable(near, &second) && !exact.satisfiable(other, &second)) return {};
  std::vector<Certificate::Completion> two{{static_cast<Outcome>(values[0]), {}},
                                           {static_cast<Outcome>(values[1]), {}}};
  for (std::uint32_t v : world.graph.support(outcome)) {
    const interp::Variable& variable = world.inputs.variables[v];
    if (first[v] == second[v]) continue;
    std::string path = variable.slot != ir::none_u32 ? ir::path_of(world.law, variable.slot)
                                                     : world.inputs.inputs[variable.input].id;
    two[0].facts.emplace_back(path, value_of(world.law, variable, first[v]));
    two[1].facts.emplace_back(path, value_of(world.law, variable, second[v]));
  }
  return two;
}

}  // namespace

Certificate certificate_of(const ir::Law& law, const ir::Facts& facts, const Answer& answer,
                           base::Day today) {
  Certificate certificate;
  bool firm = std::ranges::all_of(answer.stances, [](const StanceAnswer& s) {
    return s.verdict == Verdict::settled || s.verdict == Verdict::silent;
  });
  if (firm) {
    certificate.suffices = smallest_that_suffices(law, facts, answer, today);
    return certificate;
  }
  World world(law, facts, answer.question, answer.question.known_on.value_or(today), false);
  exact::Exact exact(world.graph, world.inputs, law, world.constraints);
  for (const StanceAnswer& s : answer.stances) {
    if (s.verdict == Verdict::settled || s.verdict == Verdict::silent) continue;
    Ref outcome = outcome_node(world, view_of(world, s.stance),
                               static_cast<std::uint32_t>(answer.question.purpose));
    certificate.stance = s.stance;
    certificate.differ = two_that_differ(world, exact, outcome);
    if (!certificate.differ.empty()) break;
  }
  return certificate;
}

}  // namespace comity::engine
