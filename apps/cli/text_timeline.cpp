// A timeline as text: one entry for each stretch of days with one answer, then what began it.
#include "cli/answer_text.h"
#include "cli/text_parts.h"

namespace comity::cli {

namespace {

// "2018-01-04 – 2018-01-25", both days inside; "2018-01-26 on" where no end is known.
std::string days_of(const Parts& parts, const engine::Interval& interval) {
  std::string from = base::to_string(interval.from);
  if (!interval.until) return from + " " + parts.say(Message::timeline_open_end);
  const base::Day last = *interval.until - 1;
  return last <= interval.from ? from : from + " – " + base::to_string(last);
}

std::string stance_line(const Parts& parts, engine::Stance stance, engine::Verdict verdict,
                        engine::Outcome outcome) {
  std::string line = stance_text(stance, parts.language) + ": ";
  if (verdict == engine::Verdict::silent) return line + verdict_text(verdict, parts.language);
  line += parts.outcome(outcome);
  return line + " · " + verdict_text(verdict, parts.language);
}

std::string cause_kind(const Parts& parts, const std::string& kind) {
  if (kind == "law") return parts.say(Message::cause_law);
  if (kind == "reading") return parts.say(Message::cause_reading);
  if (kind == "act") return parts.say(Message::cause_act);
  return parts.label(kind);
}

// Laws and readings are named by their identifiers, acts by a word of the case format.
std::string cause_name(const Parts& parts, const engine::Interval::Cause& cause) {
  if (cause.kind != "act") return cause.ref;
  return cause.ref == "celebration" ? parts.say(Message::cause_celebration)
                                    : parts.label(cause.ref);
}

std::string cause_line(const Parts& parts, const engine::Interval::Cause& cause) {
  std::string name = cause_name(parts, cause), text = parts.text(cause.text);
  std::string line = parts.say(Message::timeline_because, cause_kind(parts, cause.kind), name,
                               base::to_string(cause.on));
  return text.empty() || text == name ? line : line + ": " + text;
}

void write_interval(const Parts& parts, const engine::Interval& interval) {
  parts.page.blank();
  parts.page.line(days_of(parts, interval) + "  " + verdict_text(interval.verdict, parts.language),
                  0, Tone::strong, 2);
  for (const auto& [stance, held] : interval.stances)
    parts.page.line(stance_line(parts, stance, held.first, held.second), 4,
                    held.first == engine::Verdict::silent ? Tone::plain : tone_of(held.second), 2);
  for (const auto& cause : interval.because)
    parts.page.line(cause_line(parts, cause), 4, Tone::faint, 2);
}

}  // namespace

std::string timeline_text(const ir::Law& law, const engine::Question& question,
                          const std::vector<engine::Interval>& intervals, bool as_lived,
                          Language language) {
  Page page(colour_wanted());
  const ir::Facts no_facts;
  engine::Answer asked;
  asked.question = question;
  Parts parts{law, no_facts, asked, language, page};
  page.line(parts.say(Message::timeline_head, parts.place(question.forum),
                      parts.purpose(question.purpose)),
            0, Tone::strong);
  page.line(parts.say(as_lived ? Message::timeline_lived : Message::timeline_known), 0,
            Tone::faint);
  if (intervals.empty()) page.line(parts.say(Message::timeline_empty));
  for (const engine::Interval& interval : intervals) write_interval(parts, interval);
  page.blank();
  page.line(parts.say(Message::information));
  return page.take();
}

}  // namespace comity::cli
