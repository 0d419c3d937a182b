#include "cli/atlas_groups.h"

namespace comity::cli {

using engine::Answer;
using engine::Outcome;
using engine::StanceAnswer;
using engine::Verdict;

namespace {

std::string each_stance(const Parts& parts, const Answer& answer) {
  std::vector<std::string> list;
  for (const StanceAnswer& stance : answer.stances)
    if (stance.verdict != Verdict::silent)
      list.push_back(stance_text(stance.stance, parts.language) + ": " +
                     (stance.outcome == Outcome::none ? verdict_text(stance.verdict, parts.language)
                                                      : parts.outcome(stance.outcome)));
  return join(list, "; ");
}

}  // namespace

Outcome grouping_outcome(const Answer& answer) {
  if (answer.outcome != Outcome::none) return answer.outcome;
  return answer.verdict == Verdict::untested ? answer.stances.front().outcome : Outcome::none;
}

AtlasGroup group_of(const Parts& parts, const Answer& answer) {
  Outcome outcome = grouping_outcome(answer);
  if (outcome != Outcome::none) {
    std::string title = outcome_text(outcome, parts.language, parts.is_status());
    return {static_cast<int>(outcome), title, tone_of(outcome)};
  }
  // contested first: there somebody says yes
  int after_outcomes =
      10 + (static_cast<int>(Verdict::untested) - static_cast<int>(answer.verdict));
  return {after_outcomes, verdict_text(answer.verdict, parts.language), Tone::doubtful};
}

std::string remark_of(const Parts& parts, const Answer& answer) {
  std::vector<std::string> list;
  if (grouping_outcome(answer) != Outcome::none) {
    list.push_back(verdict_text(answer.verdict, parts.language));
    if (grouping_outcome(answer) == Outcome::recognised_limited_purpose) {
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

std::string name_in_atlas(const Parts& parts, ir::Value place) {
  const ir::Place& p = parts.law.places[static_cast<std::size_t>(place)];
  std::string code(parts.law.str(p.code));
  return code.size() == 2 ? parts.place(place) : parts.place(place) + " (" + code + ")";
}

}  // namespace comity::cli
