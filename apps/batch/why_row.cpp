// why --row: one row of a table as the case it stands for, unfolded like any other.
#include <arrow/c/bridge.h>

#include <charconv>

#include "batch/question.h"
#include "batch/table_in.h"
#include "batch/verbs.h"
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "engine/answer_json.h"
#include "frames/read_arrow.h"

namespace comity::batch {

using cli::Message;

namespace {

// The row of this id in a batch, -1: none; without ids the row of this number, counted from the table's first.
std::int64_t row_in(const arrow::RecordBatch& batch, const std::string& wanted,
                    std::int64_t before) {
  auto ids = batch.GetColumnByName("id");
  if (!ids) {
    std::int64_t number = -1;
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    return number >= before && number < before + batch.num_rows() ? number - before : -1;
  }
  for (std::int64_t row = 0; row < ids->length(); ++row) {
    auto value = need(ids->GetScalar(row), "id");
    if (value->is_valid && value->ToString() == wanted) return row;
  }
  return -1;
}

std::optional<columnar::RowCase> case_of(const cli::Session& session,
                                         const columnar::Asking& asking,
                                         const arrow::RecordBatch& batch, std::int64_t row,
                                         std::string& problem) {
  ArrowArray frame{};
  ArrowSchema schema{};
  need(arrow::ExportRecordBatch(batch, &frame, &schema), session.options.case_file);
  frames::ArrowReader reader(session.law());
  diag::Saying unusable;
  std::optional<columnar::RowCase> read;
  if (reader.bind(schema, unusable)) {
    columnar::Block block;
    reader.read(reader.open(frame), row, 1, block);
    read = columnar::read_row(session.law(), asking, block, 0, problem);
  } else {
    problem = diag::said(unusable, session.options.language);
  }
  frame.release(&frame);
  schema.release(&schema);
  return read;
}

int show(cli::Session& session, columnar::RowCase read) {
  const cli::CaseInput input{std::move(read.facts), read.question};
  engine::Answer answer = cli::answer_of(session, input, true);
  const cli::Language language = session.options.language;
  if (session.options.json)
    return cli::print_json(session, engine::to_json(session.law(), answer, {true, language}));
  return cli::print_page(session, cli::why_text(session.law(), input.facts, answer, language));
}

}  // namespace

int run_why_row(cli::Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  auto asking = asking_of(session);
  if (!asking) return cli::bad_usage;
  const std::string& path = session.options.case_file;
  try {
    TableIn in = open_table(session.law(), path, 0);
    std::int64_t before = 0;
    std::shared_ptr<arrow::RecordBatch> batch;
    for (;; before += batch->num_rows()) {
      need(in.batches->ReadNext(&batch), path);
      if (!batch) break;
      const std::int64_t row = row_in(*batch, session.options.row, before);
      if (row < 0) continue;
      std::string problem;
      auto read = case_of(session, *asking, *batch, row, problem);
      if (read) return show(session, std::move(*read));
      cli::complain(
          cli::say(session.options.language, Message::batch_bad_row, before + row, problem));
      return cli::bad_usage;
    }
    cli::complain(
        cli::say(session.options.language, Message::row_not_found, path, session.options.row));
  } catch (const Unusable& unusable) {
    cli::complain(unusable.what());
  }
  return cli::bad_usage;
}

}  // namespace comity::batch
