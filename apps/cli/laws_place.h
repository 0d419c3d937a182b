// laws --place: what the law of a place, or of every place, says on a day, as JSON or as a page. Values come from
// engine/place_law.h; here are the words.
#pragma once
#include "cli/session.h"

namespace comity::cli {

// The exit status: bad_usage after a message where place, day or topic cannot be read. The law is open.
int run_laws_of_place(Session& session);
// False after a message: options of --place stand without it.
bool place_options_stand_right(const Session& session);

}  // namespace comity::cli
