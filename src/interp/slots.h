// What a rule's parameters and bound variables stand for: a short list of fixed room, so that frames cost no memory of
// their own. ir::most_bindings is the room; verify() refuses a law that wants more.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>

#include "interp/role.h"
#include "ir/law.h"

namespace comity::interp {

class Slots {
 public:
  void assign(std::size_t size, Binding value) { resize(0, 0), resize(size, value); }
  void resize(std::size_t size, Binding value = 0) {
    const auto wanted = static_cast<std::uint32_t>(std::min<std::size_t>(size, ir::most_bindings));
    for (std::uint32_t i = size_; i < wanted; ++i) all_[i] = value;
    size_ = wanted;
  }
  void push_back(Binding value) { resize(size_ + 1u, value); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Binding& operator[](std::size_t i) { return all_[i]; }
  Binding operator[](std::size_t i) const { return all_[i]; }
  const Binding* begin() const { return all_.data(); }
  const Binding* end() const { return all_.data() + size_; }
  Slots() = default;
  Slots(const Slots& other) { *this = other; }
  Slots& operator=(const Slots& other) {
    size_ = other.size_;
    std::copy(other.begin(), other.end(), all_.begin());
    return *this;
  }

 private:
  std::array<Binding, ir::most_bindings> all_;
  std::uint32_t size_ = 0;
};

}  // namespace comity::interp
