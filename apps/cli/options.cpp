// The command line as a table of verbs and their options. A verb stands here when it works, and not before.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "base/version.h"

namespace comity::cli {

namespace {

const std::vector<std::string> languages = {"en", "ru"};
const std::vector<std::string> shells = {"bash", "zsh", "fish"};

void everywhere(CLI::App& verb, Options& o, std::string& language) {
  verb.add_flag("--json", o.json, "One JSON document on standard output");
  verb.add_option("--lang", language, "Language: en, ru")->check(CLI::IsMember(languages))->type_name("LANG");
  verb.add_option("--today", o.today, "The clock, for defaults and staleness")->type_name("DATE");
}

void question(CLI::App& verb, Options& o) {
  verb.add_option("case", o.case_file, "The case, YAML or JSON; - reads standard input")->required()->type_name("FILE");
  verb.add_option("--forum", o.forum, "Whose answer: a place code such as RU or US-TX")->type_name("PLACE");
  verb.add_option("--on", o.on, "The day asked")->type_name("DATE");
  verb.add_option("--known-on", o.known_on, "By what was known on this day")->type_name("DATE");
  verb.add_option("--purpose", o.purpose, "For what: status, residence, tax, ...")->type_name("PURPOSE");
  verb.add_flag("--strict", o.strict, "Presume nothing: what is left out is unknown");
}

struct Verbs {
  CLI::App app{"Does our marriage count there? Comity answers from the law itself.", "comity"};
  std::string language = "en";

  CLI::App& verb(const char* name, const char* what, Options& o) {
    CLI::App* sub = app.add_subcommand(name, what);
    everywhere(*sub, o, language);
    return *sub;
  }

  explicit Verbs(Options& o) {
    app.set_version_flag("--version", "comity " + std::string(base::version));
    app.require_subcommand(1);
    app.footer("Facts of a case are read from a file or standard input only. Nothing is stored, nothing is sent.\n"
               "Try: comity check examples/moscow-2018.yaml");
    CLI::App& check = verb("check", "One case, one forum: the answer", o);
    question(check, o);
    check.add_flag("--no-because", o.no_because, "Leave the derivations out of the JSON");
    question(verb("why", "The derivation, unfolded, with the text of each provision", o), o);
    CLI::App& timeline = verb("timeline", "One case, one forum, over time", o);
    question(timeline, o);
    timeline.add_option("--until", o.until, "Last day shown; the day asked when left out")->type_name("DATE");
    auto* lived = timeline.add_flag("--as-lived", o.as_lived, "Each day by what was known on it");
    timeline.add_flag("--known-now", o.known_now, "By what is known now (the default)")->excludes(lived);
    CLI::App& laws = verb("laws", "What the law base covers: sources, dates, review-by", o);
    laws.add_flag("--schema", o.schema, "The case format as JSON Schema");
    CLI::App& test = verb("test", "Run the examples in law files, or decided cases", o);
    test.add_option("law", o.files, "Law folder or files")->required()->type_name("PATH");
    test.add_flag("--examples-only", o.examples_only, "Leave out the coverage of clauses");
    CLI::App& fmt = verb("fmt", "Format law files", o);
    fmt.add_option("files", o.files, "Law files or folders")->required()->type_name("PATH");
    fmt.add_flag("--check", o.check_only, "Change nothing; exit 1 when a file is not formatted");
    CLI::App& lint = verb("lint", "Findings about law files", o);
    lint.add_option("law", o.files, "Law folder")->required()->type_name("PATH");
    CLI::App& completion = verb("completion", "Print the completion script of a shell", o);
    completion.add_option("shell", o.files, "bash, zsh or fish")->required()->expected(1)->type_name("SHELL");
  }

  std::vector<std::string> names() {
    std::vector<std::string> list;
    for (CLI::App* sub : app.get_subcommands({})) list.push_back(sub->get_name());
    return list;
  }

  // nullptr where there is none.
  CLI::App* named(const std::string& name) {
    for (CLI::App* sub : app.get_subcommands({}))
      if (sub->get_name() == name) return sub;
    return nullptr;
  }

  static std::vector<std::string> options_of(CLI::App& verb) {
    std::vector<std::string> list;
    for (CLI::Option* option : verb.get_options())
      for (const std::string& name : option->get_lnames()) list.push_back("--" + name);
    return list;
  }
};

void complain_unknown(const std::string& what, const std::string& written, const std::vector<std::string>& known) {
  std::string near = nearest(written, known);
  complain(what + " " + written + " is not known" + (near.empty() ? "" : "; the nearest is " + near));
}

// Unknown verbs and options are found before parsing, to be able to name the nearest.
bool words_known(Verbs& verbs, int argc, char** argv) {
  CLI::App* verb = nullptr;
  for (int i = 1; i < argc; ++i) {
    std::string arg = argv[i];
    if (arg == "--") return true;
    if (!arg.starts_with("--")) {
      if (verb || arg.starts_with("-")) continue;
      verb = verbs.named(arg);
      if (verb) continue;
      complain_unknown("the verb", arg, verbs.names());
      return false;
    }
    std::string name = arg.substr(0, arg.find('='));
    auto known = Verbs::options_of(verb ? *verb : verbs.app);
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    complain_unknown("the option", name, known);
    return false;
  }
  return true;
}

OptionWords words_of(const CLI::Option& option) {
  OptionWords words;
  if (!option.get_lnames().empty()) words.name = "--" + option.get_lnames().front();
  words.what = option.get_description();
  if (option.get_items_expected_max() > 0) words.takes = option.get_type_name();
  words.takes = words.takes.substr(0, words.takes.find(':'));  // without what a validator adds
  if (words.takes == "LANG") words.values = languages;
  if (words.takes == "SHELL") words.values = shells;
  return words;
}

}  // namespace

std::vector<VerbWords> command_words() {
  Options unused;
  Verbs verbs(unused);
  std::vector<VerbWords> list;
  for (const CLI::App* verb : verbs.app.get_subcommands({})) {
    list.push_back({verb->get_name(), verb->get_description(), {}});
    for (const CLI::Option* option : verb->get_options()) list.back().options.push_back(words_of(*option));
  }
  return list;
}

void complain(std::string_view text) {
  std::string line = "comity: " + std::string(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::optional<Options> read_options(int argc, char** argv, int& exit) {
  Options options;
  Verbs verbs(options);
  exit = bad_usage;
  if (!words_known(verbs, argc, argv)) return std::nullopt;
  try {
    verbs.app.parse(argc, argv);
  } catch (const CLI::Success& shown) {  // --help, --version
    exit = verbs.app.exit(shown) == 0 ? answered : internal_error;
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    complain(error.what());
    complain("comity --help lists the verbs, comity VERB --help its options");
    return std::nullopt;
  }
  options.verb = verbs.app.get_subcommands().front()->get_name();
  options.language = verbs.language == "ru" ? Language::ru : Language::en;
  return options;
}

std::optional<base::Day> today_of(const Options& options) {
  if (options.today.empty()) {
    auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<base::Day>(now.time_since_epoch().count());
  }
  std::optional<base::Day> day = base::parse_day(options.today);
  if (!day) complain("--today: " + options.today + " is not a day written like 2018-01-26");
  return day;
}

}  // namespace comity::cli
