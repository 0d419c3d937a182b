#include "interp/inputs.h"

namespace comity::interp {

std::uint32_t Inputs::input(Label label, const std::string& id, ir::Text text, bool presumed) {
  auto [at, is_new] = named_.try_emplace({label, id}, static_cast<std::uint32_t>(inputs.size()));
  if (is_new) inputs.push_back({label, id, text, {}, presumed});
  return at->second;
}

}  // namespace comity::interp
