#include "cli/compile_law.h"

#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"

namespace comity::cli {

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
