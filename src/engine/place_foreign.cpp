// What a marriage of two of one sex made elsewhere counts as: the forum's own answer to a probe couple, for every purpose.
#include "engine/place_topics.h"

#include "ir/paths.h"

namespace comity::engine {

namespace {

std::string word_of_outcome(const StanceAnswer& answer, const std::vector<std::string>& purposes) {
  switch (answer.outcome) {
    case Outcome::none:
      return "";
    case Outcome::recognised:
      return "full";
    case Outcome::recognised_as_registered_partnership:
      return "as_partnership";
    case Outcome::recognised_limited_purpose:
      return purposes == std::vector<std::string>{"record"} ? "record_only" : "limited";
    case Outcome::not_recognised:
      return "none";
  }
  return "";
}

std::vector<std::string> purposes_of(const ir::Law& law, const StanceAnswer& answer) {
  const std::uint16_t of = law.anchors.enum_purpose;
  if (answer.purposes.size() == law.enums[of].values) return {"*"};
  std::vector<std::string> list;
  list.reserve(answer.purposes.size());
  for (std::uint8_t purpose : answer.purposes) list.emplace_back(ir::enum_word(law, of, purpose));
  return list;
}

using ForeignProbe = std::function<Probe(const char* sex)>;
ByStance counts_here(const PlaceAsked& asked, base::Day on, const ForeignProbe& probe_of) {
  ByStance by;
  Options options;
  options.derivations = options.report = false;
  for (const char* sex : {"male", "female"}) {
    auto facts = asked.facts_of(probe_of(sex));
    if (!facts) {
      by.words[Stance::letter] = "";
      return by;
    }
    Answer answer = check(asked.law, *facts, question_at(asked, on), asked.today, options);
    for (const StanceAnswer& s : answer.stances) {
      if (s.verdict == Verdict::silent) continue;
      auto purposes = purposes_of(asked.law, s);
      std::string word = word_of_outcome(s, purposes);
      auto [at, first] = by.words.try_emplace(s.stance, word);
      if (!first && at->second != word) at->second = "";
      if (word != "none" && !word.empty()) by.purposes.try_emplace(s.stance, purposes);
      if (by.decided_by == ir::none_u32) by.decided_by = s.decided_by;
      note_open(by, s.opens);
    }
  }
  return by;
}

// Another member of the Union on the day, where the place is one: from where its nationals may come back married.
std::optional<ir::Value> other_member(const PlaceAsked& asked, base::Day on) {
  const ir::Law& law = asked.law;
  const ir::Table* members = nullptr;
  for (const ir::Table& table : law.tables)
    if (law.str(table.name) == "eu_members") members = &table;
  auto is_member = [&](ir::Value place) {
    for (std::uint32_t i = 0; members && i < members->rows; ++i)
      if (const ir::Row& row = law.rows[members->first_row + i];
          row.place == place && row.from <= on && on < row.until)
        return true;
    return false;
  };
  if (!is_member(asked.place)) return std::nullopt;
  for (const char* code : {"NL", "BE"})
    if (int place = ir::place_named(law, code);
        place >= 0 && place != asked.place && is_member(place))
      return place;
  return std::nullopt;
}

}  // namespace

TopicFinding foreign_same_sex_marriage(const PlaceAsked& asked, base::Day on) {
  TopicFinding finding = finding_of(counts_here(
      asked, on, [&](const char* sex) { return from_abroad(asked.law, asked.place, on, sex); }));
  if (finding.value != "none") return finding;
  auto other = other_member(asked, on);
  if (!other) return finding;
  TopicFinding movers = finding_of(counts_here(asked, on, [&](const char* sex) {
    return moved_from(asked.law, asked.place, *other, on, sex);
  }));
  if (movers.value == "none" || movers.value == "unknown") return finding;
  movers.details.emplace_back(
      "whom", "union_movers");  // nothing for those who stayed: as a rule on some couples only
  if (movers.value != "contested") movers.value = "limited";
  return movers;
}

}  // namespace comity::engine
