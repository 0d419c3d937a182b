// Two laws, or one law on two days, compared by people: who gains, who loses, whose marriage becomes contested or stops being
// so. Both are one decision graph: the second's is read into the first's, the facts of the couple being the same.
// Guarantees: every class has a couple that was replayed under both laws, or is said to have none at any place of the law
// base; what is told not to exist is proved over all couples; counts are exact over the facts they name.
#pragma once
#include <string>
#include <vector>

#include "solver/realise.h"

namespace comity::solver {

enum class Change : std::uint8_t { gains, loses, becomes_contested, stops_being_contested };
inline constexpr std::array<Change, 4> all_changes{Change::gains, Change::loses,
                                                   Change::becomes_contested,
                                                   Change::stops_being_contested};
std::string_view word(Change change);

enum class Lattice : std::uint8_t { same, only_gains, only_losses, both };
std::string_view word(Lattice lattice);

struct Side {
  const ir::Law* law;
  base::Day on;
};

struct ChangedClass {
  Change change;
  std::uint32_t before_by = ir::none_u32, after_by = ir::none_u32;  // provisions that decide, each of its law
  bool protects = false;          // only couples whom a protecting bar meets: told, without a couple
  std::optional<Found> found;     // answer: before
  std::optional<engine::Answer> after;
  std::vector<Couple> tells_apart;  // what distinguishes its couples from those that stay as they are
  std::vector<std::string> counted;  // facts counted over
  std::size_t of_them = 0, all = 0;  // combinations of their values in the class, and altogether
};

struct PurposeChange {
  std::string name;
  std::uint32_t decided_by = ir::none_u32;  // in the law before
  bool fails = false;          // by the same provision still; false: proved
  std::vector<Couple> closed;  // couples it failed for, told apart, for whom it no longer can (proved)
  std::vector<Couple> open;    // and for whom it still does
};

struct Difference {
  Lattice lattice = Lattice::same;
  std::vector<ChangedClass> classes;
  std::vector<Change> none;  // proved
  std::vector<PurposeChange> purposes;
};

Difference diff(const Side& before, const Side& after, ir::Value forum, base::Day today);

}  // namespace comity::solver
