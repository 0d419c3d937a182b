// Columns as Arrow hands them over -> blocks of cells. Buffers are read where they lie.
// Takes the columns of columnar/columns.h by name, in any order; a struct stands for the columns of its fields
// (`between` with a field `kinship` is `between.kinship`). A column whose name begins like a path of the case format and is
// none is refused; others are the caller's own business.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "columnar/block.h"
#include "diag/saying.h"
#include "frames/store.h"

namespace comity::frames {

// A column of the frame and where in it.
struct Source {
  const columnar::Column* column = nullptr;
  Store store = Store::none;
  int dictionary = -1;        // number among those of the frame; -1: none
  Store words = Store::utf8;  // of the dictionary
  std::vector<std::int64_t>
      children;               // from the frame's struct, or the element's, down to the column
  std::vector<Source> parts;  // of a list: of its elements
};

class ArrowReader {
 public:
  explicit ArrowReader(const ir::Law& law);

  // False: `problem` says which column cannot be used and why.
  bool bind(const ArrowSchema& frame, diag::Saying& problem);

  int id() const { return id_; }          // child of the frame, -1: none
  int stance() const { return stance_; }  // likewise: the column that picks a stance for each row
  const std::vector<std::string>& unused() const {
    return unused_;
  }  // names of columns passed over
  const std::vector<columnar::Column>& columns() const { return columns_; }

  // What is worked out once for a batch, and then shared by the threads that read its blocks.
  struct Batch {
    const ArrowArray* frame = nullptr;
    std::vector<std::vector<std::int32_t>> dictionaries;  // cell of each word
    std::vector<std::vector<std::string>>
        texts;  // of each dictionary: the words that are no single value
  };
  Batch open(const ArrowArray& frame) const;
  // Rows [begin, begin + rows) of the batch; the block keeps its memory from one call to the next.
  void read(const Batch& batch, std::int64_t begin, std::size_t rows, columnar::Block& into) const;

 private:
  bool looks_like_a_path(const std::string& name) const;

  const ir::Law& law_;
  std::vector<columnar::Column> columns_;
  std::vector<Source> sources_;
  std::vector<std::string> unused_;
  int id_ = -1, stance_ = -1, dictionaries_ = 0;
};

// The cell that a text stands for; `first_text` where it is no single value.
std::int32_t cell_of_text(const ir::Law& law, const columnar::Column& column,
                          std::string_view text);

}  // namespace comity::frames
