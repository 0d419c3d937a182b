// The provisions on which an answer's letter rests, taken from its derivation: what a reader of a finding looks up.
#pragma once
#include <vector>

#include "engine/answer.h"

namespace comity::solver {

struct Grounds {
  std::vector<std::uint32_t> permits;  // the forum's clauses that hold
  std::vector<std::uint32_t> asked;    // the forum's bars that were asked after and do not stand
  struct Abroad {
    ir::Value law;
    std::vector<std::uint32_t> provisions;
  };
  std::vector<Abroad> abroad;  // other laws asked, with what was looked at there
};

Grounds grounds_of(const ir::Law& law, const engine::Answer& answer);

}  // namespace comity::solver
