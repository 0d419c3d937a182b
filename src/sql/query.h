// The whole query: the law of a forum on a day, over a table of couples.
// A row for each row in: `id`, the outcome and the verdict of the answer, and of each stance its outcome, verdict, the provision
// that decided and its citation. Where the query cannot decide a row exactly its verdict is `open`, and `check` has to.
// Guarantees: a verdict other than `open` is the one that engine::check gives; text grows with the law, not with its unfolding;
// what is not put into the query is listed, never dropped.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sql/branch.h"
#include "sql/dialect.h"

namespace comity::sql {

struct Options {
  std::string table = "couples";
  std::string id = "id";
  std::optional<std::set<std::string>>
      present;  // the columns the table has; nothing: every one it could have
  std::optional<engine::Stance> stance;  // columns of one stance only
  bool strict = false;
};

struct ReadColumn {
  std::string name, type;
};

struct Query {
  std::string text;
  std::vector<ReadColumn> columns;  // of the table, besides the id
  std::vector<std::string>
      not_read;  // facts that the law reads and the query does not: a row that turns on one is open
  std::size_t branches = 0, terms = 0, steps = 0, widest = 0;
};

// `open`: a case that tells nothing and presumes nothing, asked of the same forum.
Query query_of(const ir::Law& law, const ir::Facts& open, const Asked& asked,
               const Dialect& dialect, const Options& options);

}  // namespace comity::sql
