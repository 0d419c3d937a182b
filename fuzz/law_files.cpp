// Any bytes as the SOURCE.toml, or as the table, of an otherwise sound law: compiling must end without a fault.
// The first byte says which.
#include <cstddef>
#include <cstdint>
#include <string>

#include "diag/render.h"
#include "meaning/from_syntax.h"

using namespace comity;

namespace {

const std::vector<meaning::InputFile>& small() {
  static const std::vector<meaning::InputFile> files = [] {
    std::vector<meaning::InputFile> read;
    diag::Diagnostics diagnostics;
    meaning::read_law_folder(COMITY_SOURCE_DIR "/tests/meaning/law", read, diagnostics);
    return read;
  }();
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static constexpr const char* paths[] = {"no/code/SOURCE.toml", "no/code/ages.csv",
                                          "no/MODULE.toml", "shared/places.csv"};
  std::vector<meaning::InputFile> files = small();
  for (meaning::InputFile& file : files)
    if (file.path == paths[data[0] % 4])
      file.bytes.assign(reinterpret_cast<const char*>(data + 1), size - 1);
  text::SourceSet sources;
  diag::Diagnostics found;
  meaning::from_syntax(std::move(files), {"law", {}}, sources, found);
  diag::render(sources, found);
  return 0;
}
