#include "batch/question.h"

#include "cli/case_input.h"

namespace comity::batch {

std::optional<columnar::Asking> asking_of(cli::Session& session) {
  columnar::Asking asking;
  asking.today = session.today;
  asking.language = session.options.language;
  asking.overrides = cli::overrides_of(session);
  const bool broken = session.diagnostics.has_errors();
  cli::report(session);
  if (broken) return std::nullopt;
  return asking;
}

}  // namespace comity::batch
