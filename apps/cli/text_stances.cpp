// Who says what: each stance, then each reading with those who hold it.
#include "cli/text_parts.h"

namespace comity::cli {

using engine::Outcome;
using engine::StanceAnswer;
using engine::Verdict;

namespace {

std::string purposes_text(const Parts& parts, const std::vector<std::uint8_t>& purposes) {
  if (purposes.size() >= parts.law.enums[parts.law.anchors.enum_purpose].values)
    return parts.say(Message::all_purposes);
  std::vector<std::string> words;
  for (std::uint8_t p : purposes) words.push_back(parts.purpose(p));
  return join(words);
}

std::vector<std::string> effect_details(const Parts& parts, const StanceAnswer& s) {
  std::vector<std::string> list;
  if (!s.as_name.empty()) list.push_back(parts.say(Message::treated_as, s.as_name, s.as_law));
  if (!s.from.empty() && s.outcome != Outcome::not_recognised)
    list.push_back(parts.say(Message::from_day, s.from));
  if (!s.purposes.empty())
    list.push_back(parts.say(Message::for_purposes, purposes_text(parts, s.purposes)));
  if (s.degree != ir::Invalidity::none || s.outcome == Outcome::recognised)
    list.push_back(parts.say(Message::degree_is, degree_text(s.degree, parts.language)));
  if (std::string by = parts.text(s.undone_by); !by.empty())
    list.push_back(parts.say(Message::undone_by, by));
  if (std::string by = parts.provision(s.decided_by); !by.empty())
    list.push_back(parts.say(Message::by_provision, by));
  return list;
}

std::vector<std::string> ground_details(const Parts& parts, const StanceAnswer& s) {
  std::vector<std::string> list, readings, could;
  for (std::uint16_t r : s.readings) readings.emplace_back(parts.law.str(parts.law.readings[r].id));
  if (!readings.empty()) list.push_back(parts.say(Message::rests_on, join(readings)));
  for (Outcome o : s.possible) could.push_back(parts.outcome(o));
  if (s.outcome == Outcome::none && !could.empty())
    list.push_back(parts.say(Message::could_be, join(could, " / ")));
  if (!s.presumed.empty()) list.push_back(parts.say(Message::presumes, join(s.presumed)));
  if (s.divided) list.push_back(parts.say(Message::divided));
  return list;
}

void write_stance(const Parts& parts, const StanceAnswer& s) {
  std::string head = stance_text(s.stance, parts.language) + ": " + stance_says(parts, s);
  if (s.verdict != Verdict::silent && s.outcome != Outcome::none)
    head += " · " + verdict_text(s.verdict, parts.language);
  parts.page.line(head, 2, s.verdict == Verdict::silent ? Tone::plain : tone_of(s.outcome), 2);
  if (s.verdict == Verdict::silent) return;
  auto details = effect_details(parts, s);
  if (!details.empty()) parts.page.line(join(details, "; "), 4, Tone::plain, 2);
  for (const std::string& line : ground_details(parts, s)) parts.page.line(line, 4, Tone::plain, 2);
}

void write_holder(const Parts& parts, const engine::ReadingLine::Holder& h) {
  std::string line = parts.say(Message::held_by, parts.text(h.body), parts.label(h.rank),
                               parts.label(h.form), h.said_on);
  std::vector<std::string> purposes;
  for (const std::string& p : h.purposes) purposes.push_back(parts.label(p));
  if (!purposes.empty()) line += "; " + parts.say(Message::for_purposes, join(purposes));
  if (!h.until.empty()) line += "; " + parts.say(Message::held_until, h.until);
  if (!h.counted) line += "; " + parts.say(Message::held_not_counted);
  if (h.on_knowledge) line += "; " + parts.say(Message::on_knowledge);
  parts.page.line(line, 4, Tone::plain, 2);
  if (!h.cite.empty()) parts.page.line(h.cite, 6, Tone::faint, 2);
}

}  // namespace

void write_stances(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_readings));
  for (const StanceAnswer& stance : parts.answer.stances) write_stance(parts, stance);
  for (const auto& reading : parts.answer.readings) {
    parts.page.blank();
    parts.page.line(parts.say(Message::reading_line, reading.id, parts.text(reading.says)), 2,
                    Tone::strong, 2);
    if (reading.alone != Outcome::none)
      parts.page.line(parts.say(Message::reading_alone, parts.outcome(reading.alone)), 4,
                      Tone::plain, 2);
    for (const auto& holder : reading.holders) write_holder(parts, holder);
    if (reading.holders.empty()) parts.page.line(parts.say(Message::held_nobody), 4);
  }
}

}  // namespace comity::cli
