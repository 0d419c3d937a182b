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

void Evaluation::answer(const Block& block, std::span<AnswerId> out) {
  plans_.lay_out(block);
  const Layout& layout = plans_.layout();
  if (!layout.fits(block)) return answer_one_by_one(block, out);
  thread_local Words shapes;
  thread_local std::vector<std::uint8_t> odd;
  layout.shapes(block, asking_.overrides.on.value_or(asking_.today), shapes, odd);
  const auto columns = columns_for(layout, block);
  const std::size_t words = layout.words();
  const std::uint64_t* last = nullptr;
  Diagram* diagram = nullptr;
  for (std::size_t row = 0; row < block.rows; ++row) {
    if (odd[row]) {
      out[row] = groups_.answer(block, row);
      continue;
    }
    const std::uint64_t* shape = &shapes[row * words];
    if (!last || !std::equal(shape, shape + words, last)) {
      diagram = plans_.of(block, row, shape);
      last = shape;
    }
    if (!diagram) {
      out[row] = groups_.answer(block, row);
      continue;
    }
    const RowLeaves leaves{columns.data(), row};
    out[row] = diagram->answer(leaves, [&] { return answers_.number(decide_row(law_, asking_, block, row)); });
  }
}

}  // namespace comity::columnar
