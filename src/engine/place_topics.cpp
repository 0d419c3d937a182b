#include "engine/place_topics.h"

#include <algorithm>

#include "engine/words.h"
#include "ir/paths.h"

namespace comity::engine {

namespace {

constexpr int oldest_minor = 25,
              youngest_asked =
                  8;  // ages probed; no law is known to set the age of marriage outside

struct Answered {  // one probe, by stance
  std::map<Stance, std::optional<bool>> holds;
  std::vector<Open> opens;
};

Answered ask(const PlaceAsked& asked, base::Day on, const Couple& couple, Asking asking) {
  Answered answered;
  auto facts = asked.facts_of(at_home(asked.law, asked.place, on, couple));
  if (!facts) {
    answered.holds[Stance::letter] = std::nullopt;
    return answered;
  }
  for (StanceSaid& said : marriage_stands(asked.law, *facts, question_at(asked, on), asking)) {
    answered.holds[said.stance] = said.holds;
    answered.opens.insert(answered.opens.end(), said.opens.begin(), said.opens.end());
  }
  return answered;
}

// No rule of the kind in the place's module: that nothing forbids says nothing, unless the law answers by a rule of its own.
bool speaks_of(const PlaceAsked& asked, std::uint16_t kind) {
  const ir::Module* module = asked.module();
  if (!module) return false;
  for (std::uint32_t b = module->first_bar; b < module->first_bar + module->bars; ++b)
    if (asked.law.bars[b].kind == kind) return true;
  auto writes = [&](std::uint32_t member) {
    return asked.law.members_of[module->first_member + member] != ir::none_u32;
  };
  return writes(asked.law.anchors.member_valid) || writes(asked.law.anchors.member_may_marry);
}

TopicFinding no_rule(const ir::Law& law, std::uint16_t kind) {
  TopicFinding finding;
  finding.value = "unknown";
  finding.missing.push_back("rules on " +
                            std::string(ir::enum_word(law, law.anchors.enum_bar_kind, kind)));
  return finding;
}

ByStance same_sex_marriage(const PlaceAsked& asked, base::Day on) {
  ByStance by;
  Couple men, women;
  men.sexes[1] = "male";
  women.sexes[0] = "female";
  Answered m = ask(asked, on, men, Asking::no_bar), w = ask(asked, on, women, Asking::no_bar);
  note_open(by, m.opens);
  note_open(by, w.opens);
  for (const auto& [stance, holds] : m.holds) {
    auto other = w.holds.contains(stance) ? w.holds[stance] : holds;
    if (holds && other && *holds == *other) {
      by.words[stance] = *holds ? "open" : "not_open";
      continue;
    }
    by.words[stance] = "";
    if (!holds || !other) continue;
    by.lacks_law_only = false;
    by.missing.insert(*holds ? "two men only" : "two women only");
  }
  return by;
}

// One word where the marriage stands, else what the second question makes of it.
ByStance in_two_steps(const PlaceAsked& asked, base::Day on, const Couple& first, Asking first_asks,
                      const char* if_stands, const Couple& second, Asking second_asks,
                      const char* if_second, const char* otherwise) {
  ByStance by;
  Answered a = ask(asked, on, first, first_asks);
  note_open(by, a.opens);
  const bool all_stand =
      std::ranges::all_of(a.holds, [](const auto& held) { return held.second == true; });
  const Answered b = all_stand ? Answered{} : ask(asked, on, second, second_asks);
  bool needed = false;
  for (const auto& [stance, holds] : a.holds) {
    if (!holds || *holds) {
      by.words[stance] = holds ? if_stands : "";
      continue;
    }
    needed = true;
    auto at = b.holds.find(stance);
    by.words[stance] = at == b.holds.end() || !at->second ? ""
                       : *at->second                      ? if_second
                                                          : otherwise;
  }
  if (needed) note_open(by, b.opens);
  return by;
}

ByStance kin(const PlaceAsked& asked, base::Day on, Topic topic) {
  Couple couple = couple_of(topic), permitted = couple;
  permitted.permitted = {"kinship"};
  return may_marry(asked, on, couple, permitted);
}

// A second marriage that stands until annulled is no more open than a void one.
ByStance polygamy(const PlaceAsked& asked, base::Day on) {
  Couple couple = couple_of(Topic::polygamy);
  ByStance by = in_two_steps(asked, on, couple, Asking::no_bar, "available", couple,
                             Asking::not_void, "voidable", "void");
  for (auto& [stance, word] : by.words)
    if (word == "voidable") word = "void", by.degree = "voidable";
  return by;
}

ByStance special_form(const PlaceAsked& asked, base::Day on, Topic topic) {
  Couple couple = couple_of(topic), permitted = couple;
  permitted.permitted = {"sovereign", "consent"};
  return in_two_steps(asked, on, couple, Asking::with_form, "allowed", permitted, Asking::with_form,
                      "conditional", "not_allowed");
}

ByStance religious_form(const PlaceAsked& asked, base::Day on) {
  Couple unregistered = couple_of(Topic::religious_form), registered = unregistered;
  unregistered.registered = false;
  constexpr const char* effect = "civil_effect_if_registered";
  ByStance by = in_two_steps(asked, on, unregistered, Asking::with_form, effect, registered,
                             Asking::with_form, effect, "no_civil_effect");
  Answered civil = ask(asked, on, Couple{}, Asking::with_form);
  for (auto& [stance, word] : by.words)
    if (word.starts_with("civil_effect") && civil.holds.contains(stance) &&
        civil.holds[stance] == false)
      word = "only_form";
  return by;
}

// The lowest age from which a marriage stands, the other spouse being grown up. Nothing: open, or no such age.
struct Lowest {
  std::optional<int> age;
  std::vector<Open> opens;
  bool open = false;
};
Lowest lowest_age(const PlaceAsked& asked, base::Day on, bool female, bool permitted, int from) {
  auto stands = [&](int age) {
    Couple couple;
    if (!female) std::swap(couple.sexes[0], couple.sexes[1]);
    couple.ages[1] = age;
    if (permitted) couple.permitted = {"age", "consent"};
    return ask(asked, on, couple, Asking::no_bar);
  };
  Lowest lowest;
  for (int age = from, step = 0; age >= youngest_asked && age <= oldest_minor; age += step) {
    Answered answered = stands(age);
    const std::optional<bool> holds = answered.holds[Stance::letter];
    if (!holds) return {std::nullopt, answered.opens, true};
    if (step == 0) step = *holds ? -1 : permitted ? oldest_minor : 1;
    if (*holds) lowest.age = age;
    if (*holds != (step < 0))
      return lowest;  // going down: the first that is too young; going up: the first old enough
  }
  if (lowest.age == youngest_asked) lowest.age = 0;
  return lowest;
}

TopicFinding marriage_age(const PlaceAsked& asked, base::Day on) {
  TopicFinding finding;
  finding.has_ages = true;
  ByStance by;
  for (bool female : {true, false}) {
    Lowest general = lowest_age(asked, on, female, false, 18);
    note_open(by, general.opens);
    (female ? finding.general.female : finding.general.male) = general.age;
    if (general.open || !general.age) continue;
    Lowest lower = *general.age > youngest_asked
                       ? lowest_age(asked, on, female, true, *general.age - 1)
                       : Lowest{};
    note_open(by, lower.opens);
    // No permission lowers it: the age with one is the same.
    (female ? finding.with_consent.female : finding.with_consent.male) =
        lower.age || lower.open ? lower.age : general.age;
  }
  // That a child's marriage stands says that the rules do not undo it, not from what age the law lets people marry.
  if (finding.general.female.value_or(0) > 0 && finding.general.male.value_or(0) > 0)
    return finding;
  if (by.missing.empty()) by.missing.insert("rules on age");
  finding = {};
  finding.value = "unknown";
  finding.missing.assign(by.missing.begin(), by.missing.end());
  return finding;
}

bool is_form(Topic topic) {
  return topic == Topic::proxy_form || topic == Topic::remote_form ||
         topic == Topic::religious_form;
}

ByStance answered(const PlaceAsked& asked, Topic topic, base::Day on) {
  switch (topic) {
    case Topic::same_sex_marriage:
      return same_sex_marriage(asked, on);
    case Topic::first_cousins:
    case Topic::uncle_niece:
      return kin(asked, on, topic);
    case Topic::polygamy:
      return polygamy(asked, on);
    case Topic::proxy_form:
    case Topic::remote_form:
      return special_form(asked, on, topic);
    case Topic::religious_form:
      return religious_form(asked, on);
    case Topic::registered_partnership:
    case Topic::same_sex_acts:
    case Topic::promotion_law:
    case Topic::foreign_same_sex_marriage:
    case Topic::marriage_age:
    case Topic::affinity:
    case Topic::adoption:
      break;  // by tables only, by ages, by recognition, or tie by tie
  }
  return {};
}

// Where a place's own module weds nobody in civil form, civil couples tell nothing of whom its communities would wed.
bool weds_civilly(const PlaceAsked& asked, base::Day on) {
  if (!asked.module() || !asked.module()->own_law) return true;
  return ask(asked, on, Couple{}, Asking::with_form).holds[Stance::letter] != false;
}

bool is_about_persons(Topic topic) {
  return topic == Topic::marriage_age || topic == Topic::first_cousins ||
         topic == Topic::uncle_niece || topic == Topic::polygamy || is_of_ties(topic);
}

bool favourable(const std::string& word) {
  return word == "allowed" || word == "conditional" || word.starts_with("civil_effect");
}

}  // namespace

ByStance may_marry(const PlaceAsked& asked, base::Day on, const Couple& couple,
                   const Couple& permitted) {
  return in_two_steps(asked, on, couple, Asking::no_bar, "allowed", permitted, Asking::no_bar,
                      "conditional", "prohibited");
}

void note_open(ByStance& by, const std::vector<Open>& opens) {
  for (const Open& open : opens) {
    by.missing.insert(open.id);
    by.lacks_law_only &= open.label == Open::Label::law;
  }
}

TopicFinding finding_of(const ByStance& by) {
  TopicFinding finding;
  std::set<std::string> words;
  for (const auto& [stance, word] : by.words) words.insert(word);
  if (words.contains("") || words.empty()) {
    finding.value = "unknown";
    finding.missing.assign(by.missing.begin(), by.missing.end());
  } else {
    finding.value = words.size() == 1 ? *words.begin() : "contested";
  }
  if (words.size() > 1)
    for (const auto& [stance, word] : by.words)
      finding.stances.emplace_back(std::string(engine::word(stance)),
                                   word.empty() ? "unknown" : word);
  if (words.size() == 1 && !by.purposes.empty()) finding.purposes = by.purposes.begin()->second;
  if (finding.value == "void" && !by.degree.empty())
    finding.details.emplace_back("degree", by.degree);
  finding.provision_number = by.decided_by;
  return finding;
}

Question question_at(const PlaceAsked& asked, base::Day on) {
  Question question;
  question.forum = asked.place;
  question.purpose = status_purpose;
  question.on = on;
  question.known_on = asked.known_on(on);
  question.ordinary = true;
  return question;
}

Couple couple_of(Topic topic) {
  Couple couple;
  switch (topic) {
    case Topic::same_sex_marriage:
    case Topic::foreign_same_sex_marriage:
      couple.sexes[1] = "male";
      break;
    case Topic::first_cousins:
      couple.kinship = "first_cousins";
      break;
    case Topic::uncle_niece:
      couple.kinship = "uncle_aunt_nephew_niece";
      break;
    case Topic::polygamy:
      couple.already_married = true, couple.structure = "polygamous";
      break;
    case Topic::proxy_form:
      couple.form = "proxy";
      break;
    case Topic::remote_form:
      couple.form = "remote";
      break;
    case Topic::religious_form:
      couple.form = "religious";
      break;
    case Topic::marriage_age:
      couple.ages[1] = youngest_asked;
      break;
    case Topic::affinity:
      couple.affinity = "step_parent_child";
      break;
    case Topic::adoption:
      couple.adoption = "adopter_adopted";
      break;
    case Topic::registered_partnership:
    case Topic::same_sex_acts:
    case Topic::promotion_law:
      break;  // not about a couple
  }
  return couple;
}

std::uint16_t bar_kind_of_topic(const ir::Law& law, Topic topic) {
  auto kind = [&](const char* name) {
    return static_cast<std::uint16_t>(ir::enum_value(law, law.anchors.enum_bar_kind, name));
  };
  switch (topic) {
    case Topic::same_sex_marriage:
    case Topic::foreign_same_sex_marriage:
      return kind("sex");
    case Topic::marriage_age:
      return kind("age");
    case Topic::first_cousins:
    case Topic::uncle_niece:
      return kind("kinship");
    case Topic::polygamy:
      return kind("existing_union");
    case Topic::proxy_form:
    case Topic::remote_form:
    case Topic::religious_form:
      return kind("form");
    case Topic::affinity:
      return kind("affinity");
    case Topic::adoption:
      return kind("adoption");
    case Topic::registered_partnership:
    case Topic::same_sex_acts:
    case Topic::promotion_law:
      break;
  }
  return 0xffff;
}

std::optional<TopicFinding> by_rules(const PlaceAsked& asked, Topic topic, base::Day on) {
  const std::uint16_t kind = bar_kind_of_topic(asked.law, topic);
  if (kind == 0xffff) return std::nullopt;
  if (topic != Topic::foreign_same_sex_marriage && !speaks_of(asked, kind))
    return no_rule(asked.law, kind);
  if (is_about_persons(topic) && !weds_civilly(asked, on)) return no_rule(asked.law, kind);
  if (topic == Topic::marriage_age) return marriage_age(asked, on);
  if (is_of_ties(topic)) return of_ties(asked, topic, on);
  if (topic == Topic::foreign_same_sex_marriage) return foreign_same_sex_marriage(asked, on);
  TopicFinding finding = finding_of(answered(asked, topic, on));
  if (is_form(topic) && favourable(finding.value) && !looks_at_form(asked, couple_of(topic).form))
    return no_rule(asked.law, kind);
  return finding;
}

}  // namespace comity::engine
