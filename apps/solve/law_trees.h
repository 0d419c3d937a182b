// Two law folders for `diff`. The second may be a bill: a folder with only the files it adds or changes. Such a file takes the
// place of the one at the same path; a SOURCE.toml adds to the one there.
#pragma once
#include <filesystem>
#include <optional>

#include "cli/session.h"
#include "ir/builder.h"

namespace comity::solve {

// nullopt: findings are among the session's.
std::optional<ir::Builder> compile_tree(cli::Session& session, const std::filesystem::path& folder,
                                        const std::filesystem::path& base);

}  // namespace comity::solve
