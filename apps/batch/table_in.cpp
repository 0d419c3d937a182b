#include "batch/table_in.h"

#include <arrow/csv/api.h>
#include <arrow/io/api.h>
#include <arrow/ipc/api.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/schema.h>
#include <parquet/file_reader.h>

#include <cstring>
#include <future>

#include "columnar/columns.h"

namespace comity::batch {

void need(const arrow::Status& status, const std::string& about) {
  if (!status.ok()) throw Unusable(about + ": " + status.message());
}

namespace {

class Wanted {
 public:
  explicit Wanted(const ir::Law& law) : columns_(columnar::columns_of(law)) {}
  // A column of the case format, a struct that may hold some, or one of the caller's that batch looks at. What looks like
  // a path and is none is read too, so that it is refused by name.
  bool operator()(std::string_view name) const {
    if (name == "id" || name == "stance") return true;
    const std::string_view first = name.substr(0, name.find('.'));
    for (const columnar::Column& c : columns_) {
      const std::string_view own = c.name;
      if (own == name || own.substr(0, own.find('.')) == first) return true;
    }
    return false;
  }

 private:
  std::vector<columnar::Column> columns_;
};

// Leaves out the first rows, and reads one batch ahead of whoever draws.
class Ahead : public arrow::RecordBatchReader {
 public:
  Ahead(std::shared_ptr<arrow::RecordBatchReader> from, std::int64_t skip,
        std::shared_ptr<void> keeps = nullptr)
      : keeps_(std::move(keeps)), from_(std::move(from)), skip_(skip) {
    start();
  }
  ~Ahead() override {
    if (next_.valid()) next_.wait();
  }
  std::shared_ptr<arrow::Schema> schema() const override { return from_->schema(); }
  arrow::Status ReadNext(std::shared_ptr<arrow::RecordBatch>* out) override {
    ARROW_ASSIGN_OR_RAISE(*out, next_.get());
    if (*out) start();
    return arrow::Status::OK();
  }

 private:
  using Batch = arrow::Result<std::shared_ptr<arrow::RecordBatch>>;
  void start() {
    next_ = std::async(std::launch::async, [this] { return read(); });
  }
  Batch read() {
    for (;;) {
      std::shared_ptr<arrow::RecordBatch> batch;
      ARROW_RETURN_NOT_OK(from_->ReadNext(&batch));
      if (!batch || skip_ == 0) return batch;
      const std::int64_t dropped = std::min(skip_, batch->num_rows());
      skip_ -= dropped;
      if (dropped < batch->num_rows()) return batch->Slice(dropped);
    }
  }
  std::shared_ptr<void> keeps_;
  std::shared_ptr<arrow::RecordBatchReader> from_;
  std::int64_t skip_;
  std::future<Batch> next_;
};

void add_leaves(const parquet::arrow::SchemaField& field, bool flat, std::vector<int>& leaves,
                std::vector<int>& words) {
  if (field.is_leaf()) {
    leaves.push_back(field.column_index);
    if (flat && field.field->type()->id() == arrow::Type::STRING)
      words.push_back(field.column_index);
  }
  for (const auto& child : field.children) add_leaves(child, false, leaves, words);
}

TableIn open_parquet(const Wanted& wanted, const std::string& path, std::int64_t skip) {
  parquet::ArrowReaderProperties properties;
  properties.set_use_threads(true);
  properties.set_batch_size(batch_rows);
  properties.set_pre_buffer(false);  // a row group may be larger than memory
  parquet::ReaderProperties buffered;
  buffered.enable_buffered_stream();
  std::vector<int> leaves;
  auto open = [&] {
    parquet::arrow::FileReaderBuilder builder;
    need(builder.OpenFile(path, false, buffered), path);
    builder.properties(properties);
    return need(builder.Build(), path);
  };
  {
    auto first = open();
    std::vector<int> words;
    for (const auto& field : first->manifest().schema_fields)
      if (wanted(field.field->name())) add_leaves(field, true, leaves, words);
    for (int word : words) properties.set_read_dictionary(word, true);
  }
  std::shared_ptr<parquet::arrow::FileReader> reader = open();
  const auto metadata = reader->parquet_reader()->metadata();
  std::vector<int> groups;
  for (int g = 0; g < metadata->num_row_groups(); ++g) {
    const std::int64_t rows = metadata->RowGroup(g)->num_rows();
    if (groups.empty() && skip >= rows)
      skip -= rows;
    else
      groups.push_back(g);
  }
  std::shared_ptr<arrow::RecordBatchReader> batches =
      need(reader->GetRecordBatchReader(groups, leaves), path);
  return {std::make_shared<Ahead>(std::move(batches), skip, reader), metadata->num_rows()};
}

// The batches of a file that knows where each of them is.
class FileBatches : public arrow::RecordBatchReader {
 public:
  explicit FileBatches(std::shared_ptr<arrow::ipc::RecordBatchFileReader> file)
      : file_(std::move(file)) {}
  std::shared_ptr<arrow::Schema> schema() const override { return file_->schema(); }
  arrow::Status ReadNext(std::shared_ptr<arrow::RecordBatch>* out) override {
    out->reset();
    if (next_ == file_->num_record_batches()) return arrow::Status::OK();
    return file_->ReadRecordBatch(next_++).Value(out);
  }

 private:
  std::shared_ptr<arrow::ipc::RecordBatchFileReader> file_;
  int next_ = 0;
};

// The fields that are wanted, by number.
std::vector<int> fields_of(const Wanted& wanted, const arrow::Schema& schema) {
  std::vector<int> fields;
  for (int f = 0; f < schema.num_fields(); ++f)
    if (wanted(schema.field(f)->name())) fields.push_back(f);
  return fields;
}

TableIn open_ipc_file(const Wanted& wanted, const std::string& path, std::int64_t skip) {
  auto file = need(arrow::io::MemoryMappedFile::Open(path, arrow::io::FileMode::READ), path);
  auto options = arrow::ipc::IpcReadOptions::Defaults();
  auto whole = need(arrow::ipc::RecordBatchFileReader::Open(file, options), path);
  options.included_fields = fields_of(wanted, *whole->schema());
  const std::int64_t rows = need(whole->CountRows(), path);
  auto reader = need(arrow::ipc::RecordBatchFileReader::Open(file, options), path);
  return {std::make_shared<Ahead>(std::make_shared<FileBatches>(reader), skip), rows};
}

TableIn open_ipc_stream(const Wanted& wanted, const std::string& path, std::int64_t skip) {
  auto options = arrow::ipc::IpcReadOptions::Defaults();
  auto first = need(arrow::ipc::RecordBatchStreamReader::Open(
                        need(arrow::io::ReadableFile::Open(path), path), options),
                    path);
  options.included_fields = fields_of(wanted, *first->schema());
  auto reader = need(arrow::ipc::RecordBatchStreamReader::Open(
                         need(arrow::io::ReadableFile::Open(path), path), options),
                     path);
  return {std::make_shared<Ahead>(std::move(reader), skip), std::nullopt};
}

// Every cell as it is written: the case format knows better than a guess what NO and 2018 mean.
TableIn open_csv(const std::string& path, std::int64_t skip) {
  auto file = [&] { return need(arrow::io::ReadableFile::Open(path), path); };
  auto read = arrow::csv::ReadOptions::Defaults();
  read.block_size = 8 << 20;
  auto parse = arrow::csv::ParseOptions::Defaults();
  parse.newlines_in_values = true;
  auto convert = arrow::csv::ConvertOptions::Defaults();
  convert.null_values = {""};
  convert.strings_can_be_null = true;
  auto first = need(arrow::csv::StreamingReader::Make(arrow::io::default_io_context(), file(), read,
                                                      parse, convert),
                    path);
  for (const auto& field : first->schema()->fields())
    convert.column_types[field->name()] = arrow::utf8();
  auto reader = need(arrow::csv::StreamingReader::Make(arrow::io::default_io_context(), file(),
                                                       read, parse, convert),
                     path);
  return {std::make_shared<Ahead>(std::move(reader), skip), std::nullopt};
}

}  // namespace

TableIn open_table(const ir::Law& law, const std::string& path, std::int64_t skip) {
  char magic[8] = {};
  {
    auto file = need(arrow::io::ReadableFile::Open(path), path);
    need(file->Read(sizeof magic, magic).status(), path);
  }
  const Wanted wanted(law);
  if (std::memcmp(magic, "PAR1", 4) == 0) return open_parquet(wanted, path, skip);
  if (std::memcmp(magic, "ARROW1", 6) == 0) return open_ipc_file(wanted, path, skip);
  if (std::memcmp(magic, "\xff\xff\xff\xff", 4) == 0) return open_ipc_stream(wanted, path, skip);
  return open_csv(path, skip);
}

}  // namespace comity::batch
