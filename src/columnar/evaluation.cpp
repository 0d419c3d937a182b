#include "columnar/evaluation.h"

namespace comity::columnar {

namespace {

// The leaves of a block, where each is looked up.
std::vector<RowLeaves::Column> columns_for(const Layout& layout, const Block& block) {
  std::vector<RowLeaves::Column> columns;
  for (const Leaf& leaf : layout.leaves()) {
    const Cells& cells = block.columns[leaf.column];
    if (leaf.part < 0)
      columns.push_back({cells.values.data(), nullptr, 0, leaf.left_out});
    else
      columns.push_back({cells.parts[static_cast<std::size_t>(leaf.part)].values.data(),
                         cells.first.data(), leaf.element, leaf.left_out});
  }
  return columns;
}

}  // namespace

void Evaluation::answer_one_by_one(const Block& block, std::span<AnswerId> out) {
  for (std::size_t row = 0; row < block.rows; ++row) out[row] = groups_.answer(block, row);
}

AnswerId Evaluation::decide(const Plans::Shaped& shaped, const RowLeaves& leaves,
                            const Block& block, std::size_t row) {
  const Prototype& prototype = shaped.prototype;
  if (!prototype.is_case) return groups_.answer(block, row);
  thread_local RowCase made;
  made = prototype.made;
  bool open_day = false;
  for (std::uint32_t l : prototype.leaves) {
    const std::int32_t value = leaves[l];
    ir::Fact& fact = made.facts.slots[plans_.layout().leaves()[l].slot];
    fact = value == nothing ? ir::Fact{} : ir::Fact{ir::Known::yes, ir::Origin::told, value, value};
    open_day |= value == nothing && plans_.layout().leaves()[l].values == 0;
  }
  // What an open day is compared with stays in the graph, day by day: hardly ever are two rows left the same.
  if (open_day) {
    if (auto answer = decide_facts(law_, asking_, made)) return answers_.number(std::move(*answer));
  } else if (auto answer = rests_.answer(made)) {
    return *answer;
  }
  // The reader of cases says why a row is none.
  return answers_.number(decide_row(law_, asking_, block, row));
}

void Evaluation::answer(const Block& block, std::span<AnswerId> out) {
  plans_.lay_out(block);
  const Layout& layout = plans_.layout();
  if (!layout.fits(block)) return answer_one_by_one(block, out);
  thread_local Words shapes;
  thread_local std::vector<std::uint8_t> odd;
  layout.shapes(block, asking_.overrides.on.value_or(asking_.today), shapes, odd);
  const auto columns = columns_for(layout, block);
  const std::size_t words = layout.words();
  for (std::size_t row = 0; row < block.rows; ++row) {
    const std::uint64_t* shape = &shapes[row * words];
    Plans::Shaped* shaped = odd[row] ? nullptr : plans_.of(block, row, shape);
    if (!shaped) {
      out[row] = groups_.answer(block, row);
      continue;
    }
    const RowLeaves leaves{columns.data(), row};
    auto own = [&] { return decide(*shaped, leaves, block, row); };
    Diagram* diagram = plans_.diagram(*shaped, shape);
    out[row] = diagram ? diagram->answer(leaves, own) : own();
  }
}

}  // namespace comity::columnar
