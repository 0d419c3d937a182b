// One question to one answer: the stages, in order.
#include <algorithm>

#include "base/version.h"
#include "engine/ask.h"
#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

bool speaks(const StanceAnswer& stance) { return stance.verdict != Verdict::silent; }

// Whether some completion has two stances speak and differ.
bool stances_differ(Checking& c) {
  Graph& g = c.world.graph;
  for (std::size_t i = 0; i < c.outcomes.size(); ++i)
    for (std::size_t j = i + 1; j < c.outcomes.size(); ++j) {
      Ref silent = g.constant(silent_code), a = c.outcomes[i], b = c.outcomes[j];
      const Ref second_speaks = g.negation(g.equal(b, silent));
      Ref both_speak = g.both(g.negation(g.equal(a, silent)), second_speaks);
      Ref differ = g.both(both_speak, g.negation(g.equal(a, b)));
      if (differ == Graph::yes ? c.exact.consistent()
                               : differ != Graph::no && c.exact.satisfiable(differ))
        return true;
    }
  return false;
}

void add_searched(const World& world, StanceAnswer& stance) {
  if (stance.verdict != Verdict::silent || stance.stance == Stance::letter) return;
  for (const ir::Searched& s : world.law.searched)
    if (world.is_forums(s.module) && s.body == body_of(stance.stance))
      stance.searched = base::to_string(s.on);
}

// The open inputs of all stances, each once, with the stances whose outcome it can change.
void merge_opens(Answer& answer) {
  for (const StanceAnswer& stance : answer.stances)
    for (const Open& open : stance.opens) {
      auto& list = open.label == Open::Label::fact ? answer.depends_on : answer.open;
      auto at = std::ranges::find_if(
          list, [&](const Open& o) { return o.label == open.label && o.id == open.id; });
      if (at == list.end())
        list.push_back(open);
      else
        at->stances.push_back(stance.stance);
    }
  auto order = [](const Open& a, const Open& b) {
    return std::tie(a.label, a.id) < std::tie(b.label, b.id);
  };
  std::ranges::sort(answer.depends_on, order);
  std::ranges::sort(answer.open, order);
}

// The most cautious of the stances' verdicts and of the comparison between them; the rest in `also`.
void conclude(Answer& answer, bool contested) {
  std::vector<Verdict> verdicts;
  std::size_t speaking = 0;
  bool agree = !contested;
  std::optional<Outcome> outcome;
  for (const StanceAnswer& s : answer.stances) {
    if (!speaks(s)) continue;
    ++speaking;
    verdicts.push_back(s.verdict);
    verdicts.insert(verdicts.end(), s.also.begin(), s.also.end());
    agree &= s.verdict == Verdict::settled && (!outcome || *outcome == s.outcome);
    outcome = s.outcome;
  }
  if (contested) verdicts.push_back(Verdict::contested);
  bool letter_alone = speaking == 1 && speaks(answer.stances.front());
  if (agree && (letter_alone || answer.question.planned)) verdicts.push_back(Verdict::untested);
  std::ranges::sort(verdicts);
  verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
  answer.verdict = verdicts.empty() ? Verdict::not_covered : verdicts.front();
  for (Verdict v : verdicts)
    if (v != answer.verdict && v < Verdict::untested) answer.also.push_back(v);
  if (answer.verdict == Verdict::settled && outcome) answer.outcome = *outcome;
}

Answer core(Checking& c) {
  Answer answer;
  answer.question = c.world.question;
  for (Stance stance : all_stances) {
    c.views.push_back(view_of(c.world, stance));
    c.outcomes.push_back(outcome_node(c.world, c.views.back(),
                                      static_cast<std::uint32_t>(c.world.question.purpose)));
    answer.stances.push_back(stance_answer(c.world, c.exact, c.views.back(), c.outcomes.back()));
    add_searched(c.world, answer.stances.back());
  }
  bool contested = stances_differ(c);
  contested |= add_foreign_stances(c, answer);
  answer.on_knowledge = c.world.evaluator.on_knowledge;
  merge_opens(answer);
  conclude(answer, contested);
  return answer;
}

// Whether anything that bears on the day asked became known only after it.
bool known_later(const ir::Law& law, const ir::Facts& facts, base::Day on, base::Day today) {
  auto later = [&](base::Day known) { return known > on && known <= today; };
  for (const ir::Holding& h : law.holdings)
    if (later(h.said) && h.reach <= on) return true;
  for (const ir::Overlay& o : law.overlays)
    if (later(o.said) && o.reach <= on) return true;
  for (const ir::Clause& clause : law.clauses)
    if (later(clause.version.enacted) && clause.version.reach <= on) return true;
  for (const ir::Row& row : law.rows)
    if (later(row.enacted) && row.from <= on) return true;
  const ir::Fact& acts = facts.slots[law.anchors.later];
  return acts.known == ir::Known::yes && acts.low > 0;
}

void add_as_then_held(const Checking& c, Answer& answer) {
  const Question& q = c.world.question;
  if (q.known_on || q.planned || q.on >= c.today ||
      !known_later(c.world.law, c.world.facts, q.on, c.today))
    return;
  World then(c.world.law, c.world.facts, q, q.on, false);
  exact::Exact exact(then.graph, then.inputs, then.law, then.constraints);
  Checking checking{then, exact, {}, {}, c.today};
  Answer held = core(checking);
  Answer::AsHeld as_held{held.verdict, held.outcome, {}};
  bool differs = held.verdict != answer.verdict || held.outcome != answer.outcome;
  for (std::size_t s = 0; s < held.stances.size(); ++s) {
    const StanceAnswer &then_said = held.stances[s], &now_said = answer.stances[s];
    as_held.stances.push_back({then_said.stance, then_said.verdict, then_said.outcome});
    differs |= then_said.verdict != now_said.verdict || then_said.outcome != now_said.outcome;
  }
  if (differs) answer.as_then_held = std::move(as_held);
}

// A wedding still to come is asked about for its own day.
Question on_its_day(const ir::Law& law, const ir::Facts& facts, Question question) {
  if (!question.planned) return question;
  int on = ir::field_named(law, law.anchors.record_celebration, "on");
  const ir::Fact& day =
      facts.slots[law.anchors.celebration + law.fields[static_cast<std::size_t>(on)].offset];
  if (day.known == ir::Known::yes || day.known == ir::Known::range)
    question.on = std::max(question.on, day.low);
  return question;
}

void note_used(const World& world, const Options& options) {
  if (!options.clauses_used) return;
  options.clauses_used->resize(world.law.clauses.size());
  for (std::size_t c = 0; c < world.law.clauses.size(); ++c)
    if (world.evaluator.clauses_used[c]) (*options.clauses_used)[c] = true;
}

}  // namespace

Answer check(const ir::Law& law, const ir::Facts& facts, const Question& asked, base::Day today,
             const Options& options) {
  Question question = on_its_day(law, facts, asked);
  World world(law, facts, question, question.known_on.value_or(today), false);
  exact::Exact exact(world.graph, world.inputs, law, world.constraints);
  Checking checking{world, exact, {}, {}, today};
  Answer answer = core(checking);
  answer.engine = base::version;
  note_used(world, options);
  if (options.exposure && !options.report) add_exposure(checking, answer);
  if (!options.report) return answer;
  add_readings_and_flips(checking, answer);
  add_other_purposes(checking, answer);
  add_as_then_held(checking, answer);
  add_presumed(checking, answer);
  add_presumptions(checking, answer);
  add_exposure(checking, answer);
  add_where_made(checking, answer);
  add_notes(checking, answer);
  add_duties(checking, answer);
  if (options.derivations) add_derivations(checking, answer);
  add_enacted_changes(checking, answer);
  add_receipt(checking, answer);
  return answer;
}

Interview ask(const ir::Law& law, const ir::Facts& facts, const Question& asked, base::Day today,
              const std::set<std::string>& declined) {
  const Question question = on_its_day(law, facts, asked);
  World world(law, facts, question, question.known_on.value_or(today), false);
  exact::Exact exact(world.graph, world.inputs, law, world.constraints);
  Checking checking{world, exact, {}, {}, today};
  Interview interview;
  interview.so_far = core(checking);
  add_questions(checking, declined, interview);
  return interview;
}

std::optional<std::uint32_t> broken_constraint(const ir::Law& law, const ir::Facts& facts,
                                               const Question& question, base::Day today) {
  ir::Graph graph;
  interp::Inputs inputs;
  const Question asked = on_its_day(law, facts, question);
  interp::Evaluator evaluator(law, facts, {asked.forum, asked.on, today, false}, graph, inputs);
  auto met = [&](Ref demanded) {
    if (graph.is_constant(demanded)) return demanded == Graph::yes;
    return exact::Exact(graph, inputs, law, demanded).consistent();
  };
  if (met(evaluator.constraints())) return std::nullopt;
  for (std::uint32_t i = 0; i < law.constraints.size(); ++i)
    if (!met(evaluator.condition(law.constraints[i].requires_, law.constraints[i].frame, 0xffff)))
      return i;
  return static_cast<std::uint32_t>(
      law.constraints.size());  // only together, or against what the case itself relates
}

std::optional<ir::Value> ask_member(const ir::Law& law, const ir::Facts& facts,
                                    const Question& question, base::Day today, std::uint32_t member,
                                    const Options& options) {
  World world(law, facts, question, question.known_on.value_or(today), false);
  Ref value = world.evaluator.member_here(member);
  exact::Exact exact(world.graph, world.inputs, law, world.constraints);
  auto values = exact.possible(world.graph.substitute(value, letter_setting(world).of_variable));
  note_used(world, options);
  if (values.size() != 1) return std::nullopt;
  return values[0];
}

}  // namespace comity::engine
