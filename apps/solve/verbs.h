// The verbs of comity-solve: each takes the session and gives the exit status. One file per verb.
#pragma once
#include "cli/session.h"

namespace comity::solve {

int run_loopholes(cli::Session& session);
int run_diff(cli::Session& session);
int run_route(cli::Session& session);

}  // namespace comity::solve
