#include "sql/open_case.h"

namespace comity::sql {

namespace says = diag::says;

std::optional<OpenCase> open_case(const ir::Law& law, casefile::Overrides overrides,
                                  base::Day today, diag::Diagnostics& diagnostics) {
  casefile::Options options;
  options.today = today;
  options.overrides = overrides;
  options.overrides.strict = true;
  casefile::Document nothing_told;
  nothing_told.set("comity", casefile::scalar("1"));
  auto read = casefile::case_of(law, nothing_told, options, diagnostics);
  if (!read) return std::nullopt;
  OpenCase open{std::move(read->facts), {}};
  open.asked.question.forum = read->forum;
  open.asked.question.purpose = read->purpose;
  open.asked.question.on = read->on;
  open.asked.question.known_on = read->known_on;
  open.asked.today = today;
  return open;
}

void report(const Query& query, const Dialect& dialect, diag::Diagnostics& diagnostics) {
  constexpr text::Span nowhere{text::FileId(0xffff), 0, 0};
  if (!query.not_read.empty())
    diagnostics.warning(diag::Code::sql_not_read, nowhere,
                        {says::sql_does_not_read, diag::listed(query.not_read)},
                        says::sql_ask_check);
  if (auto most = dialect.most_columns(); most && query.widest > *most)
    diagnostics.error(diag::Code::sql_too_wide, nowhere,
                      {says::sql_step_too_wide, query.widest, dialect.name(), *most},
                      says::sql_fewer_places);
}

}  // namespace comity::sql
