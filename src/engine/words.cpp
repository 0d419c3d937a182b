#include "engine/words.h"

namespace comity::engine {

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::not_covered:
      return "not_covered";
    case Verdict::undecided:
      return "undecided";
    case Verdict::discretionary:
      return "discretionary";
    case Verdict::depends:
      return "depends";
    case Verdict::contested:
      return "contested";
    case Verdict::untested:
      return "untested";
    case Verdict::settled:
      return "settled";
    case Verdict::silent:
      return "silent";
  }
  return {};
}

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::none:
      return {};
    case Outcome::recognised:
      return "recognised";
    case Outcome::recognised_as_registered_partnership:
      return "recognised_as_registered_partnership";
    case Outcome::recognised_limited_purpose:
      return "recognised_limited_purpose";
    case Outcome::not_recognised:
      return "not_recognised";
  }
  return {};
}

std::string_view word(Stance stance) {
  switch (stance) {
    case Stance::letter:
      return "letter";
    case Stance::courts:
      return "courts";
    case Stance::authorities:
      return "authorities";
  }
  return {};
}

std::string_view word(ir::Invalidity degree) {
  switch (degree) {
    case ir::Invalidity::none:
      return "valid";
    case ir::Invalidity::voidable:
      return "voidable";
    case ir::Invalidity::void_:
      return "void";
    case ir::Invalidity::non_existent:
      return "non_existent";
  }
  return {};
}

std::string_view word(Open::Label label) {
  switch (label) {
    case Open::Label::fact:
      return "fact";
    case Open::Label::power:
      return "power";
    case Open::Label::gap:
      return "gap";
    case Open::Label::conflict:
      return "conflict";
    case Open::Label::law:
      return "law";
    case Open::Label::division:
      return "division";
  }
  return {};
}

std::string_view word(interp::StepKind kind) {
  switch (kind) {
    case interp::StepKind::clause:
      return "clause";
    case interp::StepKind::exception:
      return "exception";
    case interp::StepKind::reading:
      return "reading";
    case interp::StepKind::foreign:
      return "foreign";
    case interp::StepKind::table:
      return "table";
    case interp::StepKind::presumed:
      return "presumed";
    case interp::StepKind::given:
      return "given";
    case interp::StepKind::act:
      return "act";
    case interp::StepKind::open:
      return "open";
    case interp::StepKind::bar:
      return "clause";
  }
  return {};
}

std::string_view text_of(const ir::Law& law, ir::Text text, Language language) {
  std::string_view en = law.str(text.en), ru = law.str(text.ru);
  if (language == Language::ru) return ru.empty() ? en : ru;
  return en.empty() ? ru : en;
}

std::string_view bar_kind_of(const ir::Law& law, std::uint32_t provision) {
  for (const ir::Bar& bar : law.bars)
    if (bar.provision == provision) return ir::enum_word(law, law.anchors.enum_bar_kind, bar.kind);
  return {};
}

}  // namespace comity::engine
