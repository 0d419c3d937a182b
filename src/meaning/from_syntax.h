// From law text to the law base: reads a folder's files, resolves every name, checks every type and date.
// Guarantees: no file is opened here but by read_law_folder; whatever is wrong is a diagnostic with its place and the
// provision it stands under; the product is whole only when no error was found. Time is linear in the size of the text.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/diagnostic.h"
#include "meaning/law_base.h"
#include "text/source.h"

namespace comity::meaning {

// One file of the folder, by its path below the folder: ru/sk/14-marriage.law.md.
struct InputFile {
  std::string path;
  std::string bytes;
};

struct Options {
  std::string root;                // how diagnostics call the folder, put before each path: "law"
  std::optional<base::Day> today;  // given: sources past their review-by date are warnings
};

// Every .toml, .law.md and .csv below the folder, by path. False after a diagnostic.
bool read_law_folder(const std::filesystem::path& folder, std::vector<InputFile>& files,
                     diag::Diagnostics& diagnostics);

// nullopt: errors are among the diagnostics. Examples are in LawBase::examples.
std::optional<LawBase> from_syntax(std::vector<InputFile> files, const Options& options,
                                   text::SourceSet& sources, diag::Diagnostics& diagnostics);

}  // namespace comity::meaning
