#include "serve/openapi.h"

#include <nlohmann/json.hpp>

#include "base/version.h"
#include "casefile/schema.h"
#include "engine/place_law.h"
#include "engine/words.h"
#include "ir/paths.h"

namespace comity::serve {

namespace {

using Json = nlohmann::ordered_json;

Json ref(const char* name) { return {{"$ref", std::string("#/components/schemas/") + name}}; }
Json nullable(Json schema) {
  return {{"anyOf", Json::array({std::move(schema), Json{{"type", "null"}}})}};
}
Json list_of(Json schema) { return {{"type", "array"}, {"items", std::move(schema)}}; }
Json text() { return {{"type", "string"}}; }
Json day() { return {{"type", "string"}, {"format", "date"}}; }
Json truth(bool otherwise) { return {{"type", "boolean"}, {"default", otherwise}}; }

Json object(Json properties, std::vector<std::string> required, bool closed = false) {
  Json out{{"type", "object"}};
  if (!required.empty()) out["required"] = std::move(required);
  if (!properties.empty()) out["properties"] = std::move(properties);
  if (closed) out["additionalProperties"] = false;
  return out;
}

template <class Kind>
Json words(std::initializer_list<Kind> kinds) {
  Json list = Json::array();
  for (Kind kind : kinds) list.push_back(engine::word(kind));
  return {{"enum", std::move(list)}};
}

Json verdicts() {
  using enum engine::Verdict;
  return words({not_covered, undecided, discretionary, depends, contested, untested, settled});
}

Json outcomes() {
  using enum engine::Outcome;
  return nullable(words({recognised, recognised_as_registered_partnership,
                         recognised_limited_purpose, not_recognised}));
}

Json purposes(const ir::Law& law) {
  const ir::EnumDef& purpose = law.enums[law.anchors.enum_purpose];
  Json list = Json::array();
  for (std::uint32_t i = 0; i < purpose.values; ++i)
    list.push_back(ir::enum_word(law, law.anchors.enum_purpose, static_cast<ir::Value>(i)));
  return {{"enum", std::move(list)}};
}

Json common_keys() {
  return {{"today", day()},
          {"lang", {{"enum", Json::array({"en", "ru"})}, {"default", "en"}}},
          {"compact", truth(false)}};
}

Json request(const ir::Law& law, Json own, bool case_needed) {
  Json keys{{"case", {{"anyOf", Json::array({ref("Case"), text()})}}},
            {"forum", text()},
            {"on", day()},
            {"known_on", day()},
            {"purpose", purposes(law)},
            {"strict", truth(false)}};
  keys.update(own);
  keys.update(common_keys());
  std::vector<std::string> required;
  if (case_needed) required.emplace_back("case");
  return object(std::move(keys), std::move(required), true);
}

Json stance_schema() {
  Json stance = object(
      {{"stance",
        words({engine::Stance::letter, engine::Stance::courts, engine::Stance::authorities})},
       {"verdict", {{"anyOf", Json::array({verdicts(), Json{{"const", "silent"}}})}}},
       {"outcome", outcomes()},
       {"because", list_of(ref("Step"))}},
      {"stance", "verdict", "outcome"});
  return stance;
}

Json step_schema() {
  return object({{"kind", text()},
                 {"law", nullable(text())},
                 {"provision", nullable(text())},
                 {"as_at", nullable(text())},
                 {"holds", nullable({{"type", "boolean"}})},
                 {"text", nullable(text())},
                 {"because", list_of(ref("Step"))}},
                {"kind", "because"});
}

Json answer_schema(const ir::Law& law) {
  Json question = object({{"forum", nullable(text())},
                          {"on", day()},
                          {"known_on", nullable(day())},
                          {"purpose", purposes(law)}},
                         {"forum", "on", "known_on", "purpose"});
  Json receipt = object({{"engine", text()}, {"pack", text()}, {"laws", list_of(object({}, {}))}},
                        {"engine", "pack", "laws"});
  Json also = verdicts();
  also["enum"].push_back("stale");
  return object(
      {{"comity", text()},
       {"question", std::move(question)},
       {"verdict", verdicts()},
       {"also", list_of(std::move(also))},
       {"outcome", outcomes()},
       {"stances", list_of(ref("Stance"))},
       {"readings", list_of(object({{"id", text()}, {"says", text()}}, {"id", "holders"}))},
       {"flips", list_of(list_of(text()))},
       {"depends_on",
        list_of(object({{"fact", text()}, {"question", text()}}, {"fact", "question", "stances"}))},
       {"presumed",
        list_of(object({{"fact", text()}, {"value", text()}}, {"fact", "value", "matters"}))},
       {"exposure", list_of(object({{"mode", text()}, {"act", text()}, {"cite", text()}},
                                   {"mode", "act", "kind", "firm"}))},
       {"exposure_coverage",
        object({{"covered", list_of(text())}, {"not_covered", list_of(text())}},
               {"covered", "not_covered"})},
       {"notes", list_of(text())},
       {"receipt", std::move(receipt)}},
      {"comity", "question", "verdict", "also", "outcome", "stances", "readings", "flips",
       "depends_on", "presumed", "other_purposes", "exposure", "exposure_coverage", "notes",
       "receipt"});
}

Json timeline_schema() {
  Json stance = object({{"stance", text()}, {"outcome", outcomes()}, {"verdict", text()}},
                       {"stance", "outcome", "verdict"});
  Json cause = object({{"kind", text()}, {"ref", text()}, {"on", day()}}, {"kind", "ref", "on"});
  Json interval = object({{"from", day()},
                          {"until", nullable(day())},
                          {"verdict", verdicts()},
                          {"stances", list_of(std::move(stance))},
                          {"because", list_of(std::move(cause))}},
                         {"from", "until", "verdict", "stances", "because"});
  return object({{"intervals", list_of(std::move(interval))}}, {"intervals"});
}

Json interview_schema() {
  Json item = object({{"fact", text()}, {"question", text()}}, {"fact", "question", "stances"});
  return object({{"next", nullable(item)}, {"left", list_of(item)}, {"so_far", ref("Answer")}},
                {"next", "left", "so_far"});
}

Json problem_schema() {
  Json finding = object({{"code", {{"type", "integer"}}},
                         {"name", text()},
                         {"severity", {{"enum", Json::array({"error", "warning"})}}},
                         {"title", text()},
                         {"message", text()},
                         {"remedy", text()},
                         {"pointer", {{"type", "string"}, {"format", "json-pointer"}}},
                         {"line", {{"type", "integer"}, {"minimum", 1}}},
                         {"column", {{"type", "integer"}, {"minimum", 1}}},
                         {"labels", list_of(object({{"text", text()}}, {"text"}))}},
                        {"code", "name", "severity", "title", "message"});
  return object({{"type", {{"type", "string"}, {"format", "uri-reference"}}},
                 {"title", text()},
                 {"status", {{"type", "integer"}}},
                 {"detail", text()},
                 {"findings", list_of(std::move(finding))}},
                {"type", "title", "status"});
}

Json content(const char* type, Json schema) {
  return {{"content", {{type, {{"schema", std::move(schema)}}}}}};
}

Json responses(Json schema) {
  Json good = content("application/json", std::move(schema));
  Json bad = content("application/problem+json", ref("Problem"));
  good["description"] = "the answer";
  bad["description"] = "what is wrong, and where";
  return {{"200", std::move(good)}, {"default", std::move(bad)}};
}

Json posted(const char* summary, Json keys, Json schema) {
  Json body = content("application/json", std::move(keys));
  body["required"] = true;
  return {{"post",
           {{"summary", summary},
            {"requestBody", std::move(body)},
            {"responses", responses(std::move(schema))}}}};
}

Json got(const char* summary, const Json& keys, Json schema) {
  Json parameters = Json::array();
  for (const auto& [name, of] : keys.items())
    parameters.push_back({{"name", name}, {"in", "query"}, {"schema", of}});
  return {{"get",
           {{"summary", summary},
            {"parameters", std::move(parameters)},
            {"responses", responses(std::move(schema))}}}};
}

Json with_common(Json keys) {
  keys.update(common_keys());
  return keys;
}

Json topics() {
  Json list = Json::array();
  for (const std::string& word : engine::topic_words()) list.push_back(word);
  return {{"enum", std::move(list)}};
}

Json paths(const ir::Law& law) {
  const Json anything = Json::object(), because{{"because", truth(true)}};
  return {
      {"/v1/check",
       posted("one case, one forum: the answer", request(law, because, true), ref("Answer"))},
      {"/v1/why", posted("the same, always with the derivations", request(law, anything, true),
                         ref("Answer"))},
      {"/v1/atlas", posted("one case, every place that may be asked: answers without derivations",
                           request(law, anything, true), list_of(ref("Answer")))},
      {"/v1/timeline",
       posted("one case, one forum, over time",
              request(law, {{"until", day()}, {"as_lived", truth(false)}}, true), ref("Timeline"))},
      {"/v1/ask", posted("what to ask next, and the answer so far",
                         request(law, {{"unknown", list_of(text())}}, false), ref("Interview"))},
      {"/v1/laws",
       got("what the law base covers; with `place`, what the law of a place says on a day",
           with_common(
               {{"place", text()}, {"on", day()}, {"topic", topics()}, {"history", truth(false)}}),
           anything)},
      {"/v1/schema", got("the case format as JSON Schema", common_keys(), anything)},
      {"/v1/questions", got("the facts of a case with their questions", common_keys(), anything)},
      {"/v1/instruments",
       got("every instrument of the law base", common_keys(), list_of(object({}, {"id"})))},
      {"/v1/instrument", got("one instrument with its provisions", with_common({{"id", text()}}),
                             object({}, {"id", "provisions"}))},
      {"/v1/version",
       got("version, law pack and its key", common_keys(), object({}, {"comity", "pack"}))},
  };
}

// References inside a schema begin at its own root, which is here a part of another document.
void lead_from(Json& schema, const std::string& root) {
  if (schema.is_object()) {
    schema.erase("$schema");
    schema.erase("$id");
  }
  if (!schema.is_structured()) return;
  for (auto& [key, value] : schema.items()) {
    if (key == "$ref" && value.is_string())
      value = root + value.get<std::string>().substr(1);
    else
      lead_from(value, root);
  }
}

}  // namespace

std::string openapi(const ir::Law& law, const std::string& address) {
  Json schemas{{"Case", casefile::schema_of(law)}, {"Answer", answer_schema(law)},
               {"Stance", stance_schema()},        {"Step", step_schema()},
               {"Timeline", timeline_schema()},    {"Interview", interview_schema()},
               {"Problem", problem_schema()}};
  lead_from(schemas["Case"], "#/components/schemas/Case");
  Json document{{"openapi", "3.1.0"},
                {"info",
                 {{"title", "Comity"},
                  {"version", base::version},
                  {"summary", "Whether a marriage counts in another country, from the law itself"},
                  {"description",
                   "Answers only programs and pages of this machine that know the token of this "
                   "run. Facts of a case stand in bodies, never in addresses; nothing is kept."}}},
                {"servers", Json::array({{{"url", address.substr(0, address.size() - 1)}}})},
                {"security", Json::array({{{"token", Json::array()}}})},
                {"paths", paths(law)},
                {"components",
                 {{"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}},
                  {"schemas", std::move(schemas)}}}};
  return document.dump(2) + "\n";
}

}  // namespace comity::serve
