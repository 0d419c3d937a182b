// comity-solve: the verbs that search the law itself, apart from `comity` because they need Z3 (docs/decisions/0015).
#include "cli/program.h"
#include "solve/verbs.h"

int main(int argc, char** argv) {
  using namespace comity;
  static constexpr cli::NamedVerb verbs[] = {{"loopholes", solve::run_loopholes},
                                              {"diff", solve::run_diff},
                                              {"route", solve::run_route}};
  return cli::run_program(argc, argv, verbs);
}
