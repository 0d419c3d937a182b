// A case that tells nothing and presumes nothing, and the question about it: what a query is made from.
#pragma once
#include <optional>

#include "casefile/case.h"
#include "diag/diagnostic.h"
#include "sql/query.h"

namespace comity::sql {

struct OpenCase {
  ir::Facts facts;
  Asked asked;
};

// nullopt after a finding: the question names no forum.
std::optional<OpenCase> open_case(const ir::Law& law, casefile::Overrides overrides,
                                  base::Day today, diag::Diagnostics& diagnostics);

// What the query does not read, as a warning; a step with more columns than the dialect takes, as an error.
void report(const Query& query, const Dialect& dialect, diag::Diagnostics& diagnostics);

}  // namespace comity::sql
