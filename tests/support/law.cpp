#include "support/law.h"

#include <gtest/gtest.h>

#include "diag/render.h"
#include "engine/words.h"
#include "ir/from_meaning.h"
#include "ir/verify.h"

namespace comity::tests {

ir::Builder compile(std::vector<meaning::InputFile> files) {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  meaning::Options options;
  options.root = "law";
  auto base = meaning::from_syntax(std::move(files), options, sources, diagnostics);
  if (!base) {
    ADD_FAILURE() << diag::render(sources, diagnostics);
    return {};
  }
  ir::Builder builder = ir::from_meaning(*base);
  EXPECT_TRUE(ir::verify(builder.view(), diagnostics)) << diag::render(sources, diagnostics);
  return builder;
}

std::vector<meaning::InputFile> law_files() {
  std::vector<meaning::InputFile> files;
  diag::Diagnostics diagnostics;
  EXPECT_TRUE(meaning::read_law_folder(COMITY_SOURCE_DIR "/law", files, diagnostics));
  return files;
}

const ir::Law& law() {
  static const ir::Builder builder = compile(law_files());
  static const ir::Law view = builder.view();
  return view;
}

namespace {

casefile::Node value(std::string_view written) {
  if (!written.starts_with('[')) return casefile::scalar(std::string(written));
  std::vector<casefile::Node> items;
  std::string_view inside = written.substr(1, written.size() - 2);
  while (!inside.empty()) {
    std::size_t comma = std::min(inside.find(", "), inside.size());
    items.push_back(casefile::scalar(std::string(inside.substr(0, comma))));
    inside.remove_prefix(std::min(comma + 2, inside.size()));
  }
  return casefile::list(std::move(items));
}

}  // namespace

casefile::Document document(const Paths& paths) {
  casefile::Document made;
  for (const auto& [path, written] : paths) EXPECT_TRUE(made.set(path, value(written))) << path;
  return made;
}

std::optional<Asked> read(const ir::Law& law, const Paths& paths, bool strict) {
  diag::Diagnostics diagnostics;
  casefile::Options options;
  options.today = today;
  options.overrides.strict = strict;
  auto read = casefile::case_of(law, document(paths), options, diagnostics);
  if (!read) return std::nullopt;
  engine::Question q;
  q.forum = read->forum, q.purpose = read->purpose, q.on = read->on, q.known_on = read->known_on;
  q.ordinary = read->ordinary, q.strict = read->strict, q.planned = read->planned;
  if (engine::broken_constraint(law, read->facts, q, today)) return std::nullopt;
  return Asked{std::move(read->facts), q};
}

engine::Answer answer(const ir::Law& law, const Paths& paths, bool report) {
  auto asked = read(law, paths);
  if (!asked) {
    ADD_FAILURE() << "not a case";
    return {};
  }
  engine::Options options;
  options.report = report;
  return engine::check(law, asked->facts, asked->question, today, options);
}

std::string essence(const ir::Law& law, const engine::Answer& answer) {
  auto json = engine::to_json(law, answer);
  json.erase("receipt");
  return json.dump(1);
}

std::string outcome_word(const engine::StanceAnswer& stance) {
  if (stance.verdict == engine::Verdict::silent) return "silent";
  if (stance.outcome == engine::Outcome::none) return "open";
  return std::string(engine::word(stance.outcome));
}

Paths copenhagen_2018() {
  Paths paths{{"question.forum", "RU"},
              {"question.on", "2018-01-26"},
              {"celebration.place", "DK"},
              {"celebration.on", "2018-01-04"},
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
    paths[s + "sex"] = "male";
    paths[s + "born"] = "1989-06-01";
    paths[s + "nationalities"] = "[RU]";
    paths[s + "domicile"] = paths[s + "residence"] = "RU";
    paths[s + "declared_incapable"] = "no";
    paths[s + "consents"] = "yes";
    paths[s + "earlier_unions"] = "[]";
  }
  return paths;
}

}  // namespace comity::tests
