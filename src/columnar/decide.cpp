#include "columnar/decide.h"

#include "columnar/row_case.h"

namespace comity::columnar {

namespace {

engine::Question question_of(const casefile::Case& read) {
  engine::Question q;
  q.forum = read.forum, q.purpose = read.purpose, q.on = read.on, q.known_on = read.known_on;
  q.ordinary = read.ordinary, q.strict = read.strict, q.planned = read.planned;
  return q;
}

std::string first_error(const diag::Diagnostics& found, base::Language language) {
  for (const diag::Diagnostic& d : found.list) {
    if (d.severity != diag::Severity::error) continue;
    std::string text = diag::said(d.message, language);
    if (!d.remedy.empty()) text += "; " + diag::said(d.remedy, language);
    return text;
  }
  return {};
}

}  // namespace

std::optional<RowCase> read_row(const ir::Law& law, const Asking& asking, const Block& block,
                                std::size_t row, std::string& problem) {
  diag::Saying apart;
  casefile::Document document = case_of_row(law, block, row, apart);
  if (!apart.empty()) {
    problem = diag::said(apart, asking.language);
    return std::nullopt;
  }
  casefile::Options options;
  options.today = asking.today;
  options.overrides = asking.overrides;
  options.broken = [&](const casefile::Case& read) {
    return engine::broken_constraint(law, read.facts, question_of(read), asking.today);
  };
  diag::Diagnostics found;
  auto read = casefile::case_of(law, document, options, found);
  if (!read) {
    problem = first_error(found, asking.language);
    return std::nullopt;
  }
  engine::Question question = question_of(*read);
  return RowCase{std::move(read->facts), question};
}

std::optional<RowAnswer> decide_facts(const ir::Law& law, const Asking& asking, const RowCase& row,
                                      bool allowed) {
  if (!allowed && engine::broken_constraint(law, row.facts, row.question, asking.today))
    return std::nullopt;
  engine::Options options;
  options.derivations = false;
  options.report = false;
  return row_answer(engine::check(law, row.facts, row.question, asking.today, options));
}

RowAnswer decide_row(const ir::Law& law, const Asking& asking, const Block& block,
                     std::size_t row) {
  RowAnswer answer;
  auto read = read_row(law, asking, block, row, answer.problem);
  if (!read) return answer;
  engine::Options options;
  options.derivations = false;
  options.report = false;
  return row_answer(engine::check(law, read->facts, read->question, asking.today, options));
}

}  // namespace comity::columnar
