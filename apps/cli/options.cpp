// The command line as a table of verbs and their options. A verb stands here when it works, and not before.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "base/version.h"
#include "engine/place_law.h"
#include "sql/dialect.h"
#include "text/utf8.h"

namespace comity::cli {

namespace {

const std::vector<std::string> languages = {"en", "ru"};
const std::vector<std::string> shells = {"bash", "zsh", "fish"};
const std::vector<std::string> stances = {"letter", "courts", "authorities"};
const std::vector<std::string> topics = engine::topic_words();
const std::vector<std::string> dialects = sql::dialect_names();

// What an option takes, by the word that stands for it in help: which words complete it.
struct Kind {
  Message shown;
  bool names_files;
  const std::vector<std::string>* values;
};
const Kind kinds[] = {
    {Message::takes_language, false, &languages}, {Message::takes_day, false, nullptr},
    {Message::takes_file, true, nullptr},         {Message::takes_place, false, nullptr},
    {Message::takes_purpose, false, nullptr},     {Message::takes_path, true, nullptr},
    {Message::takes_shell, false, &shells},       {Message::takes_topic, false, &topics},
    {Message::takes_dialect, false, &dialects},   {Message::takes_stance, false, &stances},
    {Message::takes_name, false, nullptr},        {Message::takes_names, false, nullptr},
    {Message::takes_seconds, false, nullptr}};

// Help in columns counted in letters: the library's own counts bytes, which are two for a Cyrillic letter.
class Columns : public CLI::Formatter {
  static constexpr std::size_t left = 30;
  static std::string row(const std::string& name, const std::string& what) {
    std::string line = "  " + name;
    std::size_t wide = text::width(line);
    line += wide < left ? std::string(left - wide, ' ') : "\n" + std::string(left, ' ');
    return line + what + "\n";
  }

 public:
  std::string make_option(const CLI::Option* option, bool positional) const override {
    return row(make_option_name(option, positional) + make_option_opts(option),
               make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* verb) const override {
    return row(verb->get_name(), verb->get_description());
  }
};

struct Verbs {
  Language language;
  CLI::App app;
  std::string written_language = "en";

  std::string say(Message name) const { return std::string(message(name, language)); }

  CLI::Option* word(CLI::App& verb, const char* name, std::string& into, Message what,
                    Message takes) {
    return verb.add_option(name, into, say(what))->type_name(say(takes));
  }
  CLI::Option* words(CLI::App& verb, const char* name, std::vector<std::string>& into, Message what,
                     Message takes) {
    return verb.add_option(name, into, say(what))->required()->type_name(say(takes));
  }
  CLI::Option* flag(CLI::App& verb, const char* name, bool& into, Message what) {
    return verb.add_flag(name, into, say(what));
  }

  CLI::Option* question(CLI::App& verb, Options& o) {
    CLI::Option* file = word(verb, "case", o.case_file, Message::help_case, Message::takes_file);
    word(verb, "--forum", o.forum, Message::help_forum, Message::takes_place);
    word(verb, "--on", o.on, Message::help_on, Message::takes_day);
    word(verb, "--known-on", o.known_on, Message::help_known_on, Message::takes_day);
    word(verb, "--purpose", o.purpose, Message::help_purpose, Message::takes_purpose);
    flag(verb, "--strict", o.strict, Message::help_strict);
    return file->required();
  }

  void query(CLI::App& sql, Options& o) {
    word(sql, "--forum", o.forum, Message::help_forum, Message::takes_place)->required();
    word(sql, "--on", o.on, Message::help_on, Message::takes_day);
    word(sql, "--known-on", o.known_on, Message::help_known_on, Message::takes_day);
    word(sql, "--purpose", o.purpose, Message::help_purpose, Message::takes_purpose);
    flag(sql, "--strict", o.strict, Message::help_strict);
    word(sql, "--dialect", o.dialect, Message::help_dialect, Message::takes_dialect)->required();
    word(sql, "--stance", o.stance, Message::help_stance, Message::takes_stance);
    word(sql, "--table", o.table, Message::help_table, Message::takes_name);
    word(sql, "--id", o.id, Message::help_id, Message::takes_name);
    word(sql, "--columns", o.columns, Message::help_columns, Message::takes_names);
    word(sql, "--places", o.places, Message::help_places, Message::takes_names);
    word(sql, "--laws", o.personal_laws, Message::help_laws_spelt, Message::takes_names);
  }

  CLI::App& verb(const char* name, Message what, Options& o) {
    CLI::App* sub = app.add_subcommand(name, say(what));
    sub->group(say(Message::help_verbs));
    sub->set_help_flag("-h,--help", say(Message::help_help));
    flag(*sub, "--json", o.json, Message::help_json);
    word(*sub, "--lang", written_language, Message::help_lang, Message::takes_language);
    word(*sub, "--today", o.today, Message::help_today, Message::takes_day);
    return *sub;
  }

  // Verbs over whole tables.
  void tables(Options& o) {
    CLI::App& batch = verb("batch", Message::help_batch, o);
    question(batch, o);
    word(batch, "--out", o.out, Message::help_out, Message::takes_file)->required();
    word(batch, "--stance", o.stance, Message::help_stance, Message::takes_stance);
    word(batch, "--threads", o.threads, Message::help_threads, Message::takes_number);
    word(batch, "--part", o.part_rows, Message::help_part, Message::takes_number);
    CLI::App& synth = verb("synth", Message::help_synth, o);
    word(synth, "--rows", o.rows, Message::help_rows, Message::takes_number)->required();
    word(synth, "--seed", o.seed, Message::help_seed, Message::takes_number);
    word(synth, "--out", o.out, Message::help_out, Message::takes_file)->required();
  }

  // The words of help that are the library's own.
  void labels() {
    app.formatter(std::make_shared<Columns>());
    constexpr std::pair<const char*, Message> own[] = {
        {"Usage", Message::help_usage},           {"OPTIONS", Message::help_options_badge},
        {"SUBCOMMAND", Message::help_verb_badge}, {"REQUIRED", Message::help_required},
        {"Excludes", Message::help_excludes},     {"Positionals", Message::help_words}};
    for (auto [label, what] : own) app.get_formatter()->label(label, say(what));
    app.option_defaults()->group(say(Message::help_options));
    app.set_help_flag("-h,--help", say(Message::help_help));
    app.set_version_flag("--version", "comity " + std::string(base::version),
                         say(Message::help_version));
    app.footer(say(Message::help_footer));
    word(app, "--lang", written_language, Message::help_lang, Message::takes_language);
  }

  Verbs(Options& o, Language in) : language(in), app(say(Message::help_program), "comity") {
    labels();
    app.require_subcommand(1);
    CLI::App& check = verb("check", Message::help_check, o);
    question(check, o);
    flag(check, "--no-because", o.no_because, Message::help_no_because);
    flag(check, "--certificate", o.certificate, Message::help_certificate);
    CLI::App& why = verb("why", Message::help_why, o);
    question(why, o);
    word(why, "--row", o.row, Message::help_row, Message::takes_id);
    flag(why, "--certificate", o.certificate, Message::help_certificate);
    CLI::App& ask = verb("ask", Message::help_ask, o);
    question(ask, o)->required(false);
    words(ask, "--unknown", o.unknown, Message::help_unknown, Message::takes_fact)
        ->required(false)
        ->allow_extra_args(false);
    CLI::App& atlas = verb("atlas", Message::help_atlas, o);
    question(atlas, o);
    flag(atlas, "--csv", o.csv, Message::help_csv);
    word(atlas, "--map", o.map, Message::help_map, Message::takes_file);
    CLI::App& timeline = verb("timeline", Message::help_timeline, o);
    question(timeline, o);
    word(timeline, "--until", o.until, Message::help_until, Message::takes_day);
    auto* lived = flag(timeline, "--as-lived", o.as_lived, Message::help_as_lived);
    flag(timeline, "--known-now", o.known_now, Message::help_known_now)->excludes(lived);
    tables(o);
    CLI::App& laws = verb("laws", Message::help_laws, o);
    flag(laws, "--schema", o.schema, Message::help_schema);
    word(laws, "--place", o.place, Message::help_place, Message::takes_place);
    word(laws, "--on", o.on, Message::help_place_on, Message::takes_day);
    word(laws, "--topic", o.topic, Message::help_topic, Message::takes_topic);
    flag(laws, "--history", o.history, Message::help_history);
    query(verb("sql", Message::help_sql, o), o);
    CLI::App& test = verb("test", Message::help_test, o);
    words(test, "law", o.files, Message::help_test_law, Message::takes_path);
    flag(test, "--examples-only", o.examples_only, Message::help_examples_only);
    flag(test, "--record-first-run", o.record_first_run, Message::help_record_first_run);
    CLI::App& fmt = verb("fmt", Message::help_fmt, o);
    words(fmt, "files", o.files, Message::help_fmt_files, Message::takes_path);
    flag(fmt, "--check", o.check_only, Message::help_fmt_check);
    words(verb("lint", Message::help_lint, o), "law", o.files, Message::help_lint_law,
          Message::takes_path);
    CLI::App& loopholes = verb("loopholes", Message::help_loopholes, o);
    word(loopholes, "jurisdiction", o.jurisdiction, Message::help_jurisdiction,
         Message::takes_place);
    word(loopholes, "--on", o.on, Message::help_law_on, Message::takes_day);
    word(loopholes, "--budget", o.budget, Message::help_budget, Message::takes_seconds);
    flag(loopholes, "--strict", o.strict, Message::help_open_presumed);
    flag(loopholes, "--emit-example", o.emit_example, Message::help_emit_example);
    CLI::App& diff = verb("diff", Message::help_diff, o);
    words(diff, "what", o.files, Message::help_diff_what, Message::takes_path)->expected(1, 2);
    word(diff, "--forum", o.forum, Message::help_forum, Message::takes_place);
    word(diff, "--on", o.on, Message::help_law_on, Message::takes_day);
    words(diff, "--between", o.between, Message::help_between, Message::takes_day)
        ->expected(2)
        ->required(false);
    flag(diff, "--exit-code", o.exit_code, Message::help_exit_code);
    question(verb("route", Message::help_route, o), o);
    words(verb("completion", Message::help_completion, o), "shell", o.files, Message::help_shell,
          Message::takes_shell)
        ->expected(1);
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

void complain_unknown(Language language, Message what, const std::string& written,
                      const std::vector<std::string>& known) {
  std::string unknown = say(language, what, written), near = nearest(written, known);
  complain(near.empty() ? unknown : say(language, Message::nearest_is, unknown, near));
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
      complain_unknown(verbs.language, Message::verb_unknown, arg, verbs.names());
      return false;
    }
    std::string name = arg.substr(0, arg.find('='));
    auto known = Verbs::options_of(verb ? *verb : verbs.app);
    if (std::find(known.begin(), known.end(), name) != known.end()) {
      if (!verb && arg == "--lang") ++i;  // before the verb its word would look like one
      continue;
    }
    complain_unknown(verbs.language, Message::option_unknown, name, known);
    return false;
  }
  return true;
}

OptionWords words_of(const CLI::Option& option, Language language) {
  OptionWords words;
  if (!option.get_lnames().empty()) words.name = "--" + option.get_lnames().front();
  words.what = option.get_description();
  if (option.get_items_expected_max() == 0) return words;
  words.takes = option.get_type_name();
  for (const Kind& kind : kinds) {
    if (words.takes != message(kind.shown, language)) continue;
    words.names_files = kind.names_files;
    if (kind.values) words.values = *kind.values;
  }
  return words;
}

// The words the user stands to miss: the verb, or the first word a verb needs.
std::string missing(Verbs& verbs) {
  auto chosen = verbs.app.get_subcommands();
  if (chosen.empty()) return verbs.say(Message::verb_missing);
  for (const CLI::Option* option : chosen.front()->get_options())
    if (option->get_required() && option->count() == 0)
      return say(verbs.language, Message::word_missing, option->get_type_name());
  return verbs.say(Message::line_not_read);
}

// The library's finding in our words. Its own begin with the option they are about.
std::string mistake(Verbs& verbs, const CLI::ParseError& error) {
  const std::string written = error.what(), option = written.substr(0, written.find_first_of(": "));
  auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  if (is(CLI::ExitCodes::RequiredError)) return missing(verbs);
  if (is(CLI::ExitCodes::ArgumentMismatch))
    return say(verbs.language, Message::option_takes_one, option);
  if (is(CLI::ExitCodes::ExcludesError))
    return say(verbs.language, Message::options_exclude, option,
               written.substr(written.rfind(' ') + 1));
  if (is(CLI::ExitCodes::ConversionError))
    return say(verbs.language, Message::option_not_read, option);
  if (is(CLI::ExitCodes::ExtrasError))
    return say(verbs.language, Message::word_too_many, written.substr(written.find(": ") + 2));
  return verbs.say(Message::line_not_read);
}

}  // namespace

Language language_said(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view arg = argv[i];
    if (arg == "--") break;
    if (arg == "--lang=ru" ||
        (arg == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "ru"))
      return Language::ru;
  }
  return Language::en;
}

std::vector<VerbWords> command_words(Language language) {
  Options unused;
  Verbs verbs(unused, language);
  std::vector<VerbWords> list;
  for (const CLI::App* verb : verbs.app.get_subcommands({})) {
    list.push_back({verb->get_name(), verb->get_description(), {}});
    for (const CLI::Option* option : verb->get_options())
      list.back().options.push_back(words_of(*option, language));
  }
  return list;
}

void complain(std::string_view text) {
  std::string line = "comity: " + std::string(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::optional<Options> read_options(int argc, char** argv, int& exit) {
  Options options;
  Verbs verbs(options, language_said(argc, argv));
  exit = bad_usage;
  if (!words_known(verbs, argc, argv)) return std::nullopt;
  try {
    verbs.app.parse(argc, argv);
  } catch (const CLI::Success& shown) {  // --help, --version
    exit = verbs.app.exit(shown) == 0 ? answered : internal_error;
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    complain(mistake(verbs, error));
    complain(verbs.say(Message::see_help));
    return std::nullopt;
  }
  options.verb = verbs.app.get_subcommands().front()->get_name();
  options.language = verbs.language;
  if (std::find(languages.begin(), languages.end(), verbs.written_language) == languages.end()) {
    std::string unknown = say(verbs.language, Message::language_unknown, verbs.written_language);
    complain(say(verbs.language, Message::known_are, unknown, "en, ru"));
    return std::nullopt;
  }
  return options;
}

std::optional<base::Day> today_of(const Options& options) {
  if (options.today.empty()) {
    auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<base::Day>(now.time_since_epoch().count());
  }
  std::optional<base::Day> day = base::parse_day(options.today);
  if (!day) complain(say(options.language, Message::option_no_day, "--today", options.today));
  return day;
}

}  // namespace comity::cli
