// The case format as JSON Schema 2020-12, made from the ontology: what the reader takes, key by key, with the questions
// as descriptions. Guarantees: every key, enum and bound of the ontology, in its order; the same law, the same bytes.
// Leaves to the reader what no schema can say: days that exist, constraints between facts, keys standing twice.
#pragma once
#include <nlohmann/json.hpp>

#include "ir/law.h"

namespace comity::casefile {

nlohmann::ordered_json schema_of(const ir::Law& law, bool russian = false);

}  // namespace comity::casefile
