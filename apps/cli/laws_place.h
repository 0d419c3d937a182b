// laws --place: what the law of a place, or of every place, says on a day, as JSON or as a page. Values come from
// engine/place_law.h; here are the probes' facts, made in the case format like any other case, and the words.
#pragma once
#include <optional>

#include "cli/session.h"
#include "engine/place_law.h"

namespace comity::cli {

// The exit status: bad_usage after a message where place, day or topic cannot be read. The law is open.
int run_laws_of_place(Session& session);
// False after a message: options of --place stand without it.
bool place_options_stand_right(const Session& session);

// A probe couple through the case format; a probe that the ontology refuses is left without facts, and its topic open.
std::optional<ir::Facts> facts_of_probe(const ir::Law& law, const engine::Probe& probe,
                                        base::Day today);

}  // namespace comity::cli
