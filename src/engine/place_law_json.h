// What the law of a place says on a day, as the JSON of the contract.
#pragma once
#include <nlohmann/json.hpp>
#include <vector>

#include "engine/place_law.h"

namespace comity::engine {

nlohmann::ordered_json to_json(const ir::Law& law, const PlaceLaw& of, bool history);
// Every place there is on the day, in the order of codes of the law base.
std::vector<ir::Value> places_on(const ir::Law& law, base::Day on);

}  // namespace comity::engine
