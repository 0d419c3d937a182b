#include "frames/stream.h"

#include <atomic>
#include <cerrno>
#include <exception>
#include <thread>

#include "engine/parts.h"
#include "engine/words.h"
#include "frames/read_arrow.h"

namespace comity::frames {

using columnar::AnswerId;

namespace {

constexpr std::size_t block_rows = 4096;  // cells of a block stay in the processor's cache

// A schema or array that is given back when nobody needs it.
template <class Struct>
struct Held {
  Struct value{};
  Held() = default;
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (value.release) value.release(&value);
  }
};

class Stream {
 public:
  Stream(const ir::Law& law, Options options)
      : reader_(law), evaluation_(law, options.asking), options_(std::move(options)) {}

  bool open(ArrowArrayStream* in, diag::Saying& problem, std::vector<std::string>* unused) {
    in_.value = *in;
    in->release = nullptr;
    if (in_.value.get_schema(&in_.value, &schema_.value) != 0) {
      const char* said = in_.value.get_last_error(&in_.value);
      problem = diag::Saying::words(said ? said : "");
      return false;
    }
    if (!reader_.bind(schema_.value, problem)) return false;
    if (unused) *unused = reader_.unused();
    Shown shown{options_.stance, options_.stance < 0 && reader_.stance() >= 0};
    columns_.emplace(evaluation_, shown);
    return true;
  }

  void schema(ArrowSchema* out) const { export_schema(columns_->names(), id_schema(), out); }

  int next(ArrowArray* out) {
    auto batch = std::make_shared<Held<ArrowArray>>();
    if (int status = in_.value.get_next(&in_.value, &batch->value); status != 0) {
      const char* said = in_.value.get_last_error(&in_.value);
      error_ = said ? said : "";
      return status;
    }
    if (!batch->value.release) {  // the end
      out->release = nullptr;
      return 0;
    }
    answer(batch->value);
    const ArrowArray* id = reader_.id() < 0 ? nullptr : batch->value.children[reader_.id()];
    export_array(columns_->of(answers_, stances_of(batch->value)), batch->value.length, id,
                 batch->value.offset, batch, out);
    return 0;
  }

  std::string& error() { return error_; }

 private:
  const ArrowSchema* id_schema() const {
    return reader_.id() < 0 ? nullptr : schema_.value.children[reader_.id()];
  }

  void answer(const ArrowArray& frame) {
    const auto rows = static_cast<std::size_t>(frame.length);
    answers_.resize(rows);
    const ArrowReader::Batch batch = reader_.open(frame);
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failed;
    std::atomic<bool> has_failed = false;
    auto work = [&] {
      columnar::Block block;
      try {
        for (;;) {
          const std::size_t begin = next.fetch_add(block_rows);
          if (begin >= rows || has_failed) return;
          const std::size_t count = std::min(block_rows, rows - begin);
          reader_.read(batch, static_cast<std::int64_t>(begin), count, block);
          evaluation_.answer(block, std::span(answers_).subspan(begin, count));
        }
      } catch (...) {
        if (!has_failed.exchange(true)) failed = std::current_exception();
      }
    };
    const std::size_t blocks = (rows + block_rows - 1) / block_rows;
    std::vector<std::jthread> others;
    for (unsigned t = 1; t < std::min<std::size_t>(options_.threads, blocks); ++t)
      others.emplace_back(work);
    work();
    others.clear();  // waits for them
    if (failed) std::rethrow_exception(failed);
  }

  // By row the stance its column names, -1: none of that name.
  std::vector<std::int32_t> stances_of(const ArrowArray& frame) const {
    std::vector<std::int32_t> list;
    if (reader_.stance() < 0 || options_.stance >= 0) return list;
    const ArrowSchema& schema = *schema_.value.children[reader_.stance()];
    const ArrowArray& array = *frame.children[reader_.stance()];
    const ArrowArray& words = schema.dictionary ? *array.dictionary : array;
    const auto store = store_of(schema),
               texts = schema.dictionary ? store_of(*schema.dictionary) : store;
    for (std::int64_t row = 0; row < frame.length; ++row) {
      std::int64_t at = row + frame.offset + array.offset;
      std::int32_t stance = -1;
      if (store && texts && is_text(*texts) && is_told(array, at)) {
        if (schema.dictionary) at = number_at(*store, array, at) + words.offset;
        const std::string_view word = text_at(*texts, words, at);
        for (engine::Stance s : engine::all_stances)
          if (engine::word(s) == word) stance = static_cast<std::int32_t>(s);
      }
      list.push_back(stance);
    }
    return list;
  }

  ArrowReader reader_;
  columnar::Evaluation evaluation_;
  Options options_;
  Held<ArrowArrayStream> in_;
  Held<ArrowSchema> schema_;
  std::optional<AnswerColumns> columns_;
  std::vector<AnswerId> answers_;
  std::string error_;
};

Stream& stream_of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  stream_of(stream).schema(out);
  return 0;
}

// No C++ exception crosses into whoever draws from the stream.
int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  try {
    return stream_of(stream).next(out);
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  } catch (const std::exception& broken) {
    stream_of(stream).error() = broken.what();
    return EIO;
  }
}

const char* get_last_error(ArrowArrayStream* stream) {
  const std::string& error = stream_of(stream).error();
  return error.empty() ? nullptr : error.c_str();
}

void release(ArrowArrayStream* stream) {
  delete &stream_of(stream);
  stream->release = nullptr;
}

}  // namespace

bool answer_stream(const ir::Law& law, Options options, ArrowArrayStream* in, ArrowArrayStream* out,
                   diag::Saying& problem, std::vector<std::string>* unused) {
  auto made = std::make_unique<Stream>(law, std::move(options));
  if (!made->open(in, problem, unused)) return false;
  *out = {get_schema, get_next, get_last_error, release, made.release()};
  return true;
}

}  // namespace comity::frames
