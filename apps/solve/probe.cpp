#include <chrono>
#include <cstdio>
#include "cli/case_input.h"
#include "engine/words.h"
#include "solver/loopholes.h"
using namespace comity;
int run_probe(cli::Session& s) {
  if (!cli::open_law(s)) return 3;
  auto t0 = std::chrono::steady_clock::now();
  auto ms = [&] { auto t = std::chrono::steady_clock::now(); double d = std::chrono::duration<double>(t - t0).count() * 1e3; t0 = t; return d; };
  int forum = ir::place_named(s.law(), s.options.forum);
  auto on = base::parse_day(s.options.on);
  solver::Budget b; b.seconds = 100;
  b.progress = [&](solver::Kind k, size_t d, size_t a) { if (getenv("P")) std::fprintf(stderr, "%.0f ms  %s %zu/%zu z3 %.2f\n", ms(), std::string(solver::word(k)).c_str(), d, a, solver::seconds_in_z3()); };
  auto r = solver::loopholes(s.law(), forum, *on, s.today, b, s.options.strict);
  auto id = [&](uint32_t p) { return p < s.law().provisions.size() ? std::string(s.law().str(s.law().provisions[p].id)) : std::string("-"); };
  for (auto& f : r.findings) {
    std::printf("%s %s at %s decided %s%s\n", std::string(solver::word(f.kind)).c_str(), f.about.c_str(), id(f.provision).c_str(), id(f.decided_by).c_str(), f.defect ? " DEFECT" : "");
    for (auto m : f.missed) std::printf("   missed %s\n", id(m).c_str());
    for (auto m : f.closed_by) std::printf("   closed by %s\n", std::string(s.law().str(s.law().readings[m].id)).c_str());
    for (auto& v : f.variants) { std::printf("   variant"); for (auto& t : v) std::printf(" %s=%s", t.path.c_str(), t.value.c_str()); std::printf("\n"); }
    if (f.found) { for (auto& t : f.found->couple) std::printf("   %s: %s\n", t.path.c_str(), t.value.c_str()); std::printf("   elsewhere %zu unusual %zu\n", f.found->elsewhere.size(), f.found->unusual); }
    else if (!f.defect) std::printf("   (no place)\n");
  }
  for (auto& n : r.none) std::printf("none: %s %s\n", std::string(solver::word(n.kind)).c_str(), n.about.c_str());
  for (auto& n : r.unfinished) std::printf("unfinished: %s %s\n", std::string(solver::word(n.kind)).c_str(), n.about.c_str());
  std::printf("%.0f ms, z3 %.2f\n", ms(), solver::seconds_in_z3());
  return 0;
}
