// The module has no YAML reader: a case given as text is JSON here.
#include "casefile/from_yaml.h"

namespace comity::casefile {

std::optional<Document> from_yaml(const text::Source&, text::FileId file,
                                  diag::Diagnostics& diagnostics) {
  diagnostics.error(diag::Code::not_yaml, {file, 0, 0}, diag::says::no_yaml_here,
                    diag::says::json_is_strict);
  return std::nullopt;
}

}  // namespace comity::casefile
