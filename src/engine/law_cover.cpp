#include "engine/law_cover.h"

#include <algorithm>

namespace comity::engine {

Counts counts_of(const ir::Law& law) {
  Counts counts;
  for (const ir::Provision& p : law.provisions) ++counts.provisions[p.instrument];
  for (const ir::Clause& c : law.clauses)
    if (c.provision < law.provisions.size())
      ++counts.clauses[law.provisions[c.provision].instrument];
  return counts;
}

std::size_t with_own_law(const ir::Law& law) {
  return static_cast<std::size_t>(
      std::ranges::count_if(law.modules, [](const ir::Module& m) { return m.own_law != 0; }));
}

bool is_stale(const ir::Instrument& instrument, base::Day today) {
  return instrument.review_by != 0 && instrument.review_by < today;
}

std::string day_or_empty(std::int32_t day) {
  return day == 0 || day <= base::first_day ? "" : base::to_string(day);
}

std::vector<std::string> law_words(const ir::Law& law, std::uint32_t first, std::uint32_t count) {
  std::vector<std::string> list;
  for (std::uint32_t i = first; i < first + count; ++i) list.emplace_back(law.str(law.words[i]));
  return list;
}

}  // namespace comity::engine
