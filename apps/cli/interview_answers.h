// What a person types in an interview, as a value of the case format: places by code or name, choices by number or word.
// Guarantees: a value set is of the kind its field takes; whether it is possible is for the reader of cases to say.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/document.h"
#include "cli/messages.h"
#include "ir/law.h"

namespace comity::cli {

// The words a question offers by number; empty where it takes something else.
struct Choice {
  std::string value, label;
};
std::vector<Choice> choices_of(const ir::Law& law, const ir::Field& field, Language language);

// How the field's answer is typed, in words.
Message how_to_type(const ir::Law& law, const ir::Field& field);

// nullopt: not understood; `near` may then hold the nearest place.
std::optional<casefile::Node> value_typed(const ir::Law& law, const ir::Field& field,
                                          std::string_view typed, std::string& near);

// A place by its code, an alias or its name in either language, letters' case aside; nullopt: none.
std::optional<ir::Value> place_typed(const ir::Law& law, std::string_view typed, std::string& near);

}  // namespace comity::cli
