// One topic of a place's law on one day: from the rules by probes, from the tables by rows. Inside engine only.
// place_topics.cpp: values; place_ties.cpp: ties by marriage and by adoption; place_foreign.cpp: marriages made elsewhere;
// place_rows.cpp: what the tables hold; place_days.cpp: when it may change; place_law.cpp: over time, and what a value rests on.
#pragma once
#include <algorithm>
#include <set>

#include "engine/place_probes.h"

namespace comity::engine {

struct PlaceAsked {
  const ir::Law& law;
  ir::Value place;
  base::Day today;
  const FactsOfProbe& facts_of;

  const ir::Module* module() const { return law.module_of(place); }
  // The law of a day as it was known on it: what came later and reached back is left out.
  base::Day known_on(base::Day on) const { return std::min(on, today); }
};

// What the rules say of a topic, a word by stance; the word is empty where it is open.
struct ByStance {
  std::map<Stance, std::string> words;
  std::set<std::string> missing;
  bool lacks_law_only = true;  // of what is missing
  std::map<Stance, std::vector<std::string>> purposes;
  std::string degree;  // of a second marriage: voidable, where it is not void
  std::uint32_t decided_by = ir::none_u32;
};

// From the rules; nothing for a topic that only tables hold.
std::optional<TopicFinding> by_rules(const PlaceAsked& asked, Topic topic, base::Day on);
TopicFinding foreign_same_sex_marriage(const PlaceAsked& asked, base::Day on);  // place_foreign.cpp
TopicFinding finding_of(const ByStance& by);
void note_open(ByStance& by, const std::vector<Open>& opens);
// Of a topic told tie by tie: the word all ties have in common, else by_tie; what nobody knows of any tie is unknown.
void settle_ties(TopicFinding& finding);
// Whether the row holds all that the rules tell of the ties, and more.
bool tells_more_ties(const TopicFinding& row, const TopicFinding& rules);
// Whether they tell no tie differently.
bool ties_agree(const TopicFinding& row, const TopicFinding& rules);
// Whether the couple may marry: allowed; conditional, where the other couple may; prohibited.
ByStance may_marry(const PlaceAsked& asked, base::Day on, const Couple& couple,
                   const Couple& permitted);
// Topics told tie by tie: affinity, adoption.
bool is_of_ties(Topic topic);
TopicFinding of_ties(const PlaceAsked& asked, Topic topic, base::Day on);
// The kind of bar that a topic is about; 0xffff for none.
std::uint16_t bar_kind_of_topic(const ir::Law& law, Topic topic);
Question question_at(const PlaceAsked& asked, base::Day on);
// A couple that the topic is about, for finding the bar that stands.
Couple couple_of(Topic topic);

// The row of the topic's table for the place on the day; nullptr: none.
const ir::Row* row_of(const PlaceAsked& asked, Topic topic, base::Day on);
const ir::Table* table_of(const ir::Law& law, Topic topic);
TopicFinding by_row(const PlaceAsked& asked, Topic topic, const ir::Row& row);
// The days on which the value of a topic may change.
std::set<base::Day> days_of(const PlaceAsked& asked, Topic topic);
// Whether the row tells what the rules cannot, and takes nothing back of what they say.
bool row_knows_more(Topic topic, const TopicFinding& row, const TopicFinding& rules);
// Whether rules of the place look at this form of wedding at all: a form that none looks at is not thereby good.
bool looks_at_form(const PlaceAsked& asked, std::string_view form);
// Likewise of a tie that is not of blood: silence on it is no leave to marry.
bool looks_at_tie(const PlaceAsked& asked, Topic topic, std::string_view tie);

}  // namespace comity::engine
