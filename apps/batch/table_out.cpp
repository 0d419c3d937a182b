#include "batch/table_out.h"

#include <arrow/csv/api.h>
#include <arrow/io/api.h>
#include <arrow/ipc/api.h>
#include <fcntl.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/writer.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace comity::batch {

namespace fs = std::filesystem;

Format format_of(const fs::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".parquet") return Format::parquet;
  if (ending == ".arrow" || ending == ".ipc" || ending == ".feather") return Format::ipc;
  if (ending == ".csv") return Format::csv;
  throw Unusable(path.string() + ": the ending tells the format: .parquet, .arrow or .csv");
}

namespace {

std::shared_ptr<arrow::io::FileOutputStream> created(const fs::path& path) {
  return need(arrow::io::FileOutputStream::Open(path.string()), path.string());
}

class ParquetOut : public TableWriter {
 public:
  ParquetOut(const fs::path& path, const std::shared_ptr<arrow::Schema>& schema)
      : path_(path.string()) {
    auto properties = parquet::WriterProperties::Builder()
                          .compression(parquet::Compression::ZSTD)
                          ->max_row_group_length(std::int64_t{1} << 30)
                          ->build();
    auto arrow_properties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
    writer_ = need(parquet::arrow::FileWriter::Open(*schema, arrow::default_memory_pool(),
                                                    created(path), properties, arrow_properties),
                   path_);
  }
  void write(const arrow::Table& table) override {
    need(writer_->WriteTable(table, std::max<std::int64_t>(table.num_rows(), 1)), path_);
  }
  void close() override { need(writer_->Close(), path_); }

 private:
  std::string path_;
  std::unique_ptr<parquet::arrow::FileWriter> writer_;
};

class IpcOut : public TableWriter {
 public:
  IpcOut(const fs::path& path, const std::shared_ptr<arrow::Schema>& schema)
      : path_(path.string()) {
    // A file holds one dictionary for a column; where parts differ, words are written out.
    std::vector<std::shared_ptr<arrow::Field>> fields;
    for (const auto& field : schema->fields()) fields.push_back(plain(field));
    schema_ = arrow::schema(std::move(fields));
    writer_ = need(arrow::ipc::MakeFileWriter(created(path), schema_), path_);
  }
  void write(const arrow::Table& table) override {
    std::vector<std::shared_ptr<arrow::ChunkedArray>> columns;
    for (int c = 0; c < table.num_columns(); ++c)
      columns.push_back(words(table.column(c), schema_->field(c)->type()));
    need(writer_->WriteTable(*arrow::Table::Make(schema_, std::move(columns)), batch_rows), path_);
  }
  void close() override { need(writer_->Close(), path_); }

  static std::shared_ptr<arrow::Field> plain(const std::shared_ptr<arrow::Field>& field) {
    if (field->type()->id() != arrow::Type::DICTIONARY) return field;
    return field->WithType(static_cast<const arrow::DictionaryType&>(*field->type()).value_type());
  }
  static std::shared_ptr<arrow::ChunkedArray> words(
      const std::shared_ptr<arrow::ChunkedArray>& column,
      const std::shared_ptr<arrow::DataType>& type) {
    if (column->type()->id() != arrow::Type::DICTIONARY || type->id() == arrow::Type::DICTIONARY)
      return column;
    arrow::ArrayVector chunks;
    for (const auto& chunk : column->chunks()) {
      const auto& coded = static_cast<const arrow::DictionaryArray&>(*chunk);
      auto builder = need(arrow::MakeBuilder(type), "words");
      const arrow::ArraySpan span(*coded.dictionary()->data());
      for (std::int64_t i = 0; i < coded.length(); ++i)
        need(coded.IsNull(i) ? builder->AppendNull()
                             : builder->AppendArraySlice(span, coded.GetValueIndex(i), 1),
             "words");
      chunks.push_back(need(builder->Finish(), "words"));
    }
    return std::make_shared<arrow::ChunkedArray>(std::move(chunks), type);
  }

 private:
  std::string path_;
  std::shared_ptr<arrow::Schema> schema_;
  std::shared_ptr<arrow::ipc::RecordBatchWriter> writer_;
};

class CsvOut : public TableWriter {
 public:
  CsvOut(const fs::path& path, const std::shared_ptr<arrow::Schema>& schema, bool header)
      : path_(path.string()) {
    std::vector<std::shared_ptr<arrow::Field>> fields;
    for (const auto& field : schema->fields()) fields.push_back(IpcOut::plain(field));
    schema_ = arrow::schema(std::move(fields));
    auto options = arrow::csv::WriteOptions::Defaults();
    options.include_header = header;
    options.quoting_style = arrow::csv::QuotingStyle::Needed;
    writer_ = need(arrow::csv::MakeCSVWriter(created(path), schema_, options), path_);
  }
  void write(const arrow::Table& table) override {
    std::vector<std::shared_ptr<arrow::ChunkedArray>> columns;
    for (int c = 0; c < table.num_columns(); ++c)
      columns.push_back(IpcOut::words(table.column(c), schema_->field(c)->type()));
    need(writer_->WriteTable(*arrow::Table::Make(schema_, std::move(columns)), batch_rows), path_);
  }
  void close() override { need(writer_->Close(), path_); }

 private:
  std::string path_;
  std::shared_ptr<arrow::Schema> schema_;
  std::shared_ptr<arrow::ipc::RecordBatchWriter> writer_;
};

// On the disk before it bears its name, so that no machine that stops leaves half a file.
void keep_as(const fs::path& written, const fs::path& name) {
  int file = ::open(written.c_str(), O_RDONLY | O_CLOEXEC);
  const bool kept = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  std::error_code error;
  if (kept) fs::rename(written, name, error);
  if (!kept || error) throw Unusable(name.string() + ": cannot be written");
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::unique_ptr<TableWriter> TableWriter::open(Format format, const fs::path& path,
                                               const std::shared_ptr<arrow::Schema>& schema,
                                               bool header) {
  switch (format) {
    case Format::parquet:
      return std::make_unique<ParquetOut>(path, schema);
    case Format::ipc:
      return std::make_unique<IpcOut>(path, schema);
    case Format::csv:
      return std::make_unique<CsvOut>(path, schema, header);
  }
  return nullptr;
}

Parts::Parts(fs::path output, std::string run)
    : output_(std::move(output)),
      folder_(output_.string() + ".parts"),
      format_(format_of(output_)) {
  if (fs::exists(output_))
    throw Unusable(output_.string() + ": is there already; name another, or delete it first");
  const fs::path described = folder_ / "run.json";
  if (fs::exists(described)) {
    if (text_of(described) != run)
      throw Unusable(folder_.string() +
                     ": holds the parts of another run (table, question or law differ); delete it, "
                     "or name another output");
    while (fs::exists(part(finished_))) ++finished_;
    return;
  }
  std::error_code error;
  fs::create_directories(folder_, error);
  const fs::path fresh = folder_ / "run.json.new";
  std::ofstream(fresh) << run;
  keep_as(fresh, described);
}

fs::path Parts::part(std::int64_t number) const {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
  return folder_ / ("part-" + digits + output_.extension().string());
}

void Parts::add(const std::shared_ptr<arrow::Table>& table) {
  const fs::path name = part(finished_), fresh = name.string() + ".new";
  auto writer = TableWriter::open(format_, fresh, table->schema(), finished_ == 0);
  writer->write(*table);
  writer->close();
  keep_as(fresh, name);
  ++finished_;
}

void Parts::put_together(const std::shared_ptr<arrow::Schema>& schema) {
  const fs::path fresh = output_.string() + ".new";
  if (format_ == Format::csv && finished_ > 0) {
    std::ofstream whole(fresh, std::ios::binary);
    for (std::int64_t p = 0; p < finished_; ++p)
      whole << std::ifstream(part(p), std::ios::binary).rdbuf();
    if (!whole.flush()) throw Unusable(fresh.string() + ": cannot be written");
  } else if (format_ == Format::parquet && finished_ == 1) {
    fs::rename(part(0), fresh);
  } else {
    auto writer = TableWriter::open(format_, fresh, schema);
    for (std::int64_t p = 0; p < finished_; ++p) {
      const std::string name = part(p).string();
      std::shared_ptr<arrow::Table> table;
      if (format_ == Format::parquet) {
        parquet::arrow::FileReaderBuilder builder;
        need(builder.OpenFile(name), name);
        table = need(need(builder.Build(), name)->ReadTable(), name);
      } else {
        auto file = need(arrow::io::ReadableFile::Open(name), name);
        auto reader = need(arrow::ipc::RecordBatchFileReader::Open(file), name);
        table = need(reader->ToTable(), name);
      }
      writer->write(*table);
    }
    writer->close();
  }
  keep_as(fresh, output_);
  fs::remove_all(folder_);
}

}  // namespace comity::batch
