// Rows whose cells are all alike have one answer: each such group is decided once. The way for rows that no plan takes.
// Guarantees: bounded memory; several threads may ask at once.
#pragma once
#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "columnar/decide.h"

namespace comity::columnar {

class Groups {
 public:
  Groups(const ir::Law& law, const Asking& asking, Answers& answers)
      : law_(law), asking_(asking), answers_(answers) {}

  AnswerId answer(const Block& block, std::size_t row);

 private:
  static constexpr std::size_t shards = 16, most_of_shard = 8192;
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::string, AnswerId> known;
  };
  const ir::Law& law_;
  const Asking& asking_;
  Answers& answers_;
  std::array<Shard, shards> shards_;
};

}  // namespace comity::columnar
