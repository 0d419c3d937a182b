// A report of loopholes as text for people, as JSON, and as examples for the law file.
#pragma once
#include "solve/words.h"
#include "solver/loopholes.h"

namespace comity::solve {

void write_report(const Words& words, const solver::Report& report, cli::Page& page);
Json report_json(const Words& words, const solver::Report& report);
std::string report_examples(const Words& words, const solver::Report& report);
Message title_of(solver::Kind kind);

}  // namespace comity::solve
