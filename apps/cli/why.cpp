// why: the derivation, unfolded.
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/text_certificate.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"

namespace comity::cli {

int run_why(Session& session) {
  if (!open_law(session)) return law_broken;
  auto input = read_case_input(session);
  if (!input) return bad_usage;
  engine::Answer answer = answer_of(session, *input, true);
  Language language = session.options.language;
  std::optional<engine::Certificate> certificate;
  if (session.options.certificate)
    certificate = engine::certificate_of(session.law(), input->facts, answer, session.today);
  if (session.options.json) {
    auto document = engine::to_json(session.law(), answer, {true, language});
    if (certificate) document["certificate"] = certificate_json(*certificate);
    return print_json(session, document);
  }
  std::string text = why_text(session.law(), input->facts, answer, language);
  if (certificate)
    text += certificate_text(session.law(), input->facts, answer, *certificate, language);
  return print_page(session, text);
}

}  // namespace comity::cli
