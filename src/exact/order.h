// Days and numbers compared with one another, each possibly shifted: whether all comparisons assigned can hold.
// Rests on shifts being monotone: the values that fit all comparisons are closed under taking the lesser of each, so
// raising every lower bound only as far as it must go ends at the least solution, or shows that there is none.
// A circle of comparisons that can only climb is cut off at once by what a shift moves a day at least and at most.
#pragma once
#include <functional>
#include <vector>

#include "exact/sat.h"
#include "exact/shifts.h"

namespace comity::exact {

struct Range {                    // what the bounds assigned leave of a slot's domain, by index
  std::size_t low = 0, high = 0;  // high included
  Lit low_because = truth, high_because = truth;
};

struct Comparison {  // f(x) < g(y) when lit holds, else g(y) <= f(x)
  Lit lit = truth;
  std::uint32_t x = 0, y = 0;
  Chain f = unshifted, g = unshifted;
};

class Orders {
 public:
  void add(const Comparison& comparison) { all_.push_back(comparison); }
  bool consistent(const Sat& sat, const Shifts& shifts,
                  const std::function<Range(std::uint32_t)>& range_of,
                  const std::function<const Domain&(std::uint32_t)>& domain_of,
                  std::vector<Lit>& conflict);
  // The least value of a slot that some comparison spoke of in the last consistent(); nullptr: none did.
  const std::size_t* least(std::uint32_t slot) const;

 private:
  struct Edge {
    std::uint32_t from, to;
    Chain f, g;
    int strictly;
    Lit because;
  };  // f(from) + strictly <= g(to)
  struct Step {
    std::size_t low;
    std::uint32_t edge, before;
  };  // before: step of edge.from
  struct Point {
    std::uint32_t slot;
    Range range;
    std::size_t low;
    std::uint32_t step;
  };
  std::vector<Comparison> all_;
  std::vector<Edge> edges_;
  std::vector<Step> steps_;
  std::vector<Point> points_;
  std::vector<std::uint32_t> point_of_;  // by slot
  static constexpr std::uint32_t none = 0xffffffff;

  void gather(const Sat& sat, const std::function<Range(std::uint32_t)>& range_of);
  std::uint32_t point(std::uint32_t slot, const std::function<Range(std::uint32_t)>& range_of);
  bool climbs_for_ever(std::uint32_t from, const Shifts& shifts, std::vector<Lit>& conflict) const;
  void explain(std::uint32_t edge, std::uint32_t step, std::vector<Lit>& conflict) const;
};

}  // namespace comity::exact
