// One row as the case it stands for: the keys of its cells that are not null. What a row means is what that case means, so
// that no fact is presumed, ranged over or refused by other rules than in a case file.
#pragma once
#include <cstddef>
#include <string>

#include "casefile/document.h"
#include "columnar/block.h"
#include "diag/saying.h"

namespace comity::columnar {

// `problem` is set where the cells cannot stand together: a record that is said not to be there, with details.
casefile::Document case_of_row(const ir::Law& law, const Block& block, std::size_t row,
                               diag::Saying& problem);

}  // namespace comity::columnar
