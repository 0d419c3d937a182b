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

std::string Parts::purpose(ir::Value value) const {
  return label(ir::enum_word(law, law.anchors.enum_purpose, value));
}

bool Parts::is_status() const {
  return ir::enum_word(law, law.anchors.enum_purpose, answer.question.purpose) == "status";
}

std::string Parts::outcome(engine::Outcome o) const { return outcome_text(o, language, is_status()); }

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
    case none: return Tone::doubtful;
    case recognised: return Tone::good;
    case recognised_as_registered_partnership: return Tone::doubtful;
    case recognised_limited_purpose: return Tone::doubtful;
    case not_recognised: return Tone::bad;
  }
  return Tone::plain;
}

}  // namespace comity::cli
