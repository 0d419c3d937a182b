#include "solver/route.h"

#include <algorithm>
#include <climits>
#include <map>

#include "engine/engine.h"
#include "solver/hunt.h"

namespace comity::solver {

using engine::Outcome;
using engine::Verdict;
using ir::Graph;
using ir::Known;
using ir::Ref;

namespace {

constexpr int months_ahead = 3;  // a wedding is planned for the first of a month at least so far ahead
constexpr std::size_t most_waits = 8;

// ---- the facts of a case, by name
struct Slots {
  const ir::Law& law;

  const ir::Field& field(std::uint32_t record, std::string_view name) const {
    return law.fields[static_cast<std::size_t>(ir::field_named(law, record, name))];
  }
  std::uint32_t celebration(std::string_view name) const {
    return law.anchors.celebration + field(law.anchors.record_celebration, name).offset;
  }
  std::uint32_t spouse(std::uint32_t s, std::string_view name) const {
    return law.anchors.spouses + 1 + s * law.records[law.anchors.record_spouse].slots +
           field(law.anchors.record_spouse, name).offset;
  }
  ir::Value enum_value(const ir::Field& f, std::string_view word) const {
    return ir::enum_value(law, f.ref, word);
  }
};

void tell(ir::Facts& facts, std::uint32_t slot, ir::Value value) {
  std::erase_if(facts.relations,
                [&](const ir::Relation& r) { return r.left == slot || r.right == slot; });
  facts.slots[slot] = {Known::yes, ir::Origin::told, value, value};
}

std::optional<ir::Value> known(const ir::Facts& facts, std::uint32_t slot) {
  const ir::Fact& fact = facts.slots[slot];
  return fact.known == Known::yes ? std::optional(fact.low) : std::nullopt;
}

bool within(const ir::Law& law, ir::Value place, ir::Value whole) {
  for (ir::Value at = place; at >= 0; at = law.places[static_cast<std::size_t>(at)].part_of)
    if (at == whole) return true;
  return false;
}

// How much an outcome gives, for comparing two of the same forum and purpose.
int worth(Outcome outcome) {
  switch (outcome) {
    case Outcome::recognised:
      return 3;
    case Outcome::recognised_as_registered_partnership:
      return 2;
    case Outcome::recognised_limited_purpose:
      return 1;
    case Outcome::not_recognised:
    case Outcome::none:
      return 0;
  }
  return 0;
}

// Better for some who read the law and worse for none; those who have no single outcome count as refusing.
bool betters(const engine::Answer& then, const engine::Answer& now) {
  bool better = false;
  for (std::size_t s = 0; s < then.stances.size(); ++s) {
    const engine::StanceAnswer &a = now.stances[s], &b = then.stances[s];
    if (b.verdict == Verdict::silent || a.verdict == Verdict::silent) continue;
    if (worth(b.outcome) < worth(a.outcome)) return false;
    better |= worth(b.outcome) > worth(a.outcome);
  }
  return better;
}

bool betters_or_equals(const engine::Answer& then, const engine::Answer& now) {
  for (std::size_t s = 0; s < then.stances.size(); ++s)
    if (then.stances[s].verdict != Verdict::silent && now.stances[s].verdict != Verdict::silent &&
        worth(then.stances[s].outcome) < worth(now.stances[s].outcome))
      return false;
  return true;
}

class Router {
 public:
  Router(const ir::Law& law, const ir::Facts& facts, const engine::Question& question,
         base::Day today)
      : law_(law), facts_(facts), question_(question), today_(today), slots_{law} {}

  Routes run() {
    result_.now = check(facts_, question_);
    if (!allowed()) return std::move(result_);
    legalise();
    wait();
    marry(Act::marry_elsewhere, "marriage", "civil", false);
    marry(Act::marry_by_rite, "marriage", "religious", false);
    marry(Act::move_and_marry, "marriage", "civil", true);
    marry(Act::register_partnership, "registered_partnership", "civil", false);
    if (result_.steps.empty()) result_.refused = Refused::not_open;
    return std::move(result_);
  }

 private:
  const ir::Law& law_;
  const ir::Facts& facts_;
  const engine::Question& question_;
  base::Day today_;
  Slots slots_;
  Routes result_;
  std::map<base::Day, engine::Answer> by_day_;

  engine::Answer check(const ir::Facts& facts, const engine::Question& question) const {
    engine::Options options;
    options.report = options.derivations = false;
    options.exposure = true;
    return engine::check(law_, facts, question, today_, options);
  }

  bool refuse(Refused why) {
    result_.refused = why;
    return false;
  }

  bool allowed() {
    bars_that_stand();
    if (!result_.bars.empty()) return refuse(Refused::protecting_bar);
    for (std::uint32_t s = 0; s < 2; ++s) {
      const ir::Fact& born = facts_.slots[slots_.spouse(s, "born")];
      base::Day of_age = base::add(question_.on, -18, base::Unit::years, base::Rounding::back);
      if (born.known != Known::no && born.high > of_age) return refuse(Refused::minor);
    }
    states_fled();
    for (ir::Value state : result_.never_sent_to)
      if (within(law_, question_.forum, state)) return refuse(Refused::state_fled);
    return true;
  }

  // A protecting bar of the forum's own law that stands, whatever the forum's recognition asks after; or one that the
  // ontology lets everybody see.
  void bars_that_stand() {
    engine::World world(law_, facts_, question_, question_.known_on.value_or(today_), false);
    Graph& g = world.graph;
    engine::Setting letter = engine::letter_setting(world);
    const ir::Module* module = world.module();
    for (std::uint32_t b = 0; module && b < module->bars; ++b) {
      const ir::Bar& bar = law_.bars[module->first_bar + b];
      if (!protects(law_, bar)) continue;
      Ref stands = g.substitute(world.evaluator.own_bar(module->first_bar + b), letter.of_variable);
      if (g.known(stands) == 1) result_.bars.push_back(bar.provision);
    }
    std::ranges::sort(result_.bars);
    result_.bars.erase(std::unique(result_.bars.begin(), result_.bars.end()), result_.bars.end());
    if (!result_.bars.empty()) return;
    const ir::Field& kinship = slots_.field(law_.anchors.record_between, "kinship");
    auto kin = known(facts_, law_.anchors.between + kinship.offset);
    bool close = kin && *kin > 0 && *kin <= slots_.enum_value(kinship, "half_siblings");
    bool forced = false;
    for (std::uint32_t s = 0; s < 2; ++s)
      forced |= known(facts_, slots_.spouse(s, "consents")) == 0 ||
                known(facts_, slots_.spouse(s, "declared_incapable")) == 1 || married(s);
    if (close || forced) result_.bars.push_back(ir::none_u32);
  }

  // An earlier union that is told not to have ended.
  bool married(std::uint32_t s) const {
    std::uint32_t base = slots_.spouse(s, "earlier_unions");
    const ir::Fact& length = facts_.slots[base];
    if (length.known == Known::no) return false;
    std::uint32_t size = law_.records[law_.anchors.record_earlier_union].slots;
    const ir::Field& ended = slots_.field(law_.anchors.record_earlier_union, "ended");
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i)
      if (known(facts_, base + 1 + i * size + ended.offset) == 0) return true;
    return false;
  }

  void states_fled() {
    for (std::uint32_t s = 0; s < 2; ++s) {
      const ir::Fact& protection = facts_.slots[slots_.spouse(s, "protection")];
      bool told = protection.known == Known::yes && protection.origin == ir::Origin::told &&
                  protection.low != 0;
      if (!told) continue;
      std::uint32_t list = slots_.spouse(s, "nationalities");
      const ir::Field& field = slots_.field(law_.anchors.record_spouse, "nationalities");
      std::uint32_t size = law_.records[field.ref].slots;
      std::uint32_t state = slots_.field(field.ref, "state").offset;
      const ir::Fact& length = facts_.slots[list];
      for (std::uint32_t i = 0; length.known != Known::no && i < std::uint32_t(length.low); ++i)
        if (auto place = known(facts_, list + 1 + i * size + state))
          result_.never_sent_to.push_back(*place);
    }
  }

  bool fled(ir::Value place) const {
    return std::ranges::any_of(result_.never_sent_to,
                               [&](ir::Value state) { return within(law_, place, state); });
  }

  // Steps with the same act, day and outcome are one, at several places.
  void offer(Act act, ir::Value place, base::Day on, const ir::Facts& facts,
             const engine::Question& question) {
    engine::Answer then = check(facts, question);
    if (!betters(then, act == Act::wait ? result_.now : untouched(on)) || !betters_or_equals(then, result_.now)) return;
    if (place >= 0 && !may_marry_at(place, facts, question)) return;
    std::uint32_t by = then.stances.front().decided_by;
    for (RouteStep& step : result_.steps)
      if (step.act == act && step.on == on && step.permits == by &&
          same_outcomes(step.before_from, then)) {
        if (place >= 0) step.places.push_back(place);
        return;
      }
    RouteStep step;
    step.act = act;
    if (place >= 0) step.places.push_back(place);
    step.on = on;
    step.permits = by;
    step.as_evasion = reads_as_evasion(facts, question, then);
    step.before_from = std::move(then);
    result_.steps.push_back(std::move(step));
  }

  // The marriage as it is, asked about on the day of the step: what time alone brings is no step's doing.
  const engine::Answer& untouched(base::Day on) {
    if (on == 0 || question_.planned) return result_.now;
    auto at = by_day_.find(on);
    if (at == by_day_.end()) {
      engine::Question then = question_;
      then.on = std::max(on, question_.on);
      then.known_on.reset();
      at = by_day_.emplace(on, check(facts_, then)).first;
    }
    return at->second;
  }

  // By that place's own law, both of them: a wedding that its offices may not hold is no lawful step.
  bool may_marry_at(ir::Value place, const ir::Facts& facts, engine::Question question) const {
    question.forum = place;
    return engine::ask_member(law_, facts, question, today_, law_.anchors.member_may_marry) == 1;
  }

  static bool same_outcomes(const engine::Answer& a, const engine::Answer& b) {
    for (std::size_t s = 0; s < a.stances.size(); ++s)
      if (a.stances[s].outcome != b.stances[s].outcome ||
          a.stances[s].verdict != b.stances[s].verdict)
        return false;
    return true;
  }

  // Whether it would come out otherwise had the couple travelled to get around the law of where they live.
  bool reads_as_evasion(ir::Facts facts, const engine::Question& question,
                        const engine::Answer& then) const {
    auto home = known(facts, slots_.spouse(0, "residence") + 1);
    if (!home) home = known(facts, slots_.spouse(0, "domicile") + 1);
    std::uint32_t list = slots_.celebration("to_avoid");
    tell(facts, list, 1);
    tell(facts, list + 1, home.value_or(question.forum));
    return !same_outcomes(check(facts, question), then);
  }

  void legalise() {
    auto place = known(facts_, slots_.celebration("place"));
    if (question_.planned || (place && fled(*place))) return;  // no document of the state fled
    const ir::Field& documents = slots_.field(law_.anchors.record_celebration, "documents");
    std::uint32_t base = slots_.celebration("documents") + (documents.many == ir::Many::maybe);
    const ir::Field& legalised = slots_.field(documents.ref, "legalised");
    ir::Facts facts = facts_;
    tell(facts, base + legalised.offset, slots_.enum_value(legalised, "apostille"));
    tell(facts, base + slots_.field(documents.ref, "translated").offset, 1);
    offer(Act::legalise, -1, 0, facts, question_);
  }

  // Days on which law of the forum that is already enacted comes into force.
  void wait() {
    std::vector<base::Day> days;
    std::uint16_t module = 0xffff;
    if (const ir::Module* m = law_.module_of(question_.forum))
      module = static_cast<std::uint16_t>(m - law_.modules.data());
    for (const ir::Function& f : law_.functions)
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (law_.speaks_for(f.module, module) && law_.clauses[c].version.from > std::max(question_.on, today_) &&
            law_.clauses[c].version.from < base::last_day)
          days.push_back(law_.clauses[c].version.from);
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (std::size_t i = 0; i < days.size() && i < most_waits; ++i) {
      engine::Question later = question_;
      later.on = days[i];
      const std::size_t before = result_.steps.size();
      offer(Act::wait, -1, days[i], facts_, later);
      if (result_.steps.size() > before) return;
    }
  }

  base::Day wedding_day() const {
    base::Day ahead = base::add(std::max(question_.on, today_), months_ahead, base::Unit::months,
                                base::Rounding::forward);
    return base::parse_day(base::to_string(ahead).substr(0, 8) + "01").value_or(ahead);
  }

  void marry(Act act, std::string_view kind, std::string_view form, bool move) {
    auto here = known(facts_, slots_.celebration("place"));
    for (const ir::Module& module : law_.modules) {
      if (fled(module.place) || law_.places[static_cast<std::size_t>(module.place)].until != 0)
        continue;
      if (here == module.place && act == Act::marry_elsewhere) continue;
      ir::Facts facts = facts_;
      const ir::Field& kinds = slots_.field(law_.anchors.record_celebration, "kind");
      const ir::Field& forms = slots_.field(law_.anchors.record_celebration, "form");
      tell(facts, slots_.celebration("place"), module.place);
      tell(facts, slots_.celebration("authority"), module.place);
      tell(facts, slots_.celebration("on"), wedding_day());
      tell(facts, slots_.celebration("planned"), 1);
      tell(facts, slots_.celebration("kind"), slots_.enum_value(kinds, kind));
      tell(facts, slots_.celebration("form"), slots_.enum_value(forms, form));
      tell(facts, slots_.celebration("registered"), 1);
      tell(facts, slots_.celebration("formalities_observed"), 1);
      if (move)
        for (std::uint32_t s = 0; s < 2; ++s)
          for (std::string_view home : {"residence", "domicile"}) live_in(facts, s, home, module);
      engine::Question question = question_;
      question.planned = true;
      question.on = wedding_day();
      question.known_on.reset();
      if (move && offered(Act::marry_elsewhere, module.place)) continue;
      offer(act, module.place, question.on, facts, question);
    }
  }

  bool offered(Act act, ir::Value place) const {
    return std::ranges::any_of(result_.steps, [&](const RouteStep& step) {
      return step.act == act && std::ranges::find(step.places, place) != step.places.end();
    });
  }

  void live_in(ir::Facts& facts, std::uint32_t s, std::string_view home, const ir::Module& module) {
    std::uint32_t base = slots_.spouse(s, home);
    tell(facts, base, 1);
    tell(facts, base + 1, module.place);
    tell(facts, base + 2, INT_MIN);  // of that time on, undated
    tell(facts, base + 3, base::last_day);
    tell(facts, base + 4, -1);
  }
};

}  // namespace

std::string_view word(Act act) {
  switch (act) {
    case Act::legalise:
      return "legalise";
    case Act::wait:
      return "wait";
    case Act::marry_elsewhere:
      return "marry_elsewhere";
    case Act::marry_by_rite:
      return "marry_by_rite";
    case Act::move_and_marry:
      return "move_and_marry";
    case Act::register_partnership:
      return "register_partnership";
  }
  return {};
}

std::string_view word(Refused refused) {
  switch (refused) {
    case Refused::no:
      return "no";
    case Refused::protecting_bar:
      return "protecting_bar";
    case Refused::minor:
      return "minor";
    case Refused::state_fled:
      return "state_fled";
    case Refused::not_open:
      return "not_open";
  }
  return {};
}

Routes routes(const ir::Law& law, const ir::Facts& facts, const engine::Question& question,
              base::Day today) {
  return Router(law, facts, question, today).run();
}

}  // namespace comity::solver
