// What is refused before the law is asked, as RFC 9457 problems. Those about a request's content come from the core.
#pragma once
#include <string>
#include <string_view>

#include "serve/routes.h"

namespace comity::serve {

inline constexpr std::string_view problem_type = "application/problem+json";
inline constexpr std::string_view problem_path = "/v1/problems/";

enum class Kind {
  no_host,
  foreign_host,
  foreign_page,
  no_token,
  nothing_there,
  wrong_method,
  not_json,
  bad_address,
  not_http,
  too_slow,
  too_large,
  header_too_large,
  no_memory,
};

Answered problem(unsigned status, Kind kind);
Answered wrong_method(std::string_view allow);
Answered refused(Refusal refusal);

// The text behind a problem's `type`; empty: there is none of that name.
std::string described(std::string_view name);
// In place of the app, where it was not built.
std::string page_missing();

}  // namespace comity::serve
