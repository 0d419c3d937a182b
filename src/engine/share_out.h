// Independent pieces of work by number, shared out among the cores. Guarantees: each number is done once; what one of them
// throws reaches the caller when all have stopped. The WebAssembly module, which has one core, brings its own (apps/wasm).
#pragma once
#include <cstddef>
#include <functional>

namespace comity::engine {

void share_out(std::size_t count, const std::function<void(std::size_t)>& each);

}  // namespace comity::engine
