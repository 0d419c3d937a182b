// The question that the options of a verb put to every row.
#pragma once
#include <optional>

#include "cli/session.h"
#include "columnar/decide.h"

namespace comity::batch {

// nullopt after the findings were reported.
std::optional<columnar::Asking> asking_of(cli::Session& session);

}  // namespace comity::batch
