#include "cli/program.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>

namespace comity::cli {

namespace {

// Verbs in a program of their own, because they need a library that `check` must not load, and the part they belong to
// (COMITY_PARTS in cmake/layers.cmake).
struct Elsewhere {
  std::string_view verb, part;
};
constexpr Elsewhere elsewhere[] = {{"batch", "batch"},     {"synth", "batch"}, {"loopholes", "solve"},
                                   {"diff", "solve"},      {"route", "solve"}};

std::string_view part_of(std::string_view verb) {
  for (const Elsewhere& entry : elsewhere)
    if (entry.verb == verb) return entry.part;
  return {};
}

void leave_no_core() {
  rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__    // the leak checker reads its own process as a debugger would
  ::prctl(PR_SET_DUMPABLE, 0);  // a core sent to a pipe heeds no size limit
#endif
}

// Becomes the program that has the verb; where it was not built yet, the launcher that builds it.
int hand_over(std::string_view part, char** argv, Language language) {
  const std::filesystem::path folder =
      std::filesystem::read_symlink("/proc/self/exe").parent_path();
  const std::string program = folder / ("comity-" + std::string(part));
  ::execv(program.c_str(), argv);
  if (const char* launcher = std::getenv("COMITY_LAUNCHER"); launcher && *launcher) {
    ::setenv("COMITY_PART", std::string(part).c_str(), 1);
    ::execv(launcher, argv);
  }
  complain(say(language, Message::part_missing, program));
  return internal_error;
}

int run(int argc, char** argv, std::span<const NamedVerb> own) {
  int status = answered;
  auto options = read_options(argc, argv, status);
  if (!options) return status;
  Session session;
  session.options = std::move(*options);
  auto today = today_of(session.options);
  if (!today) return bad_usage;
  session.today = *today;
  // A row of a table is explained by the program that reads tables.
  const bool of_table = session.options.verb == "why" && !session.options.row.empty();
  const bool reads_tables = std::ranges::any_of(own, [](const NamedVerb& v) { return v.name == "batch"; });
  if (of_table && !reads_tables) return hand_over("batch", argv, session.options.language);
  for (const NamedVerb& verb : own)
    if (verb.name == session.options.verb) return verb.run(session);
  return hand_over(part_of(session.options.verb), argv, session.options.language);
}

}  // namespace

int run_program(int argc, char** argv, std::span<const NamedVerb> own) {
  leave_no_core();
  try {
    return run(argc, argv, own);
  } catch (const std::exception& failure) {
    complain(say(language_said(argc, argv), Message::internal_error_because, failure.what()));
  } catch (...) {
    complain(say(language_said(argc, argv), Message::internal_error));
  }
  return internal_error;
}

}  // namespace comity::cli
