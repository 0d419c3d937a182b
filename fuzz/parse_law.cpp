// Any bytes as a law file: reading must end without a fault, and what reads without errors must format to a file that
// reads the same and formats to itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "diag/render.h"
#include "syntax/parse.h"
#include "syntax/print.h"

using namespace comity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  text::SourceSet sources;
  diag::Diagnostics found;
  text::FileId file =
      sources.add("fuzz.law.md", std::string(reinterpret_cast<const char*>(data), size));
  auto once = syntax::format_file(sources, file, found);
  diag::render(sources, found);
  if (!once) return 0;
  text::FileId again = sources.add("again.law.md", *once);
  if (sources[again].lines.size() > syntax::longest_file)
    return 0;  // broken lines may make it too long
  auto twice = syntax::format_file(sources, again, found);
  if (!twice || *twice != *once) std::abort();
  return 0;
}
