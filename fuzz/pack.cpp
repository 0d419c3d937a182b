// Any bytes as a law pack, past the seal: what the loader takes must be safe to verify.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ir/verify.h"
#include "pack/pack.h"

using namespace comity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned(size / 8 + 1);
  auto* copy = reinterpret_cast<std::byte*>(aligned.data());
  for (std::size_t i = 0; i < size; ++i) copy[i] = static_cast<std::byte>(data[i]);
  diag::Diagnostics diagnostics;
  pack::verify_pack({copy, size}, "fuzz.pack", diagnostics);
  ir::Law law;
  if (pack::law_of({copy, size}, law)) ir::verify(law, diagnostics);
  return 0;
}
