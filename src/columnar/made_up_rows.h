// Made-up couples as a block, without Arrow between.
#pragma once
#include "columnar/block.h"
#include "columnar/couples.h"

namespace comity::columnar {

class MadeUpRows {
 public:
  MadeUpRows(const ir::Law& law, std::uint64_t seed, std::vector<std::int32_t> where = {})
      : columns(columns_of(law)), couples_(law, seed, std::move(where)) {}
  // Couples [begin, begin + count).
  Block block(std::uint64_t begin, std::size_t count) const;

  std::vector<Column> columns;

 private:
  Couples couples_;
};

}  // namespace comity::columnar
