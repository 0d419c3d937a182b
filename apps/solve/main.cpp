#include "cli/program.h"
int run_probe(comity::cli::Session&);
int main(int argc, char** argv) {
  using namespace comity::cli;
  static constexpr NamedVerb verbs[] = {{"check", run_probe}};
  return run_program(argc, argv, verbs);
}
