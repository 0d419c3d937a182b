#include "capi/request.h"

#include <algorithm>
#include <chrono>

#include "base/nearest.h"
#include "casefile/from_json.h"
#include "casefile/from_text.h"
#include "ir/paths.h"

namespace comity::capi {

namespace {

using diag::Code;
using diag::Saying;
namespace says = diag::says;

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> list;
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (space > 0) list.emplace_back(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return list;
}

// Takes the values of keys as what they are to be.
class Keys {
 public:
  explicit Keys(Request& request) : request_(request) {}

  void flag(std::string_view key, bool& into) {
    const casefile::Node* node = told(key);
    if (!node) return;
    if (node->is_scalar() && !node->quoted && (node->says("true") || node->says("false")))
      into = node->says("true");
    else
      request_.refuse(key, {says::request_takes_yes_no, key});
  }

  void text(std::string_view key, std::string& into) {
    if (const std::string* word = word_of(key)) into = *word;
  }

  void day(std::string_view key, std::optional<base::Day>& into) {
    const std::string* word = word_of(key);
    if (!word) return;
    into = base::parse_day(*word);
    if (!into) request_.refuse(key, {says::option_not_a_day, key, *word});
  }

  void place(std::string_view key, std::optional<ir::Value>& into) {
    const std::string* word = word_of(key);
    if (!word) return;
    const int place = ir::place_named(request_.law, *word);
    if (place >= 0)
      into = place;
    else
      refuse_word(key, *word, says::option_not_a_place, place_codes());
  }

  void purpose(std::string_view key, std::optional<ir::Value>& into) {
    const std::string* word = word_of(key);
    if (!word) return;
    const std::uint16_t purposes = request_.law.anchors.enum_purpose;
    const int value = ir::enum_value(request_.law, purposes, *word);
    if (value >= 0)
      into = value;
    else
      refuse_word(key, *word, says::option_not_a_purpose, words_of(purposes));
  }

  void texts(std::string_view key, std::vector<std::string>& into) {
    const casefile::Node* node = told(key);
    if (!node) return;
    bool all_texts = node->is_list();
    for (const casefile::Node& item : node->items) all_texts &= item.is_scalar() && item.quoted;
    if (!all_texts) return void(request_.refuse(key, {says::request_takes_texts, key}));
    for (const casefile::Node& item : node->items) into.push_back(item.text);
  }

  void language(std::string_view key, base::Language& into) {
    const std::string* word = word_of(key);
    if (!word) return;
    if (*word == "ru")
      into = base::Language::ru;
    else if (*word != "en")
      request_.refuse(key, {says::does_not_take, key, *word}, {says::words_are, "en, ru"});
  }

 private:
  // A key with null says nothing, as in a case.
  const casefile::Node* told(std::string_view key) const {
    const casefile::Node* node = request_.find(key);
    return node && !node->is_nothing() ? node : nullptr;
  }

  const std::string* word_of(std::string_view key) {
    const casefile::Node* node = told(key);
    if (!node) return nullptr;
    if (node->is_scalar() && node->quoted) return &node->text;
    request_.refuse(key, {says::takes_one_text, key});
    return nullptr;
  }

  void refuse_word(std::string_view key, const std::string& word, diag::Sentence<2> why,
                   const std::vector<std::string>& known) {
    request_.refuse(key, diag::with_nearest({why, key, word}, base::nearest(word, known)));
  }

  std::vector<std::string> place_codes() const {
    std::vector<std::string> codes;
    for (const ir::Place& place : request_.law.places)
      codes.emplace_back(request_.law.str(place.code));
    return codes;
  }

  std::vector<std::string> words_of(std::uint16_t enumeration) const {
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < request_.law.enums[enumeration].values; ++i)
      words.emplace_back(ir::enum_word(request_.law, enumeration, static_cast<ir::Value>(i)));
    return words;
  }

  Request& request_;
};

bool document_read(Request& request, std::string_view text) {
  const text::FileId file = request.sources.add("request", std::string(text.empty() ? "{}" : text));
  const text::Source& source = request.sources[file];
  if (source.bytes.size() > casefile::most_bytes) {
    request.diagnostics.error(Code::too_large, {file, 0, 0}, says::case_larger_than_a_mebibyte,
                              says::case_is_a_page);
    return false;
  }
  auto document = casefile::from_json(source, file, request.diagnostics);
  if (!document) return false;
  request.document = std::move(*document);
  if (request.document.root.is_map()) return true;
  request.diagnostics.error(Code::bad_request, request.document.root.span,
                            {says::takes_a_map, Saying(says::the_request)});
  return false;
}

void check_keys(Request& request, const std::vector<std::string>& known) {
  for (const casefile::Key& key : request.document.root.keys)
    if (std::ranges::find(known, key.name) == known.end())
      request.diagnostics.error(
          Code::bad_request, key.span,
          diag::with_nearest({says::is_not_a_key_of, key.name, Saying(says::the_request)},
                             base::nearest(key.name, known)),
          {says::its_keys_are, diag::listed(known)});
}

// A case that tells nothing.
casefile::Node empty_case() {
  casefile::Document document;
  document.set("comity", casefile::scalar("1"));
  return std::move(document.root);
}

base::Day machines_day() {
  auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<base::Day>(now.time_since_epoch().count());
}

}  // namespace

diag::Diagnostic& Request::refuse(std::string_view key, Saying why, Saying remedy) {
  const casefile::Node* node = find(key);
  const text::Span start{document.root.span.file, document.root.span.begin,
                         document.root.span.begin};
  return diagnostics.error(Code::bad_request, node ? node->span : start, std::move(why),
                           std::move(remedy));
}

bool read_request(Request& request, std::string_view text, std::string_view keys) {
  if (!document_read(request, text)) return false;
  Asked& asked = request.asked;
  Keys read(request);
  read.language("lang", asked.language);
  std::vector<std::string> known = split(keys);
  for (const char* every : {"today", "lang", "compact"}) known.emplace_back(every);
  check_keys(request, known);
  read.flag("compact", asked.compact);
  read.day("today", asked.today);
  read.day("on", asked.on);
  read.day("known_on", asked.known_on);
  read.day("until", asked.until);
  read.place("forum", asked.forum);
  read.purpose("purpose", asked.purpose);
  read.flag("strict", asked.strict);
  read.flag("because", asked.because);
  read.flag("as_lived", asked.as_lived);
  read.flag("history", asked.history);
  read.text("place", asked.place);
  read.text("topic", asked.topic);
  read.text("id", asked.id);
  read.texts("unknown", asked.unknown);
  if (!asked.today) asked.today = machines_day();
  return !request.diagnostics.has_errors();
}

std::optional<casefile::Case> read_told_case(Request& request, Needs needs) {
  const casefile::Node* node = request.find("case");
  const casefile::Node nothing_told = empty_case();
  if (node && node->is_nothing()) node = nullptr;
  if (!node && needs == Needs::forum_only) node = &nothing_told;
  if (!node) {
    request.refuse("case", {says::request_lacks, "case"}, says::how_a_case_is_sent);
    return std::nullopt;
  }
  casefile::Overrides overrides;
  overrides.strict = request.asked.strict;
  if (needs == Needs::case_only) overrides.forum = 0;  // every place is asked; the case need not name one
  if (request.asked.forum) overrides.forum = request.asked.forum;
  overrides.purpose = request.asked.purpose;
  overrides.on = request.asked.on;
  overrides.known_on = request.asked.known_on;
  const casefile::Options options =
      reading_options(request.law, request.today(), std::move(overrides));
  const bool as_text = node->is_scalar() && node->quoted;
  if (!as_text)
    return casefile::case_of(request.law, casefile::Document{*node}, options, request.diagnostics);
  const text::FileId file = request.sources.add("case", node->text);
  auto document = casefile::document_of(request.sources, file, request.diagnostics);
  if (!document) return std::nullopt;
  request.told = std::move(*document);
  return casefile::case_of(request.law, request.told, options, request.diagnostics);
}

}  // namespace comity::capi
