// Warm checks in process, on the law pack beside the release build: the 2018 case without reasons, with the derivation as
// JSON, with six keys and with all keys left out; beside arts 158 and 14 written out by hand, as the yardstick.
// Prints microseconds and ratios to the limits of the project; fails when a limit is passed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <vector>

#include "casefile/case.h"
#include "engine/answer_json.h"
#include "engine/engine.h"
#include "pack/pack.h"

namespace {

using namespace comity;

double median_microseconds(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
            .count());
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

struct Loaded {
  ir::Facts facts;
  engine::Question question;
};

Loaded load(const ir::Law& law, std::string text) {
  text::SourceSet sources;
  diag::Diagnostics diagnostics;
  text::FileId file = sources.add("bench", std::move(text));
  casefile::Options options;
  options.today = 20782;
  auto read = casefile::read_case(law, sources, file, options, diagnostics);
  if (!read) std::fprintf(stderr, "the case cannot be read\n"), std::exit(1);
  engine::Question q;
  q.forum = read->forum, q.on = read->on, q.known_on = read->known_on, q.purpose = read->purpose;
  return {std::move(read->facts), q};
}

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
  Loaded full = load(law, text);
  engine::Options outcome_only;
  outcome_only.report = false;
  engine::Options with_reasons;
  std::size_t sink = 0;
  auto check = [&](const Loaded& c, const engine::Options& o) {
    return [&law, &c, &o, &sink] {
      sink += engine::check(law, c.facts, c.question, 20782, o).stances.size();
    };
  };
  Couple couple{1, {1, 1}, {0, 0}, 0, 0, {0, 0}, {0, 0}};
  double hand = median_microseconds(1000,
                                    [&] {
                                      for (int i = 0; i < 1000; ++i) {
                                        asm volatile("" : : "r"(&couple) : "memory");
                                        sink += static_cast<std::size_t>(by_hand(couple));
                                      }
                                    }) /
                1000;
  double warm = median_microseconds(2000, check(full, outcome_only));
  line("check, outcome of every stance", warm, 50);
  double reasons = median_microseconds(500, [&] {
    auto answer = engine::check(law, full.facts, full.question, 20782, with_reasons);
    sink += engine::to_json(law, answer).dump().size();
  });
  line("check, whole answer with derivation as JSON", reasons, 500);
  Loaded six = load(law, without_lines(text, {"sex", "born", "kinship", "adoption",
                                              "declared_incapable", "earlier_unions"}));
  line("check, six keys left out", median_microseconds(50, check(six, outcome_only)), 5000);
  Loaded none = load(law,
                     "comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: "
                     "{}\nspouses:\n  - label: first\n  - label: second\n");
  line("check, all keys left out", median_microseconds(9, check(none, outcome_only)), 100000);
  std::printf("%-44s %10.4f us   check is %.0f times it (it knows one question and no reasons)\n",
              "arts 158 and 14 by hand", hand, warm / hand);
  return sink == 0 || failures > 0;
}
