// completion: scripts that complete verbs, options and their closed lists of values, written from the table that reads
// the command line. They call nothing, so that pressing Tab starts no program and reads no case.
#include <algorithm>

#include "cli/verbs.h"

namespace comity::cli {

namespace {

using Words = std::vector<VerbWords>;

std::string joined(const std::vector<std::string>& list, const char* between) {
  std::string out;
  for (const std::string& item : list) out += (out.empty() ? "" : between) + item;
  return out;
}

// The text with a backslash before each of `special`, and single quotes written as a quoted shell word needs them.
std::string escaped(const std::string& text, const char* special) {
  std::string out;
  for (char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (std::string_view(special).find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::vector<std::string> names_of(const Words& verbs) {
  std::vector<std::string> names;
  for (const VerbWords& verb : verbs) names.push_back(verb.name);
  return names;
}

// ---- bash

// Options that take a word, each once: those with a closed list complete it, the others leave the word to the caller.
std::string bash_values(const Words& verbs) {
  std::vector<std::string> seen, free;
  std::string cases;
  for (const VerbWords& verb : verbs)
    for (const OptionWords& option : verb.options) {
      if (option.name.empty() || option.takes.empty()) continue;
      if (std::find(seen.begin(), seen.end(), option.name) != seen.end()) continue;
      seen.push_back(option.name);
      if (option.values.empty())
        free.push_back(option.name);
      else
        cases += "    " + option.name + ") COMPREPLY=($(compgen -W '" + joined(option.values, " ") +
                 "' -- \"$cur\")); return ;;\n";
    }
  if (!free.empty())
    cases += "    " + joined(free, "|") + ") compopt +o default 2>/dev/null; return ;;\n";
  return cases;
}

std::string bash_verb(const VerbWords& verb) {
  std::vector<std::string> options, values;
  for (const OptionWords& option : verb.options)
    if (option.name.empty())
      values.insert(values.end(), option.values.begin(), option.values.end());
    else
      options.push_back(option.name);
  std::string script = "    " + verb.name +
                       ")\n      case $cur in\n        -*) COMPREPLY=($(compgen -W '" +
                       joined(options, " ") + "' -- \"$cur\")) ;;\n";
  if (!values.empty())
    script += "        *) COMPREPLY=($(compgen -W '" + joined(values, " ") + "' -- \"$cur\")) ;;\n";
  return script + "      esac ;;\n";
}

std::string bash_script(const Words& verbs, Language language) {
  std::string names = joined(names_of(verbs), " ");
  std::string script =
      "# " + say(language, Message::completion_bash) +
      "\n"
      "_comity() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= word\n"
      "  COMPREPLY=()\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in " +
      joined(names_of(verbs), "|") +
      ") verb=$word; break ;; esac\n"
      "  done\n"
      "  case $prev in\n" +
      bash_values(verbs) +
      "  esac\n"
      "  case $verb in\n"
      "    '') COMPREPLY=($(compgen -W '" +
      names + " --help --version' -- \"$cur\")) ;;\n";
  for (const VerbWords& verb : verbs) script += bash_verb(verb);
  return script + "  esac\n}\ncomplete -o default -F _comity comity\n";
}

// ---- zsh

std::string zsh_action(const OptionWords& option) {
  if (!option.values.empty()) return "(" + joined(option.values, " ") + ")";
  return option.names_files ? "_files" : " ";
}

std::string zsh_argument(const OptionWords& option) {
  std::string what = escaped(option.what, "[]:\\");
  if (option.name.empty()) return "'*:" + what + ":" + zsh_action(option) + "'";
  if (option.takes.empty()) return "'" + option.name + "[" + what + "]'";
  return "'" + option.name + "=[" + what + "]:" + option.takes + ":" + zsh_action(option) + "'";
}

std::string zsh_script(const Words& verbs, Language language) {
  std::string script =
      "#compdef comity\n"
      "# " +
      say(language, Message::completion_zsh) +
      "\n"
      "_comity() {\n"
      "  local context state state_descr line\n"
      "  typeset -A opt_args\n"
      "  local -a verbs=(\n";
  for (const VerbWords& verb : verbs)
    script += "    '" + verb.name + ":" + escaped(verb.what, ":\\") + "'\n";
  script +=
      "  )\n"
      "  _arguments -C '--help[" +
      escaped(say(language, Message::help_help), "[]:\\") + "]' '--version[" +
      escaped(say(language, Message::help_version), "[]:\\") +
      "]' '1: :->verb' '*:: :->rest'\n"
      "  case $state in\n"
      "    verb) _describe -t verbs verb verbs ;;\n"
      "    rest)\n"
      "      case $words[1] in\n";
  for (const VerbWords& verb : verbs) {
    script += "        " + verb.name + ") _arguments";
    for (const OptionWords& option : verb.options)
      script += " \\\n          " + zsh_argument(option);
    script += " ;;\n";
  }
  return script +
         "      esac ;;\n"
         "  esac\n"
         "}\n"
         "if [[ ${funcstack[1]} == _comity ]]; then _comity \"$@\"; else compdef _comity comity; "
         "fi\n";
}

// ---- fish

std::string fish_option(const VerbWords& verb, const OptionWords& option) {
  std::string line = "complete -c comity -n '__fish_seen_subcommand_from " + verb.name + "'";
  if (!option.name.empty()) {
    line += " -l " + option.name.substr(2);
    if (!option.takes.empty()) line += " -x";
  } else if (option.names_files) {
    return line + " -F\n";
  }
  if (!option.values.empty()) line += " -a '" + joined(option.values, " ") + "'";
  // In single quotes fish knows a backslash only before a quote or another backslash.
  std::string what;
  for (char c : option.what)
    what += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return line + " -d '" + what + "'\n";
}

std::string fish_script(const Words& verbs, Language language) {
  std::string script = "# " + say(language, Message::completion_fish) +
                       "\n"
                       "complete -c comity -f\n"
                       "complete -c comity -n __fish_use_subcommand -l help -d '" +
                       say(language, Message::help_help) +
                       "'\n"
                       "complete -c comity -n __fish_use_subcommand -l version -d '" +
                       say(language, Message::help_version) + "'\n";
  for (const VerbWords& verb : verbs)
    script +=
        "complete -c comity -n __fish_use_subcommand -a " + verb.name + " -d '" + verb.what + "'\n";
  for (const VerbWords& verb : verbs)
    for (const OptionWords& option : verb.options) script += fish_option(verb, option);
  return script;
}

constexpr struct {
  std::string_view shell;
  std::string (*script)(const Words&, Language);
} writers[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

}  // namespace

int run_completion(Session& session) {
  const std::string& shell = session.options.files.front();
  std::vector<std::string> known;
  for (const auto& writer : writers) {
    known.emplace_back(writer.shell);
    if (writer.shell != shell) continue;
    std::string script =
        writer.script(command_words(session.options.language), session.options.language);
    if (session.options.json) return print_json(session, {{"shell", shell}, {"script", script}});
    return print_page(session, script);
  }
  std::string near = nearest(shell, known);
  const Language language = session.options.language;
  std::string unknown = say(language, Message::shell_unknown, shell);
  complain(near.empty() ? say(language, Message::known_are, unknown, joined(known, ", "))
                        : say(language, Message::nearest_is, unknown, near));
  return bad_usage;
}

}  // namespace comity::cli
