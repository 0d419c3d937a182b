#include "sql/order.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace comity::sql {

using ir::Graph;
using ir::Ref;
using ir::Shape;

namespace {

struct Edge {  // `from` is at least `days` before `to`
  Ref from, to;
  int days;
};

bool is_end(const Graph& graph, Ref ref) {
  return graph[ref].shape == Shape::variable || graph[ref].shape == Shape::constant;
}

std::optional<Edge> edge_of(const Graph& graph, Ref ref) {
  const ir::Cell& cell = graph[ref];
  if (cell.shape == Shape::before && is_end(graph, cell.a) && is_end(graph, cell.b))
    return Edge{cell.a, cell.b, 1};
  if (cell.shape != Shape::negation) return std::nullopt;
  const ir::Cell& inner = graph[cell.a];
  if (inner.shape == Shape::before && is_end(graph, inner.a) && is_end(graph, inner.b))
    return Edge{inner.b, inner.a, 0};
  return std::nullopt;
}

}  // namespace

Constraints closed(Graph& graph, Ref constraints) {
  Constraints result;
  std::vector<Ref> open{constraints}, ends;
  std::vector<Edge> edges;
  while (!open.empty()) {
    const Ref ref = open.back();
    open.pop_back();
    if (graph[ref].shape == Shape::both) {
      open.push_back(graph[ref].a), open.push_back(graph[ref].b);
    } else if (auto edge = edge_of(graph, ref)) {
      edges.push_back(*edge);
    } else {
      result.others = graph.both(result.others, ref);
    }
  }
  auto number = [&](Ref end) {
    auto at = std::ranges::find(ends, end);
    if (at == ends.end()) at = ends.insert(ends.end(), end);
    return static_cast<std::size_t>(at - ends.begin());
  };
  constexpr int none = -1;
  for (const Edge& edge : edges) number(edge.from), number(edge.to);
  const std::size_t n = ends.size();
  std::vector<int> least(n * n, none);  // the most days by which one must be before the other
  for (const Edge& edge : edges) {
    int& known = least[number(edge.from) * n + number(edge.to)];
    known = std::max(known, edge.days);
  }
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (int first = least[i * n + k], rest = least[k * n + j];
            i != j && first != none && rest != none)
          least[i * n + j] = std::max(least[i * n + j], first + rest);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const int days = least[i * n + j];
      if (days == none || i == j) continue;
      Ref from = days > 1
                     ? graph.shift(ends[i], days - 1, base::Unit::days, base::Rounding::forward)
                     : ends[i];
      result.of_order = graph.both(result.of_order, days > 0 ? graph.before(from, ends[j])
                                                             : graph.not_before(ends[j], from));
    }
  return result;
}

}  // namespace comity::sql
