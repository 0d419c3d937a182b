// The end of an answer: notes and duties, sources, receipt, how to ask one's own case.
#include <algorithm>

#include "cli/text_parts.h"

namespace comity::cli {

namespace {

void write_duties(const Parts& parts) {
  if (parts.answer.duties.empty()) return;
  parts.page.heading(parts.say(Message::head_duties));
  for (const auto& duty : parts.answer.duties) {
    parts.page.line(
        "- " + parts.say(Message::duty_line, parts.text(duty.says), duty.cite, duty.said_on), 2,
        Tone::plain, 2);
    if (std::string executed = parts.text(duty.executed); !executed.empty())
      parts.page.line(parts.say(Message::duty_executed, executed), 4);
    if (duty.applied && duty.without != engine::Outcome::none)
      parts.page.line(parts.say(Message::duty_without, parts.outcome(duty.without)), 4);
  }
}

// The provisions the derivations name, each once, in the law base's order.
std::vector<std::uint32_t> provisions_cited(const engine::Answer& answer) {
  std::vector<std::uint32_t> list;
  for (const auto& stance : answer.stances)
    for (const auto& step : stance.derivation.steps)
      if (step.provision != ir::none_u32) list.push_back(step.provision);
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

}  // namespace

void write_notes(const Parts& parts) {
  write_duties(parts);
  std::vector<std::string> lines;
  for (ir::Text note : parts.answer.law_notes) lines.push_back(parts.text(note));
  for (const diag::Saying& note : parts.answer.case_notes)
    lines.push_back(diag::said(note, parts.language));
  if (!parts.answer.not_told.empty()) {
    std::vector<std::string> keys;
    for (const std::string& key : parts.answer.not_told) keys.push_back(parts.fact_named(key));
    lines.push_back(parts.say(Message::not_told, join(keys)));
  }
  if (lines.empty()) return;
  parts.page.heading(parts.say(Message::head_notes));
  for (const std::string& line : lines) parts.page.line("- " + line, 2, Tone::plain, 2);
}

void write_sources(const Parts& parts) {
  auto cited = provisions_cited(parts.answer);
  std::vector<std::string> lines;
  for (std::uint32_t id : cited) {
    const ir::Provision& p = parts.law.provisions[id];
    if (parts.law.instruments[p.instrument].place < 0)
      continue;  // shared words decide nothing and have no source
    std::string source(parts.law.str(p.source)), cite(parts.law.str(p.cite));
    if (cite.empty()) continue;
    std::string line =
        cite + ": " +
        (source.empty() || p.on_knowledge ? parts.say(Message::on_knowledge) : source);
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  }
  if (lines.empty()) return;
  parts.page.heading(parts.say(Message::head_sources));
  for (const std::string& line : lines) parts.page.line("- " + line, 2, Tone::faint, 2);
}

void write_receipt(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_receipt));
  parts.page.line(parts.say(Message::receipt_engine, parts.answer.engine, parts.answer.pack_sha256),
                  2, Tone::faint, 2);
  if (parts.answer.development_key)
    parts.page.line(parts.say(Message::receipt_key), 2, Tone::faint, 2);
  for (const auto& law : parts.answer.laws) {
    std::string line = parts.say(Message::receipt_law, law.file, law.checked, law.review_by);
    if (law.stale) line += "  " + parts.say(Message::receipt_stale);
    if (law.on_knowledge) line += "  (" + parts.say(Message::on_knowledge) + ")";
    parts.page.line(line, 2, law.stale ? Tone::strong : Tone::faint, 2);
  }
  parts.page.line(parts.say(Message::information), 2);
}

void write_own_case(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_own));
  parts.page.line(parts.say(Message::own_case, "examples/moscow-2018.yaml"));
  parts.page.line(parts.say(Message::own_page));
  parts.page.line(parts.say(Message::own_stored));
}

}  // namespace comity::cli
