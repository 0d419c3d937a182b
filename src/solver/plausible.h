// Of all completions that satisfy a condition, one that reads like a couple one might meet: no earlier unions, of age,
// nationals of the forum living there, a wedding on the first of a month not long ago, nothing unusual but what the condition
// needs. Preferences are kept in order of weight; where some cannot be kept together, the lightest of them is given up.
// Guarantees: deterministic; every preference given up clashes with heavier ones that are kept.
#pragma once
#include "solver/open_forum.h"

namespace comity::solver {

class Plausible {
 public:
  explicit Plausible(OpenForum& forum);
  // nullopt: no completion, or out of time; `reply()` says which.
  std::optional<Completion> find(std::vector<ir::Ref> conditions);
  Reply reply() const { return reply_; }
  // How far from ordinary the last one found is: preferences given up.
  std::size_t unusual() const { return given_up_; }

 private:
  OpenForum& forum_;
  std::vector<ir::Ref> wishes_;  // heaviest first
  Reply reply_ = Reply::never;
  std::size_t given_up_ = 0;

  void wish(ir::Ref condition);
  void wish_of_variable(std::uint32_t variable, int round);
  void wish_of_presumption(std::uint32_t variable, const ir::Field& field);
  void wish_of_nationalities();
  void wish_of_days();
  void wish_of_age(int spouse, ir::Ref wedding);
};

}  // namespace comity::solver
