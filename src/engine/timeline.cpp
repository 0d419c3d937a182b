// Status over time: the answer on each day on which something could have changed it, equal neighbours joined.
#include <algorithm>
#include <map>

#include "engine/parts.h"
#include "ir/paths.h"

namespace comity::engine {

namespace {

using Causes = std::map<base::Day, std::vector<Interval::Cause>>;

std::vector<ir::Value> places_named(const ir::Law& law, const ir::Facts& facts, ir::Value forum) {
  std::vector<ir::Value> places{forum};
  for (std::uint32_t slot = 0; slot < law.anchors.slots; ++slot) {
    const ir::Fact& fact = facts.slots[slot];
    if (fact.known != ir::Known::yes || fact.origin != ir::Origin::told) continue;
    const ir::Field* field = ir::field_at(law, slot);
    if (field && field->base == ir::Base::place &&
        std::ranges::find(places, fact.low) == places.end())
      places.push_back(fact.low);
  }
  return places;
}

// Days on which law that bears on the case changes, a reading is said, or an act of the case happens.
struct Days {
  const ir::Law& law;
  const ir::Facts& facts;
  const Question& question;
  base::Day first, last;
  std::vector<ir::Value>
      places;  // the forum and those that the case names: rows and memberships of others do not bear
  Causes found;

  void add(base::Day day, Interval::Cause cause) {
    if (day < first || day > last) return;
    auto& list = found[day];
    for (const auto& known : list)
      if (known.kind == cause.kind && known.ref == cause.ref) return;
    list.push_back(std::move(cause));
  }

  bool bears(std::uint16_t module, const std::vector<bool>& used, std::uint32_t provision) const {
    const ir::Module* forum = law.module_of(question.forum);
    bool own =
        forum && law.speaks_for(module, static_cast<std::uint16_t>(forum - law.modules.data()));
    return own || (provision < law.provisions.size() && used[law.provisions[provision].file]);
  }

  bool named(ir::Value place) const { return std::ranges::find(places, place) != places.end(); }

  std::string id(std::uint32_t provision) const {
    return std::string(law.str(law.provisions[provision].id));
  }

  void add_law(const std::vector<bool>& used) {
    for (const ir::Function& f : law.functions)
      for (std::uint32_t i = f.first_clause; i < f.first_clause + f.clauses; ++i) {
        const ir::Clause& clause = law.clauses[i];
        if (!bears(f.module, used, clause.provision)) continue;
        ir::Text text = law.provisions[clause.provision].text;
        add(clause.version.from, {"law", id(clause.provision), clause.version.from, text});
        add(clause.version.until, {"law", id(clause.provision), clause.version.until, text});
        add(clause.version.enacted, {"law", id(clause.provision), clause.version.enacted, text});
      }
  }

  void add_overlays() {
    for (const ir::Overlay& o : law.overlays) {
      auto on = [&](base::Day day) {
        add(day, {"law", std::string(law.str(o.name)), day, o.says});
      };
      on(o.said), on(o.reach), on(o.until);
      for (const ir::Party& party : law.parties.subspan(o.first_party, o.parties))
        if (named(party.place)) on(party.from), on(party.until);
    }
  }

  void add_rows() {
    for (const ir::Table& table : law.tables)
      for (const ir::Row& row : law.rows.subspan(table.first_row, table.rows)) {
        bool within = row.from <= last && row.until > first;
        if (!within || !named(row.place)) continue;
        for (base::Day day : {row.from, row.until, row.enacted})
          add(day, {"law", std::string(law.str(table.name)), day, {}});
      }
  }

  // Days told of the spouses on which something about them changes: a home, a nationality, the end of an earlier union.
  void add_changes() {
    const std::uint32_t from = law.anchors.spouses,
                        until = from + 1 + 2 * law.records[law.anchors.record_spouse].slots;
    std::string path;
    std::uint32_t begin = from;  // of the slots under this path
    for (std::uint32_t slot = from; slot < until; ++slot) {
      const ir::Field* field = ir::field_at(law, slot);
      std::string here = ir::path_of(law, slot);
      if (here != path) begin = slot, path = std::move(here);
      const ir::Fact& fact = facts.slots[slot];
      if (!field || fact.known != ir::Known::yes || fact.origin != ir::Origin::told) continue;
      bool edge = field->many == ir::Many::dated && slot != begin &&
                  ((slot - begin - 1) % 4 == 1 || (slot - begin - 1) % 4 == 2);
      if (edge || (field->many == ir::Many::one && field->base == ir::Base::day))
        add(fact.low, {"act", path, fact.low, field->label});
    }
  }

  void add_readings(const std::vector<bool>& used) {
    for (const ir::Holding& h : law.holdings) {
      if (!bears(h.module, used, h.provision)) continue;
      std::string ref;
      for (std::uint32_t i = 0; i < h.readings; ++i)
        (ref += ref.empty() ? "" : ", ") += law.str(law.readings[law.kids[h.first_reading + i]].id);
      if (ref.empty()) ref = "letter";
      add(h.said, {"reading", ref, h.said, h.who});
      add(h.reach, {"reading", ref, h.reach, h.who});
      add(h.until, {"reading", ref, h.until, h.who});
    }
  }

  void add_acts() {
    const ir::Field& list = law.fields[static_cast<std::size_t>(
        ir::field_named(law, law.anchors.record_case, "later"))];
    const ir::Field& act =
        law.fields[static_cast<std::size_t>(ir::field_named(law, list.ref, "act"))];
    const ir::Field& on =
        law.fields[static_cast<std::size_t>(ir::field_named(law, list.ref, "on"))];
    const ir::Fact& length = facts.slots[law.anchors.later];
    if (length.known != ir::Known::yes) return;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i) {
      std::uint32_t base = law.anchors.later + 1 + i * law.records[list.ref].slots;
      const ir::Fact &what = facts.slots[base + act.offset], &day = facts.slots[base + on.offset];
      if (what.known != ir::Known::yes || day.known != ir::Known::yes) continue;
      add(day.low, {"act", std::string(ir::enum_word(law, law.anchors.enum_act, what.low)), day.low,
                    law.enum_values[law.enums[law.anchors.enum_act].first_value +
                                    static_cast<std::uint32_t>(what.low)]
                        .label});
    }
  }
};

Interval interval_on(const ir::Law& law, const ir::Facts& facts, Question question, base::Day day,
                     base::Day today, bool as_lived) {
  question.on = day;
  if (as_lived) question.known_on = day;
  Options options;
  options.report = false;
  Answer answer = check(law, facts, question, today, options);
  Interval interval;
  interval.from = day;
  interval.verdict = answer.verdict;
  for (const StanceAnswer& s : answer.stances)
    interval.stances.push_back({s.stance, {s.verdict, s.outcome}});
  return interval;
}

bool same(const Interval& a, const Interval& b) {
  return a.verdict == b.verdict && a.stances == b.stances;
}

// Files of law that the question on its last day read; earlier days may read others, but no other instrument.
std::vector<bool> files_used(const ir::Law& law, const ir::Facts& facts, const Question& question,
                             base::Day today) {
  World world(law, facts, question, today, false);
  const std::vector<bool> read = world.files_used();
  std::vector<bool> used = read;
  for (std::size_t f = 0; f < used.size(); ++f)  // the other files of an instrument that was read
    for (std::size_t g = 0; g < used.size() && !used[f]; ++g)
      if (read[g] && law.files[f].instrument == law.files[g].instrument) used[f] = true;
  return used;
}

}  // namespace

std::vector<Interval> timeline(const ir::Law& law, const ir::Facts& facts, const Question& question,
                               base::Day today, bool as_lived) {
  int on = ir::field_named(law, law.anchors.record_celebration, "on");
  const ir::Fact& day =
      facts.slots[law.anchors.celebration + law.fields[static_cast<std::size_t>(on)].offset];
  if (day.known != ir::Known::yes && day.known != ir::Known::range) return {};
  Question asked = question;
  asked.planned = false;
  Days days{law,
            facts,
            asked,
            day.low,
            std::max(question.on, day.low),
            places_named(law, facts, asked.forum),
            {}};
  days.add(day.low, {"act", "celebration", day.low, {}});
  auto used = files_used(law, facts, asked, today);
  days.add_law(used);
  days.add_readings(used);
  days.add_overlays();
  days.add_rows();
  days.add_acts();
  const Causes official = days.found;  // what follows is marked only where it changes something
  days.add_changes();
  std::vector<Interval> intervals;
  for (auto& [when, causes] : days.found) {
    auto told = official.find(when);
    bool act = told != official.end() && std::ranges::any_of(told->second, [](const auto& cause) {
                 return cause.kind == "act";
               });
    Interval next = interval_on(law, facts, asked, when, today, as_lived);
    // An official act of the couple's own case is always marked, whether it changes their status or not.
    if (!intervals.empty() && same(intervals.back(), next) && !act) continue;
    if (!intervals.empty()) intervals.back().until = when;
    next.because = causes;
    intervals.push_back(std::move(next));
  }
  return intervals;
}

}  // namespace comity::engine
