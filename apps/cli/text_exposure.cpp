// What asserting, denying or silence may bring, and what was looked at. Nothing found is never worded as safety.
#include <algorithm>

#include "cli/text_parts.h"

namespace comity::cli {

using engine::ExposureLine;

namespace {

std::string word_text(const Parts& parts, std::string_view word) {
  static constexpr struct {
    std::string_view word;
    Message message;
  } known[] = {
      {"may_engage", Message::firm_may_engage},
      {"engages", Message::firm_engages},
      {"administrative", Message::exposure_administrative},
      {"penal", Message::exposure_penal},
      {"criminal", Message::exposure_penal},
      {"immigration", Message::exposure_immigration},
      {"family", Message::exposure_family},
      {"status", Message::exposure_status},
      {"practice", Message::exposure_practice},
  };
  for (const auto& entry : known)
    if (entry.word == word) return parts.say(entry.message);
  return parts.label(word);
}

std::string mode_text(const Parts& parts, std::string_view mode) {
  if (mode == "assert" || mode == "asserting") return parts.say(Message::mode_assert);
  if (mode == "deny" || mode == "denying") return parts.say(Message::mode_deny);
  if (mode == "silence") return parts.say(Message::mode_silence);
  return parts.say(Message::mode_other, parts.label(mode));
}

void write_line(const Parts& parts, const ExposureLine& e) {
  std::string what = parts.provision(e.provision);
  if (!e.act.empty()) what = parts.label(e.act) + ": " + what;
  parts.page.line(parts.say(Message::exposure_line, what, word_text(parts, e.kind),
                            word_text(parts, e.firm), parts.text(e.effect)),
                  4, Tone::plain, 2);
  std::vector<std::string> rest;
  if (std::string who = parts.text(e.who); !who.empty())
    rest.push_back(parts.say(Message::exposure_who, who));
  if (!e.from.empty()) rest.push_back(parts.say(Message::from_day, e.from));
  if (!e.until.empty()) rest.push_back(parts.say(Message::held_until, e.until));
  if (!e.depends_on.empty())
    rest.push_back(parts.say(Message::exposure_depends, join(e.depends_on)));
  if (!e.cite.empty()) rest.push_back(e.cite);
  if (e.on_knowledge) rest.push_back(parts.say(Message::on_knowledge));
  if (!rest.empty()) parts.page.line(join(rest, "; "), 6, Tone::faint, 2);
}

std::string topics(const Parts& parts, const std::vector<std::string>& words, Message none) {
  std::vector<std::string> list;
  for (const std::string& word : words) list.push_back(parts.topic(word));
  return list.empty() ? parts.say(none) : join(list);
}

}  // namespace

void write_exposure(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_exposure));
  const auto& lines = parts.answer.exposure;
  std::vector<std::string> modes = {"assert", "deny", "silence"};
  for (const ExposureLine& line : lines)
    if (std::find(modes.begin(), modes.end(), line.mode) == modes.end()) modes.push_back(line.mode);
  for (const std::string& mode : modes) {
    bool any = false;
    parts.page.line(mode_text(parts, mode) + ":", 2, Tone::strong);
    for (const ExposureLine& line : lines)
      if (line.mode == mode) write_line(parts, line), any = true;
    if (!any) parts.page.line(parts.say(Message::exposure_none_in_mode), 4);
  }
  std::string covered = topics(parts, parts.answer.topics_covered, Message::nothing_listed);
  std::string rest = topics(parts, parts.answer.topics_not_covered, Message::everything_else);
  parts.page.line(parts.say(lines.empty() ? Message::exposure_nothing : Message::exposure_coverage,
                            covered, rest),
                  2);
}

}  // namespace comity::cli
