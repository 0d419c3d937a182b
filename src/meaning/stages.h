// The stages of from_syntax, in the order they run. Each reads what those before it declared.
#pragma once
#include <optional>

#include "meaning/unit.h"

namespace comity::meaning {

// One TOML file as the two kinds of it are read (toml_files.cpp).
struct ModuleFile {
  std::string folder, place, family;
  text::Span span;
  base::Day covers_from = base::first_day, recognition_from = base::first_day;
  bool letter_is_case_law = false, gives_way = false;
};
std::optional<ModuleFile> read_module_file(Unit& unit, text::FileId file, std::string folder);
struct InstrumentDraft {
  Instrument instrument;
  std::string place;
  InstrumentFile file;
};
std::optional<InstrumentDraft> read_instrument_file(Unit& unit, text::FileId file,
                                                    std::string folder);

void read_files(
    Unit& unit,
    std::vector<InputFile> files);  // TOML, law text, tables; modules and instruments numbered
void check_place_codes(Unit& unit);
void declare_ontology(Unit& unit);  // enums, records, facts, layout
void declare_interface(Unit& unit);
void read_tables(Unit& unit);          // after the ontology
void join_families(Unit& unit);        // places that a family's table lists become modules
void gather_declarations(Unit& unit);  // every declaration with what holds where it stands
void number_provisions(Unit& unit);
void declare_functions(Unit& unit);  // signatures of rules, terms, standards, bars; readings
void read_rules(Unit& unit);         // clauses of all functions
void read_holdings(Unit& unit);      // readings' exclusions, holdings, searched
void read_other_declarations(
    Unit& unit);  // treaties, overlays, exposure, notes, acts, purposes, ..
void read_examples(Unit& unit);
void fill_members(Unit& unit);         // which function answers which member of which module
void find_anchors(Unit& unit);         // records, enums and slots of the case format
void find_member_anchors(Unit& unit);  // members of the interface
void check_versions(Unit& unit);
void check_recursion(Unit& unit);
void check_dead_clauses(Unit& unit);
void check_texts(Unit& unit);
void check_staleness(Unit& unit);

// ---- shared by stages
// A constant of a type: a word, code, date or number standing where no rule runs. nullopt after a diagnostic.
std::optional<std::int32_t> constant_of(Unit& unit, const Node& node, Type type);
std::optional<std::int32_t> constant_from(Unit& unit, std::string_view written, Type type,
                                          text::Span span);
std::optional<Type> type_named(Unit& unit, const Node& type);
// Places that may differ, in the order law text is read: each declaration of a keyword in every file.
template <class Visit>
void each_declaration(Unit& unit, std::string_view keyword, Visit visit) {
  for (ParsedFile& file : unit.files)
    for (const Node& block : file.law.tree.kids)
      for (const Node& declaration : block.kids)
        if (declaration.word == keyword) visit(file, block, declaration);
}

}  // namespace comity::meaning
