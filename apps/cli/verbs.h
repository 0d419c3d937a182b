// The verbs: each takes the session and gives the exit status. One file per verb.
#pragma once
#include "cli/session.h"

namespace comity::cli {

int run_check(Session& session);
int run_why(Session& session);
int run_timeline(Session& session);
int run_ask(Session& session);
int run_atlas(Session& session);
int run_laws(Session& session);
int run_sql(Session& session);
int run_test(Session& session);
int run_fmt(Session& session);
int run_lint(Session& session);
int run_completion(Session& session);

}  // namespace comity::cli
