#include "exact/kinds.h"

#include <algorithm>

namespace comity::exact {

std::vector<Value> Kinds::of(std::uint32_t variable, const Domain& domain, std::size_t most) const {
  std::vector<const Use*> compared;
  bool as_it_is = false;
  for (const Use& use : uses_)
    if (use.variable == variable)
      use.how == Use::itself ? void(as_it_is = true) : compared.push_back(&use);
  std::vector<Value> kinds;
  if (as_it_is) {
    if (domain.size() <= most)
      for (std::size_t i = 0; i < domain.size(); ++i) kinds.push_back(domain.at(i));
    return kinds;
  }
  // Kinds change at the values compared with, and nowhere else: each of these, its neighbours, and the first and the last.
  auto add = [&](std::size_t index) {
    if (index < domain.size()) kinds.push_back(domain.at(index));
  };
  add(0);
  for (const Use* use : compared) {
    const std::size_t at = domain.index_not_below(use->with);
    add(at - 1);  // wraps past the end where there is none
    add(at);
    add(at + 1);
  }
  add(domain.size() - 1);
  std::ranges::sort(kinds);
  std::vector<std::vector<bool>> told;
  std::vector<Value> apart;
  for (Value value : kinds) {
    std::vector<bool> answers;
    for (const Use* use : compared) answers.push_back((*use)(value));
    if (std::ranges::find(told, answers) != told.end()) continue;
    told.push_back(std::move(answers));
    apart.push_back(value);
  }
  if (apart.size() > most) apart.clear();
  return apart;
}

}  // namespace comity::exact
