#include "columnar/plans.h"

namespace comity::columnar {

void Plans::lay_out(const Block& sample) {
  std::call_once(laid_out_, [&] {
    layout_ = std::make_unique<Layout>(law_, asking_.overrides.strict, sample);
  });
}

Plans::Made Plans::make(const Prototype& prototype, const std::uint64_t* shape) {
  Made made;
  made.mask.assign(layout_->words(), 0);
  auto plan = plan_of(law_, asking_, *layout_, prototype);
  if (plan) {
    for (const ShapeBits& b : plan->read)
      made.mask[b.word] |= ((std::uint64_t{1} << b.width) - 1) << b.shift;
    made.diagram = std::make_unique<Diagram>(*layout_, std::move(plan), room_);
  } else {
    made.mask.assign(layout_->words(), ~std::uint64_t{0});
  }
  for (std::size_t w = 0; w < layout_->words(); ++w) made.value.push_back(shape[w] & made.mask[w]);
  return made;
}

Plans::Made* Plans::fitting(const std::uint64_t* shape) {
  for (Made& made : diagrams_) {
    bool fits = true;
    for (std::size_t w = 0; fits && w < made.mask.size(); ++w)
      fits = (shape[w] & made.mask[w]) == made.value[w];
    if (fits) return &made;
  }
  return nullptr;
}

Plans::Shaped* Plans::of(const Block& block, std::size_t row, const std::uint64_t* shape) {
  std::vector<std::uint64_t> key(shape, shape + layout_->words());
  {
    std::shared_lock lock(mutex_);
    if (auto at = by_shape_.find(key); at != by_shape_.end()) return at->second.get();
    if (by_shape_.size() >= most_shapes) return nullptr;
  }
  auto made = std::make_unique<Shaped>();
  made->prototype = prototype_of(law_, asking_, *layout_, block, row, shape);
  std::unique_lock lock(mutex_);
  return by_shape_.try_emplace(std::move(key), std::move(made)).first->second.get();
}

Diagram* Plans::diagram(Shaped& shaped, const std::uint64_t* shape) {
  if (shaped.settled.load(std::memory_order_acquire))
    return shaped.diagram.load(std::memory_order_acquire);
  if (shaped.rows.fetch_add(1, std::memory_order_relaxed) < often_) return nullptr;
  std::lock_guard lock(making_);
  if (shaped.settled.load(std::memory_order_acquire))
    return shaped.diagram.load(std::memory_order_acquire);
  Made* made = fitting(shape);
  if (!made && diagrams_.size() < most_plans)
    made = &diagrams_.emplace_back(make(shaped.prototype, shape));
  shaped.diagram.store(made ? made->diagram.get() : nullptr, std::memory_order_release);
  shaped.settled.store(true, std::memory_order_release);
  return shaped.diagram.load(std::memory_order_acquire);
}

std::size_t Plans::nodes() const {
  std::size_t count = 0;
  for (const Made& made : diagrams_) count += made.diagram ? made.diagram->nodes() : 0;
  return count;
}

}  // namespace comity::columnar
