// timeline: one case, one forum, over time.
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"

namespace comity::cli {

int run_timeline(Session& session) {
  const Options& o = session.options;
  std::optional<base::Day> until = o.until.empty() ? std::nullopt : base::parse_day(o.until);
  if (!o.until.empty() && !until) {
    complain(say(o.language, Message::option_no_day, "--until", o.until));
    return bad_usage;
  }
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  if (until) input->question.on = *until;
  auto intervals =
      engine::timeline(session.law(), input->facts, input->question, session.today, o.as_lived);
  if (o.json)
    return print_json(session, engine::to_json(session.law(), intervals, {true, o.language}));
  return print_page(
      session, timeline_text(session.law(), input->question, intervals, o.as_lived, o.language));
}

}  // namespace comity::cli
