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

// nullopt: errors are among the session's findings. With `staleness`, sources past their review-by date are warnings.
std::optional<CompiledLaw> compile_law(Session& session, const std::filesystem::path& folder,
                                       bool staleness);

}  // namespace comity::cli
