#include "cli/decided_judge.h"

#include <algorithm>

#include "cli/examples.h"
#include "engine/words.h"

namespace comity::cli {

namespace {

using casefile::DecidedKind;

// What a text says is the same on every day; what somebody decided was known at the end of that day.
bool is_text(DecidedKind kind) {
  return kind == DecidedKind::statute_rule || kind == DecidedKind::derived_from_text;
}

base::Day known_on(const DecidedCase& c) {
  if (c.read.known_on) return *c.read.known_on;
  return is_text(c.decided.kind) ? c.read.on : std::max(c.read.on, c.decided.days.last);
}

engine::DecisionDays days_of(const DecidedCase& c) {
  const casefile::Decided& d = c.decided;
  engine::DecisionDays days;
  days.forum = c.read.forum;
  days.first = d.days.first, days.last = d.days.last;
  days.citation = d.citation;
  days.by_courts = d.stance == "courts" || d.kind == DecidedKind::decision;
  days.by_authorities = d.stance == "authorities";
  days.changes_law = d.kind == DecidedKind::decision || d.kind == DecidedKind::duty_finding;
  return days;
}

std::string provision_id(const ir::Law& law, std::uint32_t number) {
  return number < law.provisions.size() ? std::string(law.str(law.provisions[number].id)) : "";
}

Came came_of(const ir::Law& law, const engine::Answer& answer, std::string_view stance) {
  for (const engine::StanceAnswer& s : answer.stances) {
    if (engine::word(s.stance) != stance) continue;
    std::string outcome = s.verdict == engine::Verdict::silent ? "silent"
                          : s.outcome == engine::Outcome::none
                              ? "open"
                              : std::string(engine::word(s.outcome));
    return {std::move(outcome), provision_id(law, s.decided_by)};
  }
  return {};
}

// Where nobody has spoken, those who decide have the courts to follow, and all have the text.
Came behind(const ir::Law& law, const engine::Answer& answer, std::string_view stance) {
  Came came = came_of(law, answer, stance);
  if (came.outcome == "silent" && stance == "authorities") came = came_of(law, answer, "courts");
  if (came.outcome == "silent") came = came_of(law, answer, "letter");
  return came;
}

bool on_that_ground(const std::string& came, const std::string& expected) {
  if (expected.empty()) return true;
  const std::string by = came.substr(0, came.find('#'));
  return by == expected || by.starts_with(expected + "(");
}

// A finding on a duty: the overlay, where it speaks to the case on that day; `none` where none does.
Came overlay_of(const ir::Law& law, const DecidedCase& c, const engine::Question& question,
                base::Day today, const std::string& wanted) {
  engine::Options options;
  options.derivations = false;
  const engine::Answer answer = engine::check(law, c.read.facts, question, today, options);
  std::string last = "none";
  for (std::uint32_t i = 0; i < law.overlays.size(); ++i)
    for (const engine::DutyLine& line : answer.duties) {
      if (line.join != "duty" || line.name != law.str(law.overlays[i].name)) continue;
      last = engine::overlay_id(law, i);
      if (last == wanted) return {wanted, provision_id(law, law.overlays[i].provision)};
    }
  return {last, {}};
}

Place place_of(const DecidedCase& c, const Judged& j) {
  if (j.rest_agrees) return Place::followed;
  if (!j.agrees) return Place::none;
  if (c.decided.kind == DecidedKind::duty_finding)
    return j.rest.outcome == "none" ? Place::first_of_its_kind : Place::followed;
  const bool nothing_said = j.rest.outcome == "open" || j.rest.outcome == "silent";
  const bool new_ground = j.rest.outcome == c.decided.outcome;
  return nothing_said || new_ground ? Place::first_of_its_kind : Place::changed_the_law;
}

}  // namespace

bool find_own(const ir::Law& law, DecidedCase& c, diag::Diagnostics& diagnostics) {
  const engine::DecisionDays days = days_of(c);
  if (!c.decided.own) {
    if (!is_text(c.decided.kind)) c.own = engine::part_since(law, days);
    return true;
  }
  bool found = true;
  for (const casefile::Node& name : *c.decided.own) {
    if (name.is_scalar() && engine::add_named(law, name.text, days, c.own)) continue;
    found = false;
    diagnostics.error(diag::Code::unknown_value, name.span, {diag::says::own_not_found, name.text},
                      diag::says::how_own);
  }
  return found;
}

Judged judge(const ir::Law& law, const DecidedCase& c, base::Day today) {
  Judged j;
  const casefile::Decided& d = c.decided;
  engine::Question question = question_of(c.read);
  j.known_on = question.known_on = known_on(c);
  j.own = engine::names_of(law, c.own);
  if (d.kind == DecidedKind::duty_finding) {
    j.whole = overlay_of(law, c, question, today, d.overlay);
    j.agrees = j.whole.outcome == d.overlay;
    const engine::Without without(law, c.own);
    j.rest = overlay_of(without.law(), c, question, today, d.overlay);
    j.rest_agrees = j.rest.outcome == d.overlay;
    j.place = place_of(c, j);
    return j;
  }
  engine::Options options;
  options.report = false;
  const auto asked = [&](const ir::Law& of) {
    return engine::check(of, c.read.facts, question, today, options);
  };
  const engine::Answer whole = asked(law);
  j.whole = came_of(law, whole, d.stance);
  j.agrees = j.whole.outcome == d.outcome && on_that_ground(j.whole.by, d.provision);
  if (c.own.empty()) {
    j.rest = behind(law, whole, d.stance);
  } else {
    const engine::Without without(law, c.own);
    j.rest = behind(law, asked(without.law()), d.stance);
  }
  j.rest_agrees = j.rest.outcome == d.outcome && on_that_ground(j.rest.by, d.provision);
  j.place = place_of(c, j);
  return j;
}

}  // namespace comity::cli
