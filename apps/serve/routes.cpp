#include "serve/routes.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "serve/problems.h"
#include "serve/query.h"

namespace comity::serve {

namespace {

// `asks`: a case in the body; the others take what is no fact of a case from the address.
struct Route {
  std::string_view path, verb;
  bool asks;
};
constexpr Route routes[] = {
    {"/v1/check", "check", true},
    {"/v1/why", "why", true},
    {"/v1/atlas", "atlas", true},
    {"/v1/timeline", "timeline", true},
    {"/v1/ask", "ask", true},
    {"/v1/laws", "laws", false},
    {"/v1/schema", "schema", false},
    {"/v1/questions", "questions", false},
    {"/v1/instruments", "instruments", false},
    {"/v1/instrument", "instrument", false},
    {"/v1/version", "version", false},
};

bool is_json(std::string_view type) {
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  return type == "application/json";
}

// 400 where the body is no JSON at all, 413 where it is beyond the limits of a case, 422 where it says what nobody can
// answer.
unsigned status_of(const nlohmann::ordered_json& problem) {
  const auto& findings = problem.at("findings");
  const int code = findings.empty() ? 0 : findings.front().at("code").get<int>();
  constexpr int not_readable = 8001, too_large = 8008, not_utf8 = 8009;
  if (code == not_readable || code == not_utf8) return 400;
  return code == too_large ? 413 : 422;
}

Answered of_reply(const comity_reply& reply) {
  Answered answered;
  answered.body.assign(reply.text, reply.size);
  if (reply.status == COMITY_ANSWERED) return answered;
  auto problem = nlohmann::ordered_json::parse(answered.body);
  answered.status = reply.status == COMITY_BAD_INPUT ? status_of(problem) : 500;
  problem["status"] = answered.status;
  answered.content_type = problem_type;
  answered.body = problem.dump(2) + "\n";
  return answered;
}

Answered ask(const Site& site, std::string_view verb, std::string_view request) {
  comity_reply* reply =
      comity_call(site.session, std::string(verb).c_str(), request.data(), request.size());
  if (!reply) return problem(503, Kind::no_memory);
  Answered answered = of_reply(*reply);
  comity_free(reply);
  return answered;
}

Answered ask_in_body(const Site& site, const Route& route, const Asked& asked) {
  if (asked.method != "POST") return wrong_method("POST");
  if (!is_json(asked.content_type)) return problem(415, Kind::not_json);
  return ask(site, route.verb, asked.body);
}

Answered ask_in_address(const Site& site, const Route& route, const Asked& asked,
                        std::string_view query) {
  if (asked.method != "GET") return wrong_method("GET");
  const auto request = request_of(query);
  return request ? ask(site, route.verb, *request) : problem(400, Kind::bad_address);
}

Answered document(std::string_view type, std::string text) {
  Answered answered;
  answered.content_type = type;
  answered.body = std::move(text);
  return answered;
}

// What may be fetched without the token, since nothing about anybody is in it.
std::optional<Answered> open_document(const Site& site, std::string_view path) {
  if (path == "/")
    return document("text/html; charset=utf-8", site.page.empty() ? page_missing() : site.page);
  if (path == "/v1/openapi.json") return document("application/json", site.openapi);
  if (path.starts_with(problem_path)) {
    std::string text = described(path.substr(problem_path.size()));
    if (!text.empty()) return document("text/plain; charset=utf-8", std::move(text));
  }
  return std::nullopt;
}

}  // namespace

Answered answer(const Site& site, const Asked& asked) {
  const std::size_t mark = std::min(asked.target.find('?'), asked.target.size());
  const std::string_view path = asked.target.substr(0, mark);
  const std::string_view query = asked.target.substr(std::min(mark + 1, asked.target.size()));
  if (auto refusal = site.guard.refuses(asked.origin)) return refused(*refusal);
  if (auto found = open_document(site, path))
    return asked.method == "GET" ? std::move(*found) : wrong_method("GET");
  for (const Route& route : routes) {
    if (route.path != path) continue;
    if (auto refusal = site.guard.refuses_question(asked.origin)) return refused(*refusal);
    return route.asks ? ask_in_body(site, route, asked) : ask_in_address(site, route, asked, query);
  }
  return problem(404, Kind::nothing_there);
}

Answered unreadable(unsigned status) {
  switch (status) {
    case 408:
      return problem(408, Kind::too_slow);
    case 413:
      return problem(413, Kind::too_large);
    case 431:
      return problem(431, Kind::header_too_large);
    default:
      return problem(400, Kind::not_http);
  }
}

}  // namespace comity::serve
