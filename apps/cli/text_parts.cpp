#include "cli/text_parts.h"

#include <algorithm>

namespace comity::cli {

std::string Parts::place(ir::Value value) const {
  if (value < 0 || static_cast<std::size_t>(value) >= law.places.size()) return "?";
  const ir::Place& p = law.places[static_cast<std::size_t>(value)];
  std::string name = text(p.label);
  return name.empty() ? std::string(law.str(p.code)) : name;
}

std::string Parts::provision(std::uint32_t id) const {
  return id < law.provisions.size() ? std::string(law.str(law.provisions[id].id)) : std::string();
}

std::string Parts::label(std::string_view word) const {
  for (const ir::EnumValue& value : law.enum_values)
    if (law.str(value.name) == word)
      if (std::string found = text(value.label); !found.empty()) return found;
  std::string plain(word);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

std::string Parts::value(std::string_view word) const {
  for (const ir::EnumValue& known : law.enum_values)
    if (law.str(known.name) == word) return label(word);
  if (word == "yes") return say(Message::value_yes);
  if (word == "no") return say(Message::value_no);
  if (word == "none") return say(Message::value_none);
  return std::string(word);
}

std::string Parts::fact_named(std::string_view key) const {
  int field = ir::field_named(law, law.anchors.record_case, key);
  std::string what =
      field < 0 ? std::string() : text(law.fields[static_cast<std::size_t>(field)].label);
  return what.empty() ? std::string(key) : what + " (" + std::string(key) + ")";
}

std::string Parts::topic(std::string_view word) const { return topic_text(law, word, language); }

std::string label_in(const ir::Law& law, std::string_view of, std::string_view word,
                     Language language) {
  for (const ir::EnumDef& e : law.enums) {
    if (law.str(e.name) != of) continue;
    for (const ir::EnumValue& value : law.enum_values.subspan(e.first_value, e.values))
      if (law.str(value.name) == word)
        return std::string(engine::text_of(law, value.label, language));
  }
  return {};
}

std::string topic_text(const ir::Law& law, std::string_view word, Language language) {
  std::string text = label_in(law, "exposure_topic", word, language);
  return text.empty() ? std::string(word) : text;
}

std::string Parts::purpose(ir::Value value) const {
  return label(ir::enum_word(law, law.anchors.enum_purpose, value));
}

bool Parts::is_status() const {
  return ir::enum_word(law, law.anchors.enum_purpose, answer.question.purpose) == "status";
}

std::string Parts::outcome(engine::Outcome o) const {
  return outcome_text(o, language, is_status());
}

std::string join(const std::vector<std::string>& list, std::string_view between) {
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out += between;
    out += item;
  }
  return out;
}

Tone tone_of(engine::Outcome outcome) {
  using enum engine::Outcome;
  switch (outcome) {
    case recognised:
      return Tone::good;
    case none:
    case recognised_as_registered_partnership:
    case recognised_limited_purpose:
      return Tone::doubtful;
    case not_recognised:
      return Tone::bad;
  }
  return Tone::plain;
}

}  // namespace comity::cli
