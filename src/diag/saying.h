// What is said to people, as data: which sentence, and what fills its holes. The sentences stand in sayings.def, both
// languages side by side; the choice between them is made where something is shown.
// Guarantees: a saying has as many arguments as its sentence has holes, checked when it is compiled; words that the
// author of a file wrote, numbers and codes stay as they are; words of ours that fill a hole are sayings themselves.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/language.h"

namespace comity::diag {

using base::Language;

enum class SayingId : std::uint16_t {
  nothing,
  words,  // as written, in every language
  pair,   // a text of the law base, held in both languages
#define COMITY_SAYING(name, en, ru) name,
#include "diag/sayings.def"
#undef COMITY_SAYING
};

// How many arguments a sentence takes. Holes are {} in order, or {0}, {1}, .. where a language wants another order;
// other braces are the text's own.
constexpr std::size_t holes(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '{') continue;
    if (text[i + 1] == '}') ++count;
    bool numbered =
        i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9';
    if (numbered && static_cast<std::size_t>(text[i + 1] - '0') + 1 > count)
      count = static_cast<std::size_t>(text[i + 1] - '0') + 1;
  }
  return count;
}

// A sentence of the catalogue by its name, with its number of holes as a type.
template <std::size_t Holes>
struct Sentence {
  SayingId id;
};

struct Saying {
  SayingId id = SayingId::nothing;
  std::string text;           // of words
  std::vector<Saying> parts;  // what fills the holes; of a pair: English, Russian

  Saying() = default;
  Saying(Sentence<0> sentence)
      : id(sentence.id) {}  // implicit: a sentence without holes is a whole saying
  template <std::size_t Holes, class... Args>
    requires(Holes > 0 && sizeof...(Args) == Holes)
  Saying(Sentence<Holes> sentence, Args&&... args) : id(sentence.id) {
    parts.reserve(Holes);
    (parts.push_back(part(std::forward<Args>(args))), ...);
  }

  static Saying words(std::string written) {
    Saying saying;
    saying.id = SayingId::words;
    saying.text = std::move(written);
    return saying;
  }
  // A text of the law base; where one language is missing, the other stands for both.
  static Saying pair(std::string_view en, std::string_view ru);

  bool empty() const { return id == SayingId::nothing; }

 private:
  static Saying part(Saying saying) { return saying; }
  template <std::integral Number>
  static Saying part(Number number) {
    return words(std::to_string(number));
  }
  template <class Text>
    requires std::convertible_to<Text, std::string_view>
  static Saying part(const Text& text) {
    return words(std::string(std::string_view(text)));
  }
};

// The sentences, by name: error(code, span, {says::key_twice, name}, says::keep_one).
namespace says {
#define COMITY_SAYING(name, en, ru) inline constexpr Sentence<holes(en)> name{SayingId::name};
#include "diag/sayings.def"
#undef COMITY_SAYING
}  // namespace says

// The words in a language, holes filled.
std::string said(const Saying& saying, Language language);

// The saying, with the nearest known word where there is one.
Saying with_nearest(Saying saying, const std::string& nearest);
// a, b, c
std::string listed(const std::vector<std::string>& words);

}  // namespace comity::diag
