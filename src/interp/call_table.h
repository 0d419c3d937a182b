// What calls came to, by a number for each: open addressing, so that remembering one costs no memory of its own.
#pragma once
#include <cstdint>
#include <vector>

#include "ir/graph.h"

namespace comity::interp {

class CallTable {
 public:
  CallTable() : entries_(64, Entry{}) {}

  // nullptr: not called yet.
  const ir::Ref* find(std::uint64_t call) const {
    const Entry& entry = entries_[place_of(call)];
    return entry.call == empty ? nullptr : &entry.result;
  }

  ir::Ref put(std::uint64_t call, ir::Ref result) {
    Entry& entry = entries_[place_of(call)];
    if (entry.call == empty) ++size_;
    entry = {call, result};
    if (size_ * 2 > entries_.size()) grow();
    return result;
  }

 private:
  static constexpr std::uint64_t empty = ~std::uint64_t{0};
  struct Entry {
    std::uint64_t call = empty;
    ir::Ref result = 0;
  };

  std::size_t place_of(std::uint64_t call) const {
    std::uint64_t h = call * 0x9e3779b97f4a7c15ull;
    std::size_t mask = entries_.size() - 1, at = static_cast<std::size_t>(h >> 32 ^ h) & mask;
    while (entries_[at].call != empty && entries_[at].call != call) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Entry> before(entries_.size() * 2, Entry{});
    before.swap(entries_);
    for (const Entry& entry : before)
      if (entry.call != empty) entries_[place_of(entry.call)] = entry;
  }

  std::vector<Entry> entries_;
  std::size_t size_ = 0;
};

}  // namespace comity::interp
