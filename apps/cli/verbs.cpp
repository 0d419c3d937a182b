#include "cli/verbs.h"

namespace comity::cli {

Verb verb_named(std::string_view name) {
  static constexpr struct {
    std::string_view name;
    Verb verb;
  } verbs[] = {
      {"check", run_check}, {"why", run_why},   {"timeline", run_timeline},
      {"atlas", run_atlas}, {"laws", run_laws}, {"test", run_test},
      {"fmt", run_fmt},     {"lint", run_lint}, {"completion", run_completion},
  };
  for (const auto& entry : verbs)
    if (entry.name == name) return entry.verb;
  return run_check;
}

}  // namespace comity::cli
