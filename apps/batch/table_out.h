// A table written in parts, so that what is finished outlives a kill: each part is a file of the output's own format beside
// the output, and the output is put together from them when all are there. Parquet, Arrow IPC or CSV by the name's ending.
// Guarantees: a part or an output is there whole or not at all.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "batch/table_in.h"

namespace comity::batch {

enum class Format { parquet, ipc, csv };
Format format_of(
    const std::filesystem::path& path);  // throws Unusable where the ending says nothing

class TableWriter {
 public:
  static std::unique_ptr<TableWriter> open(Format format, const std::filesystem::path& path,
                                           const std::shared_ptr<arrow::Schema>& schema,
                                           bool header = true);
  virtual ~TableWriter() = default;
  virtual void write(const arrow::Table& table) = 0;  // in Parquet a row group of its own
  virtual void close() = 0;
};

class Parts {
 public:
  // `run` describes the question and the table: parts of another run are not taken for this one's.
  Parts(std::filesystem::path output, std::string run);
  std::int64_t finished() const { return finished_; }
  void add(const std::shared_ptr<arrow::Table>& part);
  void put_together(const std::shared_ptr<arrow::Schema>& schema);

 private:
  std::filesystem::path part(std::int64_t number) const;
  std::filesystem::path output_, folder_;
  Format format_;
  std::int64_t finished_ = 0;
};

}  // namespace comity::batch
