#include "solver/hunt.h"

#include <algorithm>

namespace comity::solver {

using ir::Graph;
using ir::Ref;

namespace {

constexpr std::size_t most_places = 8;     // looked at for one class where no ordinary couple would do
constexpr std::size_t most_deciders = 12;   // provisions told apart for one subject
constexpr double longest_question = 20;     // seconds

}  // namespace

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::purpose_fails:
      return "purpose_fails";
    case Kind::conflict:
      return "conflict";
    case Kind::gap:
      return "gap";
    case Kind::dead_clause:
      return "dead_clause";
    case Kind::order_matters:
      return "order_matters";
    case Kind::stances_part:
      return "stances_part";
    case Kind::bar_not_repeated:
      return "bar_not_repeated";
  }
  return {};
}

Hunt::Hunt(const ir::Law& law_, ir::Value forum, base::Day on, base::Day today,
           const Budget& budget, bool strict)
    : law(law_),
      today_(today),
      strict_(strict),
      budget_(budget),
      until_(std::chrono::steady_clock::now() +
             std::chrono::milliseconds(static_cast<long>(budget.seconds * 1000))),
      realise_(law_, today, strict) {
  report.forum = forum;
  report.on = on;
}

OpenForum& Hunt::begin(bool open_presumed) {
  plausible_.reset();
  open_ = std::make_unique<OpenForum>(law, anybody(law, report.forum, report.on), today_,
                                      strict_ || open_presumed);
  plausible_ = std::make_unique<Plausible>(*open_);
  return *open_;
}

bool Hunt::out_of_time() const {
  return interrupted() || std::chrono::steady_clock::now() > until_;
}

void Hunt::step(Kind kind, std::size_t done, std::size_t all) const {
  if (budget_.progress) budget_.progress(kind, done, all);
}

Reply Hunt::ask(Ref condition, Kind kind, const std::string& about, Completion* witness) {
  if (!out_of_time())
    return open_->possible(condition, witness) ? Reply::possible : Reply::never;
  report.unfinished.push_back({kind, about});
  return Reply::out_of_time;
}

Ref recent(OpenForum& forum) {
  ir::Graph& g = forum.graph();
  Ref wedding = forum.world.evaluator.celebration_day();
  return g.both(g.since_day(wedding, forum.world.question.on - 366), forum.lawful());
}

// By the letter, or by any reading known: a bar whose reach is in dispute protects as well.
Ref protected_person(OpenForum& forum) {
  ir::Graph& g = forum.graph();
  Ref stands = Graph::no;
  auto add = [&](auto read_so) {
    for (std::uint32_t b : forum.bars())
      if (protects(forum.law, forum.law.bars[b]))
        stands = g.either(stands, read_so(forum.world.evaluator.own_bar(b)));
  };
  add([&](Ref bar) { return forum.by_letter(bar); });
  for (std::uint16_t r = 0; r < forum.law.readings.size(); ++r) {
    if (!forum.world.is_forums(forum.law.readings[r].module)) continue;
    engine::Setting setting = engine::with_readings(forum.world, {r});
    add([&](Ref bar) { return g.substitute(bar, setting.of_variable); });
  }
  return stands;
}

std::vector<ir::Value> Hunt::deciders(Ref condition, Kind kind, const std::string& about) {
  std::vector<ir::Value> found;
  Ref decided = open_->decided_by();
  Completion completion;
  while (found.size() < most_deciders && ask(condition, kind, about, &completion) == Reply::possible) {
    ir::Value by = open_->graph().evaluate(decided, completion);
    found.push_back(by);
    condition = open_->graph().both(condition,
                                    open_->graph().negation(open_->graph().is(decided, by)));
  }
  return found;
}

Finding Hunt::finding(Kind kind, std::string about, const Condition& condition) {
  Finding finding;
  finding.kind = kind;
  finding.about = std::move(about);
  Condition unprotected = [&](OpenForum& f) {
    return f.graph().both(condition(f), f.graph().negation(protected_person(f)));
  };
  Ref condition_here = unprotected(*open_);
  Reply reply = ask(condition_here, kind, finding.about);
  finding.defect = reply == Reply::never;
  if (reply != Reply::possible) return finding;
  double left = std::chrono::duration<double>(until_ - std::chrono::steady_clock::now()).count();
  open_->questions.give_each(std::min(longest_question, std::max(0.0, left)));
  auto completion = plausible_->find({condition_here});
  if (!completion) {
    report.unfinished.push_back({kind, finding.about});
    return finding;
  }
  finding.found = realise_.at_a_place(*open_, *completion, unprotected, most_places);
  if (finding.found) describe(finding);
  return finding;
}

// What of the forum's own law stands against the couple and was not asked, and which readings would close the gap.
void Hunt::describe(Finding& finding) {
  OpenForum told(law, finding.found->couple, today_, strict_);
  Graph& g = told.graph();
  if (told.abroad() == Graph::yes)
    for (std::uint32_t b : told.bars())
      if (g.known(told.bar(b)) == 1) finding.missed.push_back(b);
  const auto purpose = static_cast<std::uint32_t>(told.world.question.purpose);
  Ref letter = told.outcome(engine::Stance::letter);
  for (std::uint16_t r = 0; r < law.readings.size(); ++r) {
    if (!told.world.is_forums(law.readings[r].module)) continue;
    engine::View view = engine::view_with(told.world, engine::with_readings(told.world, {r}));
    Ref read_so = engine::outcome_node(told.world, view, purpose);
    if (g.equal(letter, read_so) == Graph::no) finding.closed_by.push_back(r);
  }
}

Report loopholes(const ir::Law& law, ir::Value forum, base::Day on, base::Day today,
                 const Budget& budget, bool strict) {
  Hunt hunt(law, forum, on, today, budget, strict);
  hunt_purposes(hunt);
  hunt_open_law(hunt, Kind::conflict);
  hunt_open_law(hunt, Kind::gap);
  hunt_dead_clauses(hunt);
  hunt_order(hunt);
  hunt_stances(hunt);
  hunt_bars(hunt);
  return std::move(hunt.report);
}

}  // namespace comity::solver
