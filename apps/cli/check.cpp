// check: one case, one forum.
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"

namespace comity::cli {

int run_check(Session& session) {
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  const Options& o = session.options;
  engine::Answer answer = answer_of(session, *input, !o.json || !o.no_because);
  if (o.json)
    return print_json(session, engine::to_json(session.law(), answer, {!o.no_because, o.language}));
  return print_page(session, answer_text(session.law(), input->facts, answer, o.language));
}

}  // namespace comity::cli
