// atlas: one case, every forum.
#include <malloc.h>

#include "capi/asking.h"
#include "cli/answer_text.h"
#include "cli/atlas_map.h"
#include "cli/case_input.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "engine/answer_json.h"

namespace comity::cli {

namespace {

Exit write_map(Session& session, const std::vector<engine::Answer>& answers) {
  const Options& o = session.options;
  const Exit status = write_file(o.map, atlas_map(session.law(), answers, o.language),
                                 "aria-labelledby=\"map-name map-words\"", o.language);
  if (status == answered) complain(say(o.language, Message::map_written, o.map));
  return status;
}

}  // namespace

int run_atlas(Session& session) {
  // What one forum gives back, the next asks for again: keep it until the end.
  ::mallopt(M_TRIM_THRESHOLD, 1 << 28);
  ::mallopt(M_TOP_PAD, 1 << 24);
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  const Options& o = session.options;
  auto answers =
      capi::answers_everywhere(session.pack, input->facts, input->question, session.today);
  if (!o.map.empty()) {
    const Exit status = write_map(session, answers);
    // The picture takes the list's place, unless one is asked for by name.
    if (status != answered || !(o.json || o.csv)) return status;
  }
  if (o.json) return print_json(session, engine::to_json(session.law(), answers, o.language));
  if (o.csv) return print_page(session, atlas_csv(session.law(), answers));
  return print_page(session, atlas_text(session.law(), answers, o.language));
}

}  // namespace comity::cli
