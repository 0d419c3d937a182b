// lint: what is wrong or about to be with a folder of law text. Errors are those that keep it from compiling; warnings
// are what compiles and should not stay so. Exit 1 when anything was found.
#include <cstdio>

#include "cli/compile_law.h"
#include "cli/verbs.h"
#include "diag/render.h"

namespace comity::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Session& session, const diag::Diagnostic& d) {
  Json out;
  out["code"] = static_cast<int>(d.code);
  out["severity"] = d.severity == diag::Severity::error ? "error" : "warning";
  if (d.span.file < session.sources.size()) {
    auto at = session.sources.place(d.span.file, d.span.begin);
    out["file"] = session.sources[d.span.file].path;
    out["line"] = at.line;
    out["column"] = at.column;
  }
  if (!d.provision.empty()) out["provision"] = d.provision;
  out["message"] = diag::said(d.message, session.options.language);
  if (!d.remedy.empty()) out["remedy"] = diag::said(d.remedy, session.options.language);
  return out;
}

}  // namespace

int run_lint(Session& session) {
  const Options& o = session.options;
  Json list = Json::array();
  std::string page;
  std::size_t errors = 0, warnings = 0;
  for (const std::string& folder : o.files) {
    session.diagnostics.list.clear();
    compile_law(session, folder, true);
    const auto& found = session.diagnostics.list;
    for (const diag::Diagnostic& d : found) {
      ++(d.severity == diag::Severity::error ? errors : warnings);
      list.push_back(json_of(session, d));
      bool no_folder = d.code == diag::Code::file_unreadable;
      if (no_folder) {
        report(session);
        return bad_usage;
      }
    }
    page += found.empty() ? say(o.language, Message::lint_clean, folder) + "\n"
                          : diag::render(session.sources, session.diagnostics, o.language);
  }
  if (errors + warnings > 0) page += say(o.language, Message::lint_sum, errors, warnings) + "\n";
  session.diagnostics.list.clear();
  int printed = o.json ? print_json(session, list) : print_page(session, page);
  if (printed != answered) return printed;
  return errors + warnings > 0 ? check_failed : answered;
}

}  // namespace comity::cli
