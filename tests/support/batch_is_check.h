// The promise of batch, on made-up rows: every row is answered as check answers the row's case.
#pragma once
#include <cstdint>
#include <vector>

#include "columnar/decide.h"

namespace comity::tests {

columnar::Asking asking(const char* forum, const char* on, bool strict = false);

// Fails the test with the first rows that differ. `where`: codes of the only places of celebration; few of them, and plans
// are made for their shapes.
void expect_batch_is_check(const columnar::Asking& asked, std::uint64_t seed, std::size_t rows,
                           const std::vector<const char*>& where = {});

}  // namespace comity::tests
