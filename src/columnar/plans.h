// The plans of a run, by the shapes they serve. A shape is looked up whole; where it is new, by what the plans made before
// have read of theirs; only then is the law evaluated.
#pragma once
#include <shared_mutex>

#include "columnar/diagram.h"

namespace comity::columnar {

class Plans {
 public:
  Plans(const ir::Law& law, const Asking& asking, std::uint32_t often)
      : law_(law), asking_(asking), often_(often) {}

  void lay_out(const Block& sample);  // once, by whoever comes first
  const Layout& layout() const { return *layout_; }

  // What a run knows of one shape.
  struct Shaped {
    Prototype prototype;
    std::atomic<std::uint32_t> rows = 0;
    std::atomic<bool> settled = false;  // whether there is a plan has been found out
    std::atomic<Diagram*> diagram = nullptr;
  };
  // nullptr: too many shapes, and this is a new one.
  Shaped* of(const Block& block, std::size_t row, const std::uint64_t* shape);
  // The diagram of a shape that has come often enough to be worth one.
  Diagram* diagram(Shaped& shaped, const std::uint64_t* shape);

  std::size_t plans() const { return diagrams_.size(); }
  std::size_t nodes() const;

 private:
  struct Made {
    std::vector<std::uint64_t> mask, value;
    std::unique_ptr<Diagram> diagram;  // none: the shape has no plan
  };
  Made make(const Prototype& prototype, const std::uint64_t* shape);
  Made* fitting(const std::uint64_t* shape);

  static constexpr std::size_t most_shapes = 1 << 14, most_plans = 1 << 10;
  const ir::Law& law_;
  const Asking& asking_;
  std::uint32_t often_;
  std::once_flag laid_out_;
  std::unique_ptr<Layout> layout_;
  mutable std::shared_mutex mutex_;
  std::map<std::vector<std::uint64_t>, std::unique_ptr<Shaped>> by_shape_;
  std::mutex making_;
  std::atomic<std::int64_t> room_{std::int64_t{1} << 28};
  std::deque<Made> diagrams_;
};

}  // namespace comity::columnar
