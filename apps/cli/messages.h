// What the program says to people, by name, in the language asked. The texts are in messages.def, both languages side by side.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "engine/words.h"

namespace comity::cli {

using engine::Language;

enum class Message {
#define COMITY_MESSAGE(name, en, ru) name,
#include "cli/messages.def"
#undef COMITY_MESSAGE
};

std::string_view message(Message name, Language language);

// The message with its {} filled in order.
template <class... Args>
std::string say(Language language, Message name, const Args&... args) {
  return fmt::format(fmt::runtime(message(name, language)), args...);
}

// Words for people.
std::string verdict_text(engine::Verdict verdict, Language language);
std::string outcome_text(engine::Outcome outcome, Language language, bool for_status = false);
std::string stance_text(engine::Stance stance, Language language);
std::string degree_text(ir::Invalidity degree, Language language);

}  // namespace comity::cli
