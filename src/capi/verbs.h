// The verbs of the C interface as a table: a request in, a document out.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>

#include "capi/request.h"

namespace comity::capi {

using Json = nlohmann::ordered_json;

struct Verb {
  std::string_view name;
  std::string_view keys;  // of its requests, with a space between each
  std::optional<Json> (*run)(const pack::Pack& pack, Request& request);  // nullopt after a finding
};

std::span<const Verb> verbs();

// The law as people read it, for verbs.cpp.
std::optional<Json> run_questions(const pack::Pack& pack, Request& request);
std::optional<Json> run_instruments(const pack::Pack& pack, Request& request);
std::optional<Json> run_instrument(const pack::Pack& pack, Request& request);

}  // namespace comity::capi
