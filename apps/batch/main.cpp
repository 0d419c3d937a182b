// comity-batch: the verbs over whole tables, apart from `comity` because they need Arrow's libraries.
#include "batch/verbs.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  using namespace comity;
  static constexpr cli::NamedVerb verbs[] = {
      {"batch", batch::run_batch}, {"synth", batch::run_synth}, {"why", batch::run_why_row}};
  return cli::run_program(argc, argv, verbs);
}
