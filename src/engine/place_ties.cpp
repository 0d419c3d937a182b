// Ties that are not of blood, each a value of its own: by marriage, by adoption.
#include <array>
#include <span>

#include "engine/place_topics.h"

namespace comity::engine {

namespace {

constexpr std::array by_marriage = {"step_parent_child", "parent_child_in_law", "sibling_in_law"};
constexpr std::array by_adoption = {"adopter_adopted", "adoptive_siblings"};

std::span<const char* const> ties_of(Topic topic) {
  if (topic == Topic::affinity) return by_marriage;
  if (topic == Topic::adoption) return by_adoption;
  return {};
}

// A tie by marriage may stop to matter with a permission, or once death has ended the marriages it came from.
ByStance one_tie(const PlaceAsked& asked, Topic topic, const char* tie, base::Day on) {
  Couple couple;
  (topic == Topic::affinity ? couple.affinity : couple.adoption) = tie;
  Couple eased = couple;
  eased.permitted = {std::string(word(topic))};
  eased.widowed = topic == Topic::affinity;
  ByStance by = may_marry(asked, on, couple, eased);
  if (looks_at_tie(asked, topic, tie)) return by;
  for (auto& [stance, told] : by.words)
    if (told == "allowed") told.clear(), by.missing.insert(std::string("rules on ") + tie);
  return by;
}

std::string told_of(const TopicFinding& finding, const std::string& tie) {
  auto at = std::ranges::find(finding.details, tie, &std::pair<std::string, std::string>::first);
  return at == finding.details.end() ? "unknown" : at->second;
}

std::string in_common(const std::set<std::string>& words) {
  return words.size() == 1 ? *words.begin() : "by_tie";
}

}  // namespace

bool is_of_ties(Topic topic) { return !ties_of(topic).empty(); }

void settle_ties(TopicFinding& finding) {
  std::set<std::string> words;
  for (const auto& [tie, told] : finding.details) words.insert(told);
  finding.value = words.contains("contested") ? "contested" : in_common(words);
  if (finding.value == "unknown") finding.details.clear();
}

bool tells_more_ties(const TopicFinding& row, const TopicFinding& rules) {
  bool more = false;
  for (const auto& [tie, ruled] : rules.details) {
    const std::string in_row = told_of(row, tie);
    if (ruled != "unknown" && ruled != in_row) return false;
    more |= ruled != in_row;
  }
  return more;
}

bool ties_agree(const TopicFinding& row, const TopicFinding& rules) {
  return std::ranges::all_of(rules.details, [&](const auto& tie) {
    const std::string in_row = told_of(row, tie.first);
    return in_row == "unknown" || tie.second == "unknown" || tie.second == "contested" ||
           tie.second == in_row;
  });
}

TopicFinding of_ties(const PlaceAsked& asked, Topic topic, base::Day on) {
  TopicFinding finding;
  finding.by_tie = true;
  std::set<std::string> missing;
  std::map<std::string, std::set<std::string>> by_stance;
  std::size_t stances = 0;
  std::vector<TopicFinding> each;
  for (const char* tie : ties_of(topic)) {
    const TopicFinding one = finding_of(one_tie(asked, topic, tie, on));
    finding.details.emplace_back(tie, one.value);
    missing.insert(one.missing.begin(), one.missing.end());
    each.push_back(one);
    stances = std::max(stances, one.stances.size());
  }
  finding.missing.assign(missing.begin(), missing.end());
  settle_ties(finding);
  if (stances == 0) return finding;
  // A tie on which all agree is told once, without stances: it says the same in each.
  for (const TopicFinding& one : each)
    for (const auto& [stance, told] : one.stances) by_stance[stance].insert(told);
  for (const TopicFinding& one : each)
    if (one.stances.empty())
      for (auto& [stance, words] : by_stance) words.insert(one.value);
  for (const auto& [stance, words] : by_stance)
    finding.stances.emplace_back(stance, in_common(words));
  return finding;
}

}  // namespace comity::engine
