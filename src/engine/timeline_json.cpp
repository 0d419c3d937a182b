// The timeline as the contract's intervals. `until` is the first day no longer in the interval; null: no end known.
#include "engine/answer_json.h"

namespace comity::engine {

namespace {

Json outcome_or_null(Outcome outcome) {
  std::string_view text = word(outcome);
  return text.empty() ? Json() : Json(text);
}

Json interval_json(const ir::Law& law, const Interval& interval, Language language) {
  Json out;
  out["from"] = base::to_string(interval.from);
  out["until"] = interval.until ? Json(base::to_string(*interval.until)) : Json();
  out["verdict"] = word(interval.verdict);
  Json& stances = out["stances"] = Json::array();
  for (const auto& [stance, result] : interval.stances)
    stances.push_back(Json{{"stance", word(stance)},
                           {"outcome", outcome_or_null(result.second)},
                           {"verdict", word(result.first)}});
  Json& because = out["because"] = Json::array();
  for (const Interval::Cause& cause : interval.because) {
    Json item{{"kind", cause.kind}, {"ref", cause.ref}, {"on", base::to_string(cause.on)}};
    if (std::string_view text = text_of(law, cause.text, language); !text.empty())
      item["text"] = text;
    because.push_back(std::move(item));
  }
  return out;
}

}  // namespace

Json to_json(const ir::Law& law, const std::vector<Interval>& intervals,
             const JsonOptions& options) {
  Json out;
  Json& list = out["intervals"] = Json::array();
  for (const Interval& interval : intervals)
    list.push_back(interval_json(law, interval, options.language));
  return out;
}

}  // namespace comity::engine
