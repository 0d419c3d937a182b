#include "capi/verbs.h"

#include "base/nearest.h"
#include "base/version.h"
#include "capi/comity.h"
#include "casefile/schema.h"
#include "engine/answer_json.h"
#include "engine/laws_json.h"
#include "engine/place_law_json.h"

namespace comity::capi {

namespace {

namespace says = diag::says;

std::optional<Json> answer(const pack::Pack& pack, Request& request, bool because) {
  auto read = read_told_case(request);
  if (!read) return std::nullopt;
  const engine::Answer answer =
      answer_of(pack, read->facts, question_of(*read), request.today(), because);
  return engine::to_json(pack.law, answer, {because, request.asked.language});
}

std::optional<Json> check(const pack::Pack& pack, Request& request) {
  return answer(pack, request, request.asked.because);
}

std::optional<Json> why(const pack::Pack& pack, Request& request) {
  return answer(pack, request, true);
}

std::optional<Json> atlas(const pack::Pack& pack, Request& request) {
  auto read = read_told_case(request, Needs::case_only);
  if (!read) return std::nullopt;
  return engine::to_json(pack.law,
                         answers_everywhere(pack, read->facts, question_of(*read), request.today()),
                         request.asked.language);
}

std::optional<Json> timeline(const pack::Pack& pack, Request& request) {
  auto read = read_told_case(request);
  if (!read) return std::nullopt;
  engine::Question question = question_of(*read);
  if (request.asked.until) question.on = *request.asked.until;
  return engine::to_json(
      pack.law,
      engine::timeline(pack.law, read->facts, question, request.today(), request.asked.as_lived),
      {true, request.asked.language});
}

std::optional<Json> ask(const pack::Pack& pack, Request& request) {
  auto read = read_told_case(request, Needs::forum_only);
  if (!read) return std::nullopt;
  return engine::to_json(pack.law,
                         next_questions(pack, read->facts, question_of(*read), request.today(),
                                        request.asked.unknown),
                         {false, request.asked.language});
}

std::vector<std::string> codes_of(const ir::Law& law) {
  std::vector<std::string> codes;
  for (const ir::Place& place : law.places) codes.emplace_back(law.str(place.code));
  return codes;
}

// The places a request about their law means; none after a finding.
std::vector<ir::Value> places_meant(Request& request, base::Day on) {
  const std::string& written = request.asked.place;
  if (written == "all") return engine::places_on(request.law, on);
  if (const int place = ir::place_named(request.law, written); place >= 0) return {place};
  request.refuse("place", diag::with_nearest({says::option_not_a_place, "place", written},
                                             base::nearest(written, codes_of(request.law))));
  return {};
}

std::optional<engine::Topic> topic_meant(Request& request) {
  const std::string& written = request.asked.topic;
  if (written.empty()) return std::nullopt;
  const auto topic = engine::topic_named(written);
  if (!topic)
    request.refuse("topic", diag::with_nearest({says::does_not_take, "topic", written},
                                               base::nearest(written, engine::topic_words())));
  return topic;
}

std::optional<Json> laws_of_place(const pack::Pack& pack, Request& request) {
  const base::Day on = request.asked.on.value_or(request.today());
  const auto topic = topic_meant(request);
  const std::vector<ir::Value> places = places_meant(request, on);
  if (request.diagnostics.has_errors()) return std::nullopt;
  auto facts_of = [&](const engine::Probe& probe) {
    return facts_of_probe(pack.law, probe, request.today());
  };
  Json list = Json::array();
  for (ir::Value place : places)
    list.push_back(
        engine::to_json(pack.law,
                        engine::place_law(pack.law, {place, on, topic, request.asked.history},
                                          request.today(), facts_of),
                        request.asked.history));
  return request.asked.place == "all" ? list : list.front();
}

std::optional<Json> laws(const pack::Pack& pack, Request& request) {
  const Asked& asked = request.asked;
  if (!asked.place.empty()) return laws_of_place(pack, request);
  if (!asked.on && asked.topic.empty() && !asked.history)
    return engine::laws_json(pack.law, pack.sha256, request.today());
  request.refuse("place", {says::request_lacks, "place"});
  return std::nullopt;
}

std::optional<Json> schema(const pack::Pack& pack, Request& request) {
  return casefile::schema_of(pack.law, request.asked.language == base::Language::ru);
}

std::optional<Json> version(const pack::Pack& pack, Request&) {
  return Json{{"comity", base::version},
              {"abi", COMITY_ABI},
              {"pack", "sha256:" + pack.sha256},
              {"key", pack.development_key ? Json("development") : Json(nullptr)},
              {"places", pack.law.places.size()},
              {"instruments", pack.law.instruments.size()}};
}

constexpr Verb table[] = {
    {"check", "case forum on known_on purpose strict because", check},
    {"why", "case forum on known_on purpose strict", why},
    {"timeline", "case forum on known_on purpose strict until as_lived", timeline},
    {"atlas", "case forum on known_on purpose strict", atlas},
    {"ask", "case forum on known_on purpose strict unknown", ask},
    {"laws", "place on topic history", laws},
    {"schema", "", schema},
    {"questions", "", run_questions},
    {"instruments", "", run_instruments},
    {"instrument", "id", run_instrument},
    {"version", "", version},
};

}  // namespace

std::span<const Verb> verbs() { return table; }

}  // namespace comity::capi
