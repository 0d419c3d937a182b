#include "engine/share_out.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace comity::engine {

namespace {

// Fewer pieces than this are not worth a thread of their own; more threads than this have little left to share.
constexpr std::size_t worth_a_thread = 16, most_threads = 8;

struct Work {
  std::size_t count;
  const std::function<void(std::size_t)>& each;
  std::atomic<std::size_t> next = 0;
  std::mutex failing;
  std::exception_ptr failure;

  // Takes the next piece until none is left. What is thrown is kept for the caller's thread.
  void run() noexcept {
    try {
      for (std::size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < count;) each(i);
    } catch (...) {
      const std::scoped_lock lock(failing);
      failure = std::current_exception();
    }
  }
};

// One for each core, beside the thread that asks: which core that one has is not known when they are made.
std::size_t helpers_for(std::size_t count) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  return std::min({cores, most_threads, count / worth_a_thread});
}

}  // namespace

void share_out(std::size_t count, const std::function<void(std::size_t)>& each) {
  Work work{count, each, {}, {}, {}};
  {
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = helpers_for(count); i > 0; --i)
        helpers.emplace_back([&work] { work.run(); });
    } catch (const std::system_error&) {
      // No thread to be had: those there are do the work.
    }
    work.run();
  }
  if (work.failure) std::rethrow_exception(work.failure);
}

}  // namespace comity::engine
