// What the benchmarks in process share: the median time of some work, and a case read as the program reads it.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "casefile/case.h"
#include "engine/engine.h"

namespace comity::bench {

inline constexpr base::Day today = 20782;  // 2026-11-25

// Unit: the period's, such as std::micro.
template <class Unit>
double median(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, Unit>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

struct Loaded {
  ir::Facts facts;
  engine::Question question;
};

// Ends the program where the case cannot be read.
inline Loaded load(const ir::Law& law, std::string text) {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  text::FileId file = sources.add("bench", std::move(text));
  casefile::Options options;
  options.today = today;
  auto read = casefile::read_case(law, sources, file, options, diagnostics);
  if (!read) std::fprintf(stderr, "the case cannot be read\n"), std::exit(1);
  engine::Question q;
  q.forum = read->forum, q.on = read->on, q.known_on = read->known_on, q.purpose = read->purpose;
  return {std::move(read->facts), q};
}

}  // namespace comity::bench
