// Any bytes as JSON: nlohmann's own judgement of the text is the yardstick, and every place found lies in the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "casefile/from_json.h"
#include "casefile/from_text.h"

using namespace comity;

namespace {

void check_places(const casefile::Node& node, std::size_t size) {
  if (node.span.begin > node.span.end || node.span.end > size) std::abort();
  for (const casefile::Key& key : node.keys)
    if (key.span.begin >= key.span.end || key.span.end > size) std::abort();
  if (node.is_map() && node.keys.size() != node.items.size()) std::abort();
  for (const casefile::Node& item : node.items) check_places(item, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > casefile::most_bytes) return 0;
  bool good = nlohmann::json::accept(text);
  text::SourceSet sources;
  diag::Diagnostics found;
  text::FileId file = sources.add("case.json", text);
  auto document = casefile::from_json(sources[file], file, found);
  if (document.has_value() == found.has_errors()) std::abort();
  if (document && !good) std::abort();
  if (document) check_places(document->root, size);
  casefile::document_of(sources, file, found);
  return 0;
}
