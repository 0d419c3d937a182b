#include "columnar/prototypes.h"

#include <algorithm>
#include <climits>

namespace comity::columnar {

void open_period(ir::Facts& facts, std::uint32_t value_slot) {
  facts.slots[value_slot - 1] = {ir::Known::yes, ir::Origin::told, 1, 1};
  facts.slots[value_slot + 1] = {ir::Known::yes, ir::Origin::fixed, INT_MIN, INT_MIN};
  facts.slots[value_slot + 2] = {ir::Known::yes, ir::Origin::fixed, base::last_day, base::last_day};
  facts.slots[value_slot + 3] = {ir::Known::yes, ir::Origin::fixed, -1, -1};
}

Prototype prototype_of(const ir::Law& law, const Asking& asking, const Layout& layout,
                       const Block& block, std::size_t row, const std::uint64_t* shape) {
  Prototype prototype;
  std::string problem;
  auto made = read_row(law, asking, layout.skeleton(block, row), 0, problem);
  if (!made) return prototype;
  prototype.is_case = true;
  prototype.made = std::move(*made);
  ir::Facts& facts = prototype.made.facts;
  for (std::uint32_t l = 0; l < layout.leaves().size(); ++l) {
    const Leaf& leaf = layout.leaves()[l];
    const Column& column = *block.columns[leaf.column].column;
    if (leaf.part >= 0) {
      const ir::Fact& length = facts.slots[column.slot];
      if (length.known != ir::Known::yes || static_cast<std::uint32_t>(length.low) <= leaf.element)
        continue;
    }
    const auto bits = std::ranges::find(layout.bits(), leaf.slot, &ShapeBits::slot);
    if (bits != layout.bits().end()) {
      if (state_of(shape, *bits) != 1) continue;  // not told, or a state by parts: the shape has it
      // What another fact would have filled is told.
      std::erase_if(facts.relations, [&](const ir::Relation& r) { return r.left == leaf.slot; });
      if (leaf.part < 0 && law.fields[column.field].many == ir::Many::dated)
        prototype.dated.push_back(leaf.slot);
    }
    prototype.leaves.push_back(l);
  }
  for (std::uint32_t slot : prototype.dated) open_period(facts, slot);
  return prototype;
}

}  // namespace comity::columnar
