// check: one case, one forum.
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/text_certificate.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"

namespace comity::cli {

int run_check(Session& session) {
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  const Options& o = session.options;
  engine::Answer answer = answer_of(session, *input, !o.json || !o.no_because);
  std::optional<engine::Certificate> certificate;
  if (o.certificate)
    certificate = engine::certificate_of(session.law(), input->facts, answer, session.today);
  if (o.json) {
    auto document = engine::to_json(session.law(), answer, {!o.no_because, o.language});
    if (certificate) document["certificate"] = certificate_json(*certificate);
    return print_json(session, document);
  }
  std::string text = answer_text(session.law(), input->facts, answer, o.language);
  if (certificate)
    text += certificate_text(session.law(), input->facts, answer, *certificate, o.language);
  return print_page(session, text);
}

}  // namespace comity::cli
