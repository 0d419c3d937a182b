#include "cli/compile_law.h"

#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"

namespace comity::cli {

LawPart law_around(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path part = std::filesystem::absolute(path, error).lexically_normal();
  for (std::filesystem::path at = part; at.has_relative_path(); at = at.parent_path()) {
    if (!std::filesystem::is_directory(at / "shared", error)) continue;
    if (at == part) break;
    const std::filesystem::path whole =
        at.lexically_proximate(std::filesystem::current_path(error));
    std::string below = (whole / part.lexically_relative(at)).string();
    // `law/us` is not the beginning of `law/us-ct/...`
    if (std::filesystem::is_directory(part, error) && !below.ends_with('/')) below += '/';
    return {whole, below};
  }
  return {path, path.string()};
}

std::optional<CompiledLaw> compile_law(Session& session, const std::filesystem::path& folder,
                                       bool staleness) {
  std::vector<meaning::InputFile> files;
  if (!meaning::read_law_folder(folder, files, session.diagnostics)) return std::nullopt;
  meaning::Options options;
  options.root = folder.string();
  if (staleness) options.today = session.today;
  auto base = meaning::from_syntax(std::move(files), options, session.sources, session.diagnostics);
  if (!base) return std::nullopt;
  ir::Builder builder = ir::from_meaning(*base);
  if (!ir::verify(builder.view(), session.diagnostics)) return std::nullopt;
  return CompiledLaw{std::move(*base), std::move(builder)};
}

}  // namespace comity::cli
