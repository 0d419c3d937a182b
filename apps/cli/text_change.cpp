// What would change the answer, and what to do next.
#include "cli/text_parts.h"

namespace comity::cli {

using engine::Open;
using engine::Verdict;

namespace {

std::string open_text(const Parts& parts, const Open& open) {
  std::string text = parts.text(open.text);
  std::string lacks = diag::said(open.lacks, parts.language);
  if (text.empty()) text = lacks.empty() ? open.id : lacks;
  switch (open.label) {
    case Open::Label::fact: {
      std::vector<std::string> stances;
      for (engine::Stance s : open.stances) stances.push_back(stance_text(s, parts.language));
      return parts.say(Message::change_fact, text, open.id, join(stances));
    }
    case Open::Label::power:
      return parts.say(Message::change_power, text);
    case Open::Label::gap:
      return parts.say(Message::change_gap, open.id, text);
    case Open::Label::conflict:
      return parts.say(Message::change_conflict, open.id, text);
    case Open::Label::law:
      return parts.say(Message::change_law, text == lacks ? text : lacks + ": " + text);
    case Open::Label::division:
      return parts.say(Message::change_division, text);
  }
  return text;
}

std::vector<std::string> changes(const Parts& parts) {
  const auto& answer = parts.answer;
  std::vector<std::string> list;
  for (const Open& open : answer.depends_on) list.push_back(open_text(parts, open));
  for (const Open& open : answer.open) list.push_back(open_text(parts, open));
  for (const auto& set : answer.flips)
    list.push_back(parts.say(Message::change_flip, join(set, " + ")));
  for (const auto& p : answer.presumed)
    if (p.matters)
      list.push_back(parts.say(p.assumed ? Message::change_assumed : Message::change_presumed,
                               p.path, parts.value(p.value)));
  for (const auto& other : answer.other_purposes)
    list.push_back(parts.say(Message::change_purpose, parts.label(other.purpose),
                             stance_text(other.stance, parts.language),
                             parts.outcome(other.outcome)));
  return list;
}

bool has(const engine::Answer& answer, Verdict verdict) {
  if (answer.verdict == verdict) return true;
  for (Verdict v : answer.also)
    if (v == verdict) return true;
  return false;
}

bool refused(const engine::Answer& answer) {
  for (const auto& stance : answer.stances)
    if (stance.outcome == engine::Outcome::not_recognised) return true;
  return false;
}

}  // namespace

void write_changes(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_change));
  auto list = changes(parts);
  if (list.empty()) list.push_back(parts.say(Message::change_nothing));
  for (const std::string& line : list) parts.page.line("- " + line, 2, Tone::plain, 2);
}

void write_next(const Parts& parts) {
  const auto& answer = parts.answer;
  std::vector<Message> list;
  if (has(answer, Verdict::depends)) list.push_back(Message::next_facts);
  if (has(answer, Verdict::discretionary)) list.push_back(Message::next_power);
  if (has(answer, Verdict::not_covered)) list.push_back(Message::next_missing);
  if (answer.verdict == Verdict::settled)
    list.push_back(Message::next_settled);
  else
    list.push_back(Message::next_lawyer);
  if (refused(answer)) list.push_back(Message::next_divorce);
  list.push_back(Message::next_protection);
  parts.page.heading(parts.say(Message::head_next));
  for (Message next : list) parts.page.line("- " + parts.say(next), 2, Tone::plain, 2);
}

}  // namespace comity::cli
