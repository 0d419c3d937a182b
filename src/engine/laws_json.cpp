#include "engine/laws_json.h"

#include "engine/law_cover.h"
#include "engine/law_pieces.h"
#include "engine/table_cover.h"

namespace comity::engine {

namespace {

using law_json::both_languages;
using law_json::day_or_null;
using law_json::hex;
using law_json::Json;

Json tables_json(const std::vector<TableCover>& tables) {
  Json list = Json::array();
  for (const TableCover& t : tables) {
    Json stale = Json::array();
    for (const StaleRow& row : t.stale)
      stale.push_back({{"place", row.place},
                       {"from", row.from.empty() ? Json(nullptr) : Json(row.from)},
                       {"review_by", row.review_by},
                       {"source", row.source}});
    list.push_back({{"name", t.name},
                    {"rows", t.rows},
                    {"places", t.places},
                    {"confirmed", t.confirmed},
                    {"reported", t.reported},
                    {"knowledge", t.knowledge},
                    {"stale", std::move(stale)}});
  }
  return list;
}

Json instrument_json(const ir::Law& law, std::uint32_t index, const Counts& counts,
                     base::Day today) {
  const ir::Instrument& instrument = law.instruments[index];
  auto count = [&](const std::map<std::uint32_t, std::uint32_t>& by) {
    auto at = by.find(index);
    return at == by.end() ? 0u : at->second;
  };
  Json files = Json::array();
  for (const ir::LawFile& file : law.files)
    if (file.instrument == index)
      files.push_back({{"file", std::string(law.str(file.path))}, {"sha256", hex(file.sha256)}});
  return {{"id", std::string(law.str(instrument.id))},
          {"title", both_languages(law, instrument.title)},
          {"number", std::string(law.str(instrument.number))},
          {"adopted", day_or_null(instrument.adopted)},
          {"source", std::string(law.str(instrument.source))},
          {"checked", day_or_null(instrument.checked)},
          {"review_by", day_or_null(instrument.review_by)},
          {"stale", is_stale(instrument, today)},
          {"provisions", count(counts.provisions)},
          {"clauses", count(counts.clauses)},
          {"files", files}};
}

Json module_json(const ir::Law& law, std::uint16_t index) {
  const ir::Module& module = law.modules[index];
  const ir::Place& place = law.places[static_cast<std::size_t>(module.place)];
  Json out = {{"place", std::string(law.str(place.code))},
              {"name", both_languages(law, place.label)},
              {"covers_from", base::to_string(module.covers_from)},
              {"recognition_from", base::to_string(module.recognition_from)}};
  Json topics = Json::array();
  for (const ir::Topics& t : law.topics)
    if (law.speaks_for(t.module, index))
      topics.push_back({{"covered", law_words(law, t.first_covered, t.covered)},
                        {"not_covered", law_words(law, t.first_not, t.not_covered)},
                        {"on", day_or_null(t.on)}});
  out["exposure_topics"] = topics;
  return out;
}

}  // namespace

Json laws_json(const ir::Law& law, const std::string& pack_sha256, base::Day today) {
  Counts counts = counts_of(law);
  Json modules = Json::array(), instruments = Json::array();
  for (std::size_t m = 0; m < law.modules.size(); ++m)
    modules.push_back(module_json(law, static_cast<std::uint16_t>(m)));
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i)
    instruments.push_back(instrument_json(law, i, counts, today));
  return {{"pack", "sha256:" + pack_sha256},
          {"places", law.modules.size()},
          {"places_with_own_law", with_own_law(law)},
          {"provisions", law.provisions.size()},
          {"clauses", law.clauses.size()},
          {"modules", modules},
          {"instruments", instruments},
          {"tables", tables_json(covers_of(law, today))}};
}

}  // namespace comity::engine
