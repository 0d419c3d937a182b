// Staleness, the answer sentence, and how firm it is.
#include "cli/text_parts.h"

namespace comity::cli {

using engine::Outcome;
using engine::Stance;
using engine::StanceAnswer;
using engine::Verdict;

namespace {

// The first day on which somebody read the law so. Nothing where a duty from above the state has part in the outcome: it may
// be younger than the reading.
std::string since_of(const Parts& parts, const StanceAnswer& stance) {
  std::string since;
  for (const auto& duty : parts.answer.duties)
    if (duty.without != parts.answer.stances.front().outcome) return since;
  for (std::uint16_t id : stance.readings)
    for (const auto& line : parts.answer.readings)
      if (line.id == parts.law.str(parts.law.readings[id].id))
        for (const auto& holder : line.holders)
          if (holder.counted && holder.body_class == engine::word(stance.stance) &&
              (since.empty() || holder.said_on < since))
            since = holder.said_on;
  return since;
}

std::string sentence_part(const Parts& parts, const StanceAnswer& stance) {
  std::string says = stance_says(parts, stance);
  switch (stance.stance) {
    case Stance::letter: {
      std::string by = parts.provision(stance.decided_by);
      return by.empty() ? parts.say(Message::says_letter_bare, says)
                        : parts.say(Message::says_letter, by, says);
    }
    case Stance::courts:
      return parts.say(Message::says_courts, says);
    case Stance::authorities:
      return parts.say(Message::says_authorities, says);
  }
  return says;
}

void write_where_valid(const Parts& parts) {
  bool refused = false;
  for (const StanceAnswer& s : parts.answer.stances)
    refused |= s.outcome == Outcome::not_recognised;
  if (!refused || parts.answer.stances.empty()) return;
  if (const auto& made = parts.answer.where_made; made && made->valid)
    parts.page.line(parts.say(Message::valid_first, parts.place(made->place)));
  parts.page.line(parts.say(Message::valid_elsewhere, parts.place(parts.answer.question.forum)));
}

void write_asked(const Parts& parts) {
  const auto& q = parts.answer.question;
  std::string asked = parts.say(Message::asked, parts.place(q.forum), base::to_string(q.on),
                                parts.purpose(q.purpose));
  if (q.known_on) asked += ", " + parts.say(Message::asked_known, base::to_string(*q.known_on));
  parts.page.line(asked, 0, Tone::faint);
}

}  // namespace

std::string stance_says(const Parts& parts, const StanceAnswer& stance) {
  if (stance.verdict == Verdict::silent)
    return stance.searched.empty() ? parts.say(Message::silent_not_searched)
                                   : parts.say(Message::silent_searched, stance.searched);
  if (stance.outcome == Outcome::none) return verdict_text(stance.verdict, parts.language);
  std::string says = parts.outcome(stance.outcome), since = since_of(parts, stance);
  return since.empty() ? says : parts.say(Message::says_since, says, since);
}

void write_staleness(const Parts& parts) {
  std::vector<std::string> stale;
  for (const auto& law : parts.answer.laws)
    if (law.stale) stale.push_back(parts.say(Message::stale_item, law.file, law.review_by));
  if (stale.empty()) return;
  parts.page.line(parts.say(Message::stale_before, join(stale)), 0, Tone::strong);
  parts.page.blank();
}

void write_answer(const Parts& parts) {
  parts.page.heading(parts.say(Message::head_answer));
  write_asked(parts);
  write_where_valid(parts);
  const auto& answer = parts.answer;
  if (answer.outcome != Outcome::none) {
    parts.page.line(parts.say(Message::answer_one, parts.outcome(answer.outcome)), 0,
                    tone_of(answer.outcome));
  } else {
    std::vector<std::string> each;
    for (const StanceAnswer& stance : answer.stances) each.push_back(sentence_part(parts, stance));
    parts.page.line(parts.say(Message::answer_none, join(each, "; ") + "."), 0, Tone::doubtful);
  }
  if (answer.question.planned) parts.page.line(parts.say(Message::planned));
  if (!answer.enacted_change.empty())
    parts.page.line(parts.say(Message::enacted, answer.enacted_change));
}

void write_firmness(const Parts& parts) {
  const auto& answer = parts.answer;
  static constexpr Message reasons[] = {Message::why_not_covered,   Message::why_undecided,
                                        Message::why_discretionary, Message::why_depends,
                                        Message::why_contested,     Message::why_untested,
                                        Message::why_settled,       Message::why_untested};
  parts.page.heading(parts.say(Message::head_firm));
  parts.page.line(verdict_text(answer.verdict, parts.language) + ". " +
                  parts.say(reasons[static_cast<std::size_t>(answer.verdict)]));
  std::vector<std::string> also;
  for (Verdict v : answer.also) also.push_back(verdict_text(v, parts.language));
  if (answer.stale) also.push_back(parts.say(Message::also_stale));
  if (!also.empty()) parts.page.line(parts.say(Message::also_label, join(also)));
  if (answer.on_knowledge) parts.page.line(parts.say(Message::some_on_knowledge));
  if (answer.as_then_held) {
    const auto& held = *answer.as_then_held;
    bool only_letter = held.outcome == engine::Outcome::none && held.verdict == Verdict::untested &&
                       !held.stances.empty();
    parts.page.line(
        parts.say(Message::then_held,
                  verdict_text(held.verdict, parts.language) + ", " +
                      parts.outcome(only_letter ? held.stances.front().outcome : held.outcome)));
  }
}

}  // namespace comity::cli
