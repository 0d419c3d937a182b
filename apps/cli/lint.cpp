// lint: what is wrong or about to be with a folder of law text. Errors are those that keep it from compiling; warnings
// are what compiles and should not stay so. Exit 1 when anything was found.
#include <cstdio>

#include "capi/asking.h"
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

std::string told(const engine::TopicFinding& f) {
  auto ages = [](const engine::AgePair& pair) {
    auto age = [](const std::optional<int>& years) { return years ? std::to_string(*years) : "-"; };
    return age(pair.female) + "/" + age(pair.male);
  };
  if (f.has_ages) return ages(f.general) + ", " + ages(f.with_consent);
  std::string text = f.value;
  for (const auto& [stance, value] : f.stances)
    text.append(", ").append(stance).append(": ").append(value);
  return text;
}

// S9: a place's rules are its only law where they speak; a row that says otherwise misleads whoever reads the table.
void compare_rows_with_rules(Session& session, const CompiledLaw& compiled) {
  const ir::Law law = compiled.builder.view();
  auto facts_of = [&](const engine::Probe& probe) {
    return capi::facts_of_probe(law, probe, session.today);
  };
  auto span_of = [&](std::uint32_t row) {
    for (std::size_t t = 0; t < law.tables.size(); ++t)
      if (law.tables[t].first_row <= row && row < law.tables[t].first_row + law.tables[t].rows)
        return compiled.base.tables[t].rows[row - law.tables[t].first_row].span;
    return text::Span{};
  };
  auto reads_the_rows = [&](const ir::Module& module) {  // the rules for places without a folder
    return !module.own_law && module.family < compiled.base.families.size() &&
           compiled.base.families[module.family].gives_way;
  };
  for (const ir::Module& module : law.modules) {
    if (reads_the_rows(module)) continue;
    const std::string place(law.str(law.places[static_cast<std::size_t>(module.place)].code));
    for (const auto& d : engine::rows_unlike_rules(law, module.place, session.today, facts_of))
      session.diagnostics.warning(diag::Code::row_and_module_differ, span_of(d.row),
                                  {diag::says::row_unlike_rules, engine::word(d.topic),
                                   told(d.told), place, told(d.rules), base::to_string(d.from)},
                                  diag::says::which_is_right);
  }
}

}  // namespace

int run_lint(Session& session) {
  const Options& o = session.options;
  Json list = Json::array();
  std::string page;
  std::size_t errors = 0, warnings = 0;
  for (const std::string& folder : o.files) {
    session.diagnostics.list.clear();
    if (auto compiled = compile_law(session, folder, true))
      compare_rows_with_rules(session, *compiled);
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
