#include "solve/progress.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "solver/questions.h"

namespace comity::solve {

namespace {

constexpr int cells = 24;

void on_interrupt(int) {
  solver::interrupt();
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace

Progress::Progress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::show(const std::string& what, std::size_t done, std::size_t all) {
  using namespace std::chrono_literals;
  if (!terminal_ || std::chrono::steady_clock::now() - begun_ < 1s) return;
  std::size_t full = all == 0 ? 0 : done * cells / all;
  std::string bar = std::string(full, '#') + std::string(cells - full, '.');
  std::fprintf(stderr, "\r\033[K[%s] %s", bar.c_str(), what.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

void end_search_on_interrupt() { std::signal(SIGINT, on_interrupt); }

}  // namespace comity::solve
