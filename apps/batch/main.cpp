// comity-batch: the verbs over whole tables, apart from `comity` because they need Arrow's libraries.
#include <sys/stat.h>

#include "batch/verbs.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  using namespace comity;
  ::umask(077);  // a table about couples is its owner's
  static constexpr cli::NamedVerb verbs[] = {
      {"batch", batch::run_batch}, {"synth", batch::run_synth}, {"why", batch::run_why_row}};
  return cli::run_program(argc, argv, verbs);
}
