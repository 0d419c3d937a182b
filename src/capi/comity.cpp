// The boundary itself: memory, statuses, and the wall that no C++ exception passes.
#include "capi/comity.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "base/nearest.h"
#include "base/version.h"
#include "capi/problem.h"
#include "capi/session.h"
#include "capi/verbs.h"
#include "engine/answer_json.h"

namespace {

using namespace comity;
using capi::Problem;
using capi::Reply;
using capi::status_of;
namespace says = diag::says;

constexpr std::size_t alignment = 16;

// The compiler may not leave this out, although nobody reads what it writes.
void overwrite(void* memory, std::size_t size) {
  if (size == 0) return;
  std::memset(memory, 0, size);
#if defined(__GNUC__)
  asm volatile("" : : "r"(memory) : "memory");
#endif
}

Reply* refusal(Problem problem, const diag::Diagnostics& findings, base::Language language,
               const capi::Request* request = nullptr, bool compact = false) {
  return new Reply(
      status_of(problem),
      engine::printed(capi::problem_json(problem, findings, language, request), compact));
}



const capi::Verb* verb_named(std::string_view name) {
  for (const capi::Verb& verb : capi::verbs())
    if (verb.name == name) return &verb;
  return nullptr;
}

void refuse_verb(std::string_view name, diag::Diagnostics& findings) {
  std::vector<std::string> known;
  for (const capi::Verb& verb : capi::verbs()) known.emplace_back(verb.name);
  findings.error(diag::Code::bad_request, {pack::no_file, 0, 0},
                 diag::with_nearest({says::request_no_verb, name}, base::nearest(name, known)),
                 {says::words_are, diag::listed(known)});
}

Reply* call(const comity_session& session, std::string_view name, std::string_view text) {
  if (!session.pack) return refusal(Problem::bad_law, session.refused, base::Language::en);
  capi::Request request(session.pack->law);
  const capi::Verb* verb = verb_named(name);
  if (!verb) {
    refuse_verb(name, request.diagnostics);
    return refusal(Problem::bad_input, request.diagnostics, request.asked.language);
  }
  std::optional<capi::Json> document;
  if (capi::read_request(request, text, verb->keys)) document = verb->run(*session.pack, request);
  if (!document)
    return refusal(Problem::bad_input, request.diagnostics, request.asked.language, &request,
                   request.asked.compact);
  return new Reply(COMITY_ANSWERED, engine::printed(*document, request.asked.compact));
}

comity_session* open(const void* pack, std::size_t size) {
  auto session = std::make_unique<comity_session>();
  const auto* bytes = static_cast<const std::byte*>(pack);
  if (reinterpret_cast<std::uintptr_t>(bytes) % alignment != 0) {
    session->copy.reset(static_cast<std::byte*>(comity_allocate(size)));
    if (!session->copy) return nullptr;
    std::memcpy(session->copy.get(), bytes, size);
    bytes = session->copy.get();
  }
  session->pack = pack::open_bytes({bytes, size}, "comity.pack", session->refused);
  return session.release();
}

// What `work` gives; `otherwise` where it throws. Built without exceptions, running out of memory ends the program.
template <class Work, class Otherwise>
auto walled(Work work, Otherwise otherwise) noexcept -> decltype(work()) {
#if defined(__cpp_exceptions)
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return nullptr;
  } catch (const std::exception& failure) {
    return otherwise(failure.what());
  } catch (...) {
    return otherwise("");
  }
#else
  static_cast<void>(otherwise);
  return work();
#endif
}

comity_reply* internal_problem(const char* why) noexcept {
  return walled(
      [&]() -> comity_reply* {
        diag::Diagnostics findings;
        findings.error(diag::Code::internal, {pack::no_file, 0, 0}, diag::Saying::words(why));
        return refusal(Problem::internal, findings, base::Language::en);
      },
      [](const char*) -> comity_reply* { return nullptr; });
}

}  // namespace

extern "C" {

uint32_t comity_abi(void) { return COMITY_ABI; }

const char* comity_version(void) { return base::version.data(); }

comity_session* comity_open(const void* pack, size_t pack_size) {
  return walled([&] { return open(pack, pack_size); },
                [](const char*) -> comity_session* { return nullptr; });
}

void comity_close(comity_session* session) { delete session; }

comity_reply* comity_call(const comity_session* session, const char* verb, const char* request,
                          size_t request_size) {
  return walled(
      [&]() -> comity_reply* {
        return call(*session, verb, request ? std::string_view(request, request_size) : "");
      },
      internal_problem);
}

void comity_free(comity_reply* reply) {
  if (!reply) return;
  auto* own = static_cast<Reply*>(reply);
  overwrite(own->owned.data(), own->owned.size());
  delete own;
}

void* comity_allocate(size_t size) {
  const std::size_t whole = (size + alignment) / alignment * alignment;
  return whole < size ? nullptr : std::aligned_alloc(alignment, whole);
}

void comity_release(void* memory, size_t size) {
  if (!memory) return;
  overwrite(memory, size);
  std::free(memory);
}

}  // extern "C"
