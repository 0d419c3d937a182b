// The facts of a row without reading its case: the case of its shape is read once, and the row's leaves are put into a copy.
// Guarantees: the same facts as the case reader makes of the row, but for notes and where things were written.
#pragma once
#include <map>
#include <memory>
#include <shared_mutex>

#include "columnar/decide.h"
#include "columnar/shapes.h"

namespace comity::columnar {

// The state of one slot in a packed shape.
inline std::uint64_t state_of(const std::uint64_t* shape, const ShapeBits& at) {
  return shape[at.word] >> at.shift & ((std::uint64_t{1} << at.width) - 1);
}

struct Prototype {
  RowCase made;                       // with every leaf left out
  std::vector<std::uint32_t> leaves;  // those that are there in rows of the shape
  std::vector<std::uint32_t> dated;  // of them: places at the celebration, which bring their period
  bool is_case = false;
};

Prototype prototype_of(const ir::Law& law, const Asking& asking, const Layout& layout,
                       const Block& block, std::size_t row, const std::uint64_t* shape);

// A dated place that is told holds at the celebration.
void open_period(ir::Facts& facts, std::uint32_t value_slot);

}  // namespace comity::columnar
