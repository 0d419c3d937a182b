// A table of couples as a stream of record batches: Parquet, Arrow IPC (file or stream) or CSV, by the file's first bytes.
// Guarantees: bounded memory; only columns that the case format knows, `id` and `stance` are read.
#pragma once
#include <arrow/api.h>

#include <optional>
#include <stdexcept>
#include <string>

#include "ir/law.h"

namespace comity::batch {

// What the caller named cannot be used: shown as it stands, exit 2.
struct Unusable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void need(const arrow::Status& status, const std::string& about);
template <class T>
T need(arrow::Result<T> result, const std::string& about) {
  need(result.status(), about);
  return std::move(result).ValueUnsafe();
}

inline constexpr std::int64_t batch_rows = 1 << 17;

struct TableIn {
  std::shared_ptr<arrow::RecordBatchReader> batches;
  std::optional<std::int64_t> rows;  // of the whole table, where the format tells
};

// The rows from `skip` on.
TableIn open_table(const ir::Law& law, const std::string& path, std::int64_t skip);

}  // namespace comity::batch
