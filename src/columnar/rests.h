// Rows of which the same is left once the law has met what they tell: their decision graphs are equal, and so are the open
// inputs in them. What such a graph can come to is searched once, however many rows there are.
// Guarantees: an answer is a function of the graph and its inputs, so equal ones have equal answers; graphs are compared by
// 128 bits of a hash of all that is in them. Bounded memory; several threads may ask at once.
#pragma once
#include <array>
#include <mutex>
#include <unordered_map>

#include "columnar/decide.h"

namespace comity::columnar {

class Rests {
 public:
  Rests(const ir::Law& law, const Asking& asking, Answers& answers)
      : law_(law), asking_(asking), answers_(answers) {}

  // nullopt: the constraints do not allow these facts.
  std::optional<AnswerId> answer(const RowCase& row);

  struct Hash {
    std::uint64_t a = 0, b = 0;
    bool operator==(const Hash&) const = default;
  };

 private:
  struct Of {
    std::size_t operator()(const Hash& hash) const { return hash.a; }
  };
  static constexpr std::size_t shards = 16, most_of_shard = 1 << 15;
  struct Shard {
    std::mutex mutex;
    std::unordered_map<Hash, AnswerId, Of> known;
  };
  const ir::Law& law_;
  const Asking& asking_;
  Answers& answers_;
  std::array<Shard, shards> shards_;
};

}  // namespace comity::columnar
