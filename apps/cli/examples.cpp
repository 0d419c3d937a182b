#include "cli/examples.h"

#include "engine/words.h"

namespace comity::cli {

namespace says = diag::says;

namespace {

casefile::Node value_of(const syntax::Node& node) {
  if (node.kind == syntax::Kind::list) {
    std::vector<casefile::Node> items;
    for (const syntax::Node& kid : node.kids) items.push_back(value_of(kid));
    return casefile::list(std::move(items), node.span);
  }
  return casefile::scalar(node.word, node.span);
}

std::string_view without_name(std::string_view provision) {
  return provision.substr(0, provision.find('#'));
}

std::string outcome_word(const engine::StanceAnswer& stance) {
  if (stance.verdict == engine::Verdict::silent) return "silent";
  if (stance.outcome == engine::Outcome::none) return "open";
  return std::string(engine::word(stance.outcome));
}

std::string member_word(const ir::Law& law, std::uint32_t member, std::optional<ir::Value> value) {
  if (!value) return "open";
  const ir::Member& of = law.members[member];
  if (of.type == ir::Base::choice) return std::string(ir::enum_word(law, of.type_ref, *value));
  if (of.type == ir::Base::effect)
    return *value == 2 ? "marriage" : *value == 1 ? "partnership" : "none";
  if (of.type == ir::Base::place)
    return *value >= 0 && static_cast<std::size_t>(*value) < law.places.size()
               ? std::string(law.str(law.places[static_cast<std::size_t>(*value)].code))
               : "open";
  return *value ? "yes" : "no";
}

struct Compare {
  const ir::Law& law;
  const ExampleCase& example;
  base::Day today;
  engine::Options options;
  std::optional<engine::Answer>
      answer;  // asked for once, where an expectation is about a stance or the verdict
  std::vector<diag::Saying> found;

  const engine::Answer& ask() {
    if (!answer) answer = engine::check(law, example.facts.facts, example.question, today, options);
    return *answer;
  }

  void member(const meaning::Expectation& e) {
    for (std::uint32_t m = 0; m < law.members.size(); ++m) {
      if (law.str(law.members[m].name) != e.subject) continue;
      auto value =
          engine::ask_member(law, example.facts.facts, example.question, today, m, options);
      std::string came = member_word(law, m, value);
      if (came != e.outcome) found.push_back({says::expected_came, e.subject, e.outcome, came});
      return;
    }
    found.push_back({says::is_not_a_member, e.subject});
  }

  // expect exposure engages by P: it is listed; expect exposure none by P: it is not.
  void exposure(const meaning::Expectation& e) {
    engine::Options with = options;
    with.report = true;
    with.derivations = false;
    engine::Answer whole = engine::check(law, example.facts.facts, example.question, today, with);
    std::string came = "none";
    for (const auto& line : whole.exposure)
      if (without_name(law.str(law.provisions[line.provision].id)) == without_name(e.provision))
        came = line.firm;
    if (came != e.outcome) found.push_back({says::exposure_expected, e.provision, e.outcome, came});
  }

  // expect READING OUTCOME: what the letter comes to with this reading of the place alone.
  void reading(const meaning::Expectation& e) {
    engine::Options with = options;
    with.report = true;
    with.derivations = false;
    engine::Answer whole = engine::check(law, example.facts.facts, example.question, today, with);
    std::string came;  // empty: the reading is not known here
    for (const engine::ReadingLine& line : whole.readings)
      if (line.id == example.example->place + "/" + e.subject)
        came = line.alone == engine::Outcome::none ? "open" : std::string(engine::word(line.alone));
    auto told = came.empty() ? diag::Saying(says::not_known) : diag::Saying::words(came);
    if (came != e.outcome) found.push_back({says::reading_expected, e.subject, e.outcome, told});
  }

  void stance(const meaning::Expectation& e) {
    for (const engine::StanceAnswer& s : ask().stances) {
      if (engine::word(s.stance) != e.subject) continue;
      std::string came = outcome_word(s);
      if (came != e.outcome) found.push_back({says::expected_came, e.subject, e.outcome, came});
      if (e.provision.empty()) return;
      std::string by = s.decided_by < law.provisions.size()
                           ? std::string(law.str(law.provisions[s.decided_by].id))
                           : "";
      bool same = e.provision.find('#') == std::string::npos ? without_name(by) == e.provision
                                                             : by == e.provision;
      auto told = by.empty() ? diag::Saying(says::nothing_decided) : diag::Saying::words(by);
      if (!same) found.push_back({says::expected_by, e.subject, e.provision, told});
      return;
    }
  }
};

}  // namespace

std::optional<ExampleCase> case_of_example(const ir::Law& law, const meaning::Example& example,
                                           base::Day today, diag::Diagnostics& diagnostics) {
  casefile::Document document;
  auto set = [&](const std::string& path, casefile::Node value) {
    if (!document.set(path, std::move(value)))
      diagnostics.error(diag::Code::unknown_key, example.span, {says::path_cannot_be_set, path});
  };
  auto option = [&](const char* name, const std::string& value) {
    if (!value.empty()) set(std::string("question.") + name, casefile::scalar(value, example.span));
  };
  option("forum", example.forum.empty() ? example.place : example.forum);
  option("on", example.on ? base::to_string(*example.on) : "");
  option("known_on", example.known_on ? base::to_string(*example.known_on) : "");
  option("purpose", example.purpose);
  option("assume", example.assume);
  for (const meaning::Setting& s : example.settings) set(s.path, value_of(s.value));
  casefile::Options options;
  options.today = today;
  options.broken = [&](const casefile::Case& whole) {
    return engine::broken_constraint(law, whole.facts, question_of(whole), today);
  };
  auto read = casefile::case_of(law, document, options, diagnostics);
  if (!read) return std::nullopt;
  engine::Question question = question_of(*read);
  return ExampleCase{&example, std::move(*read), question};
}

std::vector<diag::Saying> differences(const ir::Law& law, const ExampleCase& example,
                                      base::Day today, std::vector<bool>* clauses_used) {
  engine::Options options;
  options.report = false;
  options.clauses_used = clauses_used;
  Compare compare{law, example, today, options, std::nullopt, {}};
  for (const meaning::Expectation& e : example.example->expectations) {
    if (e.member)
      compare.member(e);
    else if (e.subject == "exposure")
      compare.exposure(e);
    else if (e.subject == "letter" || e.subject == "courts" || e.subject == "authorities")
      compare.stance(e);
    else
      compare.reading(e);
  }
  if (!example.example->verdict.empty()) {
    std::string came(engine::word(compare.ask().verdict));
    if (came != example.example->verdict)
      compare.found.push_back({says::verdict_expected, example.example->verdict, came});
  }
  return compare.found;
}

}  // namespace comity::cli
