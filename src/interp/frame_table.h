// Contents of frames to numbers, the same number for the same contents in every evaluation of one question.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace comity::interp {

class FrameTable {
 public:
  FrameTable() : table_(256, empty) { words_.reserve(512), starts_.reserve(128); }

  std::uint32_t number(std::span<const std::uint64_t> contents) {
    std::size_t mask = table_.size() - 1, at = hash(contents) & mask;
    for (; table_[at] != empty; at = (at + 1) & mask)
      if (std::ranges::equal(contents_of(table_[at]), contents)) return table_[at];
    auto id = static_cast<std::uint32_t>(starts_.size());
    table_[at] = id;
    starts_.push_back(static_cast<std::uint32_t>(words_.size()));
    words_.insert(words_.end(), contents.begin(), contents.end());
    if (starts_.size() * 2 > table_.size()) grow();
    return id;
  }

 private:
  static constexpr std::uint32_t empty = 0xffffffff;

  std::span<const std::uint64_t> contents_of(std::uint32_t id) const {
    std::size_t end = id + 1 < starts_.size() ? starts_[id + 1] : words_.size();
    return std::span(words_).subspan(starts_[id], end - starts_[id]);
  }

  static std::size_t hash(std::span<const std::uint64_t> contents) {
    std::uint64_t h = contents.size() * 0x9e3779b97f4a7c15ull;
    for (std::uint64_t word : contents) h = (h ^ word) * 0xff51afd7ed558ccdull, h ^= h >> 32;
    return static_cast<std::size_t>(h);
  }

  void grow() {
    table_.assign(table_.size() * 2, empty);
    std::size_t mask = table_.size() - 1;
    for (std::uint32_t id = 0; id < starts_.size(); ++id) {
      std::size_t at = hash(contents_of(id)) & mask;
      while (table_[at] != empty) at = (at + 1) & mask;
      table_[at] = id;
    }
  }

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> table_;  // open addressing
};

}  // namespace comity::interp
