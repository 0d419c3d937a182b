// The verbs of comity-batch.
#pragma once
#include "cli/session.h"

namespace comity::batch {

int run_batch(cli::Session& session);
int run_synth(cli::Session& session);
int run_why_row(cli::Session& session);

}  // namespace comity::batch
