// Clause coverage (S14): a clause is covered when deleting it, or negating any one of its conditions, fails an example.
// Works on the compiled law with one clause changed at a time; the files are not touched.
#pragma once
#include <string>
#include <vector>

#include "cli/examples.h"

namespace comity::cli {

struct Uncovered {
  std::uint32_t clause = 0;  // into Law::clauses
  int condition =
      -1;  // which conjunct may be negated unnoticed, counted over scope and condition; -1: deletion
};

struct PlaceCoverage {
  std::string place;  // or the folder of a family: what its provisions begin with
  std::size_t changes = 0, noticed = 0;
};

struct Coverage {
  std::size_t changes = 0;            // deletions and negations tried
  std::vector<PlaceCoverage> places;  // by name
  std::vector<Uncovered> unnoticed;
};

// Clauses of the law's modules (not of law/shared, whose terms decide nothing by themselves), of those files whose path
// begins with `below`.
Coverage coverage(const ir::Law& law, const std::vector<ExampleCase>& examples, base::Day today,
                  std::string_view below = {});

}  // namespace comity::cli
