// The contract's words for the kinds an answer holds, and the choice between the two languages of the law's own texts.
// These are identifiers of the format, the same in every language; words for people are in the surfaces.
#pragma once
#include <string_view>

#include "base/language.h"
#include "engine/answer.h"

namespace comity::engine {

using base::Language;

std::string_view word(Verdict verdict);
std::string_view word(Outcome outcome);  // empty for none
std::string_view word(Stance stance);
std::string_view word(ir::Invalidity degree);  // none is "valid"
std::string_view word(Open::Label label);
std::string_view word(interp::StepKind kind);  // bars are clauses
// In the language asked; in the other where that one is missing.
std::string_view text_of(const ir::Law& law, ir::Text text, Language language);
// The kind of bar a provision sets, empty if none; several bars under one provision: the first.
std::string_view bar_kind_of(const ir::Law& law, std::uint32_t provision);

}  // namespace comity::engine
