// comity-serve: the app and the HTTP interface on this machine. A program of its own, because only it opens a socket.
#include "cli/program.h"
#include "serve/serve.h"

int main(int argc, char** argv) {
  static constexpr comity::cli::NamedVerb verbs[] = {{"serve", comity::serve::run_serve}};
  return comity::cli::run_program(argc, argv, verbs);
}
