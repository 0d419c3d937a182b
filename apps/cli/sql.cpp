// sql: the law of a forum as one query.
#include <algorithm>
#include <set>

#include "cli/case_input.h"
#include "cli/verbs.h"
#include "engine/words.h"
#include "sql/open_case.h"

namespace comity::cli {

namespace {

using Json = nlohmann::ordered_json;
namespace says = diag::says;

std::set<std::string> words_listed(const std::string& written) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find(',', at), written.size());
    if (end > at) words.insert(written.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::optional<sql::Options> options_of(const Options& o) {
  sql::Options options;
  options.strict = o.strict;
  if (!o.table.empty()) options.table = o.table;
  if (!o.id.empty()) options.id = o.id;
  if (!o.columns.empty()) options.present = words_listed(o.columns);
  if (o.stance.empty()) return options;
  for (engine::Stance stance :
       {engine::Stance::letter, engine::Stance::courts, engine::Stance::authorities})
    if (o.stance == engine::word(stance)) options.stance = stance;
  if (options.stance) return options;
  complain(say(o.language, Message::option_no_word, "--stance", o.stance));
  return std::nullopt;
}

// A column misspelt would count as one that the table lacks.
bool columns_known(const Session& session, const sql::Options& options) {
  if (!options.present) return true;
  const sql::Columns format(session.law(), nullptr, false);
  for (const std::string& name : *options.present) {
    if (name == options.id || format.in_format(name)) continue;
    complain(diag::said({says::sql_column_unknown, name}, session.options.language));
    return false;
  }
  return true;
}

const sql::Dialect* dialect_of(const Options& o) {
  const sql::Dialect* dialect = sql::dialect_named(o.dialect);
  if (dialect) return dialect;
  std::string unknown = say(o.language, Message::option_no_word, "--dialect", o.dialect);
  complain(say(o.language, Message::known_are, unknown, diag::listed(sql::dialect_names())));
  return nullptr;
}

Json json_of(const Session& session, const sql::Asked& asked, const sql::Dialect& dialect,
             const sql::Query& query) {
  const ir::Law& law = session.law();
  const engine::Question& q = asked.question;
  Json out;
  out["question"] = {{"forum", law.str(law.places[static_cast<std::size_t>(q.forum)].code)},
                     {"on", base::to_string(q.on)},
                     {"known_on", q.known_on ? Json(base::to_string(*q.known_on)) : Json()},
                     {"purpose", ir::enum_word(law, law.anchors.enum_purpose, q.purpose)}};
  out["dialect"] = dialect.name();
  out["sql"] = query.text;
  out["columns"] = Json::array();
  for (const sql::ReadColumn& column : query.columns)
    out["columns"].push_back({{"name", column.name}, {"type", column.type}});
  out["not_read"] = query.not_read;
  out["branches"] = query.branches;
  out["pack"] = "sha256:" + session.pack.sha256;
  return out;
}

}  // namespace

int run_sql(Session& session) {
  if (!open_law(session)) return law_broken;
  const Options& o = session.options;
  const sql::Dialect* dialect = dialect_of(o);
  auto options = options_of(o);
  if (!dialect || !options) return bad_usage;
  const casefile::Overrides overrides = overrides_of(session);
  const auto places = places_listed(session, "--places", o.places);
  const auto laws = places_listed(session, "--laws", o.personal_laws);
  if (!columns_known(session, *options)) return bad_usage;
  std::optional<sql::OpenCase> open;
  if (!session.diagnostics.has_errors())
    open = sql::open_case(session.law(), overrides, session.today, session.diagnostics);
  if (!open) {
    report(session);
    return bad_usage;
  }
  open->asked.places = places;
  open->asked.personal_laws = laws;
  const sql::Query query =
      sql::query_of(session.law(), open->facts, open->asked, *dialect, *options);
  sql::report(query, *dialect, session.diagnostics);
  const bool refused = session.diagnostics.has_errors();
  report(session);
  if (refused) return bad_usage;
  if (o.json) return print_json(session, json_of(session, open->asked, *dialect, query));
  return print_page(session, query.text);
}

}  // namespace comity::cli
