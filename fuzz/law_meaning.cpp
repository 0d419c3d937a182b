// Any bytes as one more law file of an otherwise sound law: compiling must end without a fault, and what compiles must
// give a sound graph.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "diag/render.h"
#include "ir/from_meaning.h"
#include "ir/verify.h"
#include "meaning/from_syntax.h"

using namespace comity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<meaning::InputFile> small = [] {
    std::vector<meaning::InputFile> read;
    diag::Diagnostics diagnostics;
    meaning::read_law_folder(COMITY_SOURCE_DIR "/tests/meaning/law", read, diagnostics);
    return read;
  }();
  std::vector<meaning::InputFile> files = small;
  files.push_back({"no/code/fuzz.law.md", std::string(reinterpret_cast<const char*>(data), size)});
  text::SourceSet sources;
  diag::Diagnostics found;
  auto law = meaning::from_syntax(std::move(files), {"law", {}}, sources, found);
  diag::render(sources, found);
  if (law && !ir::verify(ir::from_meaning(*law).view(), found)) std::abort();
  return 0;
}
