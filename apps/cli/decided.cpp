#include "cli/decided.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>

#include "casefile/from_text.h"
#include "cli/decided_judge.h"
#include "cli/first_run.h"

namespace comity::cli {

namespace fs = std::filesystem;
using casefile::DecidedKind;
using Json = nlohmann::ordered_json;

namespace {

// How decisions are counted: a board inside the administration is judged, and counted, as an authority.
enum class Group { decisions, acts, statute_rules, duties, from_text };
constexpr std::array<std::pair<const char*, Message>, 5> groups = {
    {{"decisions", Message::decided_decisions},
     {"acts", Message::decided_acts},
     {"statute_rules", Message::decided_statute_rules},
     {"duty_findings", Message::decided_duties},
     {"worked_from_text", Message::decided_from_text}}};

Group group_of(const casefile::Decided& d) {
  switch (d.kind) {
    case DecidedKind::decision:
      return d.stance == "authorities" ? Group::acts : Group::decisions;
    case DecidedKind::administrative_act:
    case DecidedKind::official_guidance:
      return Group::acts;
    case DecidedKind::statute_rule:
      return Group::statute_rules;
    case DecidedKind::derived_from_text:
      return Group::from_text;
    case DecidedKind::duty_finding:
      return Group::duties;
  }
  return Group::decisions;
}

struct Counts {
  std::size_t agree = 0, disagree = 0, out_of_scope = 0, no_provision = 0;
  std::size_t followed_silent = 0;               // followed the law, and do not agree all the same
  std::size_t disagreed_out_of_scope = 0;        // at first run, and found to be out of scope since
  std::map<Place, std::size_t> places;           // of those in scope
  std::map<std::string, std::size_t> first_run;  // of all

  std::size_t placed(Place place) const {
    auto at = places.find(place);
    return at == places.end() ? 0 : at->second;
  }
  std::size_t first(const std::string& word) const {
    auto at = first_run.find(word);
    return at == first_run.end() ? 0 : at->second;
  }
  std::size_t all() const { return agree + disagree + out_of_scope; }
};

const char* word_of(Place place) {
  switch (place) {
    case Place::none:
      return nullptr;
    case Place::followed:
      return "followed";
    case Place::changed_the_law:
      return "changed_the_law";
    case Place::first_of_its_kind:
      return "first_of_its_kind";
  }
  return nullptr;
}

Message message_of(Place place) {
  switch (place) {
    case Place::followed:
      return Message::place_followed;
    case Place::changed_the_law:
      return Message::place_changed;
    case Place::first_of_its_kind:
      return Message::place_first;
    case Place::none:
      break;
  }
  return Message::place_none;
}

std::vector<fs::path> case_files(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.path().extension() == ".yaml" || entry.path().extension() == ".json")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<DecidedCase> read_decided(Session& session, const fs::path& file) {
  text::FileId id = session.sources.add(file.string(), contents(file));
  auto document = casefile::document_of(session.sources, id, session.diagnostics);
  if (!document) return std::nullopt;
  auto decided = casefile::take_decided(*document, session.diagnostics);
  if (!decided) return std::nullopt;
  casefile::Options options;
  options.today = session.today;
  auto read = casefile::case_of(session.law(), *document, options, session.diagnostics);
  if (!read) return std::nullopt;
  DecidedCase made{file.string(), std::move(*decided), std::move(*read), {}};
  if (!find_own(session.law(), made, session.diagnostics)) return std::nullopt;
  return made;
}

// Two readers: the words of the format for programs, the same in every language, and a line for people.
struct Result {
  std::string word, line;
};

Result result_of(const casefile::Decided& d, bool agrees, Language language) {
  if (!d.out_of_scope.empty())
    return {"out of scope: " + d.out_of_scope,
            say(language, Message::decided_out_of_scope, d.out_of_scope)};
  if (agrees) return {"agrees", say(language, Message::decided_agrees)};
  if (d.disagrees.empty())
    return {"disagrees: no reason is given", say(language, Message::decided_no_reason)};
  return {"disagrees: " + d.disagrees, say(language, Message::decided_disagrees, d.disagrees)};
}

std::string by_text(const std::string& outcome, const std::string& provision, Language language) {
  return provision.empty() ? outcome : say(language, Message::decided_by, outcome, provision);
}

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& word : list) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string came_text(const Came& came, Language language) {
  return came.outcome.empty() ? say(language, Message::decided_no_stance)
                              : by_text(came.outcome, came.by, language);
}

struct Tally {
  DecidedTest test;
  std::array<Counts, groups.size()> counts;
  Language language;

  std::string expected(const casefile::Decided& d) const {
    return d.kind == DecidedKind::duty_finding ? d.overlay
                                               : by_text(d.outcome, d.provision, language);
  }

  void add(const DecidedCase& c, const Judged& j, const std::string& first_run) {
    const casefile::Decided& d = c.decided;
    Counts& count = counts[static_cast<std::size_t>(group_of(d))];
    ++count.first_run[first_run];
    const bool in_scope = d.out_of_scope.empty();
    count.disagreed_out_of_scope += !in_scope && first_run == "disagrees" ? 1 : 0;
    if (!in_scope)
      ++count.out_of_scope;
    else
      ++(j.agrees ? count.agree : count.disagree), ++count.places[j.place];
    count.followed_silent += in_scope && j.place == Place::followed && !j.agrees ? 1 : 0;
    count.no_provision +=
        in_scope && d.provision.empty() && d.kind != DecidedKind::duty_finding ? 1 : 0;
    test.unexplained += in_scope && !j.agrees && d.disagrees.empty() ? 1 : 0;
    write(c, j, first_run, in_scope);
  }

  void write(const DecidedCase& c, const Judged& j, const std::string& first_run, bool in_scope) {
    const casefile::Decided& d = c.decided;
    const Result result = result_of(d, j.agrees, language);
    test.text += say(language, Message::decided_line, c.file, result.line, expected(d),
                     came_text(j.whole, language)) +
                 "\n";
    Json without = Json{{"own", j.own}, {"came", j.rest.outcome}, {"decided_by", j.rest.by}};
    const char* place = in_scope ? word_of(j.place) : nullptr;
    without["place"] = place ? Json(place) : Json(nullptr);
    if (in_scope && j.place != Place::none)
      test.text +=
          "  " +
          (j.own.empty() ? say(language, message_of(j.place))
                         : say(language, Message::decided_without, joined(j.own),
                               came_text(j.rest, language), say(language, message_of(j.place)))) +
          "\n";
    test.json["cases"].push_back(
        {{"file", c.file},
         {"court", d.court},
         {"date", d.date},
         {"kind", std::string(casefile::word(d.kind))},
         {"stance", d.stance},
         {"known_on", base::to_string(*j.known_on)},
         {"result", result.word},
         {"expected", d.kind == DecidedKind::duty_finding ? d.overlay : d.outcome},
         {"provision", d.provision},
         {"came", j.whole.outcome},
         {"decided_by", j.whole.by},
         {"first_run", first_run},
         {"without", std::move(without)}});
  }

  Json json_of(const Counts& c) const {
    return {{"agree", c.agree},
            {"disagree", c.disagree},
            {"out_of_scope", c.out_of_scope},
            {"provision_not_named", c.no_provision},
            {"first_run",
             {{"agree", c.first("agrees")},
              {"disagree", c.first("disagrees")},
              {"disagree_out_of_scope_now", c.disagreed_out_of_scope},
              {"out_of_scope", c.first("out_of_scope")},
              {"not_recorded", c.first("not_recorded")}}},
            {"without",
             {{"followed", c.placed(Place::followed)},
              {"followed_and_disagree", c.followed_silent},
              {"changed_the_law", c.placed(Place::changed_the_law)},
              {"first_of_its_kind", c.placed(Place::first_of_its_kind)},
              {"not_told", c.placed(Place::none)}}}};
  }

  void conclude() {
    Counts sum;
    Json kinds = Json::object();
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const Counts& c = counts[g];
      kinds[groups[g].first] = json_of(c);
      if (c.all() > 0) test.text += text_of(c, say(language, groups[g].second));
      if (static_cast<Group>(g) == Group::from_text) continue;  // examples; not counted
      sum.agree += c.agree, sum.disagree += c.disagree, sum.out_of_scope += c.out_of_scope;
    }
    test.json["kinds"] = std::move(kinds);
    test.json["agree"] = sum.agree;
    test.json["disagree"] = sum.disagree;
    test.json["out_of_scope"] = sum.out_of_scope;
    test.text +=
        say(language, Message::decided_sum, sum.agree, sum.disagree, sum.out_of_scope) + "\n";
  }

  std::string text_of(const Counts& c, const std::string& name) const {
    std::string text = "\n" + name + "\n";
    auto line = [&](const std::string& said) { text += "  " + said + "\n"; };
    line(say(language, Message::decided_now, c.agree, c.disagree, c.out_of_scope));
    line(say(language, Message::decided_first_run, c.first("agrees"), c.first("disagrees"),
             c.disagreed_out_of_scope, c.first("out_of_scope"), c.first("not_recorded")));
    line(say(language, Message::decided_rest, c.placed(Place::followed),
             c.placed(Place::changed_the_law), c.placed(Place::first_of_its_kind),
             c.placed(Place::none)));
    if (c.followed_silent > 0) line(say(language, Message::decided_silent, c.followed_silent));
    if (c.no_provision > 0) line(say(language, Message::decided_no_provision, c.no_provision));
    return text;
  }
};

std::string first_word(const DecidedCase& c, const Judged& j) {
  if (!c.decided.out_of_scope.empty()) return "out_of_scope";
  return j.agrees ? "agrees" : "disagrees";
}

}  // namespace

std::optional<DecidedTest> test_decided(Session& session, const fs::path& path) {
  FirstRuns first_runs;
  if (!first_runs.read(session, path)) return std::nullopt;
  Tally tally{{}, {}, session.options.language};
  tally.test.json["cases"] = Json::array();
  for (const fs::path& file : case_files(path)) {
    auto decided = read_decided(session, file);
    if (!decided) return std::nullopt;
    const Judged judged = judge(session.law(), *decided, session.today);
    if (session.options.record_first_run) first_runs.add(file, first_word(*decided, judged));
    tally.add(*decided, judged, first_runs.of(file));
  }
  tally.conclude();
  tally.test.not_written = session.options.record_first_run && !first_runs.write(session);
  return std::move(tally.test);
}

}  // namespace comity::cli
