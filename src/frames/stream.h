// A stream of batches in, a stream of answers out, both by Arrow's C stream interface: what the C ABI, Python and the
// program's own file formats go through.
// Guarantees: a row out for each row in, in order; memory grows with the size of a batch; buffers are not copied.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "columnar/decide.h"
#include "frames/arrow_c.h"
#include "frames/write_arrow.h"

namespace comity::frames {

struct Options {
  columnar::Asking asking;
  int stance = -1;  // of engine::all_stances; -1: all, or the one the column `stance` names
  unsigned threads = 1;
};

// Takes `in` over, also where it fails: then `problem` says why and `out` is left alone. `unused`: columns passed over.
bool answer_stream(const ir::Law& law, Options options, ArrowArrayStream* in, ArrowArrayStream* out,
                   diag::Saying& problem, std::vector<std::string>* unused = nullptr);

}  // namespace comity::frames
