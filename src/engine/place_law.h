// What the law of a place says on a day, topic by topic: whether two of one sex can marry there, from what age, what a
// marriage made elsewhere counts as. Where rules decide, the rules themselves are asked about probe couples, so that
// nothing is stated twice; the tables answer where only tables speak, and where the rules lack law that a row has.
// Guarantees: same law, same place, same day: the same finding. Leaves to the caller how a probe becomes facts (the case
// format is read above this layer), and words for people.
#pragma once
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/engine.h"

namespace comity::engine {

enum class Topic : std::uint8_t {
  same_sex_marriage,
  registered_partnership,
  foreign_same_sex_marriage,
  same_sex_acts,
  promotion_law,
  marriage_age,
  first_cousins,
  uncle_niece,
  polygamy,
  proxy_form,
  remote_form,
  religious_form,
  affinity,
  adoption
};
inline constexpr std::size_t topic_count = 14;

std::string_view word(Topic topic);
std::optional<Topic> topic_named(std::string_view name);
std::vector<std::string> topic_words();

// One fact of a probe couple, by its path in the case format; a list has one word, or none when it is empty.
struct ProbeFact {
  std::string path, word;
  bool list = false;
};
using Probe = std::vector<ProbeFact>;
// nullopt: the case format of this law base refuses the probe.
using FactsOfProbe = std::function<std::optional<ir::Facts>(const Probe&)>;

// Years; nothing: no such age. Nought: no lowest age was found.
struct AgePair {
  std::optional<int> female, male;
  bool operator==(const AgePair&) const = default;
};

struct TopicFinding {
  std::string value;  // the contract's word; empty for the age of marriage
  std::vector<std::pair<std::string, std::string>>
      stances;                        // stance, its value: where they differ or some is open
  std::vector<std::string> purposes;  // of foreign_same_sex_marriage; all of them: "*"
  std::vector<std::pair<std::string, std::string>>
      details;  // further columns of a row: whom, enforced, penalty; of affinity and adoption, a word a tie
  bool by_tie = false;  // the details are ties, and the value is what they have in common
  bool has_ages = false;
  AgePair general, with_consent;
  std::vector<std::string> missing;  // of an unknown value
  std::uint32_t provision_number = ir::none_u32;
  std::string provision, cite, source, confidence;
  std::string row_of;                    // the place whose row reached this part of it
  std::optional<base::Day> from, until;  // the days between which the value is the same
  bool says_the_same(const TopicFinding& other) const;
};

struct TopicHistory {
  Topic topic;
  std::vector<TopicFinding> findings;  // in order of days; one, unless the history was asked for
};

struct PlaceLaw {
  ir::Value place = -1;
  base::Day on = 0;
  std::vector<TopicHistory> topics;
};

struct PlaceLawQuestion {
  ir::Value place = -1;
  base::Day on = 0;
  std::optional<Topic> topic;  // one only
  bool history = false;        // every stretch of days, not only the one of `on`
};

PlaceLaw place_law(const ir::Law& law, const PlaceLawQuestion& question, base::Day today,
                   const FactsOfProbe& facts_of);

// Days on which the rules of a place give a topic one value and its row another.
struct RowUnlikeRules {
  Topic topic;
  std::uint32_t row = 0;  // into Law::rows
  base::Day from = 0;
  std::optional<base::Day> until;  // none: to the row's end
  TopicFinding rules, told;
};

// Each day by what was known on it. What the rules leave open, and what a row knows beyond them, does not differ.
std::vector<RowUnlikeRules> rows_unlike_rules(const ir::Law& law, ir::Value place, base::Day today,
                                              const FactsOfProbe& facts_of);

}  // namespace comity::engine
