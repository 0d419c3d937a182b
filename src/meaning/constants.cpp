// Values that stand where no rule runs: defaults of facts, cells of tables, what a presumption presumes.
#include <charconv>

#include "meaning/stages.h"

namespace comity::meaning {

namespace {

// Decimals are held exactly, in ten-thousandths.
std::optional<std::int32_t> decimal_of(std::string_view written) {
  std::int64_t value = 0;
  int behind = -1;
  for (char c : written) {
    if (c == '.' && behind < 0) {
      behind = 0;
      continue;
    }
    if (c < '0' || c > '9' || behind >= 4 || value > 200000000) return std::nullopt;
    value = value * 10 + (c - '0');
    if (behind >= 0) ++behind;
  }
  for (int i = behind < 0 ? 0 : behind; i < 4; ++i) value *= 10;
  if (written.empty() || value > 2147483647) return std::nullopt;
  return static_cast<std::int32_t>(value);
}

std::optional<std::int32_t> integer_of(std::string_view written) {
  std::int32_t value = 0;
  auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) return std::nullopt;
  return value;
}

std::optional<std::int32_t> word_among(std::string_view written,
                                       std::initializer_list<std::string_view> words) {
  std::int32_t value = 0;
  for (std::string_view word : words) {
    if (word == written) return value;
    ++value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int32_t> constant_from(Unit& unit, std::string_view written, Type type,
                                          text::Span span) {
  std::optional<std::int32_t> value;
  switch (type.base) {
    case Base::yes_no:
      value = word_among(written, {"no", "yes"});
      break;
    case Base::effect:
      value = word_among(written, {"none", "partnership", "marriage"});
      break;
    case Base::integer:
      value = integer_of(written);
      break;
    case Base::decimal:
      value = decimal_of(written);
      break;
    case Base::day:
      value = base::parse_day(written);
      break;
    case Base::place: {
      std::int32_t place = place_of(unit, written, span);
      return place < 0 ? std::nullopt : std::optional(place);
    }
    case Base::choice: {
      const Enum& of = unit.law.enums[type.ref];
      int found = value_of(of, written);
      if (found >= 0) return found;
      unit.error(Code::unknown_name, span, {says::is_no, written, of.name},
                 did_you_mean(written, words_of(of)));
      return std::nullopt;
    }
    case Base::word:
    case Base::prose:
    case Base::record:
      break;
  }
  if (!value)
    unit.error(Code::type_mismatch, span, {says::is_not_a, written, describe(unit, type)});
  return value;
}

std::optional<std::int32_t> constant_of(Unit& unit, const Node& node, Type type) {
  return constant_from(
      unit, node.word.empty() ? unit.sources.slice(node.span) : std::string_view(node.word), type,
      node.span);
}

std::optional<Type> type_named(Unit& unit, const Node& type) {
  static constexpr std::pair<std::string_view, Base> plain[] = {
      {"yes_no", Base::yes_no}, {"integer", Base::integer}, {"decimal", Base::decimal},
      {"date", Base::day},      {"place", Base::place},     {"effect", Base::effect},
      {"prose", Base::prose}};
  for (auto& [name, base] : plain)
    if (name == type.word) return Type{base, 0};
  if (auto found = unit.enums.find(type.word); found != unit.enums.end())
    return Type{Base::choice, found->second};
  if (auto found = unit.records.find(type.word); found != unit.records.end())
    return Type{Base::record, found->second};
  std::vector<std::string> known;
  for (auto& [name, base] : plain) known.emplace_back(name);
  for (auto& e : unit.law.enums) known.push_back(e.name);
  for (auto& r : unit.law.records) known.push_back(r.name);
  unit.error(Code::unknown_name, type.span, {says::no_type, type.word},
             did_you_mean(type.word, known));
  return std::nullopt;
}

}  // namespace comity::meaning
