// serve: the verb.
#pragma once
#include "cli/session.h"

namespace comity::serve {

int run_serve(cli::Session& session);

}  // namespace comity::serve
