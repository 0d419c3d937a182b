// test: the examples in law files with the coverage of their clauses, and decided cases.
#include <algorithm>
#include <filesystem>

#include "cli/answer_text.h"
#include "cli/compile_law.h"
#include "cli/coverage.h"
#include "cli/decided.h"
#include "cli/verbs.h"

namespace comity::cli {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

struct Failure {
  std::string place, name, provision;
  std::vector<std::string> differences;
  std::string reasons;  // the whole derivation, as `why` prints it
};

struct LawTest {
  std::size_t passed = 0;
  std::vector<Failure> failures;
  Coverage coverage;
  std::vector<std::string> unnoticed;  // in words
};

std::string place_in_text(const Session& session, text::Span span) {
  auto at = session.sources.place(span.file, span.begin);
  return session.sources[span.file].path + ":" + std::to_string(at.line) + ":" +
         std::to_string(at.column);
}

std::string reasons_of(const Session& session, const ir::Law& law, const ExampleCase& example) {
  engine::Answer answer = engine::check(law, example.facts.facts, example.question, session.today);
  return why_text(law, example.facts.facts, answer, session.options.language);
}

std::string words_of(const ir::Law& law, const Uncovered& u, Language language) {
  const ir::Provision& p = law.provisions[law.clauses[u.clause].provision];
  std::string where = std::string(law.str(law.files[p.file].path)) + ":" + std::to_string(p.line) +
                      ": " + std::string(law.str(p.id));
  return u.condition < 0 ? say(language, Message::deleting_unnoticed, where)
                         : say(language, Message::negating_unnoticed, where, u.condition + 1);
}

// Of a part of the law, the whole is compiled and the part's examples are run.
std::optional<LawTest> test_law(Session& session, const std::string& folder) {
  const LawPart part = law_around(folder);
  auto compiled = compile_law(session, part.whole, false);
  if (!compiled) return std::nullopt;
  const ir::Law law = compiled->builder.view();
  LawTest result;
  std::vector<ExampleCase> examples;
  for (const meaning::Example& example : compiled->base.examples)
    if (!session.sources[example.span.file].path.starts_with(part.below))
      continue;
    else if (auto read = case_of_example(law, example, session.today, session.diagnostics))
      examples.push_back(std::move(*read));
  if (session.diagnostics.has_errors()) return std::nullopt;
  for (const ExampleCase& example : examples) {
    auto differing = differences(law, example, session.today);
    if (differing.empty()) {
      ++result.passed;
      continue;
    }
    std::vector<std::string> found;
    for (const diag::Saying& d : differing)
      found.push_back(diag::said(d, session.options.language));
    result.failures.push_back({place_in_text(session, example.example->span), example.example->name,
                               example.example->provision, std::move(found),
                               reasons_of(session, law, example)});
  }
  if (session.options.examples_only || !result.failures.empty()) return result;
  result.coverage = coverage(law, examples, session.today, part.below);
  for (const Uncovered& u : result.coverage.unnoticed)
    result.unnoticed.push_back(words_of(law, u, session.options.language));
  return result;
}

std::string text_of(const LawTest& test, Language language) {
  std::string text;
  for (const Failure& f : test.failures) {
    std::string all;
    for (const std::string& d : f.differences) (all += all.empty() ? "" : "; ") += d;
    text += say(language, Message::test_failed, f.place, f.name, f.provision, all) + "\n" +
            f.reasons + "\n";
  }
  for (const std::string& line : test.unnoticed) text += line + "\n";
  text += say(language, Message::test_sum, test.passed, test.failures.size()) + "\n";
  for (const PlaceCoverage& p : test.coverage.places)
    text += "  " +
            say(language, Message::test_coverage_place, p.place, p.noticed, p.changes,
                100 * p.noticed / p.changes) +
            "\n";
  if (test.coverage.changes > 0)
    text += say(language, Message::test_coverage, test.coverage.changes - test.unnoticed.size(),
                test.coverage.changes) +
            "\n";
  return text;
}

Json json_of(const LawTest& test) {
  Json out;
  out["passed"] = test.passed;
  out["failed"] = test.failures.size();
  Json& failures = out["failures"] = Json::array();
  for (const Failure& f : test.failures)
    failures.push_back(Json{{"place", f.place},
                            {"example", f.name},
                            {"provision", f.provision},
                            {"differences", f.differences}});
  Json places = Json::object();
  for (const PlaceCoverage& p : test.coverage.places)
    places[p.place] = Json{{"changes", p.changes}, {"noticed", p.noticed}};
  out["coverage"] =
      Json{{"changes", test.coverage.changes}, {"unnoticed", test.unnoticed}, {"places", places}};
  return out;
}

bool holds_cases(const fs::path& path) {
  if (!fs::is_directory(path)) return path.extension() == ".yaml" || path.extension() == ".json";
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.path().extension() == ".toml") return false;
  return true;
}

}  // namespace

int run_test(Session& session) {
  int status = answered;
  Json document = Json::object();
  std::string page;
  for (const std::string& path : session.options.files) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      complain(say(session.options.language, Message::no_file_or_folder, path));
      return bad_usage;
    }
    if (holds_cases(path)) {
      if (session.pack.sha256.empty() && !open_law(session)) return law_broken;
      auto decided = test_decided(session, path);
      if (!decided) return report(session), bad_usage;
      if (decided->unexplained > 0) status = check_failed;
      if (decided->not_written) status = internal_error;
      document[path] = decided->json;
      page += decided->text;
      continue;
    }
    auto test = test_law(session, path);
    report(session);
    if (!test) return law_broken;
    if (!test->failures.empty())
      status = check_failed;  // what no example notices is shown, and is no failure
    document[path] = json_of(*test);
    page += text_of(*test, session.options.language);
  }
  int printed = session.options.json ? print_json(session, document) : print_page(session, page);
  return printed == answered ? status : printed;
}

}  // namespace comity::cli
