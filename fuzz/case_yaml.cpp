// Any bytes as a YAML case, read by the ontology of law/: a case or findings, never both or neither, and no fault.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/case.h"
#include "diag/render.h"
#include "ir/from_meaning.h"
#include "meaning/from_syntax.h"

using namespace comity;

namespace {

const ir::Law& law() {
  static const ir::Builder built = [] {
    text::SourceSet sources;
    diag::Diagnostics found;
    std::vector<meaning::InputFile> files;
    std::string folder = COMITY_SOURCE_DIR "/law";
    if (!meaning::read_law_folder(folder, files, found)) std::abort();
    auto base = meaning::from_syntax(std::move(files), {"law", {}}, sources, found);
    if (!base) std::abort();
    return ir::from_meaning(*base);
  }();
  static const ir::Law view = built.view();
  return view;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  text::SourceSet sources;
  diag::Diagnostics found;
  text::FileId file =
      sources.add("case.yaml", std::string(reinterpret_cast<const char*>(data), size));
  casefile::Options options;
  options.today = 20000;
  auto read = casefile::read_case(law(), sources, file, options, found);
  diag::render(sources, found);
  if (read.has_value() == found.has_errors()) std::abort();
  return 0;
}
