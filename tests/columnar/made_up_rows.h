// Made-up couples as a block, without Arrow between.
#pragma once
#include "columnar/block.h"
#include "columnar/couples.h"

namespace comity::tests {

class Rows {
 public:
  Rows(const ir::Law& law, std::uint64_t seed) : columns(columnar::columns_of(law)), couples_(law, seed) {}
  // Couples [begin, begin + count).
  columnar::Block block(std::uint64_t begin, std::size_t count) const;

  std::vector<columnar::Column> columns;

 private:
  columnar::Couples couples_;
};

}  // namespace comity::tests
