#include "cli/messages.h"

#include <array>

namespace comity::cli {

namespace {

struct Both {
  std::string_view en, ru;
};

constexpr std::array both = {
#define COMITY_MESSAGE(name, en, ru) Both{en, ru},
#include "cli/messages.def"
#undef COMITY_MESSAGE
};

}  // namespace

std::string_view message(Message name, Language language) {
  const Both& texts = both[static_cast<std::size_t>(name)];
  return language == Language::ru ? texts.ru : texts.en;
}

std::string verdict_text(engine::Verdict verdict, Language language) {
  using enum engine::Verdict;
  switch (verdict) {
    case not_covered:
      return say(language, Message::verdict_not_covered);
    case undecided:
      return say(language, Message::verdict_undecided);
    case discretionary:
      return say(language, Message::verdict_discretionary);
    case depends:
      return say(language, Message::verdict_depends);
    case contested:
      return say(language, Message::verdict_contested);
    case untested:
      return say(language, Message::verdict_untested);
    case settled:
      return say(language, Message::verdict_settled);
    case silent:
      return say(language, Message::verdict_silent);
  }
  return {};
}

std::string outcome_text(engine::Outcome outcome, Language language, bool for_status) {
  using enum engine::Outcome;
  switch (outcome) {
    case none:
      return say(language, Message::outcome_open);
    case recognised:
      return say(language, Message::outcome_recognised);
    case recognised_as_registered_partnership:
      return say(language, Message::outcome_partnership);
    case recognised_limited_purpose:
      return say(language, for_status ? Message::outcome_limited_status : Message::outcome_limited);
    case not_recognised:
      return say(language, Message::outcome_not_recognised);
  }
  return {};
}

std::string stance_text(engine::Stance stance, Language language) {
  using enum engine::Stance;
  switch (stance) {
    case letter:
      return say(language, Message::stance_letter);
    case courts:
      return say(language, Message::stance_courts);
    case authorities:
      return say(language, Message::stance_authorities);
  }
  return {};
}

std::string degree_text(ir::Invalidity degree, Language language) {
  switch (degree) {
    case ir::Invalidity::none:
      return say(language, Message::degree_valid);
    case ir::Invalidity::voidable:
      return say(language, Message::degree_voidable);
    case ir::Invalidity::void_:
      return say(language, Message::degree_void);
    case ir::Invalidity::non_existent:
      return say(language, Message::degree_non_existent);
  }
  return {};
}

}  // namespace comity::cli
