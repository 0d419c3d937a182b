// The order of an answer's sections.
#include "cli/answer_text.h"

#include "cli/text_parts.h"

namespace comity::cli {

namespace {

bool opens_with_care(engine::Verdict verdict) {
  return verdict == engine::Verdict::contested || verdict == engine::Verdict::untested;
}

}  // namespace

std::string answer_text(const ir::Law& law, const ir::Facts& facts, const engine::Answer& answer,
                        Language language) {
  Page page(colour_wanted());
  Parts parts{law, facts, answer, language, page};
  const bool care = opens_with_care(answer.verdict);
  write_staleness(parts);
  write_protection(parts);
  if (care) page.line(parts.say(Message::do_not_rely), 0, Tone::strong);
  write_answer(parts);
  write_firmness(parts);
  // Where readings differ, what saying it may bring comes before who says what.
  if (care) write_exposure(parts);
  write_stances(parts);
  write_reasons(parts);
  if (!care) write_exposure(parts);
  write_changes(parts);
  write_next(parts);
  write_notes(parts);
  write_sources(parts);
  write_receipt(parts);
  write_own_case(parts);
  return page.take();
}

std::string why_text(const ir::Law& law, const ir::Facts& facts, const engine::Answer& answer,
                     Language language) {
  Page page(colour_wanted());
  Parts parts{law, facts, answer, language, page};
  write_staleness(parts);
  write_protection(parts);
  write_answer(parts);
  write_firmness(parts);
  write_all_reasons(parts);
  write_notes(parts);
  write_sources(parts);
  write_receipt(parts);
  return page.take();
}

}  // namespace comity::cli
