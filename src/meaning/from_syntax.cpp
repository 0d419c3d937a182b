// The journey from law text to the law base, as a table of contents.
#include "meaning/stages.h"

namespace comity::meaning {

std::optional<LawBase> from_syntax(std::vector<InputFile> files, const Options& options,
                                   text::SourceSet& sources, diag::Diagnostics& diagnostics) {
  Unit unit(options, sources, diagnostics);
  read_files(unit, std::move(files));  // parsed; places, modules and instruments known
  check_place_codes(unit);
  declare_ontology(unit);  // before tables, whose cells are typed
  find_anchors(unit);
  // Without the case format nothing below means anything, and each line would only say so again.
  const Anchors& anchors = unit.law.anchors;
  bool founded = anchors.record_case != none && anchors.record_celebration != none &&
                 anchors.record_spouse != none && anchors.record_between != none &&
                 anchors.record_earlier_union != none;
  if (!founded) return std::nullopt;
  declare_interface(unit);
  find_member_anchors(unit);
  read_tables(unit);
  join_families(unit);  // modules have their final numbers from here on
  gather_declarations(unit);
  number_provisions(unit);  // declarations have their final order from here on
  declare_functions(unit);  // every signature before any body
  read_rules(unit);
  read_holdings(unit);
  read_other_declarations(unit);
  fill_members(unit);
  read_examples(unit);
  check_versions(unit);
  check_recursion(unit);
  check_dead_clauses(unit);
  check_texts(unit);
  check_staleness(unit);
  if (diagnostics.has_errors()) return std::nullopt;
  return std::move(unit.law);
}

}  // namespace comity::meaning
