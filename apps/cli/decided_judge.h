// One decided case against the law base, twice: with all that was known at the end of its day, and with the decision's own
// part of the law left out. Knows no terminal.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "casefile/case.h"
#include "casefile/decided.h"
#include "engine/without.h"

namespace comity::cli {

struct DecidedCase {
  std::string file;
  casefile::Decided decided;
  casefile::Case read;
  engine::OwnPart own;
};

// What the rest of the law makes of a decision. `none`: the law base disagrees, so that nothing can be said of it.
enum class Place { none, followed, changed_the_law, first_of_its_kind };

struct Came {
  std::string outcome, by;  // a word of the contract, `silent` or `open`; the provision
};

struct Judged {
  std::optional<base::Day> known_on;
  Came whole;  // by the law as modelled
  bool agrees = false;
  std::vector<std::string> own;  // what was left out, by name
  Came rest;                     // without it; where its stance is silent, what stands behind it
  bool rest_agrees = false;
  Place place = Place::none;
};

// The decision's own part, named by the file or else deduced by court and day. False after a finding.
bool find_own(const ir::Law& law, DecidedCase& decided, diag::Diagnostics& diagnostics);

Judged judge(const ir::Law& law, const DecidedCase& decided, base::Day today);

}  // namespace comity::cli
