#include "engine/place_law.h"

#include <algorithm>

#include "engine/place_topics.h"

namespace comity::engine {

namespace {

constexpr std::array<std::string_view, topic_count> topics = {"same_sex_marriage",
                                                              "registered_partnership",
                                                              "foreign_same_sex_marriage",
                                                              "same_sex_acts",
                                                              "promotion_law",
                                                              "marriage_age",
                                                              "first_cousins",
                                                              "uncle_niece",
                                                              "polygamy",
                                                              "proxy_form",
                                                              "remote_form",
                                                              "religious_form",
                                                              "affinity",
                                                              "adoption"};

struct TopicScan {
  PlaceAsked asked;
  Topic topic;
  std::map<base::Day, TopicFinding> known;  // by day asked
  std::set<base::Day> days;                 // on which the value may change

  TopicScan(const PlaceAsked& of, Topic about)
      : asked(of), topic(about), days(days_of(of, about)) {}

  // The rules first; the row where no rule of the place speaks, or where what they lack is law.
  const TopicFinding& at(base::Day on) {
    auto [found, is_new] = known.try_emplace(on);
    if (!is_new) return found->second;
    std::optional<TopicFinding> ruled = by_rules(asked, topic, on);
    const ir::Row* row = row_of(asked, topic, on);
    std::optional<TopicFinding> told =
        row ? std::optional(by_row(asked, topic, *row)) : std::nullopt;
    if (told && (!ruled || ruled->value == "unknown" || row_knows_more(topic, *told, *ruled))) {
      found->second = std::move(*told);
    } else if (ruled) {
      found->second = std::move(*ruled);
    } else {
      found->second.value = "unknown";
      found->second.missing = {std::string(word(topic))};
    }
    if (found->second.value == "unknown" &&
        asked.law.places[static_cast<std::size_t>(asked.place)].by_part)
      if (auto agreed = by_parts(on)) found->second = std::move(*agreed);
    return found->second;
  }

  static TopicFinding part_untold() {
    TopicFinding finding;
    finding.value = "unknown";
    finding.missing = {"the part: its law is by part"};
    return finding;
  }

  // Of a state whose law is by part: the word all its parts agree on. Territories and nations with codes of their own are apart.
  std::optional<TopicFinding> by_parts(base::Day on) const {
    const ir::Law& law = asked.law;
    const std::string within =
        std::string(law.str(law.places[static_cast<std::size_t>(asked.place)].code)) + "-";
    std::optional<TopicFinding> agreed;
    for (std::size_t p = 0; p < law.places.size(); ++p) {
      std::string_view code = law.str(law.places[p].code);
      if (law.places[p].part_of != asked.place || !code.starts_with(within) ||
          code.starts_with(within + "X-"))
        continue;
      TopicScan part({law, static_cast<ir::Value>(p), asked.today, asked.facts_of}, topic);
      TopicFinding one = part.at(on);
      if (one.value == "unknown") return std::nullopt;
      if (agreed && !agreed->says_the_same(one)) return part_untold();
      if (!agreed) part.explain(one, on), agreed = std::move(one);
    }
    return agreed;
  }

  // ---- what a value rests on

  void rest_on_provision(TopicFinding& finding, std::uint32_t number) const {
    if (number >= asked.law.provisions.size()) return;
    const ir::Provision& p = asked.law.provisions[number];
    finding.provision_number = number;
    finding.provision = std::string(asked.law.str(p.id));
    finding.cite = std::string(asked.law.str(p.cite));
    finding.source = std::string(asked.law.str(p.source));
    finding.confidence = p.on_knowledge ? "knowledge" : "confirmed";
  }

  // The bar of the topic's kind that began or ended on the day the value began, else the first that stood by the day.
  std::uint32_t bar_of_kind(const TopicFinding& finding, base::Day on) const {
    const ir::Law& law = asked.law;
    const ir::Module* module = asked.module();
    const std::uint16_t kind = bar_kind_of_topic(law, topic);
    std::uint32_t found = ir::none_u32;
    if (!module) return found;
    for (std::uint32_t b = module->first_bar; b < module->first_bar + module->bars; ++b) {
      const ir::Bar& bar = law.bars[b];
      if (bar.kind != kind) continue;
      const ir::Function& f = law.functions[bar.function];
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
        const ir::Version& version = law.clauses[c].version;
        if (finding.from && (version.until == *finding.from || version.from == *finding.from))
          return bar.provision;
        if (found == ir::none_u32 && version.from <= on) found = bar.provision;
      }
    }
    return found == ir::none_u32 ? own_rule(*module, on) : found;
  }

  // Of a law that says who may marry by rules of its own instead of bars.
  std::uint32_t own_rule(const ir::Module& module, base::Day on) const {
    const ir::Law& law = asked.law;
    const std::uint32_t number = law.members_of[module.first_member + law.anchors.member_may_marry];
    if (number == ir::none_u32) return ir::none_u32;
    const ir::Function& f = law.functions[number];
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
      if (law.clauses[c].version.from <= on && on < law.clauses[c].version.until)
        return law.clauses[c].provision;
    return ir::none_u32;
  }

  void explain(TopicFinding& finding, base::Day on) const {
    if (!finding.provision.empty() || !finding.source.empty() || finding.value == "unknown")
      return;  // a row, or nothing
    const ir::Module* module = asked.module();
    const ir::Row* row = module && !module->own_law ? row_of(asked, topic, on) : nullptr;
    if (row) {  // rules common to many places: what they rest on is this place's row
      TopicFinding told = by_row(asked, topic, *row);
      finding.provision = told.provision, finding.cite = told.cite, finding.source = told.source;
      finding.confidence = told.confidence, finding.row_of = told.row_of;
      return;
    }
    std::uint32_t number = finding.provision_number;
    if (number == ir::none_u32 && topic != Topic::foreign_same_sex_marriage) {
      auto facts = asked.facts_of(at_home(asked.law, asked.place, on, couple_of(topic)));
      if (facts)
        number = standing_bar(asked.law, *facts, question_at(asked, on),
                              bar_kind_of_topic(asked.law, topic));
    }
    rest_on_provision(finding, number != ir::none_u32 ? number : bar_of_kind(finding, on));
  }

  // ---- over time

  // A stretch of days around `on`. Where nothing is known before, the law may be older than what the base holds.
  TopicFinding around(base::Day on) {
    TopicFinding finding = at(on);
    if (finding.value == "unknown") return finding;
    bool known_before = true;
    for (auto day = std::make_reverse_iterator(days.upper_bound(on));
         day != days.rend() && !finding.from && known_before; ++day) {
      const TopicFinding& before = at(*day - 1);
      if (before.value == "unknown")
        known_before = false;
      else if (!finding.says_the_same(before))
        finding.from = *day;
    }
    for (auto day = days.upper_bound(on); day != days.end() && !finding.until; ++day)
      if (!finding.says_the_same(at(*day))) finding.until = *day;
    const ir::Row* row = finding.source.empty() ? nullptr : row_of(asked, topic, on);
    if (row && !finding.from && !known_before && row->from > base::first_day)
      finding.from = row->from;
    explain(finding, on);
    return finding;
  }

  std::vector<TopicFinding> history() {
    std::vector<TopicFinding> all;
    auto next = [&](base::Day on, std::optional<base::Day> from) {
      TopicFinding finding = at(on);
      if (!all.empty() && all.back().says_the_same(finding)) return;
      if (!all.empty()) all.back().until = from;
      finding.from = from;
      explain(finding, on);
      all.push_back(std::move(finding));
    };
    if (days.empty()) return {at(asked.today)};
    next(*days.begin() - 1, std::nullopt);
    for (base::Day day : days) next(day, day);
    return all;
  }
};

}  // namespace

std::string_view word(Topic topic) { return topics[static_cast<std::size_t>(topic)]; }

std::optional<Topic> topic_named(std::string_view name) {
  auto at = std::ranges::find(topics, name);
  return at == topics.end() ? std::nullopt : std::optional(static_cast<Topic>(at - topics.begin()));
}

std::vector<std::string> topic_words() { return {topics.begin(), topics.end()}; }

bool TopicFinding::says_the_same(const TopicFinding& other) const {
  // Rules that name no lowest age and a row that names one do not differ in law: the row only says more.
  constexpr AgePair no_lowest{0, 0};
  if (has_ages && other.has_ages && general == other.general &&
      (with_consent == no_lowest || other.with_consent == no_lowest))
    return true;
  return value == other.value && stances == other.stances && purposes == other.purposes &&
         details == other.details && general == other.general && with_consent == other.with_consent;
}

PlaceLaw place_law(const ir::Law& law, const PlaceLawQuestion& question, base::Day today,
                   const FactsOfProbe& facts_of) {
  PlaceLaw answer{question.place, question.on, {}};
  const PlaceAsked asked{law, question.place, today, facts_of};
  for (std::size_t t = 0; t < topic_count; ++t) {
    const auto topic = static_cast<Topic>(t);
    if (question.topic && *question.topic != topic) continue;
    TopicScan scan(asked, topic);
    answer.topics.push_back(
        {topic, question.history ? scan.history() : std::vector{scan.around(question.on)}});
  }
  return answer;
}

}  // namespace comity::engine
