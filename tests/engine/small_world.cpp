#include "small_world.h"

#include <algorithm>
#include <sstream>

#include "engine/words.h"
#include "ir/from_meaning.h"

namespace comity::tests {

namespace {

// Articles as a law file: a heading, prose in both languages, one law block each.
std::string literate(const std::string& text) {
  std::istringstream lines(text);
  std::string file = "# Text\n", line;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.starts_with("Article ")) {
      if (inside) file += "```\n";
      file += "\n## " + line +
              ". Rule\n\nWhat it says.\n\n> Что сказано.\n\n```law\nin force from "
              "1900-01-01\nsource book\n\n";
      inside = true;
      continue;
    }
    if (inside) file += line + "\n";
  }
  if (inside) file += "```\n";
  return file;
}

std::string lower(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return word;
}

std::string module_of(const Statute& s) {
  std::string module =
      (s.family.empty() ? "place = \"" + s.place : "family = \"" + s.family) + "\"\n" + s.module;
  for (const char* key : {"covers_from", "recognition_from"})
    if (s.module.find(key) == std::string::npos)
      module += "\n" + std::string(key) + " = 1900-01-01\n";
  return module;
}

std::string source_of(const std::string& key, const std::string& place) {
  return "key = \"" + key + "/C\"\n" + (place.empty() ? "" : "place = \"" + place + "\"\n") +
         "title = { en = \"Code\", ru = \"Кодекс\" }\nadopted = 1900-01-01\ncite = \"Code, {}\"\n"
         "checked = 2026-11-25\nreview_by = 2027-11-25\n"
         "[sources.book]\nurl = \"https://example.org/\"\nwhat = \"a book\"\nopened = 2026-11-25\n";
}

std::vector<meaning::InputFile> with_shared(std::initializer_list<Statute> statutes) {
  std::vector<meaning::InputFile> files;
  for (meaning::InputFile& file : law_files()) {
    if (!file.path.starts_with("shared/")) continue;
    if (file.path == "shared/places.csv")
      file.bytes +=
          "XA,,,,,A-land,А\nXB,,,,,B-land,Б\nXC,,,,,C-land,В\nXC-1,XC,,,,C one,В-1\nXC-2,XC,,,,C "
          "two,В-2\n";
    files.push_back(std::move(file));
  }
  for (const Statute& s : statutes) {
    std::string key = s.family.empty() ? s.place : "F",
                folder = lower(s.family.empty() ? s.place : s.family);
    files.push_back({folder + "/MODULE.toml", module_of(s)});
    files.push_back({folder + "/code/SOURCE.toml", source_of(key, s.place)});
    files.push_back({folder + "/code/text.law.md", literate(s.text)});
    for (const meaning::InputFile& file : s.beside)
      files.push_back({folder + "/code/" + file.path, file.bytes});
  }
  return files;
}

const char* label_word(engine::Open::Label label) {
  using Label = engine::Open::Label;
  switch (label) {
    case Label::fact:
      return "fact";
    case Label::power:
      return "power";
    case Label::gap:
      return "gap";
    case Label::conflict:
      return "conflict";
    case Label::law:
      return "law";
    case Label::division:
      return "division";
  }
  return "";
}

}  // namespace

Statute family(std::string table, std::string text, std::vector<meaning::InputFile> beside) {
  return {{}, std::move(text), {}, std::move(beside), std::move(table)};
}

SmallWorld::SmallWorld(std::initializer_list<Statute> statutes)
    : builder_(compile(with_shared(statutes))), law_(builder_.view()) {}

engine::Answer SmallWorld::ask(const Paths& changes) const {
  return answer(law_, couple(changes), true);
}

engine::Answer SmallWorld::ask_by(const ir::Law& law, const Paths& changes) const {
  return answer(law, couple(changes), true);
}

engine::Answer SmallWorld::ask_strictly(const Paths& changes) const {
  auto asked = read(law_, couple(changes), true);
  if (!asked) {
    ADD_FAILURE() << "not a case";
    return {};
  }
  return engine::check(law_, asked->facts, asked->question, today);
}

std::vector<engine::Interval> SmallWorld::timeline(const Paths& changes, bool as_lived) const {
  auto asked = read(law_, couple(changes));
  if (!asked) {
    ADD_FAILURE() << "not a case";
    return {};
  }
  return engine::timeline(law_, asked->facts, asked->question, today, as_lived);
}

std::string SmallWorld::provision(std::uint32_t number) const {
  return number == ir::none_u32 ? "" : std::string(law_.str(law_.provisions[number].id));
}

Paths couple(const Paths& changes) {
  Paths paths{{"question.forum", "XA"},
              {"question.on", "2020-01-01"},
              {"celebration.place", "XB"},
              {"celebration.on", "2010-06-01"},
              {"celebration.form", "civil"},
              {"celebration.registered", "yes"},
              {"celebration.formalities_observed", "yes"},
              {"celebration.permissions", "[]"},
              {"between.kinship", "none"},
              {"between.adoption", "none"},
              {"between.affinity", "none"}};
  for (int i = 0; i < 2; ++i) {
    std::string s = "spouses." + std::to_string(i) + ".";
    paths[s + "label"] = i == 0 ? "first" : "second";
    paths[s + "sex"] = i == 0 ? "male" : "female";
    paths[s + "born"] = "1980-06-01";
    paths[s + "nationalities"] = "[XA]";
    paths[s + "domicile"] = paths[s + "residence"] = paths[s + "intended_home"] = "XA";
    paths[s + "declared_incapable"] = "no";
    paths[s + "consents"] = "yes";
    paths[s + "earlier_unions"] = "[]";
  }
  for (const auto& [path, value] : changes) {
    std::erase_if(paths, [&](const auto& known) {
      return known.first == path || path.starts_with(known.first + ".") ||
             known.first.starts_with(path + ".");
    });
    if (!value.empty()) paths[path] = value;
  }
  return paths;
}

std::string holding(const std::string& readings, const std::string& body, const std::string& rest) {
  auto unless_said = [&](const char* clause, const char* ordinary) {
    return rest.find(std::string("    ") + clause + " ") == std::string::npos
               ? std::string("    ") + clause + " " + ordinary + "\n"
               : "";
  };
  return "holding " + readings + "\n    by " + body + " en \"they\" ru \"они\"\n" +
         unless_said("form", "circular") + unless_said("for", "all") +
         unless_said("said", "2015-01-01") + rest + "    cite \"a paper\"\n    source book\n";
}

Paths with(Paths paths, const Paths& more) {
  for (const auto& [key, value] : more) paths[key] = value;
  return paths;
}

const engine::StanceAnswer& stance(const engine::Answer& answer, Stance which) {
  static const engine::StanceAnswer none;
  auto at = std::ranges::find(answer.stances, which, &engine::StanceAnswer::stance);
  return at == answer.stances.end() ? none : *at;
}

std::string line(const engine::StanceAnswer& s) {
  std::string made(engine::word(s.verdict));
  if (s.outcome != engine::Outcome::none) made += " " + std::string(engine::word(s.outcome));
  if (s.opens.empty()) return made;
  made += " [";
  for (const engine::Open& open : s.opens)
    made += (&open == &s.opens.front() ? "" : ", ") + std::string(label_word(open.label)) + " " +
            open.id;
  return made + "]";
}

std::string letter(const engine::Answer& answer) { return line(stance(answer, Stance::letter)); }
std::string courts(const engine::Answer& answer) { return line(stance(answer, Stance::courts)); }
std::string authorities(const engine::Answer& answer) {
  return line(stance(answer, Stance::authorities));
}

std::string verdict(const engine::Answer& answer) {
  std::string made(engine::word(answer.verdict));
  for (engine::Verdict also : answer.also) made += " also " + std::string(engine::word(also));
  if (answer.outcome != engine::Outcome::none)
    made += " " + std::string(engine::word(answer.outcome));
  return made;
}

std::string flips(const engine::Answer& answer) {
  std::string made;
  for (const auto& set : answer.flips) {
    made += made.empty() ? "{" : " {";
    for (const std::string& id : set) made += (&id == &set.front() ? "" : " ") + id;
    made += "}";
  }
  return made;
}

std::string decided_by(const SmallWorld& world, const engine::Answer& answer, Stance which) {
  return world.provision(stance(answer, which).decided_by);
}

std::vector<std::string> lines(const std::vector<engine::Interval>& intervals, Stance which) {
  std::vector<std::string> made;
  for (const engine::Interval& interval : intervals) {
    std::string one = base::to_string(interval.from) + ".." +
                      (interval.until ? base::to_string(*interval.until) : "");
    one += " " + std::string(engine::word(interval.verdict));
    for (const auto& [of, what] : interval.stances)
      if (of == which)
        one +=
            " " + (what.second == engine::Outcome::none ? std::string("open")
                                                        : std::string(engine::word(what.second)));
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace comity::tests
