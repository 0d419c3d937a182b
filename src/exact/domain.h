// The values an open variable may take: a listed few or a whole range, always ascending.
#pragma once
#include <vector>

#include "interp/inputs.h"
#include "ir/law.h"

namespace comity::exact {

using ir::Value;

struct Domain {
  std::vector<Value> listed;  // ascending, without repeats; empty: the range low..high
  Value low = 0, high = 1;

  std::size_t size() const;
  Value at(std::size_t index) const;
  bool has(Value value) const;
  std::size_t index_not_below(
      Value value) const;  // of the first value >= value; size() when there is none
  Value first() const { return at(0); }
  Value last() const { return at(size() - 1); }
};

Domain domain_of(const interp::Variable& variable, const ir::Law& law);

}  // namespace comity::exact
