// (a) A declared purpose that fails by the letter, (f) stances that part, (g) bars that recognition does not repeat.
#include <algorithm>

#include "engine/words.h"
#include "solver/hunt.h"
#include "solver/variants.h"

namespace comity::solver {

using engine::Stance;
using ir::Graph;
using ir::Ref;

namespace {

Ref decided_so(OpenForum& f, ir::Value by) { return f.graph().is(f.decided_by(), by); }

}  // namespace

void hunt_purposes(Hunt& hunt) {
  hunt.begin();
  std::vector<const ir::Declared*> declared;
  for (const ir::Declared& d : hunt.law.declared)
    if (hunt.open().world.is_forums(d.module) && d.on <= hunt.report.on) declared.push_back(&d);
  std::size_t done = 0;
  for (const ir::Declared* d : declared) {
    hunt.step(Kind::purpose_fails, done++, declared.size());
    std::string name(hunt.law.str(d->name));
    auto states = [d](OpenForum& f) {
      return f.by_letter(f.world.evaluator.condition(d->states, d->frame,
                                                     f.world.module_number()));
    };
    auto fails = [&](OpenForum& f) {
      Ref counts = f.graph().both(f.firm(f.recognised()), recent(f));
      return f.graph().both(counts, f.graph().negation(states(f)));
    };
    const std::size_t unfinished = hunt.report.unfinished.size();
    auto by = hunt.deciders(fails(hunt.open()), Kind::purpose_fails, name);
    if (by.empty() && hunt.report.unfinished.size() == unfinished)
      hunt.report.none.push_back({Kind::purpose_fails, name});
    for (ir::Value provision : by) {
      auto here = [&](OpenForum& f) {
        return f.graph().both(fails(f), decided_so(f, provision));
      };
      Finding finding = hunt.finding(Kind::purpose_fails, name, here);
      finding.says = d->says;
      finding.provision = d->provision;
      finding.decided_by = static_cast<std::uint32_t>(provision);
      OpenForum& f = hunt.open();
      if (!finding.defect)
        finding.variants = variants(
            f,
            f.graph().both(f.graph().both(f.firm(f.recognised()), recent(f)),
                           f.graph().both(decided_so(f, provision),
                                          f.graph().negation(protected_person(f)))),
            states(f));
      hunt.report.findings.push_back(std::move(finding));
    }
  }
}

void hunt_stances(Hunt& hunt) {
  hunt.begin();
  constexpr std::pair<Stance, Stance> pairs[] = {{Stance::letter, Stance::courts},
                                                 {Stance::letter, Stance::authorities},
                                                 {Stance::courts, Stance::authorities}};
  std::size_t done = 0;
  for (auto [a, b] : pairs) {
    hunt.step(Kind::stances_part, done++, std::size(pairs));
    std::string name = std::string(engine::word(a)) + "/" + std::string(engine::word(b));
    auto part = [a = a, b = b](OpenForum& f) {
      Graph& g = f.graph();
      Ref x = f.outcome(a), y = f.outcome(b), silent = g.constant(engine::silent_code);
      Ref both_speak = g.both(g.negation(g.equal(x, silent)), g.negation(g.equal(y, silent)));
      return g.both(f.firm(g.both(both_speak, g.negation(g.equal(x, y)))), recent(f));
    };
    const std::size_t unfinished = hunt.report.unfinished.size();
    auto by = hunt.deciders(part(hunt.open()), Kind::stances_part, name);
    if (by.empty() && hunt.report.unfinished.size() == unfinished)
      hunt.report.none.push_back({Kind::stances_part, name});
    for (ir::Value provision : by) {
      Finding finding = hunt.finding(Kind::stances_part, name, [&](OpenForum& f) {
        return f.graph().both(part(f), decided_so(f, provision));
      });
      finding.decided_by = static_cast<std::uint32_t>(provision);
      finding.provision = finding.decided_by;
      hunt.report.findings.push_back(std::move(finding));
    }
  }
}

void hunt_bars(Hunt& hunt) {
  hunt.begin();
  const auto bars = hunt.open().bars();
  std::size_t done = 0;
  int form = ir::enum_value(hunt.law, hunt.law.anchors.enum_bar_kind, "form");
  for (std::uint32_t b : bars) {
    hunt.step(Kind::bar_not_repeated, done++, bars.size());
    const ir::Bar& bar = hunt.law.bars[b];
    if (bar.kind == form) continue;  // the place's form is the place's matter
    std::string name(ir::enum_word(hunt.law, hunt.law.anchors.enum_bar_kind, bar.kind));
    auto passed = [b](OpenForum& f) {
      Graph& g = f.graph();
      Ref counts = g.both(g.both(f.firm(f.recognised()), recent(f)), f.abroad());
      return g.both(counts, f.firm(f.bar(b)));
    };
    const std::size_t unfinished = hunt.report.unfinished.size();
    auto by = hunt.deciders(passed(hunt.open()), Kind::bar_not_repeated, name);
    if (by.empty() && hunt.report.unfinished.size() == unfinished)
      hunt.report.none.push_back(
          {Kind::bar_not_repeated,
           name + " " + std::string(hunt.law.str(hunt.law.provisions[bar.provision].id))});
    for (ir::Value provision : by) {
      auto here = [&](OpenForum& f) {
        return f.graph().both(passed(f), decided_so(f, provision));
      };
      Finding finding;
      finding.defect = protects(hunt.law, bar);
      if (!finding.defect) finding = hunt.finding(Kind::bar_not_repeated, name, here);
      finding.kind = Kind::bar_not_repeated;
      finding.about = name;
      finding.says = bar.says;
      finding.provision = bar.provision;
      finding.decided_by = static_cast<std::uint32_t>(provision);
      hunt.report.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace comity::solver
