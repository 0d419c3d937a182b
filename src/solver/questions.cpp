#include "solver/questions.h"

#include <atomic>
#include <chrono>

#include "solver/from_graph.h"

namespace comity::solver {

using ir::Ref;

namespace {

std::atomic<bool> stop{false};
std::atomic<Z3_context> under_way{nullptr};
double spent = 0;

struct Timed {
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  explicit Timed(Z3_context context) { under_way = context; }
  ~Timed() {
    under_way = nullptr;
    spent += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  }
};

}  // namespace

double seconds_in_z3() { return spent; }

void interrupt() {
  stop = true;
  if (Z3_context context = under_way) Z3_interrupt(context);
}

bool interrupted() { return stop; }

struct Questions::Z3 {
  const ir::Graph& graph;
  const interp::Inputs& inputs;
  const ir::Law& law;
  z3::context context;
  z3::solver solver;
  FromGraph from_graph;
  std::unordered_map<Ref, z3::expr> named;  // condition -> the literal that stands for it
  std::vector<Ref> demanded, asked;
  std::vector<std::size_t> clash;
  Completion completion;

  Z3(const ir::Graph& g, const interp::Inputs& i, const ir::Law& l)
      : graph(g),
        inputs(i),
        law(l),
        solver(context, "QF_FD"),
        from_graph(context, g, i, l) {}

  void take_domains() {
    for (const z3::expr& domain : from_graph.take_domains()) solver.add(domain);
  }

  z3::expr literal(Ref condition) {
    auto at = named.find(condition);
    if (at != named.end()) return at->second;
    z3::expr holds = from_graph.holds(condition);
    take_domains();
    z3::expr name = context.bool_const(("c" + std::to_string(condition)).c_str());
    solver.add(name == holds);
    return named.emplace(condition, name).first->second;
  }

  void read_completion(const z3::model& model);
  void check_completion() const;
};

void Questions::Z3::read_completion(const z3::model& model) {
  completion.assign(inputs.variables.size(), 0);
  for (std::uint32_t v = 0; v < inputs.variables.size(); ++v) {
    const interp::Variable& variable = inputs.variables[v];
    const exact::Domain& domain = from_graph.domain(v);
    if (from_graph.met(v))
      completion[v] = from_graph.value_in(model, v);
    else if (variable.has_ordinary && domain.has(variable.ordinary))
      completion[v] = variable.ordinary;
    else if (domain.size() > 0)
      completion[v] = domain.first();
  }
}

void Questions::Z3::check_completion() const {
  auto check = [&](Ref condition) {
    if (graph.evaluate(condition, completion) == 0)
      throw Unreproduced("the solver's completion does not make node " +
                         std::to_string(condition) + " of the decision graph true");
  };
  for (Ref condition : demanded) check(condition);
  for (Ref condition : asked) check(condition);
}

Questions::Questions(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law)
    : graph_(graph), inputs_(inputs), law_(law) {}
Questions::~Questions() = default;

// Z3 is started by the first question: many graphs are looked at without one.
Questions::Z3& Questions::z3() {
  if (!z3_) {
    z3_ = std::make_unique<Z3>(graph_, inputs_, law_);
    z3::params params(z3_->context);
    params.set("timeout", static_cast<unsigned>(std::max(1.0, seconds_ * 1000)));
    z3_->solver.set(params);
  }
  for (; taken_ < demanded_.size(); ++taken_) {
    z3_->demanded.push_back(demanded_[taken_]);
    z3::expr holds = z3_->from_graph.holds(demanded_[taken_]);
    z3_->take_domains();
    z3_->solver.add(holds);
  }
  return *z3_;
}

void Questions::demand(Ref condition) { demanded_.push_back(condition); }

void Questions::give_each(double seconds) {
  seconds_ = seconds;
  if (!z3_) return;
  z3::params params(z3_->context);
  params.set("timeout", static_cast<unsigned>(std::max(1.0, seconds * 1000)));
  z3_->solver.set(params);
}

Reply Questions::ask(std::span<const Ref> together) {
  if (stop) return Reply::out_of_time;
  Z3& z = z3();
  z.asked.assign(together.begin(), together.end());
  z.clash.clear();
  z3::expr_vector assumed(z.context);
  for (std::size_t i = 0; i < together.size(); ++i) {
    if (z.graph.known(together[i]) == 0) return z.clash = {i}, Reply::never;
    assumed.push_back(z.literal(together[i]));
  }
  z3::check_result result;
  {
    Timed timed(z.context);
    result = z.solver.check(assumed);
    if (getenv("P")) { static int n = 0; fprintf(stderr, "ask %d %zu -> %d %.0f ms nodes %zu\n", n++, together.size(), int(result), 1e3*std::chrono::duration<double>(std::chrono::steady_clock::now() - timed.begun).count(), z.graph.size()); }
  }
  if (result == z3::unknown) return Reply::out_of_time;
  if (result == z3::sat) {
    z.read_completion(z.solver.get_model());
    z.check_completion();
    return Reply::possible;
  }
  z3::expr_vector core = z.solver.unsat_core();
  for (std::size_t i = 0; i < together.size(); ++i)
    for (unsigned c = 0; c < core.size(); ++c)
      if (z3::eq(core[c], assumed[static_cast<unsigned>(i)])) {
        z.clash.push_back(i);
        break;
      }
  return Reply::never;
}

Completion Questions::completion() const { return z3_->completion; }

const std::vector<std::size_t>& Questions::clash() const { return z3_->clash; }

}  // namespace comity::solver
