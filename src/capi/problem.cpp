#include "capi/problem.h"

#include "diag/render.h"

namespace comity::capi {

namespace {

using Json = nlohmann::ordered_json;
using diag::Saying;
namespace says = diag::says;

// RFC 6901: ~ and / in a key are written ~0 and ~1.
std::string escaped(std::string_view key) {
  std::string out;
  for (char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

bool holds(text::Span outer, text::Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// The narrowest value of the document that the span lies in, or the key it names.
std::string pointer_to(const casefile::Node& root, text::Span span) {
  std::string pointer;
  const casefile::Node* at = &root;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::size_t i = 0; i < at->items.size() && !deeper; ++i) {
      const bool in_key = at->is_map() && holds(at->keys[i].span, span);
      if (!in_key && !holds(at->items[i].span, span)) continue;
      pointer += "/" + (at->is_map() ? escaped(at->keys[i].name) : std::to_string(i));
      if (in_key) return pointer;
      at = &at->items[i];
      deeper = true;
    }
  }
  return pointer;
}

void place(Json& out, const Request* request, text::Span span) {
  if (!request || span.file >= request->sources.size()) return;
  const casefile::Node& root = span.file == 0 ? request->document.root : request->told.root;
  if (!root.is_nothing()) out["pointer"] = pointer_to(root, span);
  const text::LineColumn at = request->sources.place(span.file, span.begin);
  out["line"] = at.line;
  out["column"] = at.column;
}

std::string_view name_of(diag::Code code) {
  switch (code) {
#define COMITY_DIAGNOSTIC(number, name, en, ru) \
  case diag::Code::name:                        \
    return #name;
#include "diag/catalogue.def"
#undef COMITY_DIAGNOSTIC
  }
  return {};  // no code is outside the catalogue
}

Json finding_json(const diag::Diagnostic& d, base::Language language, const Request* request) {
  Json out;
  out["code"] = static_cast<int>(d.code);
  out["name"] = name_of(d.code);
  out["severity"] = d.severity == diag::Severity::error ? "error" : "warning";
  out["title"] = diag::title_of(d.code, language);
  out["message"] = diag::said(d.message, language);
  if (!d.remedy.empty()) out["remedy"] = diag::said(d.remedy, language);
  place(out, request, d.span);
  if (d.labels.empty()) return out;
  out["labels"] = Json::array();
  for (const diag::Label& label : d.labels) {
    Json second{{"text", diag::said(label.text, language)}};
    place(second, request, label.span);
    out["labels"].push_back(std::move(second));
  }
  return out;
}

struct Kind {
  const char* type;
  Saying title;
};

Kind kind_of(Problem problem) {
  switch (problem) {
    case Problem::bad_input:
      return {"problems/bad-input", says::problem_bad_input};
    case Problem::bad_law:
      return {"problems/bad-law", says::problem_bad_law};
    case Problem::internal:
      return {"problems/internal", says::problem_internal};
  }
  return {};
}

}  // namespace

Json problem_json(Problem problem, const diag::Diagnostics& findings, base::Language language,
                  const Request* request) {
  const Kind kind = kind_of(problem);
  Json out{{"type", kind.type}, {"title", diag::said(kind.title, language)}};
  if (!findings.list.empty()) out["detail"] = diag::said(findings.list.front().message, language);
  out["findings"] = Json::array();
  for (const diag::Diagnostic& finding : findings.list)
    out["findings"].push_back(finding_json(finding, language, request));
  return out;
}

}  // namespace comity::capi
