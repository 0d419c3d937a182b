// The program. No verb writes a file of a case, keeps a history or opens a socket; a crash leaves no core, because a core
// would hold the case.
#include "cli/program.h"
#include "cli/verbs.h"

int main(int argc, char** argv) {
  using namespace comity::cli;
  static constexpr NamedVerb verbs[] = {
      {"check", run_check},       {"why", run_why},     {"ask", run_ask},
      {"timeline", run_timeline}, {"atlas", run_atlas}, {"laws", run_laws},
      {"sql", run_sql},           {"test", run_test},   {"fmt", run_fmt},
      {"lint", run_lint},         {"completion", run_completion},
  };
  return run_program(argc, argv, verbs);
}
