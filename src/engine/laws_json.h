// What the law base covers, as JSON: modules, instruments, tables, with dates of checking and review.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "base/date.h"
#include "ir/law.h"

namespace comity::engine {

nlohmann::ordered_json laws_json(const ir::Law& law, const std::string& pack_sha256,
                                 base::Day today);

}  // namespace comity::engine
