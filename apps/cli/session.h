// What every verb that asks the law needs: the pack, the sources of what the user wrote, and the findings.
#pragma once
#include <nlohmann/json.hpp>

#include "cli/options.h"
#include "diag/diagnostic.h"
#include "pack/pack.h"
#include "text/source.h"

namespace comity::cli {

struct Session {
  Options options;
  base::Day today = 0;
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  pack::Pack pack;
  const ir::Law& law() const { return pack.law; }
};

// The pack beside the program, or where COMITY_PACK says. False after a message; the status is law_broken.
bool open_law(Session& session);
// Writes the findings to standard error, each with its place where it has one, and forgets them.
void report(Session& session);
// One JSON document, with a newline, on standard output; the exit status.
int print_json(const Session& session, const nlohmann::ordered_json& document);
int print_page(const Session& session, std::string_view text);

}  // namespace comity::cli
