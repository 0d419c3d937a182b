// Small questions to the tree and to the names, and how diagnostics are made.
#include "meaning/unit.h"

#include "base/nearest.h"

namespace comity::meaning {

diag::Diagnostic& Unit::error(Code code, text::Span span, Saying message, Saying remedy) {
  auto& made = diagnostics.error(code, span, std::move(message), std::move(remedy));
  made.provision = trail;
  return made;
}

diag::Diagnostic& Unit::warning(Code code, text::Span span, Saying message, Saying remedy) {
  auto& made = diagnostics.warning(code, span, std::move(message), std::move(remedy));
  made.provision = trail;
  return made;
}

std::string Unit::module_code(Home home) const {
  return is_module(home) ? law.modules[home].code : std::string();
}

const Node* part(const Node& declaration, Kind kind) {
  for (const Node& kid : declaration.kids)
    if (kid.kind == kind) return &kid;
  return nullptr;
}

const Node* clause(const Node& declaration, std::string_view keyword) {
  for (const Node& kid : declaration.kids)
    if (kid.kind == Kind::clause && kid.word == keyword) return &kid;
  return nullptr;
}

void each_clause(const Node& declaration, std::string_view keyword,
                 const std::function<void(const Node&)>& visit) {
  for (const Node& kid : declaration.kids)
    if (kid.kind == Kind::clause && kid.word == keyword) visit(kid);
}

std::string_view name_of(const Node& declaration) {
  const Node* name = part(declaration, Kind::name);
  return name ? std::string_view(name->word) : std::string_view();
}

const Node* argument(const Node& declaration, std::string_view keyword) {
  const Node* found = clause(declaration, keyword);
  return found && !found->kids.empty() ? &found->kids[0] : nullptr;
}

std::string_view word_of(const Node& declaration, std::string_view keyword) {
  const Node* found = argument(declaration, keyword);
  return found ? std::string_view(found->word) : std::string_view();
}

Text text_in(Unit& unit, const Node& text) {
  Text read;
  for (const Node& language : text.kids) {
    std::string content = language.kids.empty() ? std::string() : language.kids[0].word;
    (language.word == "en" ? read.en : read.ru) = std::move(content);
  }
  if (read.en.empty() != read.ru.empty())
    unit.error(Code::translation_missing, text.span,
               read.en.empty() ? says::missing_in_english : says::missing_in_russian,
               read.en.empty() ? says::write_en_before : says::write_ru_after);
  return read;
}

Text text_of(Unit& unit, const Node& declaration, std::string_view keyword) {
  const Node* found = clause(declaration, keyword);
  if (!found) return {};
  const Node* text = part(*found, Kind::text);
  return text ? text_in(unit, *text) : Text{};
}

base::Day day_in(const Node& declaration, std::string_view keyword, base::Day otherwise) {
  const Node* found = argument(declaration, keyword);
  if (!found) return otherwise;
  return base::parse_day(found->word).value_or(otherwise);
}

Saying did_you_mean(std::string_view written, const std::vector<std::string>& known) {
  std::string near = base::nearest(written, known);
  return near.empty() ? Saying() : Saying(says::nearest_known, near);
}

int value_of(const Enum& of, std::string_view word) {
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (of.values[i].name == word) return static_cast<int>(i);
  return -1;
}

std::vector<std::string> words_of(const Enum& of) {
  std::vector<std::string> words;
  for (const EnumValue& value : of.values) words.push_back(value.name);
  return words;
}

std::uint32_t enum_set(Unit& unit, const Node& clause, std::uint16_t enum_id) {
  if (enum_id == none16) return 0;
  const Enum& of = unit.law.enums[enum_id];
  std::uint32_t set = 0;
  auto add = [&](const Node& word) {
    if (word.word == "all") {
      set = of.values.size() >= 32 ? none : (1u << of.values.size()) - 1;
      return;
    }
    int value = value_of(of, word.word);
    if (value < 0)
      unit.error(Code::unknown_name, word.span, {says::is_no, word.word, of.name},
                 did_you_mean(word.word, words_of(of)));
    else
      set |= 1u << value;
  };
  for (const Node& word : clause.kids)
    if (word.kind == Kind::list)
      for (const Node& inner : word.kids) add(inner);
    else
      add(word);
  return set;
}

std::int32_t place_of(Unit& unit, std::string_view code, text::Span span) {
  auto found = unit.places.find(std::string(code));
  if (found != unit.places.end()) return found->second;
  std::vector<std::string> known;
  for (const Place& place : unit.law.places) known.push_back(place.code);
  unit.error(Code::unknown_jurisdiction, span, {says::no_place_known, code},
             did_you_mean(code, known));
  return -1;
}

Saying describe(const Unit& unit, Type type) {
  static constexpr diag::Sentence<0> names[] = {
      says::type_yes_no, says::type_integer, says::type_date, says::type_decimal,
      says::type_choice, says::type_place,   says::type_word, says::type_prose,
      says::type_record, says::type_effect};
  auto with_article = [](const std::string& name) {
    bool vowel =
        std::string_view("aeiou").find(name.empty() ? 'x' : name[0]) != std::string_view::npos;
    return Saying(vowel ? says::type_an : says::type_a, name);
  };
  if (type.base == Base::choice && type.ref < unit.law.enums.size())
    return with_article(unit.law.enums[type.ref].name);
  if (type.base == Base::record && type.ref < unit.law.records.size())
    return with_article(unit.law.records[type.ref].name);
  return names[static_cast<std::size_t>(type.base)];
}

}  // namespace comity::meaning
