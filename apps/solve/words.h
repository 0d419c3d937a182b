// What the verbs of comity-solve say in the same way: provisions, couples, places, in the language asked.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/page.h"
#include "cli/text_parts.h"
#include "engine/words.h"
#include "solver/couple.h"

namespace comity::solve {

using cli::Language;
using cli::Message;
using Json = nlohmann::ordered_json;

struct Words {
  const ir::Law& law;
  Language language;

  template <class... Args>
  std::string say(Message name, const Args&... args) const {
    if constexpr (sizeof...(args) == 0)
      return std::string(cli::message(name, language));
    else
      return cli::say(language, name, args...);
  }
  std::string text(ir::Text text) const { return std::string(engine::text_of(law, text, language)); }
  std::string id(std::uint32_t provision) const;    // RU/SK/158(1), empty if none
  std::string ids(const std::vector<std::uint32_t>& provisions) const;
  std::string code(ir::Value place) const;
  std::string place(ir::Value place) const;  // its name
  std::string value(std::string_view word) const;   // of a fact, in words
  // The facts of a couple worth a line: what is not simply the ordinary. Each line is one party's.
  std::vector<std::string> couple_lines(const solver::Couple& couple) const;
  std::string stances(const engine::Answer& answer) const;  // "the words of the law: recognised; ..."
  std::string facts(const solver::Couple& couple) const;  // "recorded sex of A: male, ..."
};

Json json_of(const solver::Couple& couple);
Json ids_json(const Words& words, const std::vector<std::uint32_t>& provisions);
// As an example of the law language; `expectations` are its last lines.
std::string example_of(const solver::Couple& couple, const std::string& name,
                       const std::string& says_en, const std::string& says_ru,
                       const std::vector<std::string>& expectations);

}  // namespace comity::solve
