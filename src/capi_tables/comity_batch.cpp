// The C interface to batches (capi/comity_batch.h). Apart from the rest of the C interface, because the WebAssembly module has
// neither threads nor C++ exceptions, and this has both.
#include "capi/comity_batch.h"

#include <cerrno>
#include <charconv>
#include <new>

#include "capi/session.h"
#include "engine/answer_json.h"
#include "engine/parts.h"
#include "engine/words.h"
#include "frames/stream.h"

namespace {

using namespace comity;
using capi::Problem;
using capi::Reply;

constexpr const char* keys = "forum on known_on purpose strict stance threads";
constexpr unsigned most_threads = 256;

Reply* refusal(Problem problem, const diag::Diagnostics& findings, const capi::Request* request) {
  return new Reply(
      capi::status_of(problem),
      engine::printed(
          capi::problem_json(problem, findings,
                             request ? request->asked.language : base::Language::en, request),
          request && request->asked.compact));
}

void read_stance(capi::Request& request, frames::Options& options) {
  const casefile::Node* node = request.find("stance");
  if (!node || node->is_nothing()) return;
  for (engine::Stance stance : engine::all_stances)
    if (node->says(engine::word(stance))) options.stance = static_cast<int>(stance);
  if (options.stance < 0)
    request.refuse("stance", {diag::says::stance_is_one_of, "letter, courts, authorities"});
}

void read_threads(capi::Request& request, frames::Options& options) {
  const casefile::Node* node = request.find("threads");
  if (!node || node->is_nothing()) return;
  unsigned count = 0;
  const char* end = node->text.data() + node->text.size();
  auto [stop, error] = std::from_chars(node->text.data(), end, count);
  if (error == std::errc() && stop == end && count > 0 && count <= most_threads)
    options.threads = count;
  else
    request.refuse("threads", {diag::says::threads_are, most_threads});
}

// nullptr: `out` is set.
Reply* opened(const comity_session& session, ArrowArrayStream* in, std::string_view text,
              ArrowArrayStream* out) {
  if (!session.pack) return refusal(Problem::bad_law, session.refused, nullptr);
  const ir::Law& law = session.pack->law;
  capi::Request request(law);
  frames::Options options;
  if (capi::read_request(request, text, keys)) {
    read_stance(request, options);
    read_threads(request, options);
  }
  if (request.diagnostics.has_errors())
    return refusal(Problem::bad_input, request.diagnostics, &request);
  const capi::Asked& asked = request.asked;
  options.asking = {{asked.forum, asked.purpose, asked.on, asked.known_on, asked.strict},
                    request.today(),
                    asked.language};
  diag::Saying problem;
  if (frames::answer_stream(law, std::move(options), in, out, problem)) return nullptr;
  request.diagnostics.error(diag::Code::bad_request, {pack::no_file, 0, 0}, std::move(problem));
  return refusal(Problem::bad_input, request.diagnostics, &request);
}

}  // namespace

extern "C" {

comity_reply* comity_batch(const comity_session* session, ArrowArrayStream* in, const char* request,
                           size_t request_size, ArrowArrayStream* out) {
  comity_reply* reply = nullptr;
  try {
    reply = opened(*session, in,
                   {request_size == 0 ? "{}" : request, request_size == 0 ? 2 : request_size}, out);
  } catch (const std::exception& failure) {
    reply = new (std::nothrow) Reply(COMITY_INTERNAL, failure.what());
  }
  if (reply && in->release) in->release(in);
  return reply;
}

int comity_columns(const comity_session* session, ArrowSchema* out) {
  if (!session->pack) return EINVAL;
  try {
    frames::export_columns(columnar::columns_of(session->pack->law), out);
  } catch (const std::exception&) {
    return ENOMEM;
  }
  return 0;
}

}  // extern "C"
