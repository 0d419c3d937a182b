// What a row is answered, without words: the columns `batch` writes. Equal answers are kept once and rows hold their
// numbers, so that a million rows cost what their distinct answers cost.
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "engine/answer.h"

namespace comity::columnar {

struct Stance {
  engine::Verdict verdict = engine::Verdict::silent;
  engine::Outcome outcome = engine::Outcome::none;
  std::uint32_t decided_by = ir::none_u32;  // provision
  bool operator==(const Stance&) const = default;
};

struct RowAnswer {
  engine::Verdict verdict = engine::Verdict::not_covered;
  engine::Outcome outcome = engine::Outcome::none;
  std::array<Stance, 3> stances;  // letter, courts, authorities
  std::string depends_on;         // paths of facts, with a space between two
  std::string problem;            // the row is no case: why; nothing else of it counts
  bool operator==(const RowAnswer&) const = default;
};

RowAnswer row_answer(const engine::Answer& answer);

using AnswerId = std::uint32_t;

class Answers {
 public:
  AnswerId number(RowAnswer answer);  // by several threads at once
  const RowAnswer& operator[](AnswerId id) const;
  std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::deque<RowAnswer> list_;
  std::unordered_map<std::string, AnswerId> known_;
};

}  // namespace comity::columnar
