#include "cli/decided.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "casefile/case.h"
#include "casefile/from_text.h"
#include "cli/examples.h"
#include "engine/words.h"

namespace comity::cli {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> case_files(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.path().extension() == ".yaml" || entry.path().extension() == ".json")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

// Takes the key `decided` out of the document.
std::optional<casefile::Node> take_decided(casefile::Document& document) {
  auto& keys = document.root.keys;
  auto at = std::ranges::find(keys, "decided", &casefile::Key::name);
  if (at == keys.end()) return std::nullopt;
  auto index = at - keys.begin();
  casefile::Node decided = document.root.items[static_cast<std::size_t>(index)];
  keys.erase(at);
  document.root.items.erase(document.root.items.begin() + index);
  return decided;
}

std::string text_at(const casefile::Node& map, std::string_view key) {
  const casefile::Node* node = map.find(key);
  return node && node->is_scalar() ? node->text : "";
}

struct Judged {
  std::string came, by;
};

Judged judge(const ir::Law& law, const casefile::Case& read, const std::string& stance,
             base::Day today) {
  engine::Options options;
  options.report = false;
  engine::Answer answer = engine::check(law, read.facts, question_of(read), today, options);
  for (const engine::StanceAnswer& s : answer.stances) {
    if (engine::word(s.stance) != stance) continue;
    std::string came = s.verdict == engine::Verdict::silent ? "silent"
                       : s.outcome == engine::Outcome::none ? "open"
                                                            : std::string(engine::word(s.outcome));
    return {came, s.decided_by < law.provisions.size()
                      ? std::string(law.str(law.provisions[s.decided_by].id))
                      : ""};
  }
  return {};
}

// Two readers: the words of the format for programs, the same in every language, and a line for people.
struct Result {
  std::string word, line;
};

Result result_of(const std::string& scope, bool agrees, const std::string& reason,
                 Language language) {
  if (!scope.empty())
    return {"out of scope: " + scope, say(language, Message::decided_out_of_scope, scope)};
  if (agrees) return {"agrees", say(language, Message::decided_agrees)};
  if (reason.empty())
    return {"disagrees: no reason is given", say(language, Message::decided_no_reason)};
  return {"disagrees: " + reason, say(language, Message::decided_disagrees, reason)};
}

std::string by_text(const std::string& outcome, const std::string& provision, Language language) {
  return provision.empty() ? outcome : say(language, Message::decided_by, outcome, provision);
}

void add(DecidedTest& test, Language language, const std::string& file,
         const casefile::Node& decided, const Judged& came) {
  const casefile::Node* expect = decided.find("expect");
  std::string outcome = expect ? text_at(*expect, "outcome") : "",
              provision = expect ? text_at(*expect, "provision") : "";
  std::string scope = text_at(decided, "out_of_scope"), reason = text_at(decided, "disagrees");
  bool agrees = came.came == outcome &&
                (provision.empty() || came.by.substr(0, came.by.find('#')) == provision);
  Result result = result_of(scope, agrees, reason, language);
  if (!scope.empty())
    ++test.out_of_scope;
  else if (agrees)
    ++test.agreements;
  else if (!reason.empty())
    ++test.explained;
  else
    ++test.disagreements;
  std::string came_text = came.came.empty() ? say(language, Message::decided_no_stance)
                                            : by_text(came.came, came.by, language);
  test.text += say(language, Message::decided_line, file, result.line,
                   by_text(outcome, provision, language), came_text) +
               "\n";
  test.json["cases"].push_back({{"file", file},
                                {"court", text_at(decided, "court")},
                                {"date", text_at(decided, "date")},
                                {"result", result.word},
                                {"expected", outcome},
                                {"came", came.came},
                                {"decided_by", came.by}});
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::optional<DecidedTest> test_decided(Session& session, const fs::path& path) {
  DecidedTest test;
  test.json["cases"] = nlohmann::ordered_json::array();
  for (const fs::path& file : case_files(path)) {
    text::FileId id = session.sources.add(file.string(), contents(file));
    auto document = casefile::document_of(session.sources, id, session.diagnostics);
    if (!document) return std::nullopt;
    auto decided = take_decided(*document);
    if (!decided) {
      session.diagnostics.error(diag::Code::unknown_key, document->root.span,
                                diag::says::no_key_decided, diag::says::say_who_decided);
      return std::nullopt;
    }
    casefile::Options options;
    options.today = session.today;
    auto read = casefile::case_of(session.law(), *document, options, session.diagnostics);
    if (!read) return std::nullopt;
    const casefile::Node* expect = decided->find("expect");
    add(test, session.options.language, file.string(), *decided,
        judge(session.law(), *read, expect ? text_at(*expect, "stance") : "letter", session.today));
  }
  test.json["agree"] = test.agreements;
  test.json["disagree"] = test.disagreements + test.explained;
  test.json["out_of_scope"] = test.out_of_scope;
  test.text += say(session.options.language, Message::decided_sum, test.agreements,
                   test.disagreements + test.explained, test.out_of_scope) +
               "\n";
  return test;
}

}  // namespace comity::cli
