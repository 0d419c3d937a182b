#include "cli/case_input.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/nearest.h"
#include "capi/asking.h"
#include "casefile/from_text.h"

namespace comity::cli {

namespace {

using diag::Code;
namespace says = diag::says;

constexpr text::Span no_place{pack::no_file, 0, 0};

// The bytes of the file, or of standard input; of a larger file only enough to see that it is too large.
std::optional<std::string> bytes_of(Session& session, const std::string& path) {
  bool standard = path == "-";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
      standard ? nullptr : std::fopen(path.c_str(), "rb"),
      [](std::FILE* file) { return file ? std::fclose(file) : 0; });
  std::FILE* file = standard ? stdin : opened.get();
  std::string bytes(casefile::most_bytes + 1, '\0');
  std::size_t size = file ? std::fread(bytes.data(), 1, bytes.size(), file) : 0;
  if (!file || std::ferror(file)) {
    session.diagnostics.error(Code::file_unreadable, no_place, {says::cannot_be_read, path},
                              says::name_a_readable_file);
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

class OptionsOfQuestion {
 public:
  explicit OptionsOfQuestion(Session& session) : session_(session), law_(session.law()) {}

  casefile::Overrides read() {
    const Options& o = session_.options;
    casefile::Overrides overrides;
    overrides.strict = o.strict;
    if (o.verb == "atlas") overrides.forum = 0;  // every place is asked; the case need not name one
    if (!o.forum.empty()) overrides.forum = place("--forum", o.forum);
    if (!o.purpose.empty()) overrides.purpose = purpose("--purpose", o.purpose);
    overrides.on = day("--on", o.on);
    overrides.known_on = day("--known-on", o.known_on);
    return overrides;
  }

  std::vector<ir::Value> places(const std::string& option, const std::string& written) {
    std::vector<ir::Value> list;
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = std::min(written.find(',', at), written.size());
      if (auto found = place(option, written.substr(at, end - at))) list.push_back(*found);
      at = end + 1;
    }
    return list;
  }

 private:
  void refuse(const std::string& option, const std::string& written, diag::Sentence<2> why,
              const std::string& near) {
    session_.diagnostics.error(Code::bad_option, no_place,
                               diag::with_nearest({why, option, written}, near));
  }

  std::optional<ir::Value> place(const std::string& option, const std::string& written) {
    int place = ir::place_named(law_, written);
    if (place >= 0) return place;
    std::vector<std::string> codes;
    for (const ir::Place& p : law_.places) codes.emplace_back(law_.str(p.code));
    refuse(option, written, says::option_not_a_place, base::nearest(written, codes));
    return std::nullopt;
  }

  std::optional<ir::Value> purpose(const std::string& option, const std::string& written) {
    std::uint16_t purposes = law_.anchors.enum_purpose;
    int value = ir::enum_value(law_, purposes, written);
    if (value >= 0) return value;
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < law_.enums[purposes].values; ++i)
      words.emplace_back(ir::enum_word(law_, purposes, static_cast<ir::Value>(i)));
    refuse(option, written, says::option_not_a_purpose, base::nearest(written, words));
    return std::nullopt;
  }

  std::optional<base::Day> day(const std::string& option, const std::string& written) {
    if (written.empty()) return std::nullopt;
    auto day = base::parse_day(written);
    if (!day) refuse(option, written, says::option_not_a_day, {});
    return day;
  }

  Session& session_;
  const ir::Law& law_;
};

}  // namespace

casefile::Overrides overrides_of(Session& session) { return OptionsOfQuestion(session).read(); }

std::vector<ir::Value> places_listed(Session& session, const std::string& option,
                                     const std::string& written) {
  return OptionsOfQuestion(session).places(option, written);
}

std::optional<casefile::Document> read_document(Session& session) {
  const std::string& path = session.options.case_file;
  auto bytes = session.diagnostics.has_errors() ? std::nullopt : bytes_of(session, path);
  std::optional<casefile::Document> document;
  if (bytes) {
    text::FileId file = session.sources.add(
        path == "-" ? diag::said(says::standard_input, session.options.language) : path,
        std::move(*bytes));
    document = casefile::document_of(session.sources, file, session.diagnostics);
  }
  if (!document) report(session);
  return document;
}

std::optional<CaseInput> case_of_document(Session& session, const casefile::Document& document) {
  const ir::Law& law = session.law();
  const casefile::Options options =
      capi::reading_options(law, session.today, overrides_of(session));
  if (session.diagnostics.has_errors()) return std::nullopt;
  auto read = casefile::case_of(law, document, options, session.diagnostics);
  if (!read) return std::nullopt;
  engine::Question question = capi::question_of(*read);
  return CaseInput{std::move(read->facts), question};
}

std::optional<CaseInput> read_case_input(Session& session) {
  auto document = read_document(session);
  if (!document) return std::nullopt;
  auto input = case_of_document(session, *document);
  report(session);
  return input;
}

engine::Answer answer_of(const Session& session, const CaseInput& input, bool derivations) {
  return capi::answer_of(session.pack, input.facts, input.question, session.today, derivations);
}

}  // namespace comity::cli
