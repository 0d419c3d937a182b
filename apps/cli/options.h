// What was asked on the command line. Options of the question may stand here; facts of a case never do: they come by
// file or standard input only, so that nothing about a couple shows in a list of processes or a shell's history.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/messages.h"

namespace comity::cli {

enum Exit : int {
  answered = 0,
  check_failed = 1,
  bad_usage = 2,
  law_broken = 3,
  internal_error = 4
};

struct Options {
  std::string verb;
  bool json = false;
  Language language = Language::en;
  std::string today;  // as written; see today_of
  // of the question
  std::string forum, on, known_on, purpose;
  bool strict = false;
  std::vector<std::string> unknown;  // ask --json: facts not to ask for again
  std::string case_file;             // "-": standard input
  // of single verbs
  bool no_because = false;  // check --json
  bool csv = false;         // atlas
  std::string row;          // why: a row's id, or its number where the table has no ids
  std::string out, stance;  // batch, synth: the table written; sql
  std::string threads, part_rows;      // batch
  std::string rows, seed;              // synth
  std::string map;          // atlas: the file to write
  bool as_lived = false, known_now = false;
  std::string until;
  bool schema = false;
  std::string place, topic;  // laws
  std::string jurisdiction;  // loopholes; empty: every one of the law base
  std::string budget;        // loopholes: seconds
  bool emit_example = false;  // loopholes
  std::vector<std::string> between;  // diff: two days
  bool exit_code = false;            // diff
  bool certificate = false;          // check, why
  bool history = false;
  std::string dialect, table, id, columns, places, personal_laws;  // sql
  bool examples_only = false;      // test: no coverage
  bool record_first_run = false;   // test: of decided cases
  bool check_only = false;         // fmt --check
  std::vector<std::string> files;  // fmt, lint, test; completion: the shell
};

// Reads the arguments. nullopt: said what there was to say (help, version, a mistake); `exit` is the status.
std::optional<Options> read_options(int argc, char** argv, int& exit);

// --today, or the machine's day in UTC; nullopt after a message when it cannot be read.
std::optional<base::Day> today_of(const Options& options);

// The command line as data, from the table that reads it: for completion.
struct OptionWords {
  std::string name;                 // "--forum"; empty: a word standing alone
  std::string what;                 // its help
  std::string takes;                // "" for a flag, else what stands for the word: FILE, DATE, ..
  bool names_files = false;         // the word is a path
  std::vector<std::string> values;  // where the kind has a closed list
};
struct VerbWords {
  std::string name, what;
  std::vector<OptionWords> options;
};
std::vector<VerbWords> command_words(Language language);

// The language the arguments ask for, also where they cannot be read otherwise; English when none is asked.
Language language_said(int argc, char** argv);

// The candidate nearest to what was written, or empty when none is near.
std::string nearest(std::string_view written, const std::vector<std::string>& candidates);

// "comity: ..." on standard error.
void complain(std::string_view text);

}  // namespace comity::cli
