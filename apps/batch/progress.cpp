#include "batch/progress.h"

#include <unistd.h>

#include <cstdio>

namespace comity::batch {

using namespace std::chrono_literals;
using cli::Message;

Progress::Progress(std::optional<std::int64_t> rows, std::int64_t done, cli::Language language)
    : rows_(rows), before_(done), language_(language), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::at(std::int64_t done) {
  const auto now = Clock::now();
  if (!terminal_ || now - begin_ < 1s || now - last_ < 200ms) return;
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double rate = static_cast<double>(done - before_) / seconds;
  std::string line =
      cli::say(language_, Message::batch_rate, static_cast<double>(done) / 1e6, rate / 1e6);
  if (rows_ && *rows_ > 0 && rate > 0) {
    const double part = static_cast<double>(done) / static_cast<double>(*rows_);
    const auto left = static_cast<int>(static_cast<double>(*rows_ - done) / rate + 0.5);
    constexpr int width = 24;
    const int full = static_cast<int>(part * width);
    std::string bar(static_cast<std::size_t>(full), '#');
    bar.resize(width, '.');
    line = fmt::format("{} {:3.0f} %  ", bar, part * 100) + line +
           cli::say(language_, Message::batch_left, left / 60, left % 60);
  }
  std::fputs(("\r" + line + "\033[K").c_str(), stderr);
}

}  // namespace comity::batch
