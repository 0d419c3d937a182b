#include "solve/law_trees.h"

#include <algorithm>

#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"

namespace comity::solve {

namespace {

using Files = std::vector<meaning::InputFile>;

// A whole law base declares the case format; a bill does not.
bool is_whole(const Files& files) {
  return std::ranges::any_of(files, [](const auto& f) { return f.path.starts_with("shared/"); });
}

void lay_over(Files& base, Files bill) {
  for (meaning::InputFile& file : bill) {
    auto at = std::ranges::find(base, file.path, &meaning::InputFile::path);
    if (at == base.end())
      base.push_back(std::move(file));
    else if (file.path.ends_with("/SOURCE.toml"))
      at->bytes += "\n" + file.bytes;
    else
      at->bytes = std::move(file.bytes);
  }
  std::ranges::sort(base, {}, &meaning::InputFile::path);
}

}  // namespace

std::optional<ir::Builder> compile_tree(cli::Session& session, const std::filesystem::path& folder,
                                        const std::filesystem::path& base) {
  Files files;
  if (!meaning::read_law_folder(folder, files, session.diagnostics)) return std::nullopt;
  if (!is_whole(files)) {
    Files whole;
    if (!meaning::read_law_folder(base, whole, session.diagnostics)) return std::nullopt;
    lay_over(whole, std::move(files));
    files = std::move(whole);
  }
  meaning::Options options;
  options.root = folder.string();
  auto law = meaning::from_syntax(std::move(files), options, session.sources, session.diagnostics);
  if (!law) return std::nullopt;
  ir::Builder builder = ir::from_meaning(*law);
  if (!ir::verify(builder.view(), session.diagnostics)) return std::nullopt;
  return builder;
}

}  // namespace comity::solve
