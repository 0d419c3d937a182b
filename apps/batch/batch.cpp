// batch: a table of couples in, a table of answers out.
#include <arrow/c/bridge.h>
#include <sys/stat.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <thread>

#include "batch/progress.h"
#include "batch/question.h"
#include "batch/table_out.h"
#include "batch/verbs.h"
#include "engine/parts.h"
#include "frames/stream.h"

namespace comity::batch {

using cli::Message;

namespace {

constexpr std::int64_t most_bad_rows_told = 10;

// A whole number above 0 from an option, `otherwise` where it is left out; nullopt after a message.
std::optional<std::int64_t> number_of(const cli::Session& session, const char* option,
                                      const std::string& written, std::int64_t otherwise) {
  if (written.empty()) return otherwise;
  std::int64_t value = 0;
  const char* end = written.data() + written.size();
  auto [stop, error] = std::from_chars(written.data(), end, value);
  if (error == std::errc() && stop == end && value > 0) return value;
  cli::complain(cli::say(session.options.language, Message::number_wanted, option, written));
  return std::nullopt;
}

// -1: none named; nullopt after a message.
std::optional<int> stance_of(const cli::Session& session) {
  const std::string& written = session.options.stance;
  if (written.empty()) return -1;
  for (engine::Stance stance : engine::all_stances)
    if (engine::word(stance) == written) return static_cast<int>(stance);
  const cli::Language language = session.options.language;
  cli::complain(cli::say(language, Message::known_are,
                         cli::say(language, Message::stance_not_known, written),
                         "letter, courts, authorities"));
  return std::nullopt;
}

// What makes a run the same run: parts of another must not be taken for its own.
std::string description(const cli::Session& session, std::int64_t part_rows) {
  const cli::Options& o = session.options;
  struct stat table {};
  ::stat(o.case_file.c_str(), &table);
  nlohmann::ordered_json run{{"table", std::filesystem::absolute(o.case_file).string()},
                             {"size", table.st_size},
                             {"changed", table.st_mtim.tv_sec * 1000000000 + table.st_mtim.tv_nsec},
                             {"pack", session.pack.sha256},
                             {"today", base::to_string(session.today)},
                             {"forum", o.forum},
                             {"on", o.on},
                             {"known_on", o.known_on},
                             {"purpose", o.purpose},
                             {"stance", o.stance},
                             {"strict", o.strict},
                             {"lang", o.language == cli::Language::ru ? "ru" : "en"},
                             {"part", part_rows}};
  return run.dump(2) + "\n";
}

class Run {
 public:
  Run(cli::Session& session, std::int64_t part_rows)
      : session_(session),
        part_rows_(part_rows),
        parts_(session.options.out, description(session, part_rows)),
        done_(parts_.finished() * part_rows) {}

  // False: `problem` says which column cannot be used.
  bool answer(frames::Options options, diag::Saying& problem) {
    TableIn in = open_table(session_.law(), session_.options.case_file, done_);
    if (done_ > 0) tell(cli::say(language(), Message::batch_resumed, done_));
    ArrowArrayStream given{}, answers{};
    need(arrow::ExportRecordBatchReader(in.batches, &given), session_.options.case_file);
    std::vector<std::string> unused;
    if (!frames::answer_stream(session_.law(), std::move(options), &given, &answers, problem,
                               &unused))
      return false;
    if (!unused.empty())
      tell(cli::say(language(), Message::batch_columns_unused, diag::listed(unused)));
    auto reader = need(arrow::ImportRecordBatchReader(&answers), session_.options.case_file);
    schema_ = reader->schema();
    first_ = done_;
    Progress progress(in.rows, done_, language());
    std::shared_ptr<arrow::RecordBatch> batch;
    for (;;) {
      need(reader->ReadNext(&batch), session_.options.case_file);
      if (!batch) break;
      take(batch);
      progress.at(done_);
    }
    finish_part();
    parts_.put_together(schema_);
    return true;
  }

  std::int64_t rows() const { return done_; }
  std::int64_t answered_now() const { return done_ - first_; }
  std::int64_t bad_rows() const { return bad_; }

 private:
  cli::Language language() const { return session_.options.language; }
  void tell(const std::string& line) const { cli::complain(line); }

  // Answers into parts of equal numbers of rows, wherever batches end.
  void take(std::shared_ptr<arrow::RecordBatch> batch) {
    note_bad_rows(*batch);
    while (batch->num_rows() > 0) {
      const std::int64_t now = std::min(part_rows_ - pending_rows_, batch->num_rows());
      pending_.push_back(batch->Slice(0, now));
      pending_rows_ += now;
      done_ += now;
      batch = batch->Slice(now);
      if (pending_rows_ == part_rows_) finish_part();
    }
  }

  void finish_part() {
    if (pending_.empty()) return;
    auto table = need(arrow::Table::FromRecordBatches(schema_, pending_), session_.options.out);
    // One dictionary a column, in the order of first use, whatever the batches were.
    table = need(arrow::DictionaryUnifier::UnifyTable(*table), session_.options.out);
    table = need(table->CombineChunks(), session_.options.out);
    parts_.add(table);
    pending_.clear();
    pending_rows_ = 0;
  }

  void note_bad_rows(const arrow::RecordBatch& batch) {
    auto column = batch.GetColumnByName("problem");
    if (!column || column->null_count() == column->length()) return;
    const auto& coded = static_cast<const arrow::DictionaryArray&>(*column);
    const auto& words = static_cast<const arrow::StringArray&>(*coded.dictionary());
    for (std::int64_t i = 0; i < coded.length(); ++i) {
      if (coded.IsNull(i)) continue;
      if (bad_++ < most_bad_rows_told)
        tell(cli::say(language(), Message::batch_bad_row, done_ + i,
                      words.GetString(coded.GetValueIndex(i))));
    }
  }

  cli::Session& session_;
  std::int64_t part_rows_;
  Parts parts_;
  std::shared_ptr<arrow::Schema> schema_;
  std::vector<std::shared_ptr<arrow::RecordBatch>> pending_;
  std::int64_t pending_rows_ = 0, done_ = 0, first_ = 0, bad_ = 0;
};

int report(cli::Session& session, const Run& run, double seconds) {
  const cli::Options& o = session.options;
  if (run.bad_rows() > 0)
    cli::complain(cli::say(o.language, Message::batch_bad_rows, run.bad_rows()));
  if (o.json)
    return cli::print_json(session, {{"rows", run.rows()},
                                     {"answered_now", run.answered_now()},
                                     {"bad_rows", run.bad_rows()},
                                     {"seconds", seconds},
                                     {"out", o.out}});
  cli::complain(cli::say(o.language, Message::batch_done, run.rows(), seconds,
                         static_cast<double>(run.answered_now()) / seconds / 1e6, o.out));
  return cli::answered;
}

}  // namespace

int run_batch(cli::Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  auto asking = asking_of(session);
  auto stance = stance_of(session);
  const std::int64_t processors = std::max(1u, std::thread::hardware_concurrency());
  auto threads = number_of(session, "--threads", session.options.threads, processors);
  auto part_rows = number_of(session, "--part", session.options.part_rows, 1 << 20);
  if (!asking || !stance || !threads || !part_rows) return cli::bad_usage;
  try {
    const auto begin = std::chrono::steady_clock::now();
    Run run(session, *part_rows);
    diag::Saying problem;
    frames::Options options{std::move(*asking), *stance, static_cast<unsigned>(*threads)};
    if (!run.answer(std::move(options), problem)) {
      cli::complain(diag::said(problem, session.options.language));
      return cli::bad_usage;
    }
    return report(session, run,
                  std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  } catch (const Unusable& unusable) {
    cli::complain(unusable.what());
    return cli::bad_usage;
  }
}

}  // namespace comity::batch
