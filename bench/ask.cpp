// The interview of the 2018 case, from nothing told to the answer: the slowest next question against its limit of 50 ms, and
// the number of questions beside the fewest that would have done: those whose answers no rest of them makes needless.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/ask.h"
#include "ir/paths.h"
#include "measure.h"
#include "pack/pack.h"

namespace {

using namespace comity;

// Takes over what the whole case tells of a fact.
void tell(const ir::Law& law, const ir::Facts& whole, const std::string& fact, ir::Facts& facts) {
  for (std::uint32_t slot = 0; slot < law.anchors.slots; ++slot) {
    const std::string path = ir::path_of(law, slot);
    if (path == fact || path.starts_with(fact + ".")) facts.slots[slot] = whole.slots[slot];
  }
}

std::string case_without_facts(const char* forum_and_day) {
  return std::string("comity: 1\nquestion: ") + forum_and_day +
         "\ncelebration: {}\nspouses:\n  - label: first\n  - label: second\n";
}

// The fewest of the facts told that leave nothing to ask: found by leaving out ever more of those that can be.
std::size_t fewest(const ir::Law& law, const bench::Loaded& none, const ir::Facts& whole,
                   const std::vector<std::string>& told, std::size_t from, std::size_t best) {
  for (std::size_t i = from; i < told.size(); ++i) {
    std::vector<std::string> less = told;
    less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
    ir::Facts facts = none.facts;
    for (const std::string& fact : less) tell(law, whole, fact, facts);
    if (engine::ask(law, facts, none.question, bench::today).left.empty())
      best = std::min({best, less.size(), fewest(law, none, whole, less, i, best)});
  }
  return best;
}

}  // namespace

int main() {
  diag::Diagnostics diagnostics;
  auto pack = pack::open_pack(COMITY_SOURCE_DIR "/build/release/comity.pack", diagnostics);
  if (!pack) return std::fprintf(stderr, "no law pack\n"), 1;
  const ir::Law& law = pack->law;
  std::ifstream in(COMITY_SOURCE_DIR "/examples/moscow-2018.yaml");
  const bench::Loaded whole = bench::load(law, {std::istreambuf_iterator<char>(in), {}});
  const bench::Loaded none = bench::load(law, case_without_facts("{forum: RU, on: 2018-01-26}"));
  ir::Facts facts = none.facts;
  std::vector<std::string> told;
  double slowest = 0;
  std::string slowest_for = "none";
  for (;;) {
    const engine::Interview interview = engine::ask(law, facts, none.question, bench::today);
    const double time =
        bench::median<std::milli>(5, [&] { engine::ask(law, facts, none.question, bench::today); });
    if (time > slowest)
      slowest = time,
      slowest_for = interview.left.empty() ? "the end" : interview.left.front().fact;
    if (interview.left.empty()) break;
    told.push_back(interview.left.front().fact);
    tell(law, whole.facts, told.back(), facts);
  }
  const std::size_t least = fewest(law, none, whole.facts, told, 0, told.size());
  std::printf("slowest next question (%s)  %.2f ms   limit 50 ms   ratio %.3f\n",
              slowest_for.c_str(), slowest, slowest / 50);
  std::printf("questions asked %zu, fewest that suffice %zu   limit one more\n", told.size(),
              least);
  return slowest > 50 || told.size() > least + 1;
}
