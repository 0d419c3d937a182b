// Diagnostics as data: a stable code, where, what was written, and what to do about it.
// Rendering is apart (render.h), so that the same finding can be shown in a terminal, as JSON, in an editor.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "diag/saying.h"
#include "text/source.h"

namespace comity::diag {

// Codes by stage: 1xxx literate, 2xxx syntax, 3xxx names, 4xxx types, 5xxx dates, 6xxx law findings,
// 7xxx back ends, 8xxx cases and questions, 9xxx internal. The whole list is in catalogue.def, each with a
// page in docs/errors/.
enum class Code : std::uint16_t {
#define COMITY_DIAGNOSTIC(number, name, en, ru) name = number,
#include "diag/catalogue.def"
#undef COMITY_DIAGNOSTIC
};

enum class Severity : std::uint8_t { error, warning };

struct Label {
  text::Span span;
  Saying text;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  text::Span span;        // narrowest text at fault
  Saying message;         // one sentence, no final full stop; says what the author wrote
  Saying remedy;          // what to do, where one is known
  std::string provision;  // citation trail, e.g. "RU/SK/14(2)", where the place stands under one
  std::vector<Label> labels;  // second places that matter
};

// Where every stage leaves what it found. Never thrown, never dropped.
struct Diagnostics {
  std::vector<Diagnostic> list;
  bool has_errors() const {
    for (const auto& d : list)
      if (d.severity == Severity::error) return true;
    return false;
  }
  Diagnostic& error(Code code, text::Span span, Saying message, Saying remedy = {}) {
    list.push_back({code, Severity::error, span, std::move(message), std::move(remedy), {}, {}});
    return list.back();
  }
  Diagnostic& warning(Code code, text::Span span, Saying message, Saying remedy = {}) {
    list.push_back({code, Severity::warning, span, std::move(message), std::move(remedy), {}, {}});
    return list.back();
  }
};

}  // namespace comity::diag
