// The atlas in process, on the law pack beside the release build: the 2018 case asked of every forum, all stances and
// exposure, whole and with its sexes left out; beside one warm check, as the yardstick. Prints milliseconds and ratios to
// the limit of the project; fails when a limit is passed.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "measure.h"
#include "pack/pack.h"

using namespace comity;

int main() {
  diag::Diagnostics diagnostics;
  auto pack = pack::open_pack(COMITY_SOURCE_DIR "/build/release/comity.pack", diagnostics);
  if (!pack) return std::fprintf(stderr, "no law pack\n"), 1;
  const ir::Law& law = pack->law;
  int failures = 0;
  std::size_t forums = 0;
  auto atlas = [&](const char* what, const char* example, double limit) {
    std::ifstream in(example);
    const bench::Loaded c = bench::load(law, {std::istreambuf_iterator<char>(in), {}});
    engine::Options outcome_only;
    outcome_only.report = false;
    const double all = bench::median<std::milli>(
        41, [&] { forums = engine::atlas(law, c.facts, c.question, bench::today).size(); });
    const double one = bench::median<std::milli>(
        401, [&] { engine::check(law, c.facts, c.question, bench::today, outcome_only); });
    std::printf("%-40s %8.2f ms   limit %3.0f ms   ratio %.3f   (%zu forums, %.0f warm checks)\n",
                what, all, limit, all / limit, forums, all / one);
    failures += all > limit;
  };
  atlas("atlas, every forum and stance", COMITY_SOURCE_DIR "/examples/moscow-2018.yaml", 20);
  atlas("atlas, the sexes left out", COMITY_SOURCE_DIR "/examples/sexes-left-out.yaml", 40);
  return failures > 0;
}
