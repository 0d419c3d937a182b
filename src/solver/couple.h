// A couple as facts told path by path: what a search starts from, and what a completion of the solver comes to.
// Guarantees: a couple made of a completion, read as any other case is, has the values of that completion; what cannot be
// read so is an internal error (Unreproduced). Leaves which facts are worth telling to plausible.h.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/answer.h"
#include "exact/exact.h"
#include "interp/inputs.h"
#include "ir/facts.h"
#include "ir/law.h"

namespace comity::solver {

struct Told {
  std::string path, value;  // as the case format writes them; lists only as []
  bool usual = true;        // what the ontology calls ordinary, or what a search would tell of any couple
};
using Couple = std::vector<Told>;

struct ReadCouple {
  ir::Facts facts;
  engine::Question question;
};

// Throws Unreproduced where the couple is no case that the format takes.
ReadCouple read_couple(const ir::Law& law, const Couple& couple, base::Day today, bool strict);

// `told` and what the completion adds to it: each fact that some variable stands for, of elements that are there.
Couple couple_of(const ir::Law& law, const interp::Inputs& inputs,
                 const exact::Completion& completion, const Couple& told);

// A value of a variable as the case format writes it.
std::string word_of(const ir::Law& law, const interp::Variable& variable, ir::Value value);
const Told* find(const Couple& couple, std::string_view path);
void set(Couple& couple, std::string path, std::string value);
// With A and B in each other's place: what is told of one is told of the other.
Couple swapped(const Couple& couple);

}  // namespace comity::solver
