#include "columnar/evaluation.h"

namespace comity::columnar {

void Evaluation::answer(const Block& block, std::span<AnswerId> out) {
  for (std::size_t row = 0; row < block.rows; ++row) out[row] = groups_.answer(block, row);
}

}  // namespace comity::columnar
