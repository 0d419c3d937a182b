// Rules: scope, condition, exceptions, gaps and conflicts (S3), in dated versions (S4), under readings (S5).
#include <algorithm>
#include <utility>

#include "interp/evaluator.h"

namespace comity::interp {

using diag::Saying;
using ir::Ref;

// In a fixed order of making nodes, as everywhere: the last operand first.
Ref Evaluator::between_days(Ref day, base::Day from, base::Day until) {
  const Ref ends_later = graph_.before_day(day, until);
  return graph_.both(graph_.since_day(day, from), ends_later);
}

Ref Evaluator::in_force(const ir::Version& version, Ref as_at, Ref seen) {
  if (version.enacted > asked_.known_on) return ir::Graph::no;
  Ref result = between_days(as_at, version.reach, version.until);
  if (version.reach <
      version.from)  // retroactive: counts for a day before its force only once in force when seen
    result = graph_.both(result, graph_.since_day(seen, version.from));
  return result;
}

// What a clause leaves open is one question, whatever the purpose that leads to it.
std::uint32_t Evaluator::frame_of_all_purposes(const Frame& frame) {
  Frame all = frame;
  all.purpose = 0;
  return frame_id(all);
}

Ref Evaluator::open(Label label, std::uint32_t provision, std::uint64_t frame, ir::Base type,
                    std::uint16_t ref, std::vector<ir::Value> values, ir::Text text) {
  std::uint32_t v =
      inputs_.variable(label, provision, frame, static_cast<std::uint64_t>(type), [&] {
        Variable made;
        std::string id = provision < law_.provisions.size()
                             ? std::string(law_.str(law_.provisions[provision].id))
                             : "";
        made.input = inputs_.input(label, id, text);
        made.type = type;
        made.ref = ref;
        made.values = std::move(values);
        if (type == ir::Base::effect && made.values.empty()) made.values = {0, 1, 2};
        return made;
      });
  return graph_.variable(v);
}

Ref Evaluator::call(std::uint32_t function, const Frame& asked) {
  Frame frame = asked;
  // Only rules on effects speak by purpose; whatever else they ask is asked for status, and shared.
  if (law_.functions[function].type != ir::Base::effect) frame.purpose = 0;
  auto* outer_bars = std::exchange(own_bars_, nullptr);
  Ref result = call_in(function, frame);
  own_bars_ = outer_bars;
  return result;
}

Ref Evaluator::call_in(std::uint32_t function, const Frame& frame) {
  std::uint64_t key = std::uint64_t(function) << 32 | frame_id(frame);
  if (const Ref* known = memo_.find(key)) {
    if (auto step = trace_ ? traced_.find(key) : traced_.end(); step != traced_.end()) {
      for (std::uint32_t child : trace_->steps[step->second].because) hang(child);
      for (std::uint32_t fact : trace_->steps[step->second].facts) note_fact(fact);
    }
    return *known;
  }
  begin_step();
  // What the case says is given replaces the evaluation.
  for (std::size_t m = 0; m < law_.members.size() && !given_.empty(); ++m) {
    bool implements = frame.module < law_.modules.size() &&
                      law_.members_of[law_.modules[frame.module].first_member + m] == function;
    if (!implements) continue;
    if (auto given = told(static_cast<std::uint32_t>(m), frame.place, frame)) {
      Step holder;
      std::uint32_t id = end_step(holder);
      if (trace_)
        for (std::uint32_t child : trace_->steps[id].because) hang(child);
      return memo_.put(key, *given);
    }
  }
  Ref result = rule(function, frame);
  std::uint32_t holder = end_step({});
  if (trace_) {
    traced_[key] = holder;
    auto children = trace_->steps[holder].because;
    auto facts = trace_->steps[holder].facts;
    for (std::uint32_t child : children) hang(child);
    for (std::uint32_t fact : facts) note_fact(fact);
  }
  return memo_.put(key, result);
}

Evaluator::Spoken Evaluator::speak(const ir::Clause& clause, const Frame& frame,
                                   std::uint32_t function) {
  Spoken s{&clause, in_force(clause.version, frame.as_at, frame.seen), 0, 0, 0, 0, 0, ir::none_u32,
           {}};
  s.active = s.version;
  if (clause.guard != 0xffff) s.active = graph_.both(s.active, reading(clause.guard, frame));
  for (std::uint32_t i = 0; i < clause.exclusions; ++i)
    s.active = graph_.both(
        s.active, graph_.negation(reading(law_.exclusions[clause.first_exclusion + i], frame)));
  s.speaks = s.holds = ir::Graph::no;
  s.value = graph_.constant(0);
  if (s.active == ir::Graph::no) return s;
  begin_step();
  Ref scope = graph_.both(s.active, eval(clause.scope, frame));
  if (scope == ir::Graph::no) {
    end_step({});
    return s;
  }
  if (is_root(function, frame)) own_bars_ = &s.bars;
  s.holds = eval(clause.condition, frame);
  own_bars_ = nullptr;
  clauses_used[static_cast<std::size_t>(&clause - law_.clauses.data())] = true;
  const ir::Function& f = law_.functions[function];
  Ref gives = clause.gives == ir::no_node ? ir::Graph::yes : eval(clause.gives, frame);
  if (clause.kind != ir::ClauseKind::gives) {
    bool gap = clause.kind == ir::ClauseKind::leaves_open;
    Ref opened = open(gap ? Label::gap : Label::power, clause.provision,
                      frame_of_all_purposes(frame), ir::Base::yes_no, 0, {}, clause.says);
    opened = graph_.either(exercised(clause.closed_by), opened);
    Ref fallback =
        clause.otherwise == ir::no_node ? graph_.constant(0) : eval(clause.otherwise, frame);
    gives = graph_.choose(opened, gives, fallback);
    leaf(StepKind::open, graph_.is_constant(frame.place) ? graph_.value(frame.place) : -1,
         diag::Saying::words(std::string(law_.str(law_.provisions[clause.provision].id))), opened,
         clause.says);
  }
  s.speaks = graph_.both(scope, s.holds);
  s.value = gives;
  if (clause.on_knowledge && (s.speaks != ir::Graph::no || clause.otherwise != ir::no_node))
    on_knowledge = true;
  if (clause.otherwise != ir::no_node && clause.kind == ir::ClauseKind::gives) {
    s.speaks = scope;
    s.value = graph_.choose(s.holds, gives, eval(clause.otherwise, frame));
  }
  bool silent_term =
      f.term && clause.guard == 0xffff && law_.str(law_.provisions[clause.provision].id).empty();
  Step step;
  step.kind = clause.guard != 0xffff                ? StepKind::reading
              : clause.exception_to != ir::none_u32 ? StepKind::exception
              : f.silent_is_no                      ? StepKind::bar
                                                    : StepKind::clause;
  step.law = graph_.is_constant(frame.place) ? graph_.value(frame.place) : -1;
  step.provision = clause.provision;
  step.text = clause.says;
  settle_step(step, f.type == ir::Base::yes_no ? graph_.both(s.speaks, s.value)
                                               : graph_.both(scope, s.holds));
  date_step(step, frame.as_at);
  s.step = end_step(std::move(step));
  if (trace_ &&
      (silent_term ||
       (f.term && f.module == ir::shared_by_all))) {  // shared terms speak through their facts
    auto children = trace_->steps[s.step].because;
    auto facts = trace_->steps[s.step].facts;
    for (std::uint32_t child : children) hang(child);
    for (std::uint32_t fact : facts) note_fact(fact);
  } else {
    hang(s.step);
  }
  return s;
}

namespace {

bool under_heading(std::string_view id, std::string_view heading) {
  return id.starts_with(heading) &&
         (id.size() == heading.size() || id[heading.size()] == '(' || id[heading.size()] == '#');
}

// Which clause of one rule wins over which, for one purpose: by what is written, never by order.
struct Ranks {
  const ir::Law& law;
  bool term;
  std::uint32_t purpose_bit;

  bool excepts(const ir::Clause& e, const ir::Clause& s) const {
    if (&e == &s || e.exception_to == ir::none_u32) return false;
    return under_heading(law.str(law.provisions[s.provision].id),
                         law.str(law.provisions[e.exception_to].id));
  }

  // A later act that reaches back over an earlier version of the same clause takes its place.
  bool replaces(const ir::Clause& e, const ir::Clause& s) const {
    return e.provision == s.provision && e.version.reach < e.version.from &&
           s.version.from < e.version.from;
  }

  // Two exceptions that each cover the other are of one rank; a written exception goes before all else; what a reading
  // makes of a term goes before the term, and who names a purpose before who only carries it along.
  bool outranks(const ir::Clause& e, const ir::Clause& s) const {
    bool over = excepts(e, s), under = excepts(s, e);
    if (over || under) return over && !under;
    if (term && e.guard != 0xffff && s.guard == 0xffff) return true;
    return e.purposes && s.purposes && (e.purposes & purpose_bit) && !(s.purposes & purpose_bit);
  }
};

}  // namespace

Ref Evaluator::rule(std::uint32_t function, const Frame& frame) {
  const ir::Function& f = law_.functions[function];
  std::vector<Spoken> spoken;
  bool on_purposes = false;
  for (std::uint32_t i = f.first_clause; i < f.first_clause + f.clauses; ++i)
    on_purposes |= law_.clauses[i].purposes != 0;
  std::uint32_t bit = 1u << frame.purpose;
  auto clauses = law_.clauses.subspan(f.first_clause, f.clauses);
  const Ranks ranks{law_, f.term, bit};
  auto speaks_of_it = [&](const ir::Clause& clause) {
    return clause.purposes == 0 || ((clause.purposes | clause.carries) & bit);
  };
  spoken.reserve(f.clauses);
  for (const ir::Clause& clause : clauses) {
    // An exception that names no purposes speaks of those of the clauses it is an exception to.
    auto excepted = [&](const ir::Clause& other) {
      return ranks.excepts(clause, other) && speaks_of_it(other);
    };
    bool by_what_it_excepts =
        on_purposes && clause.purposes == 0 && clause.exception_to != ir::none_u32;
    if (by_what_it_excepts ? std::ranges::none_of(clauses, excepted) : !speaks_of_it(clause))
      continue;
    spoken.push_back(speak(clause, frame, function));
  }
  return settle(spoken, function, frame);
}

// What each clause says once the clauses that win over it have spoken: one that is itself displaced displaces none.
void Evaluator::displace(std::vector<Spoken>& spoken, bool term, std::uint32_t purpose) {
  if (spoken.size() == 1) {
    spoken[0].final = spoken[0].speaks;
    return;
  }
  const Ranks ranks{law_, term, 1u << purpose};
  enum class State : std::uint8_t { waiting, asked, done };
  std::vector<State> states(spoken.size(), State::waiting);
  auto finish = [&](auto& again, std::size_t i) -> void {
    Spoken& s = spoken[i];
    states[i] = State::asked;
    s.final = s.speaks;
    for (std::size_t e = 0; e < spoken.size() && s.final != ir::Graph::no; ++e) {
      if (ranks.replaces(*spoken[e].clause, *s.clause))
        s.final = graph_.both(s.final, graph_.negation(spoken[e].active));
      if (!ranks.outranks(*spoken[e].clause, *s.clause)) continue;
      if (states[e] == State::waiting) again(again, e);
      if (states[e] == State::done)
        s.final = graph_.both(s.final, graph_.negation(spoken[e].final));
    }
    states[i] = State::done;
  };
  for (std::size_t i = 0; i < spoken.size(); ++i)
    if (states[i] == State::waiting) finish(finish, i);
}

namespace {

// The rule's name where no version governs the day: until when it was in force, or from when it is.
Saying out_of_force(Saying name, std::span<const ir::Clause> clauses, const ir::Graph& graph,
                    Ref as_at, std::int32_t known_on) {
  if (!graph.is_constant(as_at)) return name;
  std::int32_t until = base::first_day, from = base::last_day;
  for (const ir::Clause& clause : clauses) {
    if (clause.version.enacted > known_on) continue;
    if (clause.version.until <= graph.value(as_at)) until = std::max(until, clause.version.until);
    if (clause.version.reach > graph.value(as_at)) from = std::min(from, clause.version.reach);
  }
  if (until != base::first_day)
    return {diag::says::lack_last_in_force, std::move(name), base::to_string(until)};
  if (from != base::last_day)
    return {diag::says::lack_in_force_only, std::move(name), base::to_string(from)};
  return name;
}

}  // namespace

Ref Evaluator::settle(std::vector<Spoken>& spoken, std::uint32_t function, const Frame& frame) {
  const ir::Function& f = law_.functions[function];
  Ref any_version = ir::Graph::no;
  for (const Spoken& s : spoken) any_version = graph_.either(any_version, s.version);
  displace(spoken, f.term, frame.purpose);
  if (f.silent_is_no) {
    Ref result = ir::Graph::no;
    for (const Spoken& s : spoken) result = graph_.either(result, graph_.both(s.final, s.value));
    return result;
  }
  std::uint32_t heading = spoken.empty() ? ir::none_u32 : spoken.front().clause->provision;
  std::uint64_t frame_key = std::uint64_t(function) << 32 | frame_of_all_purposes(frame);
  Ref clash = ir::Graph::no;
  for (std::size_t i = 0; i < spoken.size(); ++i)
    for (std::size_t j = i + 1; j < spoken.size(); ++j) {
      Ref both = graph_.both(spoken[i].final, spoken[j].final);
      if (both == ir::Graph::no) continue;
      Ref differ =
          graph_.both(both, graph_.negation(graph_.equal(spoken[i].value, spoken[j].value)));
      clash = graph_.either(clash, differ);
    }
  auto lacks = [&](Label label, ir::Text text) {
    return open(label, heading, frame_key, f.type, f.type_ref, {}, text);
  };
  Ref any_speaks = ir::Graph::no;
  for (const Spoken& s : spoken) any_speaks = graph_.either(any_speaks, s.final);
  Ref result = graph_.constant(0);
  Ref nothing = graph_.negation(any_speaks);
  if (nothing != ir::Graph::no) {
    Ref gap = lacks(Label::gap, {});
    if (any_version != ir::Graph::yes) {  // outside every version: say so, never fall through
      Saying name = Saying::words(
          std::string(law_.str(heading == ir::none_u32 ? f.name : law_.provisions[heading].id)));
      auto clauses = law_.clauses.subspan(f.first_clause, f.clauses);
      Ref lacked =
          lacking(frame.place, 0x20000u + function, f.type, f.type_ref, frame,
                  out_of_force(std::move(name), clauses, graph_, frame.as_at, asked_.known_on));
      gap = graph_.choose(any_version, gap, lacked);
    } else {
      leaf(StepKind::open, graph_.is_constant(frame.place) ? graph_.value(frame.place) : -1,
           diag::says::step_gap, gap);
    }
    result = gap;
  }
  for (auto s = spoken.rbegin(); s != spoken.rend(); ++s)
    result = graph_.choose(s->final, s->value, result);
  if (clash != ir::Graph::no) {
    // A conflict stands for the values of its clauses, and for no other: which of them prevails is open.
    std::vector<ir::Value> which;
    for (std::uint32_t i = 0; i < f.clauses; ++i) which.push_back(static_cast<ir::Value>(i));
    Ref prevails =
        open(Label::conflict, heading, frame_key, ir::Base::integer, 0, std::move(which), {});
    Ref rival = result;
    for (const Spoken& s : spoken) {
      Ref this_one = graph_.equal(
          prevails,
          graph_.constant(static_cast<ir::Value>(s.clause - &law_.clauses[f.first_clause])));
      rival = graph_.choose(graph_.both(s.final, this_one), s.value, rival);
    }
    result = graph_.choose(clash, rival, result);
    leaf(StepKind::open, graph_.is_constant(frame.place) ? graph_.value(frame.place) : -1,
         diag::says::step_conflict, prevails);
  }
  if (is_root(function, frame)) take_ground(spoken, any_speaks, clash, frame);
  return result;
}

// The forum's own rule on the couple's own marriage.
bool Evaluator::is_root(std::uint32_t function, const Frame& frame) const {
  if (frame.depth != 0 || frame.slots.empty() || frame.slots[0] != Role{}.packed()) return false;
  if (frame.module >= law_.modules.size() || law_.modules[frame.module].place != asked_.forum)
    return false;
  return law_.members_of[law_.modules[frame.module].first_member +
                         law_.anchors.member_recognition] == function;
}

// The clause that speaks decides; where its condition failed because bars of this law stand, the first of them does.
void Evaluator::take_ground(const std::vector<Spoken>& spoken, Ref any_speaks, Ref clash,
                            const Frame& frame) {
  Ref provision = graph_.constant(-1), from = celebration_day(), degree = degree_at_place();
  for (auto s = spoken.rbegin(); s != spoken.rend(); ++s) {
    if (s->final == ir::Graph::no) continue;
    Ref own = graph_.constant(static_cast<ir::Value>(s->clause->provision)), failed = own;
    for (auto bar = s->bars.rbegin(); bar != s->bars.rend(); ++bar)
      failed =
          graph_.choose(bar->second, graph_.constant(static_cast<ir::Value>(bar->first)), failed);
    provision = graph_.choose(s->final, graph_.choose(s->holds, own, failed), provision);
    if (s->clause->from != ir::no_node)
      from = graph_.choose(s->final, eval(s->clause->from, frame), from);
    if (s->clause->degree != ir::no_node)
      degree = graph_.choose(s->final, eval(s->clause->degree, frame), degree);
  }
  Ref open = graph_.either(clash, graph_.negation(any_speaks));
  ground = {graph_.choose(open, graph_.constant(-1), provision), from, degree};
}

// Whether an official act told of in the case has used the power by the day asked (S7, S12). One told without a day is
// told as having happened.
Ref Evaluator::exercised(std::uint32_t acts) {
  if (acts == 0) return ir::Graph::no;
  const ir::Field& list = law_.fields[static_cast<std::size_t>(
      ir::field_named(law_, law_.anchors.record_case, "later"))];
  const ir::Field& act =
      law_.fields[static_cast<std::size_t>(ir::field_named(law_, list.ref, "act"))];
  const ir::Fact& length = facts_.slots[law_.anchors.later];
  if (length.known != ir::Known::yes) return ir::Graph::no;
  Ref result = ir::Graph::no;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i) {
    std::uint32_t base = law_.anchors.later + 1 + i * law_.records[list.ref].slots;
    if (hidden_event(base)) continue;
    Ref done = slot(base + act.offset, act, 0, false), happened = ir::Graph::yes;
    const ir::Field& on = law_.fields[event_on_];
    if (facts_.slots[base + on.offset].known != ir::Known::no)
      happened = graph_.negation(
          graph_.before(graph_.constant(asked_.on), slot(base + on.offset, on, 0, false)));
    for (ir::Value v = 0; v < 32; ++v)
      if (acts >> v & 1)
        result =
            graph_.either(result, graph_.both(happened, graph_.equal(done, graph_.constant(v))));
  }
  return result;
}

}  // namespace comity::interp
