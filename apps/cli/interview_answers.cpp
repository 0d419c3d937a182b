#include "cli/interview_answers.h"

#include <algorithm>
#include <charconv>
#include <cwchar>
#include <cwctype>

#include "base/nearest.h"
#include "ir/paths.h"

namespace comity::cli {

namespace {

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

// Letters of any script in lower case. Bytes that are no letters stay as they are.
std::string lower(std::string_view text) {
  static const locale_t letters = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (letters == nullptr) return std::string(text);
  const locale_t before = ::uselocale(letters);
  std::string out;
  std::mbstate_t reading{}, writing{};
  while (!text.empty()) {
    wchar_t letter = 0;
    const std::size_t size = std::mbrtowc(&letter, text.data(), text.size(), &reading);
    if (size == 0 || size > text.size()) {
      out += text;
      break;
    }
    char bytes[16];
    const std::size_t made = std::wcrtomb(
        bytes, static_cast<wchar_t>(std::towlower(static_cast<wint_t>(letter))), &writing);
    if (made != static_cast<std::size_t>(-1)) out.append(bytes, made);
    text.remove_prefix(size);
  }
  ::uselocale(before);
  return out;
}

std::vector<std::string> parts(std::string_view typed) {
  std::vector<std::string> list;
  for (;;) {
    const std::size_t comma = typed.find(',');
    if (std::string part = trimmed(typed.substr(0, comma)); !part.empty())
      list.push_back(std::move(part));
    if (comma == std::string_view::npos) return list;
    typed.remove_prefix(comma + 1);
  }
}

std::optional<std::uint32_t> count_typed(std::string_view typed) {
  std::uint32_t count = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
  if (error != std::errc{} || end != typed.data() + typed.size()) return std::nullopt;
  return count;
}

bool any_of_words(std::string_view typed, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, typed) != words.end();
}
bool says_none(std::string_view typed) { return any_of_words(typed, {"none", "no", "нет", "0"}); }
bool says_yes(std::string_view typed) { return any_of_words(typed, {"yes", "y", "да"}); }
bool says_no(std::string_view typed) { return any_of_words(typed, {"no", "n", "нет"}); }

casefile::Node empty_record() {
  casefile::Node node;
  node.kind = casefile::Node::Kind::map;
  return node;
}

// One value of a field that is no list.
std::optional<casefile::Node> one_typed(const ir::Law& law, const ir::Field& whole,
                                        const std::string& typed, std::string& near) {
  const ir::Field& field = ir::bare_field(law, whole);
  const std::string word = lower(typed);
  switch (field.base) {
    case ir::Base::place: {
      const auto place = place_typed(law, typed, near);
      if (!place) return std::nullopt;
      return casefile::scalar(
          std::string(law.str(law.places[static_cast<std::size_t>(*place)].code)));
    }
    case ir::Base::yes_no:
      if (says_yes(word)) return casefile::scalar("yes");
      if (says_no(word)) return casefile::scalar("no");
      return std::nullopt;
    case ir::Base::choice: {
      const std::vector<Choice> choices = choices_of(law, field, Language::en);
      if (const auto number = count_typed(typed);
          number && *number >= 1 && *number <= choices.size())
        return casefile::scalar(choices[*number - 1].value);
      for (Language language : {Language::en, Language::ru})
        for (const Choice& choice : choices_of(law, field, language))
          if (lower(choice.value) == word || lower(choice.label) == word)
            return casefile::scalar(choice.value);
      return std::nullopt;
    }
    case ir::Base::record:
      if (says_none(word) && field.many == ir::Many::maybe)
        return casefile::scalar(std::string(law.str(law.records[field.ref].absent)));
      if (says_yes(word)) return empty_record();
      return std::nullopt;
    case ir::Base::integer:
    case ir::Base::day:
    case ir::Base::decimal:
    case ir::Base::word:
    case ir::Base::prose:
      return casefile::scalar(typed);
    case ir::Base::effect:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Choice> choices_of(const ir::Law& law, const ir::Field& whole, Language language) {
  const ir::Field& field = ir::bare_field(law, whole);
  std::vector<Choice> list;
  if (field.base != ir::Base::choice) return list;
  const ir::EnumDef& def = law.enums[field.ref];
  for (std::uint32_t v = def.first_value; v < def.first_value + def.values; ++v)
    list.push_back({std::string(law.str(law.enum_values[v].name)),
                    std::string(engine::text_of(law, law.enum_values[v].label, language))});
  return list;
}

Message how_to_type(const ir::Law& law, const ir::Field& whole) {
  const ir::Field& field = ir::bare_field(law, whole);
  const bool several = whole.many == ir::Many::list || whole.many == ir::Many::dated_list;
  if (field.base == ir::Base::record)
    return several ? Message::type_how_many : Message::type_yes_or_none;
  if (several) return Message::type_several;
  switch (field.base) {
    case ir::Base::place:
      return Message::type_place;
    case ir::Base::yes_no:
      return Message::type_yes_no;
    case ir::Base::choice:
      return Message::type_number_of_choice;
    case ir::Base::day:
      return Message::type_day;
    case ir::Base::integer:
    case ir::Base::decimal:
    case ir::Base::word:
    case ir::Base::prose:
    case ir::Base::record:
    case ir::Base::effect:
      break;
  }
  return Message::type_word;
}

std::optional<casefile::Node> value_typed(const ir::Law& law, const ir::Field& field,
                                          std::string_view typed, std::string& near) {
  const std::string text = trimmed(typed), word = lower(text);
  if (text.empty()) return std::nullopt;
  const bool several = field.many == ir::Many::list || field.many == ir::Many::dated_list;
  if (!several) return one_typed(law, field, text, near);
  if (says_none(word)) return casefile::list({});
  if (ir::bare_field(law, field).base == ir::Base::record) {
    const auto count = count_typed(text);
    if (!count || *count > field.bound) return std::nullopt;
    return casefile::list(std::vector<casefile::Node>(*count, empty_record()));
  }
  std::vector<casefile::Node> items;
  for (const std::string& part : parts(text)) {
    auto item = one_typed(law, field, part, near);
    if (!item) return std::nullopt;
    items.push_back(std::move(*item));
  }
  return casefile::list(std::move(items));
}

std::optional<ir::Value> place_typed(const ir::Law& law, std::string_view typed,
                                     std::string& near) {
  std::string code = trimmed(typed);
  const std::string word = lower(code);
  std::ranges::transform(code, code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  if (const int place = ir::place_named(law, code); place >= 0) return place;
  std::vector<std::string> names;
  for (std::size_t p = 0; p < law.places.size(); ++p)
    for (Language language : {Language::en, Language::ru}) {
      const std::string_view label = engine::text_of(law, law.places[p].label, language);
      if (lower(label) == word) return static_cast<ir::Value>(p);
      names.push_back(lower(label));
    }
  near = base::nearest(word, names);
  return std::nullopt;
}

}  // namespace comity::cli
