// Single values of a case: read by the type the ontology gives them, whole or known in part.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <numeric>

#include "base/nearest.h"
#include "casefile/reader.h"
#include "casefile/when.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;
using ir::Base;
using ir::Known;
using ir::Value;

namespace {

constexpr std::size_t most_days = 4000;  // of a set of days; wider ones are intervals

Told just(Value value) { return {Known::yes, value, value, {}}; }

std::string lower(std::string_view text) {
  std::string out;
  for (char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

std::nullopt_t Reader::bad_word(const ir::Field&, const Node& node,
                                const std::vector<std::string>& words) {
  diagnostics_.error(Code::unknown_value, node.span,
                     diag::with_nearest({says::does_not_take, subject(), node.text},
                                        base::nearest(node.text, words)),
                     {says::it_takes_words, diag::listed(words)});
  return std::nullopt;
}

std::optional<Told> Reader::told(const ir::Field& f, const Node& node) {
  if (node.says("unknown")) return Told{};
  if (node.is_map()) return part_known(f, node);
  return whole(f, node);
}

std::optional<Told> Reader::whole(const ir::Field& f, const Node& node) {
  if (!node.is_scalar()) {
    wrong_shape(node, {says::takes_a_single_value, subject()}, says::how_part_known);
    return std::nullopt;
  }
  switch (f.base) {
    case Base::yes_no:
      return read_yes_no(f, node);
    case Base::integer:
      return read_integer(f, node);
    case Base::day:
      return read_day(f, node);
    case Base::decimal:
      return read_decimal(f, node);
    case Base::choice:
      return read_choice(f, node);
    case Base::place:
      return read_place(f, node);
    case Base::word:
    case Base::prose:
      return read_text(f, node);
    case Base::record:
      return no_record(f, node);
    case Base::effect:
      return read_effect(f, node);
  }
  return std::nullopt;
}

std::optional<Told> Reader::no_record(const ir::Field&, const Node& node) {
  wrong_shape(node, {says::takes_a_map, subject()}, says::write_its_keys_below);
  return std::nullopt;
}

std::optional<Told> Reader::read_yes_no(const ir::Field& f, const Node& node) {
  std::string word = lower(node.text);
  if (word == "yes" || word == "true") return just(1);
  if (word == "no" || word == "false") return just(0);
  return bad_word(f, node, {"yes", "no"});
}

std::optional<Told> Reader::read_integer(const ir::Field&, const Node& node) {
  Value value = 0;
  const char* end = node.text.data() + node.text.size();
  auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error == std::errc() && stop == end) return just(value);
  diagnostics_.error(Code::unknown_value, node.span,
                     {says::takes_a_whole_number, subject(), node.text});
  return std::nullopt;
}

// No value of a slot holds an exact decimal, so that a case format with one is a fault of the law base.
std::optional<Told> Reader::read_decimal(const ir::Field&, const Node& node) {
  diagnostics_.error(Code::internal, node.span, {says::decimal_in_no_case, subject()});
  return std::nullopt;
}

std::optional<Told> Reader::read_day(const ir::Field&, const Node& node) {
  auto days = days_of(node.text);
  if (!days) {
    diagnostics_.error(Code::bad_date, node.span,
                       {says::does_not_take_the_date, subject(), node.text},
                       says::how_dates_are_written);
    return std::nullopt;
  }
  if (days->first == days->last) return just(days->first);
  return Told{Known::range, days->first, days->last, {}};
}

std::optional<Told> Reader::read_choice(const ir::Field& f, const Node& node) {
  // JSON's own false and true stand for the words no and yes.
  std::string_view word = node.text;
  if (!node.quoted && word == "false") word = "no";
  if (!node.quoted && word == "true") word = "yes";
  int value = ir::enum_value(law_, f.ref, word);
  if (value >= 0) return just(value);
  std::vector<std::string> words;
  const ir::EnumDef& e = law_.enums[f.ref];
  for (std::uint32_t i = 0; i < e.values; ++i)
    words.emplace_back(ir::enum_word(law_, f.ref, static_cast<Value>(i)));
  return bad_word(f, node, words);
}

std::optional<Told> Reader::read_effect(const ir::Field& f, const Node& node) {
  const std::vector<std::string> words = {"none", "partnership",
                                          "marriage"};  // in the order of ir::Value
  auto at = std::find(words.begin(), words.end(), node.text);
  if (at == words.end()) return bad_word(f, node, words);
  return just(static_cast<Value>(at - words.begin()));
}

std::optional<Told> Reader::read_text(const ir::Field& f, const Node& node) {
  bool of_given =
      str(f.name) == "of" && f.record == law_.fields[static_cast<std::size_t>(ir::field_named(
                                                         law_, law_.anchors.record_case, "given"))]
                                             .ref;
  if (of_given) return marriage_meant(node);
  into_.facts.texts.push_back(node.text);
  return just(static_cast<Value>(into_.facts.texts.size() - 1));
}

// The marriage that `given` speaks of, as a number: 0 the celebration, then the earlier unions, spouse by spouse.
std::optional<Told> Reader::marriage_meant(const Node& node) {
  if (node.text == "celebration") return just(0);
  const ir::Field* unions = field_of(law_.anchors.record_spouse, "earlier_unions");
  std::string_view text = node.text, before = "spouses.", between = ".earlier_unions.";
  if (unions && text.starts_with(before) &&
      text.substr(std::min(text.size(), before.size() + 1)).starts_with(between)) {
    char spouse = text[before.size()];
    std::string_view rest = text.substr(before.size() + 1 + between.size());
    Value index = 0;
    auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), index);
    bool good = error == std::errc() && stop == rest.data() + rest.size() && index >= 0 &&
                index < unions->bound;
    if (good && (spouse == '0' || spouse == '1'))
      return just(1 + (spouse - '0') * unions->bound + index);
  }
  diagnostics_.error(Code::unknown_value, node.span, {says::does_not_take, subject(), node.text},
                     says::which_marriage);
  return std::nullopt;
}

// Where a marriage or a home is, the law of a part decides; a state's nationals and offices are those of the whole.
bool Reader::law_is_by_part(const ir::Field& f, Value place) const {
  std::string_view name = str(f.name);
  bool where =
      name == "place" || name == "domicile" || name == "residence" || name == "intended_home";
  return where && place < static_cast<Value>(law_.places.size()) &&
         law_.places[static_cast<std::size_t>(place)].by_part;
}

std::vector<Value> Reader::parts_of(Value place) const {
  std::vector<Value> parts;
  for (std::size_t i = 0; i < law_.places.size(); ++i)
    if (law_.places[i].part_of == place && law_.places[i].until == 0)
      parts.push_back(static_cast<Value>(i));
  return parts;
}

std::optional<Told> Reader::read_place(const ir::Field& f, const Node& node) {
  const std::string& code = node.text;
  if (code.size() > 1 && code[0] == '?') {
    auto& names = into_.facts.unnamed;
    auto at = std::find(names.begin(), names.end(), code);
    auto index = static_cast<Value>(at - names.begin());
    if (at == names.end()) names.push_back(code);
    return just(ir::unnamed_place + index);
  }
  if (code == "place" && str(f.name) == "by_law")
    return just(-1);  // the law of the place, whichever it is
  int place = ir::place_named(law_, code);
  if (place < 0) {
    std::vector<std::string> codes;
    for (const ir::Place& p : law_.places) codes.emplace_back(str(p.code));
    std::string upper;
    for (char c : code) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::string near = ir::place_named(law_, upper) >= 0 ? upper : base::nearest(code, codes);
    diagnostics_.error(Code::unknown_place, node.span,
                       diag::with_nearest({says::does_not_take_the_place, subject(), code}, near),
                       says::what_a_place_is);
    return std::nullopt;
  }
  std::string_view own = str(law_.places[static_cast<std::size_t>(place)].code);
  if (own != code) into_.facts.notes.push_back({says::note_alias, subject(), code, own});
  if (!law_is_by_part(f, place)) return just(place);
  std::vector<Value> parts = parts_of(place);
  if (parts.empty()) return just(place);
  into_.facts.notes.push_back({says::note_by_part, subject(), code});
  std::vector<Told> each(parts.size());
  std::ranges::transform(parts, each.begin(), just);
  return one_of(f, each, node);
}

std::vector<Value> Reader::everything(const ir::Field& f) const {
  std::size_t count = f.base == Base::yes_no   ? 2
                      : f.base == Base::choice ? law_.enums[f.ref].values
                      : f.base == Base::place  ? law_.places.size()
                      : f.base == Base::effect ? 3
                                               : 0;
  std::vector<Value> all(count);
  std::iota(all.begin(), all.end(), 0);
  return all;
}

// The union of several values told apart.
std::optional<Told> Reader::one_of(const ir::Field& f, const std::vector<Told>& parts,
                                   const Node& node) {
  std::vector<Value> set;
  for (const Told& part : parts) {
    if (part.known == Known::no) return Told{};
    if (part.known == Known::one_of) set.insert(set.end(), part.set.begin(), part.set.end());
    if (part.known == Known::yes) set.push_back(part.low);
    if (part.known != Known::range) continue;
    if (static_cast<std::size_t>(part.high - part.low) + set.size() > most_days) {
      diagnostics_.error(Code::bad_date, node.span, {says::lists_more_days, subject(), most_days},
                         says::write_one_interval);
      return std::nullopt;
    }
    for (Value day = part.low; day <= part.high; ++day) set.push_back(day);
  }
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  if (set.empty()) {
    wrong_shape(node, {says::leaves_no_value, subject()}, says::name_at_least_one);
    return std::nullopt;
  }
  if (set.size() == 1) return just(set.front());
  if (f.base != Base::place && set == everything(f)) return Told{};
  return Told{Known::one_of, 0, 0, std::move(set)};
}

// {one_of: [..]} or {not: [..]}
std::optional<Told> Reader::part_known(const ir::Field& f, const Node& node) {
  bool not_these = node.keys.size() == 1 && node.keys[0].name == "not";
  bool these = node.keys.size() == 1 && node.keys[0].name == "one_of";
  if (!these && !not_these) {
    wrong_shape(node, {says::takes_value_one_of_or_not, subject()});
    return std::nullopt;
  }
  const Node& values = node.items[0];
  if (!values.is_list() || values.items.empty()) {
    wrong_shape(values, {says::takes_values_after, subject(), node.keys[0].name},
                says::write_them_in_brackets);
    return std::nullopt;
  }
  if (f.base == Base::prose || f.base == Base::word) {
    wrong_shape(node, {says::text_not_part_known, subject()});
    return std::nullopt;
  }
  std::vector<Told> parts;
  for (const Node& value : values.items) {
    auto part = told(f, value);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  auto set = one_of(f, parts, node);
  if (!set || these) return set;
  std::vector<Value> rest, all = everything(f);
  if (all.empty()) {
    wrong_shape(node, {says::no_not_here, subject()}, says::interval_or_one_of);
    return std::nullopt;
  }
  if (set->known == Known::yes) set->set = {set->low};
  if (set->known == Known::no) set->set = all;  // nothing is left, which one_of refuses
  std::set_difference(all.begin(), all.end(), set->set.begin(), set->set.end(),
                      std::back_inserter(rest));
  std::vector<Told> left(rest.size());
  std::ranges::transform(rest, left.begin(), just);
  return one_of(f, left, node);
}

}  // namespace comity::casefile
