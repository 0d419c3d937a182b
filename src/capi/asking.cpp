#include "capi/asking.h"

namespace comity::capi {

namespace {

void name_pack(const pack::Pack& pack, engine::Answer& answer) {
  answer.pack_sha256 = pack.sha256;
  answer.development_key = pack.development_key;
}

}  // namespace

engine::Question question_of(const casefile::Case& read) {
  engine::Question q;
  q.forum = read.forum;
  q.purpose = read.purpose;
  q.on = read.on;
  q.known_on = read.known_on;
  q.ordinary = read.ordinary;
  q.strict = read.strict;
  q.planned = read.planned;
  return q;
}

casefile::Options reading_options(const ir::Law& law, base::Day today,
                                  casefile::Overrides overrides) {
  casefile::Options options;
  options.today = today;
  options.overrides = std::move(overrides);
  options.broken = [&law, today](const casefile::Case& read) {
    return engine::broken_constraint(law, read.facts, question_of(read), today);
  };
  return options;
}

engine::Answer answer_of(const pack::Pack& pack, const ir::Facts& facts,
                         const engine::Question& question, base::Day today, bool derivations) {
  engine::Options options;
  options.derivations = derivations;
  engine::Answer answer = engine::check(pack.law, facts, question, today, options);
  name_pack(pack, answer);
  return answer;
}

std::vector<engine::Answer> answers_everywhere(const pack::Pack& pack, const ir::Facts& facts,
                                               const engine::Question& question, base::Day today) {
  std::vector<engine::Answer> answers = engine::atlas(pack.law, facts, question, today);
  for (engine::Answer& answer : answers) name_pack(pack, answer);
  return answers;
}

engine::Interview next_questions(const pack::Pack& pack, const ir::Facts& facts,
                                 const engine::Question& question, base::Day today,
                                 const std::vector<std::string>& declined) {
  engine::Interview interview =
      engine::ask(pack.law, facts, question, today, {declined.begin(), declined.end()});
  name_pack(pack, interview.so_far);
  return interview;
}

std::optional<ir::Facts> facts_of_probe(const ir::Law& law, const engine::Probe& probe,
                                        base::Day today) {
  casefile::Document document;
  for (const engine::ProbeFact& fact : probe) {
    casefile::Node value = casefile::scalar(fact.word);
    if (fact.list) value = casefile::list({std::move(value)});
    if (!document.set(fact.path, std::move(value))) return std::nullopt;
  }
  casefile::Options options;
  options.today = today;
  diag::Diagnostics refused;
  auto read = casefile::case_of(law, document, options, refused);
  if (!read) return std::nullopt;
  return std::move(read->facts);
}

}  // namespace comity::capi
