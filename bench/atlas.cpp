// The atlas in process, on the law pack beside the release build: the 2018 case asked of every forum, all stances and
// exposure, whole and with its sexes left out; beside one warm check, as the yardstick. Prints milliseconds and ratios to
// the limit of the project; fails when a limit is passed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <vector>

#include "casefile/case.h"
#include "engine/engine.h"
#include "pack/pack.h"

namespace {

using namespace comity;

constexpr base::Day today = 20782;

double median_milliseconds(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

struct Loaded {
  ir::Facts facts;
  engine::Question question;
};

Loaded load(const ir::Law& law, const char* path) {
  std::ifstream in(path);
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  text::FileId file = sources.add(path, {std::istreambuf_iterator<char>(in), {}});
  casefile::Options options;
  options.today = today;
  auto read = casefile::read_case(law, sources, file, options, diagnostics);
  if (!read) std::fprintf(stderr, "%s cannot be read\n", path), std::exit(1);
  engine::Question q;
  q.forum = read->forum, q.on = read->on, q.known_on = read->known_on, q.purpose = read->purpose;
  return {std::move(read->facts), q};
}

}  // namespace

int main() {
  diag::Diagnostics diagnostics;
  auto pack = pack::open_pack(COMITY_SOURCE_DIR "/build/release/comity.pack", diagnostics);
  if (!pack) return std::fprintf(stderr, "no law pack\n"), 1;
  const ir::Law& law = pack->law;
  int failures = 0;
  std::size_t forums = 0;
  auto atlas = [&](const char* what, const char* example, double limit) {
    const Loaded c = load(law, example);
    engine::Options outcome_only;
    outcome_only.report = false;
    const double all = median_milliseconds(
        41, [&] { forums = engine::atlas(law, c.facts, c.question, today).size(); });
    const double one = median_milliseconds(
        401, [&] { engine::check(law, c.facts, c.question, today, outcome_only); });
    std::printf("%-40s %8.2f ms   limit %3.0f ms   ratio %.3f   (%zu forums, %.0f warm checks)\n",
                what, all, limit, all / limit, forums, all / one);
    failures += all > limit;
  };
  atlas("atlas, every forum and stance", COMITY_SOURCE_DIR "/examples/moscow-2018.yaml", 20);
  atlas("atlas, the sexes left out", COMITY_SOURCE_DIR "/examples/sexes-left-out.yaml", 40);
  return failures > 0;
}
