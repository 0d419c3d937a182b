// What an answer closes with: notes and duties, sources, the receipt, how to ask about one's own case.
#include <algorithm>

#include "cli/text_parts.h"

namespace comity::cli {

namespace {

// The case that ./comity is shown with; a whole case to copy.
constexpr std::string_view case_to_copy = "examples/moscow-2018.yaml";

void write_duty(const Parts& parts, const engine::DutyLine& duty) {
  std::string head = parts.say(Message::duty_line, parts.label(duty.name), parts.text(duty.says), duty.cite);
  parts.page.line(head, 2, Tone::plain, 2);
  if (duty.without != engine::Outcome::none)
    parts.page.line(parts.say(Message::duty_without, parts.outcome(duty.without)), 4, Tone::plain, 2);
  if (std::string executed = parts.text(duty.executed); !executed.empty())
    parts.page.line(parts.say(Message::duty_executed, executed), 4, Tone::plain, 2);
}

std::string instrument_title(const Parts& parts, std::string_view id) {
  for (const ir::Instrument& instrument : parts.law.instruments)
    if (parts.law.str(instrument.id) == id) return parts.text(instrument.title);
  return {};
}

}  // namespace

void write_notes(const Parts& parts) {
  const auto& answer = parts.answer;
  if (!answer.duties.empty()) {
    parts.page.heading(parts.say(Message::head_duties));
    for (const engine::DutyLine& duty : answer.duties) write_duty(parts, duty);
  }
  if (answer.law_notes.empty() && answer.case_notes.empty() && answer.not_told.empty()) return;
  parts.page.heading(parts.say(Message::head_notes));
  for (ir::Text note : answer.law_notes) parts.page.line("- " + parts.text(note), 2, Tone::plain, 2);
  for (const std::string& note : answer.case_notes) parts.page.line("- " + note, 2, Tone::plain, 2);
  if (!answer.not_told.empty())
    parts.page.line("- " + parts.say(Message::not_told, join(answer.not_told)), 2, Tone::plain, 2);
}

// One line for each instrument: what it is, where it was read, whether some of it rests on knowledge.
void write_sources(const Parts& parts) {
  if (parts.answer.laws.empty()) return;
  parts.page.heading(parts.say(Message::head_sources));
  std::vector<std::string> seen;
  for (const engine::LawUsed& law : parts.answer.laws) {
    if (std::find(seen.begin(), seen.end(), law.provision_root) != seen.end()) continue;
    seen.push_back(law.provision_root);
    bool on_knowledge = std::any_of(parts.answer.laws.begin(), parts.answer.laws.end(), [&](const auto& other) {
      return other.provision_root == law.provision_root && other.on_knowledge;
    });
    std::string line = law.provision_root;
    if (std::string title = instrument_title(parts, law.provision_root); !title.empty()) line += ": " + title;
    if (on_knowledge) line += "; " + parts.say(Message::on_knowledge);
    parts.page.line(line, 2, Tone::plain, 2);
    if (!law.source.empty()) parts.page.line(law.source, 4, Tone::faint, 2);
  }
}

void write_receipt(const Parts& parts) {
  const auto& answer = parts.answer;
  parts.page.heading(parts.say(Message::head_receipt));
  parts.page.line(parts.say(Message::receipt_engine, answer.engine, answer.pack_sha256), 2, Tone::faint, 2);
  if (answer.development_key) parts.page.line(parts.say(Message::receipt_key), 2, Tone::faint, 2);
  for (const engine::LawUsed& law : answer.laws) {
    std::string line = parts.say(Message::receipt_law, law.file, law.checked, law.review_by);
    if (law.stale) line += "  " + parts.say(Message::receipt_stale);
    parts.page.line(line, 2, law.stale ? Tone::strong : Tone::faint, 2);
    parts.page.line("sha256:" + law.sha256, 4, Tone::faint);
  }
  parts.page.blank();
  parts.page.line(parts.say(Message::information), 0, Tone::strong);
}

void write_own_case(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_own));
  parts.page.line(parts.say(Message::own_case, case_to_copy));
  parts.page.line(parts.say(Message::own_stored));
}

}  // namespace comity::cli
