// What stands around the outcome: notes of the law, official acts, duties from above the state, derivations, receipt.
#include <algorithm>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

bool in_force_on(const ir::Version& v, base::Day on, base::Day known_on) {
  return v.enacted <= known_on && v.reach <= on && on < v.until;
}

struct Events {  // the case's `later`, each with its act and day where told
  const ir::Law& law;
  const ir::Facts& facts;
  const ir::Field& list;
  Events(const ir::Law& l, const ir::Facts& f)
      : law(l),
        facts(f),
        list(l.fields[static_cast<std::size_t>(
            ir::field_named(l, l.anchors.record_case, "later"))]) {}
  std::uint32_t size() const {
    const ir::Fact& length = facts.slots[law.anchors.later];
    return length.known == ir::Known::yes ? static_cast<std::uint32_t>(length.low) : 0;
  }
  const ir::Fact& part(std::uint32_t i, const char* name) const {
    const ir::Field& field =
        law.fields[static_cast<std::size_t>(ir::field_named(law, list.ref, name))];
    return facts.slots[law.anchors.later + 1 + i * law.records[list.ref].slots + field.offset];
  }
};

// The acts told of in the case that the forum's law has a word on: constitutive, or only declaratory (S12).
std::vector<std::uint32_t> acts_of_case(const Checking& c) {
  std::vector<std::uint32_t> list;
  const ir::Law& law = c.world.law;
  Events events(law, c.world.facts);
  for (std::uint32_t a = 0; a < law.acts.size(); ++a) {
    const ir::Act& act = law.acts[a];
    if (!c.world.is_forums(act.module)) continue;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      const ir::Fact &what = events.part(i, "act"), &on = events.part(i, "on");
      bool done = what.known == ir::Known::yes && act.acts >> what.low & 1;
      base::Day day = on.known == ir::Known::yes ? on.low : c.world.question.on;
      if (!done || day > c.world.known_on || !in_force_on(act.version, day, c.world.known_on))
        continue;
      list.push_back(a);
      break;
    }
  }
  return list;
}

void add_not_told(const Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  const std::pair<const char*, std::uint32_t> lists[] = {{"later", law.anchors.later},
                                                         {"plans", law.anchors.plans},
                                                         {"ceremonies", law.anchors.ceremonies},
                                                         {"given", law.anchors.given}};
  for (auto [name, slot] : lists)
    if (c.world.facts.slots[slot].origin != ir::Origin::told) answer.not_told.emplace_back(name);
}

}  // namespace

void add_where_made(Checking& c, Answer& answer) {
  const Ref place = c.world.evaluator.place_of_celebration();
  if (!c.world.graph.is_constant(place)) return;
  const std::size_t mine = c.world.class_of[static_cast<std::size_t>(c.world.question.purpose)];
  const Ref valid = c.world.graph.substitute(c.world.evaluator.valid_at_place(),
                                             c.views.front().settings[mine].of_variable);
  const auto value =
      c.world.graph.is_constant(valid) ? c.world.graph.value(valid) : c.exact.only(valid);
  if (value) answer.where_made = {c.world.graph.value(place), *value != 0};
}

void add_notes(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  const Question& q = c.world.question;
  answer.case_notes = c.world.facts.notes;
  add_not_told(c, answer);
  for (std::uint32_t a : acts_of_case(c)) answer.law_notes.push_back(law.acts[a].says);
  for (const ir::Note& note : law.notes) {
    // A note speaks for its own module: of the forum, or of the place of celebration on that day.
    bool forums = c.world.is_forums(note.module);
    Ref place = c.world.evaluator.place_of_celebration(), day = c.world.evaluator.celebration_day();
    Graph& g = c.world.graph;
    const ir::Module* there = g.is_constant(place) ? law.module_of(g.value(place)) : nullptr;
    auto number =
        there ? static_cast<std::uint16_t>(there - law.modules.data()) : ir::shared_by_all;
    if (!forums && !law.speaks_for(note.module, number)) continue;
    Ref on = forums ? g.constant(q.on) : day;
    Ref applies = g.both(c.world.evaluator.in_force(note.version, on, g.constant(q.on)),
                         c.world.evaluator.condition(note.when, note.frame,
                                                     forums ? c.world.module_number() : number));
    applies = g.substitute(applies, c.views.front().settings.front().of_variable);
    auto same = [&](const ir::Text& said) { return law.str(said.en) == law.str(note.says.en); };
    if (applies == Graph::yes && std::ranges::none_of(answer.law_notes, same))
      answer.law_notes.push_back(note.says);
  }
}

void add_duties(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  static constexpr const char* joins[] = {"at_least", "at_most", "disregard", "instead", "duty"};
  for (std::uint32_t i = 0; i < law.overlays.size(); ++i) {
    const ir::Overlay& o = law.overlays[i];
    if (o.purposes != 0 && !(o.purposes >> c.world.question.purpose & 1)) continue;
    Ref applies = c.world.evaluator.overlay_for_forum(i);
    if (applies == Graph::no || (applies != Graph::yes && !c.exact.satisfiable(applies))) continue;
    DutyLine line;
    line.name = law.str(o.name);
    line.join = joins[static_cast<std::size_t>(o.join)];
    line.cite = law.str(o.cite);
    line.says = o.says;
    line.executed = o.executed;
    line.said_on = base::to_string(o.said);
    line.applied = o.join != ir::Join::duty && applies == Graph::yes;
    // The letter without this overlay, every other one as it binds the letter.
    Setting without = letter_setting(c.world);
    for (std::uint32_t v = 0; v < without.of_variable.size(); ++v) {
      const interp::Variable& variable = c.world.inputs.variables[v];
      if (c.world.inputs.inputs[variable.input].label == interp::Label::overlay &&
          variable.number == i)
        without.of_variable[v] = Graph::no;
    }
    auto values =
        c.exact.possible(outcome_node(c.world, view_with(c.world, without),
                                      static_cast<std::uint32_t>(c.world.question.purpose)));
    if (values.size() == 1) line.without = static_cast<Outcome>(values[0]);
    answer.duties.push_back(std::move(line));
  }
}

namespace {

// What the known facts do not fold may still be the same in every completion.
void settle_open_steps(Checking& c, interp::Derivation& derivation) {
  for (interp::Step& step : derivation.steps) {
    if (step.holds != interp::Holds::open || step.kind == interp::StepKind::open ||
        c.world.graph.is_constant(step.value))
      continue;
    if (!c.exact.satisfiable(step.value))
      step.holds = interp::Holds::no;
    else if (!c.exact.satisfiable(c.world.graph.negation(step.value)))
      step.holds = interp::Holds::yes;
  }
}

}  // namespace

void add_derivations(Checking& c, Answer& answer) {
  const std::size_t mine = c.world.class_of[static_cast<std::size_t>(c.world.question.purpose)];
  const auto acts = acts_of_case(c);
  for (std::size_t s = 0; s < answer.stances.size(); ++s) {
    StanceAnswer& stance = answer.stances[s];
    if (stance.verdict == Verdict::silent) continue;
    interp::Evaluator evaluator(
        c.world.law, c.world.facts,
        {c.world.question.forum, c.world.question.on, c.world.known_on, false}, c.world.graph,
        c.world.inputs);
    evaluator.settings = c.views[s].settings[mine].of_variable;
    evaluator.record(&stance.derivation);
    evaluator.recognition(static_cast<std::uint32_t>(c.world.question.purpose));
    settle_open_steps(c, stance.derivation);
    for (std::uint32_t a :
         acts) {  // what a mark or an entry does, and does not do, belongs to the reasons
      const ir::Act& act = c.world.law.acts[a];
      interp::Step step;
      step.kind = interp::StepKind::act;
      step.law = c.world.question.forum;
      step.provision = act.provision;
      step.as_at = c.world.question.on;
      step.holds = act.constitutive ? interp::Holds::yes : interp::Holds::no;
      step.text = act.says;
      step.detail = act.constitutive ? diag::says::act_constitutive : diag::says::act_declaratory;
      stance.derivation.roots.push_back(static_cast<std::uint32_t>(stance.derivation.steps.size()));
      stance.derivation.steps.push_back(std::move(step));
    }
  }
}

void add_enacted_changes(Checking& c, Answer& answer) {
  const Question& q = c.world.question;
  if (!q.planned) return;
  const ir::Law& law = c.world.law;
  Ref place = c.world.evaluator.place_of_celebration();
  std::vector<std::string> found;
  for (const ir::Function& f : law.functions) {
    if (f.module == ir::shared_by_all) continue;
    const ir::Module* there =
        c.world.graph.is_constant(place) ? law.module_of(c.world.graph.value(place)) : nullptr;
    bool of_place =
        there && law.speaks_for(f.module, static_cast<std::uint16_t>(there - law.modules.data()));
    if (!c.world.is_forums(f.module) && !of_place) continue;
    for (std::uint32_t i = f.first_clause; i < f.first_clause + f.clauses; ++i) {
      const ir::Version& v = law.clauses[i].version;
      if (v.enacted > c.today) continue;
      for (base::Day day : {v.from, v.until}) {  // a clause that ends is a change too
        if (day <= c.today || day > q.on) continue;
        std::string item = std::string(law.str(law.provisions[law.clauses[i].provision].id)) +
                           " (" + base::to_string(day) + ")";
        if (std::ranges::find(found, item) == found.end()) found.push_back(std::move(item));
      }
    }
  }
  for (const std::string& item : found)
    answer.enacted_change += (answer.enacted_change.empty() ? "" : ", ") + item;
}

void add_receipt(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  const auto files = c.world.files_used();
  for (std::uint32_t f = 0; f < law.files.size(); ++f) {
    if (!files[f]) continue;
    const ir::LawFile& file = law.files[f];
    const ir::Instrument& instrument = law.instruments[file.instrument];
    LawUsed used;
    used.file = law.str(file.path);
    static constexpr char hex[] = "0123456789abcdef";
    for (std::uint8_t byte : file.sha256) (used.sha256 += hex[byte >> 4]) += hex[byte & 15];
    used.checked = base::to_string(instrument.checked);
    used.review_by = base::to_string(instrument.review_by);
    used.source = law.str(instrument.source);
    used.provision_root = law.str(instrument.id);
    used.stale = instrument.review_by < c.today;
    for (const ir::Provision& p : law.provisions)
      used.on_knowledge |= p.file == f && p.on_knowledge;
    answer.stale |= used.stale;
    answer.laws.push_back(std::move(used));
  }
}

}  // namespace comity::engine
