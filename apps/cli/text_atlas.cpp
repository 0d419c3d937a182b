// The atlas as text: a summary, then each group of places by outcome, alphabetical, each with how firm it is and why not firmer.
#include <algorithm>
#include <map>

#include "cli/answer_text.h"
#include "cli/text_parts.h"

namespace comity::cli {

using engine::Answer;
using engine::Outcome;
using engine::StanceAnswer;
using engine::Verdict;

namespace {

// The groups of the list, in the order of the contract's outcomes; a place with no one outcome stands under its verdict.
struct Group {
  int rank;
  std::string title;
  Tone tone;
  auto operator<=>(const Group& other) const { return rank <=> other.rank; }
  bool operator==(const Group& other) const { return rank == other.rank; }
};

Outcome outcome_of(const Answer& answer) {
  if (answer.outcome != Outcome::none) return answer.outcome;
  // Only the letter speaks: its outcome groups the place, and `untested` stands beside it.
  return answer.verdict == Verdict::untested ? answer.stances.front().outcome : Outcome::none;
}

Group group_of(const Parts& parts, const Answer& answer) {
  Outcome outcome = outcome_of(answer);
  if (outcome != Outcome::none) {
    std::string title = outcome_text(outcome, parts.language, parts.is_status());
    return {static_cast<int>(outcome), title, tone_of(outcome)};
  }
  // contested first: there somebody says yes
  int after_outcomes =
      10 + (static_cast<int>(Verdict::untested) - static_cast<int>(answer.verdict));
  return {after_outcomes, verdict_text(answer.verdict, parts.language), Tone::doubtful};
}

std::string each_stance(const Parts& parts, const Answer& answer) {
  std::vector<std::string> list;
  for (const StanceAnswer& stance : answer.stances)
    if (stance.verdict != Verdict::silent)
      list.push_back(stance_text(stance.stance, parts.language) + ": " +
                     (stance.outcome == Outcome::none ? verdict_text(stance.verdict, parts.language)
                                                      : parts.outcome(stance.outcome)));
  return join(list, "; ");
}

// What stands beside a place's name.
std::string remark(const Parts& parts, const Answer& answer) {
  std::vector<std::string> list;
  if (outcome_of(answer) != Outcome::none) {
    list.push_back(verdict_text(answer.verdict, parts.language));
    if (outcome_of(answer) == Outcome::recognised_limited_purpose) {
      std::vector<std::string> purposes;
      for (std::uint8_t p : answer.stances.front().purposes) purposes.push_back(parts.purpose(p));
      if (!purposes.empty()) list.push_back(join(purposes));
    }
  } else if (answer.verdict == Verdict::contested) {
    list.push_back(each_stance(parts, answer));
  } else {
    std::vector<std::string> opens;
    for (const auto& open : answer.open) opens.push_back(open.id);
    for (const auto& open : answer.depends_on) opens.push_back(open.id);
    if (opens.size() > 3) opens.resize(3), opens.push_back("…");
    list.push_back(join(opens));
  }
  if (answer.on_knowledge) list.push_back(parts.say(Message::on_knowledge));
  if (!answer.exposure.empty())
    list.push_back(parts.say(Message::atlas_exposure, answer.exposure.size()));
  return join(list, " · ");
}

// Parts are named with their code: Georgia is a state and a part of one.
std::string name_of(const Parts& parts, ir::Value place) {
  const ir::Place& p = parts.law.places[static_cast<std::size_t>(place)];
  std::string code(parts.law.str(p.code));
  return code.size() == 2 ? parts.place(place) : parts.place(place) + " (" + code + ")";
}

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string stance_cell(const StanceAnswer& stance) {
  if (stance.verdict == Verdict::silent) return stance.searched.empty() ? "not_covered" : "silent";
  return std::string(stance.outcome == Outcome::none ? engine::word(stance.verdict)
                                                     : engine::word(stance.outcome));
}

}  // namespace

std::string atlas_text(const ir::Law& law, const std::vector<Answer>& answers, Language language) {
  Page page(colour_wanted());
  const ir::Facts no_facts;
  if (answers.empty()) return {};
  Parts parts{law, no_facts, answers.front(), language, page};
  std::map<Group, std::vector<std::pair<std::string, std::string>>> groups;
  for (const Answer& answer : answers)
    groups[group_of(parts, answer)].emplace_back(name_of(parts, answer.question.forum),
                                                 remark(parts, answer));
  const auto& q = answers.front().question;
  page.line(parts.say(Message::atlas_head, base::to_string(q.on), parts.purpose(q.purpose),
                      answers.size()),
            0, Tone::strong);
  for (const auto& [group, places] : groups)
    page.line(group.title + ": " + std::to_string(places.size()), 2, group.tone);
  for (auto& [group, places] : groups) {
    std::ranges::sort(places);
    page.heading(group.title);
    for (const auto& [name, why] : places) {
      std::string line = name;
      if (!why.empty()) line.append(" · ").append(why);
      page.line(line, 2, Tone::plain, 4);
    }
  }
  page.blank();
  page.line(parts.say(Message::atlas_exposure_note));
  page.line(parts.say(Message::information));
  return page.take();
}

std::string atlas_csv(const ir::Law& law, const std::vector<Answer>& answers) {
  std::string out = "forum,name,verdict,outcome,letter,courts,authorities,decided_by,exposure\n";
  for (const Answer& answer : answers) {
    const ir::Place& place = law.places[static_cast<std::size_t>(answer.question.forum)];
    const StanceAnswer& letter = answer.stances.front();
    out += std::string(law.str(place.code)) + "," + quoted(law.str(place.label.en)) + "," +
           std::string(engine::word(answer.verdict)) + "," +
           std::string(engine::word(answer.outcome));
    for (const StanceAnswer& stance : answer.stances) out += "," + stance_cell(stance);
    out += "," + (letter.decided_by < law.provisions.size()
                      ? quoted(law.str(law.provisions[letter.decided_by].id))
                      : std::string());
    out += "," + std::to_string(answer.exposure.size()) + "\n";
  }
  return out;
}

}  // namespace comity::cli
