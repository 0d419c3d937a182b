// (b) Clauses that conflict, (c) gaps, (d) clauses that can never fire.
#include <algorithm>
#include <map>

#include "solver/hunt.h"

namespace comity::solver {

using ir::Graph;
using ir::Ref;

namespace {

interp::Label label_of(Kind kind) {
  return kind == Kind::conflict ? interp::Label::conflict : interp::Label::gap;
}

std::uint32_t provision_named(const ir::Law& law, std::string_view id) {
  for (std::uint32_t p = 0; p < law.provisions.size(); ++p)
    if (law.str(law.provisions[p].id) == id) return p;
  return ir::none_u32;
}

// One for each variable of the input: the letter's outcome turns on what it comes to.
std::vector<Ref> turning(OpenForum& f, interp::Label label, const std::string& id) {
  Ref outcome = f.outcome(engine::Stance::letter), now = recent(f);
  std::vector<Ref> list;
  for (std::uint32_t v : f.graph().support(outcome)) {
    const interp::Input& input = f.world.inputs.inputs[f.world.inputs.variables[v].input];
    if (input.label == label && input.id == id)
      list.push_back(f.graph().both(f.differs_by(v, outcome), now));
  }
  return list;
}

Ref turns_on(OpenForum& f, interp::Label label, const std::string& id) {
  Ref result = Graph::no;
  for (Ref one : turning(f, label, id)) result = f.graph().either(result, one);
  return f.firm(result);
}

}  // namespace

void hunt_open_law(Hunt& hunt, Kind kind) {
  OpenForum& f = hunt.begin();
  const interp::Label label = label_of(kind);
  std::vector<std::uint32_t> inputs;
  for (std::uint32_t v : f.graph().support(f.outcome(engine::Stance::letter))) {
    std::uint32_t input = f.world.inputs.variables[v].input;
    if (f.world.inputs.inputs[input].label == label &&
        std::ranges::find(inputs, input) == inputs.end())
      inputs.push_back(input);
  }
  std::size_t done = 0;
  for (std::uint32_t input : inputs) {
    hunt.step(kind, done++, inputs.size());
    const std::string id = f.world.inputs.inputs[input].id;
    Reply reply = Reply::never;
    for (Ref condition : turning(f, label, id)) {
      if (reply != Reply::never) break;
      reply = hunt.ask(condition, kind, id);
    }
    if (reply == Reply::never) hunt.report.none.push_back({kind, id});
    if (reply != Reply::possible) continue;
    Finding finding = hunt.finding(
        kind, id, [&](OpenForum& forum) { return turns_on(forum, label, id); });
    finding.provision = provision_named(hunt.law, id);
    finding.says = f.world.inputs.inputs[input].text;
    hunt.report.findings.push_back(std::move(finding));
  }
}

namespace {

bool is_of_a_term(const ir::Law& law, std::uint32_t provision) {
  for (const ir::Function& f : law.functions)
    if (f.term)
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (law.clauses[c].provision == provision) return true;
  return false;
}

}  // namespace

// A clause that recognition looks at, in force on the day, whose scope and condition nobody can meet. Presumptions are open:
// that a clause is for the unusual does not make it dead.
void hunt_dead_clauses(Hunt& hunt) {
  OpenForum& f = hunt.begin(true);
  ir::Graph& g = f.graph();
  interp::Derivation derivation;
  interp::Evaluator again(hunt.law, f.read.facts,
                          interp::Asked{f.world.question.forum, f.world.question.on,
                                        f.world.known_on, true},
                          g, f.world.inputs);
  again.record(&derivation);
  again.recognition(static_cast<std::uint32_t>(f.world.question.purpose));
  std::map<std::uint32_t, Ref> fires;  // by provision: whether some step of it holds
  for (const interp::Step& step : derivation.steps) {
    bool clause = step.kind == interp::StepKind::clause || step.kind == interp::StepKind::exception ||
                  step.kind == interp::StepKind::bar;
    if (!clause || step.law != f.world.question.forum ||
        step.provision >= hunt.law.provisions.size() || is_of_a_term(hunt.law, step.provision))
      continue;
    Ref& ever = fires.try_emplace(step.provision, Graph::no).first->second;
    ever = g.either(ever, step.value);
  }
  std::size_t done = 0;
  for (auto [provision, ever] : fires) {
    hunt.step(Kind::dead_clause, done++, fires.size());
    std::string id(hunt.law.str(hunt.law.provisions[provision].id));
    if (hunt.ask(ever, Kind::dead_clause, id) != Reply::never) continue;
    Finding finding;
    finding.kind = Kind::dead_clause;
    finding.about = id;
    finding.provision = provision;
    hunt.report.findings.push_back(std::move(finding));
  }
}

}  // namespace comity::solver
