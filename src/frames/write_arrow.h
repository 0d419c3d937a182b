// Answers -> Arrow columns, handed over by reference: the receiver owns what it was given until it releases it.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "columnar/evaluation.h"
#include "frames/arrow_c.h"

namespace comity::frames {

// Which columns: all stances under their names, or one stance, or the one that each row names.
struct Shown {
  int stance = -1;         // of all_stances, -1: all of them
  bool by_column = false;  // outcome, verdict, decided_by of the stance that the row's column names
};

// Words as Arrow lays them out: shared by every array that has them for its dictionary.
struct WordList {
  std::vector<std::int32_t> offsets{0};
  std::string bytes;
  void add(std::string_view word) {
    bytes += word;
    offsets.push_back(static_cast<std::int32_t>(bytes.size()));
  }
  std::size_t size() const { return offsets.size() - 1; }
};

// One value in a dictionary of words; -1: null.
struct WordColumn {
  std::shared_ptr<const WordList> words;
  std::vector<std::int32_t> indices;
};

// The words an answer can hold, the same for every batch of a run.
struct Words {
  explicit Words(const ir::Law& law);
  std::shared_ptr<const WordList> outcomes, verdicts, provisions;
};

class AnswerColumns {
 public:
  AnswerColumns(const columnar::Evaluation& evaluation, Shown shown);
  // The columns of some rows, in the order of names(). `stances`: by row, where the rows name one; -1: none named.
  std::vector<WordColumn> of(std::span<const columnar::AnswerId> rows,
                             std::span<const std::int32_t> stances) const;
  std::vector<std::string> names() const;

 private:
  const columnar::Evaluation& evaluation_;
  Shown shown_;
  Words words_;
};

// A struct array of the columns; `id`, where there is one, is the caller's own array of the batch that `keeps` keeps.
void export_schema(const std::vector<std::string>& names, const ArrowSchema* id, ArrowSchema* out);
void export_array(std::vector<WordColumn> columns, std::int64_t rows, const ArrowArray* id,
                  std::int64_t id_offset, std::shared_ptr<const void> keeps, ArrowArray* out);

// A flattened column of the case format as Arrow's schema.
void export_columns(const std::vector<columnar::Column>& columns, ArrowSchema* out);

}  // namespace comity::frames
