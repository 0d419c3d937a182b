// The findings of a run, on standard error.
#include <cstdio>

#include "cli/session.h"
#include "diag/render.h"

namespace comity::cli {

void report(Session& session) {
  std::string text = diag::render(session.sources, session.diagnostics, session.options.language);
  std::fwrite(text.data(), 1, text.size(), stderr);
  session.diagnostics.list.clear();
}

}  // namespace comity::cli
