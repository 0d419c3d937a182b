#include "exact/order.h"

#include <algorithm>

namespace comity::exact {

std::uint32_t Orders::point(std::uint32_t slot,
                            const std::function<Range(std::uint32_t)>& range_of) {
  if (slot >= point_of_.size()) point_of_.resize(slot + 1, none);
  if (point_of_[slot] == none) {
    point_of_[slot] = static_cast<std::uint32_t>(points_.size());
    Range range = range_of(slot);
    points_.push_back({slot, range, range.low, none});
  }
  return point_of_[slot];
}

void Orders::gather(const Sat& sat, const std::function<Range(std::uint32_t)>& range_of) {
  for (const Point& p : points_) point_of_[p.slot] = none;
  points_.clear(), edges_.clear(), steps_.clear();
  for (const Comparison& c : all_) {
    int value = sat.value(c.lit);
    if (value == 0) continue;
    std::uint32_t x = point(c.x, range_of), y = point(c.y, range_of);
    if (value > 0)
      edges_.push_back({x, y, c.f, c.g, 1, c.lit});
    else
      edges_.push_back({y, x, c.g, c.f, 0, denied(c.lit)});
  }
}

bool Orders::consistent(const Sat& sat, const Shifts& shifts,
                        const std::function<Range(std::uint32_t)>& range_of,
                        const std::function<const Domain&(std::uint32_t)>& domain_of,
                        std::vector<Lit>& conflict) {
  gather(sat, range_of);
  bool moved = !edges_.empty();
  for (std::size_t round = 0; moved; ++round) {
    moved = false;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
      const Edge& edge = edges_[e];
      const Point& from = points_[edge.from];
      Point& to = points_[edge.to];
      Value reached = shifts.apply(edge.f, domain_of(from.slot).at(from.low)) + edge.strictly;
      const Domain& domain = domain_of(to.slot);
      if (shifts.apply(edge.g, domain.at(to.low)) >= reached) continue;
      std::size_t low = shifts.first_reaching(edge.g, domain, reached);
      if (low > to.range.high) {
        explain(e, from.step, conflict);
        if (to.range.high_because != truth) conflict.push_back(to.range.high_because);
        return false;
      }
      to.low = low;
      steps_.push_back({low, e, from.step});
      to.step = static_cast<std::uint32_t>(steps_.size() - 1);
      moved = true;
      if (round >= points_.size() && climbs_for_ever(edge.to, shifts, conflict)) return false;
    }
  }
  return true;
}

// Whether the steps that last raised this point run in a circle whose every turn raises it, however the days fall.
bool Orders::climbs_for_ever(std::uint32_t from, const Shifts& shifts,
                             std::vector<Lit>& conflict) const {
  std::uint32_t at = from;
  for (std::size_t i = 0; i < points_.size();
       ++i) {  // surely on the circle by then, if there is one
    if (points_[at].step == none) return false;
    at = edges_[steps_[points_[at].step].edge].from;
  }
  std::uint32_t start = at;
  std::int64_t gain = 0;
  std::vector<Lit> because;
  do {
    if (points_[at].step == none) return false;
    const Edge& edge = edges_[steps_[points_[at].step].edge];
    gain += shifts.least(edge.f) - shifts.most(edge.g) + edge.strictly;
    because.push_back(edge.because);
    at = edge.from;
  } while (at != start && because.size() <= points_.size());
  if (at != start || gain <= 0) return false;
  conflict = std::move(because);
  return true;
}

// The comparisons and the first bound that raised a point so far.
void Orders::explain(std::uint32_t edge, std::uint32_t step, std::vector<Lit>& conflict) const {
  for (;;) {
    conflict.push_back(edges_[edge].because);
    if (step == none) break;
    edge = steps_[step].edge;
    step = steps_[step].before;
  }
  Lit first = points_[edges_[edge].from].range.low_because;
  if (first != truth) conflict.push_back(first);
  std::sort(conflict.begin(), conflict.end());
  conflict.erase(std::unique(conflict.begin(), conflict.end()), conflict.end());
}

const std::size_t* Orders::least(std::uint32_t slot) const {
  if (slot >= point_of_.size() || point_of_[slot] == none) return nullptr;
  return &points_[point_of_[slot]].low;
}

}  // namespace comity::exact
