// A folder of law text compiled for the verbs that work on the text itself: test and lint.
#pragma once
#include <filesystem>
#include <optional>

#include "cli/session.h"
#include "ir/builder.h"
#include "meaning/law_base.h"

namespace comity::cli {

struct CompiledLaw {
  meaning::LawBase base;
  ir::Builder builder;
};

// A folder or file of law text, and the whole law around it: the nearest folder that holds `shared`, else the path itself.
struct LawPart {
  std::filesystem::path whole;
  std::string below;  // what the names of the part's files begin with
};
LawPart law_around(const std::filesystem::path& path);

// nullopt: errors are among the session's findings. With `staleness`, sources past their review-by date are warnings.
std::optional<CompiledLaw> compile_law(Session& session, const std::filesystem::path& folder,
                                       bool staleness);

}  // namespace comity::cli
