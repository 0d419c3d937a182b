// One core: the work is done in order.
#include "engine/share_out.h"

namespace comity::engine {

void share_out(std::size_t count, const std::function<void(std::size_t)>& each) {
  for (std::size_t i = 0; i < count; ++i) each(i);
}

}  // namespace comity::engine
