// (e) An outcome that depends on which of the two is called A: the same couple told the other way round fares otherwise.
#include <algorithm>
#include <map>

#include "engine/engine.h"
#include "ir/paths.h"
#include "solver/hunt.h"

namespace comity::solver {

using ir::Graph;
using ir::Ref;

namespace {

constexpr int most_tries = 6;  // completions that the interpreter does not bear out, before giving up

// Variables of the mirrored couple: by path, each with the variable at the other spouse's path.
std::vector<Ref> mirrored(OpenForum& f) {
  interp::Inputs& inputs = f.world.inputs;
  std::map<std::string, std::vector<std::uint32_t>> at;
  for (std::uint32_t v = 0; v < inputs.variables.size(); ++v)
    if (inputs.variables[v].slot != ir::none_u32)
      at[ir::path_of(f.law, inputs.variables[v].slot) + "#" +
         std::to_string(static_cast<int>(inputs.variables[v].type))]
          .push_back(v);
  std::vector<Ref> set(inputs.variables.size(), Graph::keep);
  for (const auto& [key, variables] : at) {
    std::string path = key.substr(0, key.find('#'));
    Couple other = swapped({{path, "first", true}});
    auto mirror = at.find(other[0].path + key.substr(key.find('#')));
    for (std::size_t i = 0; i < variables.size(); ++i) {
      std::uint32_t v = variables[i];
      Ref self = f.graph().variable(v);
      if (other[0].path != path && mirror != at.end())
        set[v] = f.graph().variable(
            mirror->second[std::min(i, mirror->second.size() - 1)]);
      if (path.ends_with(".spouse"))
        set[v] = f.graph().choose(f.graph().is(self, 0), f.graph().constant(1),
                                  f.graph().constant(0));
    }
  }
  return set;
}

}  // namespace

void hunt_order(Hunt& hunt) {
  OpenForum& f = hunt.begin();
  Graph& g = f.graph();
  hunt.step(Kind::order_matters, 0, 1);
  Ref outcome = f.outcome(engine::Stance::letter);
  Ref mirror = g.substitute(outcome, mirrored(f));
  Ref differ = f.firm(g.both(g.negation(g.equal(outcome, mirror)), recent(f)));
  for (int tries = 0; tries < most_tries; ++tries) {
    Completion completion;
    Reply reply = hunt.ask(differ, Kind::order_matters, "spouses", &completion);
    if (reply == Reply::never) {
      hunt.report.none.push_back({Kind::order_matters, "spouses"});
      return;
    }
    if (reply != Reply::possible) return;
    Couple couple = couple_of(hunt.law, f.world.inputs, completion, f.told);
    auto letter = [&](const Couple& told) {
      ReadCouple read = read_couple(hunt.law, told, f.today, false);
      engine::Options options;
      options.report = options.derivations = false;
      return engine::check(hunt.law, read.facts, read.question, f.today, options)
          .stances.front()
          .outcome;
    };
    engine::Outcome one = letter(couple), two = letter(swapped(couple));
    if (one != two && one != engine::Outcome::none && two != engine::Outcome::none) {
      Finding finding;
      finding.kind = Kind::order_matters;
      finding.about = "spouses";
      finding.defect = g.evaluate(protected_person(f), completion) != 0;
      if (!finding.defect) {
        ReadCouple read = read_couple(hunt.law, couple, f.today, false);
        finding.found =
            Found{couple, engine::check(hunt.law, read.facts, read.question, f.today, {}), {}, 0};
      }
      hunt.report.findings.push_back(std::move(finding));
      return;
    }
    Ref same = Graph::yes;  // not borne out: no couple like it
    for (std::uint32_t v : g.support(differ))
      if (f.world.inputs.variables[v].slot != ir::none_u32 &&
          f.world.inputs.variables[v].type != ir::Base::day)
        same = g.both(same, g.is(g.variable(v), completion[v]));
    differ = g.both(differ, g.negation(same));
  }
  hunt.report.unfinished.push_back({Kind::order_matters, "spouses"});
}

}  // namespace comity::solver
