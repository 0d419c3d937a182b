// One line on a terminal that tells how far a long run has come, how fast, and when it will be done. Nothing is written where
// standard error is no terminal, nor in the first second.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

#include "cli/messages.h"

namespace comity::batch {

class Progress {
 public:
  // `done`: rows that an earlier run had finished.
  Progress(std::optional<std::int64_t> rows, std::int64_t done, cli::Language language);
  ~Progress();  // clears the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void at(std::int64_t done);

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<std::int64_t> rows_;
  std::int64_t before_;
  cli::Language language_;
  bool terminal_;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
  bool shown_ = false;
};

}  // namespace comity::batch
