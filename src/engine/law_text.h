// The law base as people read it: the facts a case is told in, with their questions, and every instrument with its
// provisions in the law file's order; under each what it lays down, in which versions, and who reads it how.
// Both languages stand side by side. Days that are not stated, and ends that never come, are null.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "ir/law.h"

namespace comity::engine {

nlohmann::ordered_json questions_json(const ir::Law& law);
nlohmann::ordered_json instruments_json(const ir::Law& law, base::Day today);
// nullopt: there is no instrument of that name.
std::optional<nlohmann::ordered_json> instrument_json(const ir::Law& law, std::string_view id,
                                                      base::Day today);

}  // namespace comity::engine
