// The shortest interview, where it is small enough to be worked out: every order of asking, by trying all completions.
#include <algorithm>
#include <map>

#include "exact/domain.h"
#include "exact/exact.h"
#include "exact/kinds.h"

namespace comity::exact {

using ir::Graph;
using ir::Ref;
using ir::Shape;

namespace {

// More completions, or more states of an interview, than this are not gone through.
constexpr std::size_t most_completions = 1024, most_states = 4000;
constexpr Value forbidden = std::numeric_limits<Value>::min();

std::vector<Ref> conjuncts(const Graph& graph, Ref root) {
  std::vector<Ref> found, todo{root};
  while (!todo.empty()) {
    const Ref ref = todo.back();
    todo.pop_back();
    if (graph[ref].shape == Shape::both)
      todo.insert(todo.end(), {graph[ref].a, graph[ref].b});
    else
      found.push_back(ref);
  }
  return found;
}

// The root with the demands that share variables with it, directly or through one another.
struct Bearing {
  std::vector<Ref> demands;
  std::vector<std::uint32_t> variables;  // ascending

  Bearing(const Graph& graph, Few& few, Ref root, Ref constraints) : variables(few.live(root)) {
    std::ranges::sort(variables);
    std::vector<Ref> apart = conjuncts(graph, constraints);
    std::erase_if(apart, [&](Ref demand) { return few.always(demand); });
    for (bool grown = true; grown;) {
      grown = false;
      std::erase_if(apart, [&](Ref demand) {
        std::vector<std::uint32_t> own = few.live(demand), all;
        std::ranges::sort(own);
        const bool shares = std::ranges::any_of(
            own, [&](std::uint32_t v) { return std::ranges::binary_search(variables, v); });
        if (!shares) return false;
        std::ranges::set_union(variables, own, std::back_inserter(all));
        grown |= all.size() > variables.size();
        variables = std::move(all);
        demands.push_back(demand);
        return true;
      });
    }
  }
};

// Takes note of how the root and the demands use their variables.
Kinds kinds_below(const Graph& graph, const Bearing& bearing, Ref root) {
  Kinds kinds(graph);
  std::vector<Ref> todo = bearing.demands;
  todo.push_back(root);
  for (Ref top : todo)
    if (graph[top].shape == Shape::variable) kinds.whole(graph[top].a);
  std::vector<bool> seen(graph.size(), false);
  while (!todo.empty()) {
    const Ref ref = todo.back();
    todo.pop_back();
    if (seen[ref]) continue;
    seen[ref] = true;
    kinds.look(ref, [&](Ref kid) { return graph.known(kid); });
    const Ref kids[] = {graph[ref].a, graph[ref].b, graph[ref].c};
    todo.insert(todo.end(), kids, kids + ir::operands(graph[ref].shape));
  }
  return kinds;
}

// What is told of each input offered, and root's value for each setting of what is not asked about.
struct Row {
  std::vector<std::uint32_t> answers;
  std::vector<Value> values;
};

class Interview {
 public:
  struct Cost {
    std::size_t worst = 0;
    double expected = 0;
    std::size_t first = 0;  // which of the inputs offered
    auto operator<=>(const Cost&) const = default;
  };

  explicit Interview(std::vector<Row> rows) : rows_(std::move(rows)) {}

  // Nothing: too many states.
  std::optional<Cost> best() {
    std::vector<std::size_t> all(rows_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    Cost cost = cost_of(all);
    if (costs_.size() > most_states) return std::nullopt;
    return cost;
  }

 private:
  bool agree(const std::vector<std::size_t>& rows) const {
    std::vector<Value> seen = rows_[rows.front()].values;
    for (std::size_t row : rows)
      for (std::size_t u = 0; u < seen.size(); ++u) {
        const Value value = rows_[row].values[u];
        if (value == forbidden) continue;
        if (seen[u] != forbidden && seen[u] != value) return false;
        seen[u] = value;
      }
    return true;
  }

  Cost cost_of(const std::vector<std::size_t>& rows) {
    if (agree(rows)) return {};
    if (const auto known = costs_.find(rows); known != costs_.end()) return known->second;
    Cost best{rows_.size() + 1, 0, 0};
    for (std::size_t q = 0; q < rows_.front().answers.size() && costs_.size() <= most_states; ++q) {
      std::map<std::uint32_t, std::vector<std::size_t>> by_answer;
      for (std::size_t row : rows) by_answer[rows_[row].answers[q]].push_back(row);
      if (by_answer.size() < 2) continue;
      Cost cost{0, 0, q};
      for (const auto& [answer, left] : by_answer) {
        const Cost then = cost_of(left);
        cost.worst = std::max(cost.worst, then.worst);
        cost.expected += then.expected;
      }
      cost.worst += 1;
      cost.expected = 1 + cost.expected / static_cast<double>(by_answer.size());
      best = std::min(best, cost);
    }
    return costs_[rows] = best;
  }

  std::vector<Row> rows_;
  std::map<std::vector<std::size_t>, Cost> costs_;
};

}  // namespace

std::optional<Plan> Exact::plan(ir::Ref root, std::span<const std::uint32_t> offered) {
  if (offered.empty() || graph_.is_constant(root)) return std::nullopt;
  const Bearing bearing(graph_, few_, root, constraints_);
  const Kinds kinds = kinds_below(graph_, bearing, root);
  std::vector<std::vector<Value>> values;
  std::size_t completions = 1;
  for (std::uint32_t v : bearing.variables) {
    values.push_back(kinds.of(v, domain_of(inputs_.variables[v], law_), most_completions));
    completions *= values.back().size();
    if (completions == 0 || completions > most_completions) return std::nullopt;
  }
  std::map<std::vector<std::uint32_t>, Row> rows;
  std::map<std::vector<std::uint32_t>, std::size_t> settings;  // of what is not asked about
  std::vector<std::map<std::vector<Value>, std::uint32_t>> answers(offered.size());
  Completion completion;  // what is without effect keeps any value it may have
  for (const interp::Variable& v : inputs_.variables)
    completion.push_back(domain_of(v, law_).size() > 0 ? domain_of(v, law_).first() : 0);
  for (std::size_t c = 0; c < completions; ++c) {
    std::size_t rest = c;
    std::vector<std::uint32_t> apart;
    std::vector<std::vector<Value>> told(offered.size());
    for (std::size_t i = 0; i < bearing.variables.size(); ++i) {
      const std::uint32_t v = bearing.variables[i];
      completion[v] = values[i][rest % values[i].size()];
      const auto asked = std::ranges::find(offered, inputs_.variables[v].input);
      if (asked == offered.end())
        apart.push_back(static_cast<std::uint32_t>(rest % values[i].size()));
      else
        told[static_cast<std::size_t>(asked - offered.begin())].push_back(completion[v]);
      rest /= values[i].size();
    }
    const bool met = std::ranges::all_of(
        bearing.demands, [&](Ref demand) { return graph_.evaluate(demand, completion) != 0; });
    const std::size_t setting = settings.try_emplace(apart, settings.size()).first->second;
    if (!met) continue;
    std::vector<std::uint32_t> key;
    for (std::size_t q = 0; q < offered.size(); ++q)
      key.push_back(answers[q]
                        .try_emplace(told[q], static_cast<std::uint32_t>(answers[q].size()))
                        .first->second);
    Row& row = rows[key];
    row.answers = key;
    if (row.values.size() <= setting) row.values.resize(setting + 1, forbidden);
    row.values[setting] = graph_.evaluate(root, completion);
  }
  if (rows.empty()) return std::nullopt;
  std::vector<Row> list;
  for (auto& [key, row] : rows) {
    row.values.resize(settings.size(), forbidden);
    list.push_back(std::move(row));
  }
  const auto best = Interview(std::move(list)).best();
  if (!best || best->worst == 0) return std::nullopt;
  return Plan{offered[best->first], best->worst, best->expected};
}

}  // namespace comity::exact
