#include "solver/diff.h"

#include <algorithm>

#include "engine/engine.h"
#include "exact/domain.h"
#include "ir/paths.h"
#include "solver/hunt.h"
#include "solver/import.h"
#include "solver/variants.h"

namespace comity::solver {

using engine::Outcome;
using engine::Stance;
using ir::Graph;
using ir::Ref;

namespace {

constexpr std::size_t most_classes = 12, most_places = 8, most_counted = 4096;

// Both laws on one couple, in the graph of the law before.
struct Pair {
  OpenForum& before;
  OpenForum after;
  Import import;

  Pair(OpenForum& b, const Side& side, const Couple& told, base::Day today)
      : before(b), after(*side.law, on_day(told, side.on), today), import(before, after) {
    before.questions.demand(import(after.world.constraints));
  }

  static Couple on_day(Couple couple, base::Day on) {
    set(couple, "question.on", base::to_string(on));
    return couple;
  }

  Graph& g() { return before.graph(); }
  Ref counts(OpenForum& f) { return f.firm(f.recognised()); }
  Ref refused(OpenForum& f) { return f.firm(f.outcome_is(Stance::letter, Outcome::not_recognised)); }
  // Some stance beside the letter speaks, and not as the letter does.
  Ref contested(OpenForum& f) {
    Graph& own = f.graph();
    Ref letter = f.outcome(Stance::letter), result = Graph::no;
    for (Stance s : {Stance::courts, Stance::authorities}) {
      Ref says = f.outcome(s), silent = own.equal(says, own.constant(engine::silent_code));
      result = own.either(result, own.both(own.negation(silent),
                                           own.negation(own.equal(says, letter))));
    }
    return result;
  }
  // Celebrated in the year before the earlier of the two days asked, by acts that were open.
  Ref lately() {
    base::Day first = std::min(before.world.question.on, after.world.question.on);
    return g().both(g().since_day(before.world.evaluator.celebration_day(), first - 366),
                    g().both(before.lawful(), import(after.lawful())));
  }
  Ref of(Change change) {
    Ref is = Graph::no;
    switch (change) {
      case Change::gains:
        is = g().both(refused(before), import(counts(after)));
        break;
      case Change::loses:
        is = g().both(counts(before), import(refused(after)));
        break;
      case Change::becomes_contested:
        is = g().both(before.firm(g().negation(contested(before))),
                      import(after.firm(contested(after))));
        break;
      case Change::stops_being_contested:
        is = g().both(before.firm(contested(before)),
                      import(after.firm(after.graph().negation(contested(after)))));
        break;
    }
    return g().both(is, lately());
  }
  Ref decided_before(ir::Value by) { return g().is(before.decided_by(), by); }
  Ref decided_after(ir::Value by) { return g().is(import(after.decided_by()), by); }
};

class Differ {
 public:
  Differ(const Side& before, const Side& after, ir::Value forum, base::Day today)
      : before_(before),
        after_(after),
        today_(today),
        open_(*before.law, anybody(*before.law, forum, before.on), today),
        pair_(open_, after, open_.told, today),
        plausible_(open_),
        realise_(*before.law, today, false) {}

  Difference run() {
    for (Change change : all_changes) classes_of(change);
    auto any = [&](Change c) {
      return std::ranges::any_of(result_.classes,
                                 [&](const ChangedClass& k) { return k.change == c; });
    };
    bool gains = any(Change::gains), loses = any(Change::loses);
    result_.lattice = gains && loses ? Lattice::both
                      : gains        ? Lattice::only_gains
                      : loses        ? Lattice::only_losses
                                     : Lattice::same;
    purposes();
    return std::move(result_);
  }

 private:
  const Side& before_;
  const Side& after_;
  base::Day today_;
  OpenForum open_;
  Pair pair_;
  Plausible plausible_;
  Realise realise_;
  Difference result_;

  void classes_of(Change change) {
    Graph& g = pair_.g();
    Ref is = pair_.of(change);
    Completion completion;
    std::size_t found = 0;
    while (found < most_classes && !interrupted() && open_.possible(is, &completion)) {
      ir::Value before_by = g.evaluate(open_.decided_by(), completion),
                after_by = g.evaluate(pair_.import(pair_.after.decided_by()), completion);
      result_.classes.push_back(class_of(change, before_by, after_by));
      ++found;
      is = g.both(is, g.negation(g.both(pair_.decided_before(before_by),
                                        pair_.decided_after(after_by))));
    }
    if (found == 0 && !interrupted()) result_.none.push_back(change);
  }

  ChangedClass class_of(Change change, ir::Value before_by, ir::Value after_by) {
    ChangedClass k;
    k.change = change;
    k.before_by = static_cast<std::uint32_t>(before_by);
    k.after_by = static_cast<std::uint32_t>(after_by);
    Condition here = [&](OpenForum& f) {
      Pair pair(f, after_, f.told, today_);
      Ref both = pair.g().both(pair.decided_before(before_by), pair.decided_after(after_by));
      Ref free = f.graph().negation(protected_person(f));
      return pair.g().both(pair.of(change), pair.g().both(both, free));
    };
    Graph& g = pair_.g();
    Ref in_class = g.both(pair_.of(change), g.both(pair_.decided_before(before_by),
                                                   pair_.decided_after(after_by)));
    Ref shown = g.both(in_class, g.negation(protected_person(open_)));
    tell_apart(k, change, g.both(pair_.decided_before(before_by), pair_.lately()), in_class);
    if (auto completion = plausible_.find({shown})) {
      k.found = realise_.at_a_place(open_, *completion, here, most_places);
      if (k.found) {
        ReadCouple read =
            read_couple(*after_.law, Pair::on_day(k.found->couple, after_.on), today_, false);
        k.after = engine::check(*after_.law, read.facts, read.question, today_, {});
      }
    } else {
      k.protects = true;
    }
    return k;
  }

  // Beside couples with the outcome before, by the same provision: the fewest facts that make the difference.
  void tell_apart(ChangedClass& k, Change change, Ref same_ground, Ref in_class) {
    if (change != Change::loses && change != Change::gains) return;
    Graph& g = pair_.g();
    bool loses = change == Change::loses;
    Ref had = loses ? pair_.counts(open_) : pair_.refused(open_);
    Ref kept = loses ? pair_.import(pair_.after.recognised())
                     : pair_.import(pair_.after.outcome_is(Stance::letter, Outcome::not_recognised));
    Ref background = g.both(same_ground, had);
    k.tells_apart = variants(open_, background, g.negation(g.both(g.negation(kept), in_class)));
    count(k, in_class);
  }

  // Of the few-valued facts that tell the class apart: how many combinations of their values lie in it.
  void count(ChangedClass& k, Ref in_class) {
    std::vector<std::uint32_t> variables;
    std::size_t all = 1;
    for (const Couple& variant : k.tells_apart)
      for (const Told& fact : variant) {
        auto v = open_.variable_at(fact.path);
        if (!v || std::ranges::find(variables, *v) != variables.end()) continue;
        ir::Base type = open_.world.inputs.variables[*v].type;
        std::size_t size = exact::domain_of(open_.world.inputs.variables[*v], open_.law).size();
        if ((type != ir::Base::choice && type != ir::Base::yes_no) || all * size > most_counted)
          continue;
        variables.push_back(*v);
        k.counted.push_back(fact.path);
        all *= size;
      }
    if (variables.empty()) return;
    k.all = all;
    auto each = [&](auto& self, std::size_t at, Ref so_far) -> void {
      if (at == variables.size()) {
        k.of_them += open_.possible(so_far) ? 1 : 0;
        return;
      }
      exact::Domain domain =
          exact::domain_of(open_.world.inputs.variables[variables[at]], open_.law);
      for (std::size_t i = 0; i < domain.size(); ++i)
        self(self, at + 1,
             pair_.g().both(so_far, pair_.g().is(pair_.g().variable(variables[at]),
                                                 domain.at(i))));
    };
    each(each, 0, in_class);
  }

  // Each declared purpose, by each provision by which it failed before: whether it still can.
  void purposes() {
    for (const ir::Declared& d : before_.law->declared) {
      if (!open_.world.is_forums(d.module) || d.on > before_.on) continue;
      auto fails = [&](OpenForum& f) {
        Ref states =
            f.by_letter(f.world.evaluator.condition(d.states, d.frame, f.world.module_number()));
        return f.graph().both(f.graph().both(f.firm(f.recognised()), recent(f)),
                              f.graph().negation(states));
      };
      Ref failed = fails(open_);
      Completion completion;
      for (std::size_t n = 0; n < most_classes && open_.possible(failed, &completion); ++n) {
        ir::Value by = pair_.g().evaluate(open_.decided_by(), completion);
        Ref here = pair_.decided_before(by);
        failed = pair_.g().both(failed, pair_.g().negation(here));
        Ref counts = pair_.g().both(pair_.g().both(open_.firm(open_.recognised()), recent(open_)), here);
        Ref states = open_.by_letter(
            open_.world.evaluator.condition(d.states, d.frame, open_.world.module_number()));
        Ref free = pair_.g().negation(protected_person(open_));
        PurposeChange change{std::string(before_.law->str(d.name)), static_cast<std::uint32_t>(by),
                             false, {}, {}};
        follow(change, d, variants(open_, pair_.g().both(counts, free), states));
        result_.purposes.push_back(std::move(change));
      }
    }
  }

  // The law after has purposes and provisions of its own, by the same names.
  void follow(PurposeChange& change, const ir::Declared& d, const std::vector<Couple>& apart) {
    const ir::Law& law = *after_.law;
    std::string_view id = before_.law->str(before_.law->provisions[change.decided_by].id);
    OpenForum f(law, pair_.after.told, today_);
    Graph& g = f.graph();
    for (const ir::Declared& now : law.declared) {
      if (law.str(now.name) != before_.law->str(d.name) || !f.world.is_forums(now.module)) continue;
      Ref states = f.by_letter(
          f.world.evaluator.condition(now.states, now.frame, f.world.module_number()));
      Ref same = Graph::no;
      for (std::uint32_t p = 0; p < law.provisions.size(); ++p)
        if (law.str(law.provisions[p].id) == id)
          same = g.either(same, g.is(f.decided_by(), static_cast<ir::Value>(p)));
      Ref counts = g.both(g.both(f.firm(f.recognised()), recent(f)), same);
      Ref fails = g.both(counts, g.negation(states));
      change.fails = f.possible(fails);
      for (const Couple& couple : apart)
        (f.possible(g.both(fails, is_told(f, couple))) ? change.open : change.closed).push_back(couple);
    }
  }

  static Ref is_told(OpenForum& f, const Couple& couple) {
    Ref all = Graph::yes;
    for (const Told& fact : couple) {
      auto v = f.variable_at(fact.path);
      if (!v) continue;
      const interp::Variable& variable = f.world.inputs.variables[*v];
      exact::Domain domain = exact::domain_of(variable, f.law);
      for (std::size_t i = 0; i < domain.size(); ++i)
        if (word_of(f.law, variable, domain.at(i)) == fact.value)
          all = f.graph().both(all, f.graph().is(f.graph().variable(*v), domain.at(i)));
    }
    return all;
  }
};

}  // namespace

std::string_view word(Change change) {
  switch (change) {
    case Change::gains:
      return "gains";
    case Change::loses:
      return "loses";
    case Change::becomes_contested:
      return "becomes_contested";
    case Change::stops_being_contested:
      return "stops_being_contested";
  }
  return {};
}

std::string_view word(Lattice lattice) {
  switch (lattice) {
    case Lattice::same:
      return "same";
    case Lattice::only_gains:
      return "only_gains";
    case Lattice::only_losses:
      return "only_losses";
    case Lattice::both:
      return "both";
  }
  return {};
}

Difference diff(const Side& before, const Side& after, ir::Value forum, base::Day today) {
  return Differ(before, after, forum, today).run();
}

}  // namespace comity::solver
