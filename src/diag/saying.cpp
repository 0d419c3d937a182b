#include "diag/saying.h"

#include <array>

namespace comity::diag {

namespace {

struct Both {
  std::string_view en, ru;
};

constexpr std::array catalogue = {
#define COMITY_SAYING(name, en, ru) Both{en, ru},
#include "diag/sayings.def"
#undef COMITY_SAYING
};

// A sentence that lacks a language, or takes other arguments in one of them, does not compile.
#define COMITY_SAYING(name, en, ru) \
  static_assert(!std::string_view(ru).empty() && holes(en) == holes(ru), #name);
#include "diag/sayings.def"
#undef COMITY_SAYING

constexpr std::size_t before_catalogue = static_cast<std::size_t>(SayingId::pair) + 1;

// At a hole: its length and which argument fills it. Length 0: no hole is here.
struct Hole {
  std::size_t length = 0, argument = 0;
};

Hole hole_at(std::string_view text, std::size_t at, std::size_t next) {
  if (text.substr(at, 2) == "{}") return {2, next};
  bool numbered = at + 2 < text.size() && text[at] == '{' && text[at + 2] == '}' &&
                  text[at + 1] >= '0' && text[at + 1] <= '9';
  return numbered ? Hole{3, static_cast<std::size_t>(text[at + 1] - '0')} : Hole{};
}

std::string filled(std::string_view text, const std::vector<Saying>& parts, Language language) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    Hole hole = hole_at(text, at, next);
    if (hole.length == 0 || hole.argument >= parts.size()) {
      out += text[at++];
      continue;
    }
    out += said(parts[hole.argument], language);
    at += hole.length;
    next = hole.argument + 1;
  }
  return out;
}

}  // namespace

Saying Saying::pair(std::string_view en, std::string_view ru) {
  Saying saying;
  if (en.empty() && ru.empty()) return saying;
  saying.id = SayingId::pair;
  saying.parts = {words(std::string(en.empty() ? ru : en)),
                  words(std::string(ru.empty() ? en : ru))};
  return saying;
}

std::string said(const Saying& saying, Language language) {
  if (saying.id == SayingId::nothing) return {};
  if (saying.id == SayingId::words) return saying.text;
  if (saying.id == SayingId::pair) return saying.parts[language == Language::ru ? 1 : 0].text;
  const Both& both = catalogue[static_cast<std::size_t>(saying.id) - before_catalogue];
  return filled(language == Language::ru ? both.ru : both.en, saying.parts, language);
}

Saying with_nearest(Saying saying, const std::string& nearest) {
  if (nearest.empty()) return saying;
  return Saying(says::with_nearest, std::move(saying), nearest);
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace comity::diag
