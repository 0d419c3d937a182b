// Warm checks in process, on the law pack beside the release build: the 2018 case without reasons, with the derivation as
// JSON, with six keys and with all keys left out; beside arts 158 and 14 written out by hand, as the yardstick.
// Prints microseconds and ratios to the limits of the project; fails when a limit is passed.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include "engine/answer_json.h"
#include "measure.h"
#include "pack/pack.h"

namespace {

using namespace comity;

std::string without_lines(std::string text, const std::vector<std::string>& keys) {
  std::string kept;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at + 1);
    bool drop = std::ranges::any_of(
        keys, [&](const std::string& key) { return line.find(key + ":") != std::string::npos; });
    if (!drop) kept += line;
    at = end + 1;
  }
  return kept;
}

// Arts 158(1) and 14 with both readings, as one would write them by hand for this one question.
struct Couple {
  int place, sex[2], nationality[2], kinship, adoption, incapable[2], earlier[2];
};
__attribute__((noinline)) int by_hand(const Couple& c) {
  if (c.place == 0 || (c.nationality[0] != 0 && c.nationality[1] != 0)) return 0;
  bool bar = c.earlier[0] || c.earlier[1] || (c.kinship >= 1 && c.kinship <= 3) ||
             c.adoption == 1 || c.incapable[0] || c.incapable[1];
  int letter = bar ? 4 : 1, essence = bar || c.sex[0] == c.sex[1] ? 4 : 1;
  return letter * 10 + essence;
}

int failures = 0;
void line(const char* what, double micros, double limit) {
  std::printf("%-44s %10.2f us   limit %9.0f us   ratio %.3f\n", what, micros, limit,
              micros / limit);
  if (micros > limit) ++failures;
}

}  // namespace

int main() {
  diag::Diagnostics diagnostics;
  auto pack = pack::open_pack(COMITY_SOURCE_DIR "/build/release/comity.pack", diagnostics);
  if (!pack) return std::fprintf(stderr, "no law pack\n"), 1;
  const ir::Law& law = pack->law;
  std::ifstream in(COMITY_SOURCE_DIR "/examples/moscow-2018.yaml");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  bench::Loaded full = bench::load(law, text);
  engine::Options outcome_only;
  outcome_only.report = false;
  engine::Options with_reasons;
  std::size_t sink = 0;
  auto check = [&](const bench::Loaded& c, const engine::Options& o) {
    return [&law, &c, &o, &sink] {
      sink += engine::check(law, c.facts, c.question, bench::today, o).stances.size();
    };
  };
  Couple couple{1, {1, 1}, {0, 0}, 0, 0, {0, 0}, {0, 0}};
  double hand = bench::median<std::micro>(1000,
                                          [&] {
                                            for (int i = 0; i < 1000; ++i) {
                                              asm volatile("" : : "r"(&couple) : "memory");
                                              sink += static_cast<std::size_t>(by_hand(couple));
                                            }
                                          }) /
                1000;
  double warm = bench::median<std::micro>(2000, check(full, outcome_only));
  line("check, outcome of every stance", warm, 50);
  double reasons = bench::median<std::micro>(500, [&] {
    auto answer = engine::check(law, full.facts, full.question, bench::today, with_reasons);
    sink += engine::to_json(law, answer).dump().size();
  });
  line("check, whole answer with derivation as JSON", reasons, 500);
  bench::Loaded six =
      bench::load(law, without_lines(text, {"sex", "born", "kinship", "adoption",
                                            "declared_incapable", "earlier_unions"}));
  line("check, six keys left out", bench::median<std::micro>(50, check(six, outcome_only)), 5000);
  bench::Loaded none = bench::load(law,
                                   "comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: "
                                   "{}\nspouses:\n  - label: first\n  - label: second\n");
  line("check, all keys left out", bench::median<std::micro>(9, check(none, outcome_only)), 100000);
  std::printf("%-44s %10.4f us   check is %.0f times it (it knows one question and no reasons)\n",
              "arts 158 and 14 by hand", hand, warm / hand);
  return sink == 0 || failures > 0;
}
