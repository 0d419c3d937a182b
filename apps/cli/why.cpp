// why: the derivation, unfolded.
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"

namespace comity::cli {

int run_why(Session& session) {
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  engine::Answer answer = answer_of(session, *input, true);
  Language language = session.options.language;
  if (session.options.json)
    return print_json(session, engine::to_json(session.law(), answer, {true, language}));
  return print_page(session, why_text(session.law(), input->facts, answer, language));
}

}  // namespace comity::cli
