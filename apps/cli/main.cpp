// The program: read the arguments, hand over to the verb, give its status. No verb writes a file of a case, keeps a
// history or opens a socket; a crash leaves no core, because a core would hold the case.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <exception>

#include "cli/verbs.h"

namespace {

void leave_no_core() {
  rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__    // the leak checker reads its own process as a debugger would
  ::prctl(PR_SET_DUMPABLE, 0);  // a core sent to a pipe heeds no size limit
#endif
}

int run(int argc, char** argv) {
  using namespace comity::cli;
  int status = answered;
  auto options = read_options(argc, argv, status);
  if (!options) return status;
  Session session;
  session.options = std::move(*options);
  auto today = today_of(session.options);
  if (!today) return bad_usage;
  session.today = *today;
  return verb_named(session.options.verb)(session);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace comity::cli;
  leave_no_core();
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {
    complain(say(language_said(argc, argv), Message::internal_error_because, failure.what()));
  } catch (...) {
    complain(say(language_said(argc, argv), Message::internal_error));
  }
  return internal_error;
}
