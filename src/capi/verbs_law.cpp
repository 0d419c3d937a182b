// The law as people read it.
#include "base/nearest.h"
#include "capi/verbs.h"
#include "engine/law_text.h"

namespace comity::capi {

namespace says = diag::says;

std::optional<Json> run_questions(const pack::Pack& pack, Request&) {
  return engine::questions_json(pack.law);
}

std::optional<Json> run_instruments(const pack::Pack& pack, Request& request) {
  return engine::instruments_json(pack.law, request.today());
}

std::optional<Json> run_instrument(const pack::Pack& pack, Request& request) {
  const std::string& id = request.asked.id;
  auto found = engine::instrument_json(pack.law, id, request.today());
  if (found) return found;
  std::vector<std::string> known;
  for (const ir::Instrument& instrument : pack.law.instruments)
    known.emplace_back(pack.law.str(instrument.id));
  if (id.empty())
    request.refuse("id", {says::request_lacks, "id"});
  else
    request.refuse("id",
                   diag::with_nearest({says::request_no_instrument, id}, base::nearest(id, known)));
  return std::nullopt;
}

}  // namespace comity::capi
