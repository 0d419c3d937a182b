// Slots and their paths in the case format: "spouses.0.earlier_unions.1.place".
#pragma once
#include <string>
#include <string_view>

#include "ir/facts.h"
#include "ir/law.h"

namespace comity::ir {

// Path of the field a slot belongs to; a list's or period's inner slots name the element.
std::string path_of(const Law& law, std::uint32_t slot);
// Path of what a person would be asked for: the outermost list that is open or too short to hold the slot, else the field.
std::string input_path(const Law& law, const Facts& facts, std::uint32_t slot);
// The field a slot belongs to; nullptr: no slot of the layout.
const Field* field_at(const Law& law, std::uint32_t slot);
// The field a slot belongs to; nullptr beyond the layout.
const Field* field_of(const Law& law, std::uint32_t slot);
// The field a path of the case format names, elements by their numbers; nullptr: there is none.
const Field* field_of_path(const Law& law, std::string_view path);
// The field whose kind a bare value takes: of a record that has one, the field it fills; else the field itself.
const Field& bare_field(const Law& law, const Field& field);
// The question the ontology asks for the field of a slot.
Text question_of(const Law& law, std::uint32_t slot);

}  // namespace comity::ir
