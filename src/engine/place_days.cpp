// When what a place's law says of a topic may change, and where its rules and its row say different things.
#include <algorithm>

#include "engine/place_law.h"
#include "engine/place_topics.h"
#include "ir/rows.h"

namespace comity::engine {

namespace {

struct Days {
  const PlaceAsked& asked;
  std::set<base::Day> days;

  void add(base::Day day) {
    if (day > base::first_day && day < base::last_day) days.insert(day);
  }

  void topic(Topic about) {
    const ir::Law& law = asked.law;
    if (const ir::Table* table = table_of(law, about))
      for (const ir::Row& row : ir::rows_for(law, *table, asked.place))
        add(row.from), add(row.until);
    if (bar_kind_of_topic(law, about) == 0xffff) return;
    for (const ir::Row& row : law.rows)  // tables that only rules read
      if (row.place == asked.place) add(row.from), add(row.until);
    for (ir::Value at = asked.place; at >= 0; at = law.places[static_cast<std::size_t>(at)].part_of)
      if (const ir::Module* module = law.module_of(at))
        add_module(static_cast<std::uint16_t>(module - law.modules.data()));
    if (about != Topic::foreign_same_sex_marriage) return;
    for (const ir::Overlay& o : law.overlays) add(o.said), add(o.reach), add(o.until);
  }

  void add_module(std::uint16_t module) {
    const ir::Law& law = asked.law;
    add(law.modules[module].covers_from), add(law.modules[module].recognition_from);
    for (const ir::Function& f : law.functions) {
      if (!law.speaks_for(f.module, module)) continue;
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        add(law.clauses[c].version.from), add(law.clauses[c].version.until);
    }
    for (const ir::Holding& h : law.holdings)
      if (law.speaks_for(h.module, module)) add(h.said), add(h.reach), add(h.until);
  }
};

// One word against another; where those who apply the rules differ, the row may be with any of them.
bool agree(const TopicFinding& rules, const TopicFinding& row) {
  constexpr AgePair no_lowest{0, 0};  // rules and rows may leave the lowest age untold
  if (rules.has_ages)
    return rules.general == row.general &&
           (rules.with_consent == row.with_consent || rules.with_consent == no_lowest ||
            row.with_consent == no_lowest);
  if (rules.by_tie) return ties_agree(row, rules);
  if (rules.value == row.value) return true;
  return std::ranges::any_of(rules.stances,
                             [&](const auto& stance) { return stance.second == row.value; });
}

// The days of one row on which the rules say something else, stretch by stretch.
void compare(const PlaceAsked& asked, Topic topic, const ir::Row& row,
             const std::set<base::Day>& days, std::vector<RowUnlikeRules>& found) {
  const TopicFinding told = by_row(asked, topic, row);
  std::vector<base::Day> on = {std::max(row.from, *days.begin() - 1)};
  for (auto day = days.upper_bound(on.front()); day != days.end() && *day < row.until; ++day)
    on.push_back(*day);
  bool differed = false;
  for (base::Day day : on) {
    const auto ruled = by_rules(asked, topic, day);
    const bool differs = row_of(asked, topic, day) == &row && ruled && ruled->value != "unknown" &&
                         !row_knows_more(topic, told, *ruled) && !agree(*ruled, told);
    if (differs && !differed)
      found.push_back({topic, static_cast<std::uint32_t>(&row - asked.law.rows.data()), day,
                       std::nullopt, *ruled, told});
    if (differed && !differs) found.back().until = day;
    differed = differs;
  }
}

}  // namespace

std::set<base::Day> days_of(const PlaceAsked& asked, Topic topic) {
  Days days{asked, {}};
  days.topic(topic);
  return std::move(days.days);
}

// What rules on validity cannot tell and a row can: from what age nobody's consent is wanted, where a wedding without it
// stands all the same; how far a permission goes that the rules leave without a lowest age; what some may do by their religion.
bool row_knows_more(Topic topic, const TopicFinding& row, const TopicFinding& rules) {
  if (topic == Topic::polygamy) return rules.value == "void" && row.value == "available_to_some";
  if (rules.by_tie) return tells_more_ties(row, rules);
  if (topic != Topic::marriage_age) return false;
  const bool no_consent_asked =
      rules.general == rules.with_consent && row.with_consent == rules.general;
  const bool no_lowest = rules.with_consent == AgePair{0, 0} && row.general == rules.general;
  return no_consent_asked || no_lowest;
}

std::vector<RowUnlikeRules> rows_unlike_rules(const ir::Law& law, ir::Value place, base::Day today,
                                              const FactsOfProbe& facts_of) {
  std::vector<RowUnlikeRules> found;
  const PlaceAsked asked{law, place, today, facts_of};
  for (std::size_t t = 0; t < topic_count; ++t) {
    const auto topic = static_cast<Topic>(t);
    const ir::Table* table = table_of(law, topic);
    if (!table || bar_kind_of_topic(law, topic) == 0xffff) continue;
    const auto days = days_of(asked, topic);
    if (days.empty()) continue;
    for (const ir::Row& row : ir::rows_for(law, *table, place))
      compare(asked, topic, row, days, found);
  }
  return found;
}

}  // namespace comity::engine
