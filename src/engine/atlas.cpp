// One case asked of every place: independent questions, shared out among the cores. Each answer stands at its place's
// number, so that the list is the same however the work fell.
#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "engine/engine.h"

namespace comity::engine {

namespace {

// Fewer questions than this are not worth a thread of their own; more threads than this have little left to share.
constexpr std::size_t worth_a_thread = 16, most_threads = 8;

struct Work {
  const ir::Law& law;
  const ir::Facts& facts;
  const Question& question;
  base::Day today;
  std::vector<ir::Value> forums;
  std::vector<Answer> answers;
  std::atomic<std::size_t> next = 0;
  std::mutex failing;
  std::exception_ptr failure;

  // Takes the next forum until none is left. What is thrown is kept for the caller's thread.
  void run() noexcept {
    Options options;
    options.report = false;
    options.exposure = true;
    try {
      for (std::size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < forums.size();) {
        Question asked = question;
        asked.forum = forums[i];
        answers[i] = check(law, facts, asked, today, options);
      }
    } catch (...) {
      const std::scoped_lock lock(failing);
      failure = std::current_exception();
    }
  }
};

// One for each core, beside the thread that asks: which core that one has is not known when they are made.
std::size_t helpers_for(std::size_t questions) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  return std::min({cores, most_threads, questions / worth_a_thread});
}

}  // namespace

std::vector<Answer> atlas(const ir::Law& law, const ir::Facts& facts, const Question& question,
                          base::Day today) {
  Work work{law, facts, question, today, {}, {}, {}, {}, {}};
  for (std::size_t place = 0; place < law.places.size(); ++place)
    if (law.places[place].until == 0 || law.places[place].until > question.on)
      work.forums.push_back(static_cast<ir::Value>(place));
  work.answers.resize(work.forums.size());
  {
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = helpers_for(work.forums.size()); i > 0; --i)
        helpers.emplace_back([&work] { work.run(); });
    } catch (const std::system_error&) {
      // No thread to be had: those there are do the work.
    }
    work.run();
  }
  if (work.failure) std::rethrow_exception(work.failure);
  return std::move(work.answers);
}

}  // namespace comity::engine
