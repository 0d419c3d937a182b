// The atlas as text: a summary, then each group of places by outcome, alphabetical, each with how firm it is and why not firmer.
#include <algorithm>
#include <map>

#include "cli/answer_text.h"
#include "cli/atlas_groups.h"

namespace comity::cli {

using engine::Answer;
using engine::Outcome;
using engine::StanceAnswer;
using engine::Verdict;

namespace {

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
  std::map<AtlasGroup, std::vector<std::pair<std::string, std::string>>> groups;
  for (const Answer& answer : answers)
    groups[group_of(parts, answer)].emplace_back(name_in_atlas(parts, answer.question.forum),
                                                 remark_of(parts, answer));
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
