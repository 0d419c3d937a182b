#include "engine/place_law_json.h"

namespace comity::engine {

using Json = nlohmann::ordered_json;

namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json day_or_null(const std::optional<base::Day>& day) {
  return day ? Json(base::to_string(*day)) : Json(nullptr);
}

Json ages_json(const engine::AgePair& pair) {
  auto age = [](const std::optional<int>& years) { return years ? Json(*years) : Json(nullptr); };
  return {{"female", age(pair.female)}, {"male", age(pair.male)}};
}

Json finding_json(const TopicFinding& f) {
  Json out = Json::object();
  if (!f.has_ages) out["value"] = f.value;
  if (f.has_ages)
    out["general"] = ages_json(f.general), out["with_consent"] = ages_json(f.with_consent);
  if (!f.stances.empty()) {
    Json stances = Json::object();
    for (const auto& [stance, value] : f.stances) stances[stance] = value;
    out["stances"] = stances;
  }
  if (!f.purposes.empty()) out["purposes"] = f.purposes;
  for (const auto& [name, value] : f.details) out[name] = value;
  if (!f.missing.empty()) out["missing"] = f.missing;
  if (f.value == "unknown") return out;
  out["from"] = day_or_null(f.from);
  out["until"] = day_or_null(f.until);
  out["provision"] = text_or_null(f.provision);
  out["cite"] = text_or_null(f.cite);
  out["source"] = text_or_null(f.source);
  out["confidence"] = text_or_null(f.confidence);
  if (!f.row_of.empty()) out["row_of"] = f.row_of;
  return out;
}

// The stretch that the day falls in.
const TopicFinding& on_day(const TopicHistory& history, base::Day on) {
  const TopicFinding* found = &history.findings.front();
  for (const TopicFinding& f : history.findings)
    if (!f.from || *f.from <= on) found = &f;
  return *found;
}

}  // namespace

Json to_json(const ir::Law& law, const PlaceLaw& of, bool history) {
  Json topics = Json::object();
  for (const TopicHistory& t : of.topics) {
    Json topic = finding_json(on_day(t, of.on));
    if (history) {
      topic["history"] = Json::array();
      for (const TopicFinding& f : t.findings) {
        Json stretch = finding_json(f);
        stretch["from"] = day_or_null(f.from), stretch["until"] = day_or_null(f.until);
        topic["history"].push_back(std::move(stretch));
      }
    }
    topics[std::string(engine::word(t.topic))] = std::move(topic);
  }
  return {{"place", std::string(law.str(law.places[static_cast<std::size_t>(of.place)].code))},
          {"on", base::to_string(of.on)},
          {"topics", topics}};
}

std::vector<ir::Value> places_on(const ir::Law& law, base::Day on) {
  std::vector<ir::Value> list;
  for (std::size_t p = 0; p < law.places.size(); ++p)
    if (law.places[p].until == 0 || law.places[p].until > on)
      list.push_back(static_cast<ir::Value>(p));
  return list;
}

}  // namespace comity::engine
