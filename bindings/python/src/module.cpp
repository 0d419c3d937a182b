// The Python module comity._comity: a law pack opened once, requests of the C interface, streams of columns, queries.
// What users see is in comity/*.py; here nothing is decided and nothing is worded.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <set>

#include "capi/comity.h"
#include "capi/request.h"
#include "columnar/columns.h"
#include "engine/parts.h"
#include "engine/words.h"
#include "frames/stream.h"
#include "sql/open_case.h"

namespace nb = nanobind;
using namespace comity;

namespace {

constexpr const char* stream_name = "arrow_array_stream";

struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string sentence_of(const diag::Diagnostics& findings, diag::Language language) {
  for (const diag::Diagnostic& finding : findings.list)
    if (finding.severity == diag::Severity::error)
      return diag::said(finding.message, language) +
             (finding.remedy.empty() ? "" : ": " + diag::said(finding.remedy, language));
  return "the request cannot be used";
}

class Session {
 public:
  explicit Session(const std::string& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in) throw Refused("there is no law pack at " + path);
    const auto size = static_cast<std::size_t>(in.tellg());
    bytes_.reset(static_cast<std::byte*>(std::aligned_alloc(16, (size + 15) / 16 * 16)));
    if (!bytes_) throw std::bad_alloc();
    in.seekg(0).read(reinterpret_cast<char*>(bytes_.get()), static_cast<std::streamsize>(size));
    diag::Diagnostics findings;
    pack_ = pack::open_bytes({bytes_.get(), size}, path, findings);
    if (!pack_) throw Refused(sentence_of(findings, diag::Language::en));
    session_ = comity_open(bytes_.get(), size);
    if (!session_) throw std::bad_alloc();
  }
  ~Session() { comity_close(session_); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Status and document, as the C interface gives them.
  std::pair<int, std::string> call(const std::string& verb, const std::string& request) const {
    nb::gil_scoped_release others_may_run;
    comity_reply* reply = comity_call(session_, verb.c_str(), request.data(), request.size());
    if (!reply) throw std::bad_alloc();
    std::pair<int, std::string> result(reply->status, std::string(reply->text, reply->size));
    comity_free(reply);
    return result;
  }

  nb::capsule batch(nb::capsule given, const std::string& text) const;
  std::tuple<std::string, std::vector<std::pair<std::string, std::string>>,
             std::vector<std::string>>
  query(const std::string& text) const;
  std::vector<std::pair<std::string, std::string>> columns() const;
  std::string sha256() const { return pack_->sha256; }

 private:
  std::unique_ptr<std::byte, decltype(&std::free)> bytes_{nullptr, &std::free};
  std::optional<pack::Pack> pack_;
  comity_session* session_ = nullptr;
};

std::string text_of(const capi::Request& request, std::string_view key) {
  const casefile::Node* node = request.find(key);
  return node && node->is_scalar() ? node->text : std::string();
}

std::vector<std::string> texts_of(const capi::Request& request, std::string_view key) {
  std::vector<std::string> list;
  if (const casefile::Node* node = request.find(key); node && node->is_list())
    for (const casefile::Node& item : node->items) list.push_back(item.text);
  return list;
}

int stance_of(const capi::Request& request) {
  const std::string word = text_of(request, "stance");
  if (word.empty()) return -1;
  for (engine::Stance stance : engine::all_stances)
    if (word == engine::word(stance)) return static_cast<int>(stance);
  throw nb::value_error(
      ("stance does not take " + word + "; it takes letter, courts, authorities").c_str());
}

casefile::Overrides overrides_of(const capi::Request& request) {
  casefile::Overrides overrides;
  overrides.forum = request.asked.forum;
  overrides.purpose = request.asked.purpose;
  overrides.on = request.asked.on;
  overrides.known_on = request.asked.known_on;
  overrides.strict = request.asked.strict;
  return overrides;
}

std::vector<ir::Value> places_of(const capi::Request& request, std::string_view key) {
  std::vector<ir::Value> list;
  for (const std::string& code : texts_of(request, key)) {
    list.push_back(ir::place_named(request.law, code));
    if (list.back() < 0) throw nb::value_error((code + " is not a place code").c_str());
  }
  return list;
}

// A stream that a capsule owns until somebody takes it.
nb::capsule capsule_of(const ArrowArrayStream& stream) {
  auto owned = std::make_unique<ArrowArrayStream>(stream);
  nb::capsule capsule(owned.get(), stream_name, [](void* memory) noexcept {
    auto* left = static_cast<ArrowArrayStream*>(memory);
    if (left->release) left->release(left);
    delete left;
  });
  static_cast<void>(owned.release());
  return capsule;
}

nb::capsule Session::batch(nb::capsule given, const std::string& text) const {
  capi::Request request(pack_->law);
  if (!capi::read_request(request, text, "forum on known_on purpose strict stance threads"))
    throw nb::value_error(sentence_of(request.diagnostics, request.asked.language).c_str());
  frames::Options options;
  options.asking = {overrides_of(request), request.today(), request.asked.language};
  options.stance = stance_of(request);
  if (std::string threads = text_of(request, "threads"); !threads.empty())
    options.threads = static_cast<unsigned>(std::max(1, std::atoi(threads.c_str())));
  if (std::strcmp(given.name() ? given.name() : "", stream_name) != 0)
    throw nb::type_error("__arrow_c_stream__ gave no stream");
  auto* lent = static_cast<ArrowArrayStream*>(given.data());
  if (!lent->release) throw nb::value_error("the stream was read already");
  ArrowArrayStream in = *lent, out{};
  lent->release = nullptr;
  diag::Saying problem;
  bool well;
  {
    nb::gil_scoped_release others_may_run;
    well = frames::answer_stream(pack_->law, std::move(options), &in, &out, problem);
  }
  if (!well) throw nb::value_error(diag::said(problem, request.asked.language).c_str());
  return capsule_of(out);
}

std::tuple<std::string, std::vector<std::pair<std::string, std::string>>, std::vector<std::string>>
Session::query(const std::string& text) const {
  capi::Request request(pack_->law);
  if (!capi::read_request(
          request, text,
          "forum on known_on purpose strict stance dialect table row_id columns places laws"))
    throw nb::value_error(sentence_of(request.diagnostics, request.asked.language).c_str());
  const sql::Dialect* dialect = sql::dialect_named(text_of(request, "dialect"));
  if (!dialect)
    throw nb::value_error(("the dialects are " + diag::listed(sql::dialect_names())).c_str());
  sql::Options options;
  options.strict = request.asked.strict;
  if (int stance = stance_of(request); stance >= 0)
    options.stance = engine::all_stances[static_cast<std::size_t>(stance)];
  if (std::string table = text_of(request, "table"); !table.empty()) options.table = table;
  if (std::string id = text_of(request, "row_id"); !id.empty()) options.id = id;
  if (request.find("columns")) {
    options.present.emplace();
    const sql::Columns format(pack_->law, nullptr, false);
    for (std::string& name : texts_of(request, "columns")) {
      if (name != options.id && !format.in_format(name))
        throw nb::value_error((name + " is not a column of the case format").c_str());
      options.present->insert(std::move(name));
    }
  }
  auto open =
      sql::open_case(pack_->law, overrides_of(request), request.today(), request.diagnostics);
  if (!open)
    throw nb::value_error(sentence_of(request.diagnostics, request.asked.language).c_str());
  open->asked.places = places_of(request, "places");
  open->asked.personal_laws = places_of(request, "laws");
  const sql::Query query = sql::query_of(pack_->law, open->facts, open->asked, *dialect, options);
  diag::Diagnostics findings;
  sql::report(query, *dialect, findings);
  if (findings.has_errors())
    throw nb::value_error(sentence_of(findings, request.asked.language).c_str());
  std::vector<std::pair<std::string, std::string>> read;
  for (const sql::ReadColumn& column : query.columns) read.emplace_back(column.name, column.type);
  return {query.text, std::move(read), query.not_read};
}

std::vector<std::pair<std::string, std::string>> Session::columns() const {
  static constexpr const char* kinds[] = {"boolean", "integer", "date", "word",   "place",
                                          "prose",   "boolean", "list", "periods"};
  std::vector<std::pair<std::string, std::string>> list;
  for (const columnar::Column& column : columnar::columns_of(pack_->law))
    list.emplace_back(column.name, kinds[static_cast<std::size_t>(column.kind)]);
  return list;
}

}  // namespace

NB_MODULE(_comity, m) {
  nb::exception<Refused>(m, "LawError").attr("__doc__") =
      "The law pack is missing, damaged, or not signed by a trusted key.";
  m.attr("version") = comity_version();
  nb::class_<Session>(m, "Session")
      .def(nb::init<const std::string&>(), nb::arg("pack"))
      .def("call", &Session::call, nb::arg("verb"), nb::arg("request"))
      .def("batch", &Session::batch, nb::arg("stream"), nb::arg("request"))
      .def("query", &Session::query, nb::arg("request"))
      .def("columns", &Session::columns)
      .def_prop_ro("sha256", &Session::sha256);
}
