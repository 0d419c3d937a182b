// What asserting, denying or silence may bring down on the couple in the forum on the day asked (S13).
#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

// Acts whose exposure is asked about; asserting, denying and silence always are.
std::uint32_t planned_acts(const ir::Law& law, const ir::Facts& facts) {
  const ir::Fact& length = facts.slots[law.anchors.plans];
  if (length.known != ir::Known::yes) return 0;
  const ir::Field& plans =
      law.fields[static_cast<std::size_t>(ir::field_named(law, law.anchors.record_case, "plans"))];
  const ir::Field& act =
      law.fields[static_cast<std::size_t>(ir::field_named(law, plans.ref, "act"))];
  std::uint32_t acts = 0;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i) {
    const ir::Fact& fact =
        facts.slots[law.anchors.plans + 1 + i * law.records[plans.ref].slots + act.offset];
    if (fact.known == ir::Known::yes) acts |= 1u << fact.low;
  }
  return acts;
}

constexpr std::uint16_t whatever_is_planned = 0xffff;

ExposureLine line_of(const ir::Law& law, const ir::Exposure& e) {
  ExposureLine line;
  line.mode = law.str(e.mode);
  line.act = law.str(e.act_word);
  line.kind = law.str(e.kind);
  line.firm = law.str(e.firm);
  line.topic = law.str(e.topic);
  line.provision = e.provision;
  line.who = e.who;
  line.effect = e.effect;
  line.from = base::to_string(e.version.from);
  if (e.version.until < base::last_day) line.until = base::to_string(e.version.until);
  line.cite = law.str(e.cite.length ? e.cite : law.provisions[e.provision].cite);
  line.on_knowledge = e.on_knowledge != 0;
  return line;
}

void add_topics(const Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  for (const ir::Topics& topics : law.topics) {
    if (!c.world.is_forums(topics.module)) continue;
    for (std::uint32_t i = 0; i < topics.covered; ++i)
      answer.topics_covered.emplace_back(law.str(law.words[topics.first_covered + i]));
    for (std::uint32_t i = 0; i < topics.not_covered; ++i)
      answer.topics_not_covered.emplace_back(law.str(law.words[topics.first_not + i]));
  }
}

}  // namespace

void add_exposure(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  const std::uint32_t acts = planned_acts(law, c.world.facts);
  Ref on = c.world.graph.constant(c.world.question.on);
  for (const ir::Exposure& e : law.exposures) {
    if (!c.world.is_forums(e.module)) continue;
    if (e.act != whatever_is_planned && !(acts >> e.act & 1)) continue;
    Ref engaged =
        c.world.graph.both(c.world.evaluator.in_force(e.version, on, on),
                           c.world.evaluator.condition(e.when, e.frame, c.world.module_number()));
    engaged = c.world.graph.substitute(engaged, c.views.front().settings.front().of_variable);
    if (engaged == Graph::no || (engaged != Graph::yes && !c.exact.satisfiable(engaged))) continue;
    ExposureLine line = line_of(law, e);
    for (const Open& open : opens_of(c.world, c.exact, engaged, Stance::letter))
      line.depends_on.push_back(open.id);
    answer.exposure.push_back(std::move(line));
  }
  add_topics(c, answer);
}

}  // namespace comity::engine
