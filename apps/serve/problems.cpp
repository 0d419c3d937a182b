#include "serve/problems.h"

#include <nlohmann/json.hpp>

namespace comity::serve {

namespace {

struct Text {
  std::string_view name, title, remedy;
};

Text text_of(Kind kind) {
  switch (kind) {
    case Kind::no_host:
      return {"no-host", "The request has no Host header.", "HTTP/1.1 needs one."};
    case Kind::foreign_host:
      return {"foreign-host", "This server does not go by that name.",
              "Use the address that `comity serve` printed, with 127.0.0.1 or localhost in it."};
    case Kind::foreign_page:
      return {"foreign-page", "A page from elsewhere may not ask this server.",
              "Ask from the page this server gives, or from a program."};
    case Kind::no_token:
      return {
          "no-token", "The token is missing, or not the one of this run.",
          "Send the header `Authorization: Bearer TOKEN` with what stands after # in the address "
          "that `comity serve` printed."};
    case Kind::nothing_there:
      return {"nothing-there", "There is nothing at this address.",
              "/v1/openapi.json lists what there is."};
    case Kind::wrong_method:
      return {"wrong-method", "This address does not take that method.",
              "The header Allow names the one it takes."};
    case Kind::not_json:
      return {"not-json", "The body is not said to be JSON.",
              "Send it with `Content-Type: application/json`."};
    case Kind::bad_address:
      return {"bad-address", "The part of the address after ? cannot be read.",
              "Write key=value, with & between them; no key twice."};
    case Kind::not_http:
      return {"not-http", "This is no request that can be read.", ""};
    case Kind::too_slow:
      return {"too-slow", "The request did not arrive in time.", ""};
    case Kind::too_large:
      return {"too-large", "The body is larger than any case.", "A case is a page or two of text."};
    case Kind::header_too_large:
      return {"header-too-large", "The header is too large.", ""};
    case Kind::no_memory:
      return {"no-memory", "The memory of this machine ran out.", "Try again later."};
  }
  return {};
}

constexpr Kind all_kinds[] = {
    Kind::no_host,       Kind::foreign_host,     Kind::foreign_page, Kind::no_token, Kind::not_json,
    Kind::nothing_there, Kind::wrong_method,     Kind::bad_address,  Kind::not_http, Kind::too_slow,
    Kind::too_large,     Kind::header_too_large, Kind::no_memory,
};

// Those of the core (docs/c-abi.md).
constexpr Text of_core[] = {
    {"bad-input", "The request cannot be used as it is.",
     "`findings` says where and why; docs/errors/ has a page for each code."},
    {"bad-law", "The law pack was refused.", "Build it again with ./comity."},
    {"internal", "The program failed.", "This is a defect; the answer was not given."},
};

std::string paragraph(const Text& text) {
  return std::string(text.title) + (text.remedy.empty() ? "" : "\n\n") + std::string(text.remedy) +
         "\n";
}

}  // namespace

Answered problem(unsigned status, Kind kind) {
  const Text text = text_of(kind);
  nlohmann::ordered_json out{
      {"type", "problems/" + std::string(text.name)}, {"title", text.title}, {"status", status}};
  if (!text.remedy.empty()) out["detail"] = text.remedy;
  Answered answered;
  answered.status = status;
  answered.content_type = problem_type;
  answered.body = out.dump(2) + "\n";
  return answered;
}

Answered wrong_method(std::string_view allow) {
  Answered answered = problem(405, Kind::wrong_method);
  answered.allow = allow;
  return answered;
}

Answered refused(Refusal refusal) {
  switch (refusal) {
    case Refusal::no_host:
      return problem(400, Kind::no_host);
    case Refusal::foreign_host:
      return problem(421, Kind::foreign_host);
    case Refusal::foreign_page:
      return problem(403, Kind::foreign_page);
    case Refusal::no_token:
      return problem(401, Kind::no_token);
  }
  return problem(400, Kind::not_http);
}

std::string described(std::string_view name) {
  for (Kind kind : all_kinds)
    if (text_of(kind).name == name) return paragraph(text_of(kind));
  for (const Text& text : of_core)
    if (text.name == name) return paragraph(text);
  return {};
}

std::string page_missing() {
  return "<!doctype html><meta charset=utf-8><title>Page</title>"
         "<p>The page itself was not built. What programs can ask is described at "
         "<a href=\"/v1/openapi.json\">/v1/openapi.json</a>.";
}

}  // namespace comity::serve
