#include <chrono>
#include <cstdio>
#include "cli/case_input.h"
#include "engine/views.h"
#include "solver/questions.h"
using namespace comity;
int run_probe(cli::Session& s) {
  if (!cli::open_law(s)) return 3;
  auto in = cli::read_case_input(s);
  if (!in) return 2;
  auto t0 = std::chrono::steady_clock::now();
  auto ms = [&] { auto t = std::chrono::steady_clock::now(); double d = std::chrono::duration<double>(t - t0).count() * 1e3; t0 = t; return d; };
  engine::World w(s.law(), in->facts, in->question, s.today, s.options.strict);
  std::printf("world %.1f ms, nodes %zu vars %zu inputs %zu\n", ms(), w.graph.size(), w.inputs.variables.size(), w.inputs.inputs.size());
  auto view = engine::view_of(w, engine::Stance::letter);
  auto out = engine::outcome_node(w, view, 0);
  std::printf("view %.1f ms, nodes %zu support %zu\n", ms(), w.graph.size(), w.graph.support(out).size());
  solver::Questions q(w.graph, w.inputs, s.law());
  q.demand(w.constraints);
  auto rec = w.graph.is(out, 1);
  auto r = q.ask({rec});
  std::printf("recognised: %d %.1f ms\n", int(r), ms());
  r = q.ask({w.graph.is(out, 4)});
  std::printf("not: %d %.1f ms\n", int(r), ms());
  for (auto i : q.completion()) (void)i;
  for (std::size_t v = 0; v < w.inputs.variables.size() && v < 400; ++v) {
    auto& var = w.inputs.variables[v];
    if (s.options.as_lived || getenv("V")) std::printf("  %zu %s slot %d label %d type %d dom %zu\n", v, w.inputs.inputs[var.input].id.c_str(), int(var.slot), int(w.inputs.inputs[var.input].label), int(var.type), exact::domain_of(var, s.law()).size());
  }
  return 0;
}
