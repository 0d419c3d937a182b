#include "engine/place_probes.h"

#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

std::string code_of(const ir::Law& law, ir::Value place) {
  return std::string(law.str(law.places[static_cast<std::size_t>(place)].code));
}

// Nationality is of the whole, where the place is a part.
std::string state_of(const ir::Law& law, ir::Value place) {
  while (law.places[static_cast<std::size_t>(place)].part_of >= 0)
    place = law.places[static_cast<std::size_t>(place)].part_of;
  return code_of(law, place);
}

struct Writer {
  Probe probe;
  void is(std::string path, std::string word) {
    probe.push_back({std::move(path), std::move(word), false});
  }
  void listed(std::string path, std::string word) {
    probe.push_back({std::move(path), std::move(word), true});
  }

  void question(const std::string& forum, base::Day on) {
    is("question.forum", forum);
    is("question.on", base::to_string(on));
    is("question.purpose", "status");
    is("question.assume", "ordinary");
  }
  void ties(int spouse, const ir::Law& law, ir::Value place) {
    const std::string at = "spouses." + std::to_string(spouse) + ".";
    listed(at + "nationalities", state_of(law, place));
    is(at + "residence", code_of(law, place));
    is(at + "domicile", code_of(law, place));
  }
  void related(const Couple& couple) {
    is("between.kinship", couple.kinship);
    is("between.adoption", couple.adoption);
    is("between.affinity", couple.affinity);
  }
  std::string earlier_union(int spouse, const char* other, const std::string& place,
                            const std::string& state, base::Day on) {
    std::string at = "spouses." + std::to_string(spouse) + ".earlier_unions.0.";
    is(at + "kind", "marriage");
    is(at + "on", base::to_string(base::add(on, -5, base::Unit::years, base::Rounding::forward)));
    is(at + "place", place);
    is(at + "form", "civil");
    is(at + "registered", "yes");
    is(at + "valid_where_made", "yes");
    is(at + "other.sex", other);
    is(at + "other.born",
       base::to_string(base::add(on, -30, base::Unit::years, base::Rounding::back)));
    listed(at + "other.nationalities", state);
    is(at + "other.residence", place);
    return at;
  }
  void ended_by_death(const std::string& earlier, const std::string& place, base::Day on) {
    const std::string at = earlier + "ended.";
    is(at + "by", "death");
    is(at + "on", base::to_string(base::add(on, -2, base::Unit::years, base::Rounding::forward)));
    is(at + "place", place);
  }
  void permissions(const std::vector<std::string>& kinds, const std::string& by, base::Day on) {
    int number = 0;
    for (const std::string& kind : kinds)
      for (const char* spouse : {"first", "second"}) {
        const std::string at = "celebration.permissions." + std::to_string(number++) + ".";
        is(at + "for", kind);
        is(at + "spouse", spouse);
        is(at + "by", by);
        is(at + "on", base::to_string(on));
      }
  }
};

std::uint32_t member_named(const ir::Law& law, std::string_view name) {
  for (std::uint32_t m = 0; m < law.members.size(); ++m)
    if (law.str(law.members[m].name) == name) return m;
  return ir::none_u32;
}

StanceSaid said_by(World& world, exact::Exact& exact, Stance stance, Ref node) {
  const Setting setting = stance == Stance::letter ? letter_setting(world)
                                                   : stance_setting(world, stance, status_purpose);
  Graph& g = world.graph;
  Ref outcome =
      g.choose(setting.speaks,
               g.choose(g.substitute(node, setting.of_variable), g.constant(1), g.constant(0)),
               g.constant(silent_code));
  StanceSaid said{stance, std::nullopt, {}};
  auto values = g.is_constant(outcome) ? std::vector{g.value(outcome)} : exact.possible(outcome);
  if (values.size() == 1)
    said.holds = values[0] == 1;
  else
    said.opens = opens_of(world, exact, outcome, stance);
  return said;
}

bool is_silent(World& world, Stance stance) {
  return stance != Stance::letter &&
         stance_setting(world, stance, status_purpose).speaks == Graph::no;
}

}  // namespace

Probe at_home(const ir::Law& law, ir::Value place, base::Day on, const Couple& couple) {
  const std::string here = code_of(law, place);
  Writer w;
  w.question(here, on);
  w.is("celebration.place", here);
  w.is("celebration.on", base::to_string(on));
  w.is("celebration.form", couple.form);
  w.is("celebration.structure", couple.structure);
  w.is("celebration.registered", couple.registered ? "yes" : "no");
  for (int s = 0; s < 2; ++s) {
    const std::string at = "spouses." + std::to_string(s) + ".";
    w.is(at + "sex", couple.sexes[s]);
    w.is(at + "born",
         base::to_string(base::add(on, -couple.ages[s], base::Unit::years, base::Rounding::back)));
    w.ties(s, law, place);
  }
  w.related(couple);
  if (couple.already_married)
    w.is(w.earlier_union(0, couple.sexes[1], here, state_of(law, place), on) + "ended", "no");
  if (couple.widowed)
    for (int s = 0; s < 2; ++s)
      w.ended_by_death(w.earlier_union(s, couple.sexes[1 - s], here, state_of(law, place), on),
                       here, on);
  w.permissions(couple.permitted, here, on);
  return std::move(w.probe);
}

namespace {
Writer married_in(const ir::Law& law, ir::Value place, const std::string& abroad, base::Day on,
                  const char* sex) {
  const std::string here = code_of(law, place);
  Writer w;
  w.question(here, on);
  w.is("celebration.place", abroad);
  w.is("celebration.on", base::to_string(on));
  w.is("celebration.form", "civil");
  w.is("celebration.registered", "yes");
  for (int s = 0; s < 2; ++s) {
    const std::string at = "spouses." + std::to_string(s) + ".";
    w.is(at + "sex", sex);
    w.is(at + "born", base::to_string(base::add(on, -30, base::Unit::years, base::Rounding::back)));
    w.ties(s, law, place);
  }
  w.related({});
  int number = 0;
  for (const char* question : {"valid", "formally_valid", "essentially_valid"}) {
    const std::string at = "given." + std::to_string(number++) + ".";
    w.is(at + "of", "celebration");
    w.is(at + "question", question);
    w.is(at + "by_law", "place");
    w.is(at + "is", "yes");
  }
  return w;
}
}  // namespace

Probe from_abroad(const ir::Law& law, ir::Value place, base::Day on, const char* sex) {
  return married_in(law, place, "?A", on, sex).probe;
}

Probe moved_from(const ir::Law& law, ir::Value place, ir::Value other, base::Day on,
                 const char* sex) {
  Writer w = married_in(law, place, code_of(law, other), on, sex);
  for (int s = 0; s < 2; ++s) {
    const std::string at = "spouses." + std::to_string(s) + ".movement.0.";
    w.is(at + "from", code_of(law, place));
    w.is(at + "to", code_of(law, other));
    w.is(at + "since",
         base::to_string(base::add(on, -2, base::Unit::years, base::Rounding::forward)));
    w.is(at + "as", "worker");
  }
  return std::move(w.probe);
}

std::vector<StanceSaid> marriage_stands(const ir::Law& law, const ir::Facts& facts,
                                        const Question& question, Asking asking) {
  World world(law, facts, question, question.known_on.value_or(question.on), false,
              World::For::members);
  const std::uint32_t valid =
      member_named(law, asking == Asking::with_form ? "valid" : "essentially_valid");
  Ref stands = world.evaluator.member_here(valid),
      degree = world.evaluator.member_here(law.anchors.member_degree);
  Graph& g = world.graph;
  Ref voidable = g.equal(degree, g.constant(static_cast<ir::Value>(ir::Invalidity::voidable)));
  Ref node = asking == Asking::not_void ? stands : g.both(stands, g.negation(voidable));
  // A law may forbid a marriage that it does not undo.
  if (asking == Asking::no_bar)
    node = g.both(node, world.evaluator.member_here(law.anchors.member_may_marry));
  exact::Exact exact(world.graph, world.inputs, law, world.constraints);
  std::vector<StanceSaid> said;
  for (Stance stance : all_stances)
    if (!is_silent(world, stance)) said.push_back(said_by(world, exact, stance, node));
  return said;
}

std::uint32_t standing_bar(const ir::Law& law, const ir::Facts& facts, const Question& question,
                           std::uint16_t bar_kind) {
  World world(law, facts, question, question.known_on.value_or(question.on), false,
              World::For::members);
  interp::Derivation derivation;
  world.evaluator.record(&derivation);
  world.evaluator.member_here(law.anchors.member_valid);
  std::uint32_t other = ir::none_u32;
  for (const interp::Step& step : derivation.steps) {
    if (step.kind != interp::StepKind::bar || step.holds != interp::Holds::yes ||
        step.provision == ir::none_u32)
      continue;
    for (const ir::Bar& bar : law.bars)
      if (bar.provision == step.provision && bar.kind == bar_kind) return step.provision;
    other = step.provision;
  }
  return other;
}

}  // namespace comity::engine
