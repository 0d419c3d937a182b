#include "casefile/decided.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"

namespace comity::casefile {

namespace {

namespace says = diag::says;
using diag::Code;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 6> kinds = {"decision",          "administrative_act",
                                                   "official_guidance", "statute_rule",
                                                   "derived_from_text", "duty_finding"};
constexpr std::array<std::string_view, 3> stances = {"letter", "courts", "authorities"};
constexpr std::array<std::string_view, 4> outcomes = {
    "recognised", "recognised_as_registered_partnership", "recognised_limited_purpose",
    "not_recognised"};
const Words decided_keys = {"court",  "date", "citation",  "source",      "kind",
                            "expect", "own",  "disagrees", "out_of_scope"};
const Words expect_keys = {"stance", "outcome", "provision", "overlay"};

template <std::size_t N>
Words words_of(const std::array<std::string_view, N>& list) {
  return {list.begin(), list.end()};
}

std::string_view stance_of_kind(DecidedKind kind) {
  switch (kind) {
    case DecidedKind::decision:
      return "courts";
    case DecidedKind::administrative_act:
    case DecidedKind::official_guidance:
      return "authorities";
    case DecidedKind::statute_rule:
    case DecidedKind::derived_from_text:
    case DecidedKind::duty_finding:
      return "letter";
  }
  return {};
}

struct Reader {
  diag::Diagnostics& diagnostics;
  bool good = true;

  void known_keys(const Node& map, const std::string& path, const Words& known) {
    for (const Key& key : map.keys) {
      if (std::ranges::find(known, key.name) != known.end()) continue;
      good = false;
      diagnostics.error(Code::unknown_key, key.span,
                        diag::with_nearest({says::is_not_a_key_of, key.name, path},
                                           base::nearest(key.name, known)),
                        {says::its_keys_are, diag::listed(known)});
    }
  }

  std::string text(const Node& map, const std::string& path, std::string_view key, bool needed) {
    const Node* node = map.find(key);
    if (node && node->is_scalar()) return node->text;
    if (node ? !node->is_nothing() : needed) {
      good = false;
      diagnostics.error(Code::wrong_shape, node ? node->span : map.span,
                        {says::takes_one_text, path + "." + std::string(key)},
                        says::say_who_decided);
    }
    return {};
  }

  // A word of a closed list; its place in the list.
  std::size_t word(const Node& map, const std::string& path, std::string_view key,
                   const Words& known) {
    const std::string written = text(map, path, key, true);
    auto at = std::ranges::find(known, written);
    if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
    if (!written.empty()) {
      good = false;
      diagnostics.error(
          Code::unknown_value, map.find(key)->span,
          diag::with_nearest({says::does_not_take, path + "." + std::string(key), written},
                             base::nearest(written, known)),
          {says::words_are, diag::listed(known)});
    }
    return 0;
  }

  void expect(const Node& map, Decided& into) {
    const std::string path = "decided.expect";
    known_keys(map, path, expect_keys);
    into.overlay = text(map, path, "overlay", into.kind == DecidedKind::duty_finding);
    const bool outcome = into.kind != DecidedKind::duty_finding;
    into.stance = map.find("stance")
                      ? words_of(stances)[word(map, path, "stance", words_of(stances))]
                      : std::string(stance_of_kind(into.kind));
    if (outcome) into.outcome = words_of(outcomes)[word(map, path, "outcome", words_of(outcomes))];
    into.provision = text(map, path, "provision", false);
  }

  void own(const Node& node, Decided& into) {
    if (!node.is_list()) {
      good = false;
      diagnostics.error(Code::wrong_shape, node.span, {says::takes_a_list, "decided.own"},
                        {says::write_it_in_brackets, "[RU/essence]"});
      return;
    }
    into.own = node.items;
  }

  void days(const Node& map, Decided& into) {
    into.date = text(map, "decided", "date", true);
    if (into.date.empty()) return;
    if (auto read = days_of(into.date)) {
      into.days = *read;
      return;
    }
    good = false;
    diagnostics.error(Code::bad_date, map.find("date")->span,
                      {says::does_not_take_the_date, "decided.date", into.date});
  }

  Decided read(const Node& map) {
    Decided made;
    made.span = map.span;
    known_keys(map, "decided", decided_keys);
    made.kind = static_cast<DecidedKind>(word(map, "decided", "kind", words_of(kinds)));
    made.court = text(map, "decided", "court", true);
    made.citation = text(map, "decided", "citation", true);
    made.source = text(map, "decided", "source", true);
    made.disagrees = text(map, "decided", "disagrees", false);
    made.out_of_scope = text(map, "decided", "out_of_scope", false);
    days(map, made);
    if (const Node* node = map.find("own")) own(*node, made);
    const Node* node = map.find("expect");
    if (node && node->is_map()) {
      expect(*node, made);
    } else {
      good = false;
      diagnostics.error(Code::wrong_shape, node ? node->span : map.span,
                        {says::takes_a_map, "decided.expect"}, says::write_its_keys_below);
    }
    return made;
  }
};

using Json = nlohmann::ordered_json;

Json enum_of(const Words& words, const char* what) {
  return {{"enum", words}, {"description", what}};
}

Json text_of(const char* what) {
  return {{"type", Json::array({"string", "number"})}, {"description", what}};
}

Json expect_schema(bool ru) {
  Json properties = {
      {"stance", enum_of(words_of(stances), ru ? "чья сторона ответа; если опущено, по kind"
                                               : "whose stance; by kind when left out")},
      {"outcome", enum_of(words_of(outcomes), ru ? "исход для этой цели; кроме duty_finding"
                                                 : "for this purpose; not of a duty_finding")},
      {"provision",
       text_of(ru ? "положение, на котором решение держится" : "the provision it turned on")},
      {"overlay", text_of(ru ? "duty_finding: надстройка, например COE/koilova, или none"
                             : "duty_finding: the overlay, as COE/koilova, or none")}};
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

}  // namespace

std::string_view word(DecidedKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<Decided> take_decided(Document& document, diag::Diagnostics& diagnostics) {
  auto& keys = document.root.keys;
  auto at = std::ranges::find(keys, "decided", &Key::name);
  if (at == keys.end()) {
    diagnostics.error(Code::unknown_key, document.root.span, says::no_key_decided,
                      says::say_who_decided);
    return std::nullopt;
  }
  const auto index = at - keys.begin();
  const Node node = document.root.items[static_cast<std::size_t>(index)];
  keys.erase(at);
  document.root.items.erase(document.root.items.begin() + index);
  if (!node.is_map()) {
    diagnostics.error(Code::wrong_shape, node.span, {says::takes_a_map, "decided"},
                      says::write_its_keys_below);
    return std::nullopt;
  }
  Reader reader{diagnostics};
  Decided made = reader.read(node);
  if (!reader.good) return std::nullopt;
  return made;
}

Json decided_schema(bool ru) {
  Json names = {
      {"type", "array"},
      {"items", {{"type", "string"}}},
      {"description",
       ru ? "что в законе от самого решения: RU/essence, PL/letter@2026-03-20, GB-EAW/CL/2(2), "
            "CH/PILA/27(1):2, COE/koilova, same_sex_marriage/US-OH@2015-06-26; [] — ничего; "
            "если опущено, по суду и дню"
          : "what in the law is the decision's own: RU/essence, PL/letter@2026-03-20, "
            "GB-EAW/CL/2(2), CH/PILA/27(1):2, COE/koilova, same_sex_marriage/US-OH@2015-06-26; "
            "[] nothing; left out: by court and day"}};
  Json properties = {
      {"court", text_of(ru ? "кто решил" : "who decided")},
      {"date", text_of(ru ? "когда" : "when")},
      {"citation", text_of(ru ? "как на решение ссылаются" : "how it is cited")},
      {"source", text_of(ru ? "где прочитано" : "where it was read")},
      {"kind", enum_of(words_of(kinds), ru ? "что это" : "what it is")},
      {"expect", expect_schema(ru)},
      {"own", names},
      {"disagrees", text_of(ru ? "почему база говорит иное" : "why the law base says otherwise")},
      {"out_of_scope", text_of(ru ? "почему не судится" : "why it is not judged")}};
  return {{"title", ru ? "Решённое дело: ключ decided файлов в cases/"
                       : "A decided case: the key `decided` of files in cases/"},
          {"type", "object"},
          {"properties", properties},
          {"required", {"court", "date", "citation", "source", "kind", "expect"}},
          {"additionalProperties", false}};
}

}  // namespace comity::casefile
