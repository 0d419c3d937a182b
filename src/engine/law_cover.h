// What the law base covers, instrument by instrument: counted once for the page and for the JSON of `laws`.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "ir/law.h"

namespace comity::engine {

struct Counts {
  std::map<std::uint32_t, std::uint32_t> provisions, clauses;  // by instrument
};
Counts counts_of(const ir::Law& law);

// Places whose law stands in a folder of their own, and not in tables alone.
std::size_t with_own_law(const ir::Law& law);
bool is_stale(const ir::Instrument& instrument, base::Day today);
// A day that an instrument does not state is 0; a module always states its days.
std::string day_or_empty(std::int32_t day);
std::vector<std::string> law_words(const ir::Law& law, std::uint32_t first, std::uint32_t count);

}  // namespace comity::engine
