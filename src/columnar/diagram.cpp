#include "columnar/diagram.h"

#include <algorithm>

namespace comity::columnar {

using ir::Graph;
using ir::Ref;
using ir::Shape;

Diagram::Diagram(const Layout& layout, std::unique_ptr<Plan> plan, std::atomic<std::int64_t>& room)
    : layout_(layout), plan_(std::move(plan)), room_(room) {
  rank_tests();
  root_ = node_of(plan_->roots, std::vector<bool>(layout.leaves().size(), false));
}

// ---- rebuilding roots with one thing known

Ref Diagram::assumed(Ref ref) {
  if (ref == at_) return becomes_;
  if (ref < stamp_.size() && stamp_[ref] == round_) return now_[ref];
  Graph& g = plan_->graph;
  const ir::Cell c = g[ref];
  const int n = ir::operands(c.shape);
  if (n == 0) return ref;
  const Ref a = assumed(c.a), b = n > 1 ? assumed(c.b) : 0, d = n > 2 ? assumed(c.c) : 0;
  Ref made = ref;
  if (a != c.a || (n > 1 && b != c.b) || (n > 2 && d != c.c)) switch (c.shape) {
      case Shape::constant:
      case Shape::variable:
        break;
      case Shape::negation:
        made = g.negation(a);
        break;
      case Shape::both:
        made = g.both(a, b);
        break;
      case Shape::either:
        made = g.either(a, b);
        break;
      case Shape::equal:
        made = g.equal(a, b);
        break;
      case Shape::before:
        made = g.before(a, b);
        break;
      case Shape::shift:
        made = g.shift(a, static_cast<int>(c.b), static_cast<base::Unit>(c.c & 255),
                       static_cast<base::Rounding>(c.c >> 8));
        break;
      case Shape::choose:
        made = g.choose(a, b, d);
        break;
      case Shape::larger:
        made = g.larger(a, b);
        break;
      case Shape::smaller:
        made = g.smaller(a, b);
        break;
    }
  if (stamp_.size() <= ref) stamp_.resize(ref + ref / 2 + 16, 0), now_.resize(stamp_.size(), 0);
  stamp_[ref] = round_;
  return now_[ref] = made;
}

std::vector<Ref> Diagram::assume(const std::vector<Ref>& roots, Ref at, Ref becomes) {
  ++round_;
  at_ = at, becomes_ = becomes;
  std::vector<Ref> made;
  made.reserve(roots.size());
  for (Ref root : roots) made.push_back(assumed(root));
  return made;
}

// ---- nodes

const Diagram::Node* Diagram::grow(Node& node, std::size_t branch) {
  std::lock_guard lock(mutex_);
  if (const Node* made = node.children[branch].load(std::memory_order_acquire)) return made;
  std::vector<bool> open = node.open;
  std::vector<Ref> roots = node.roots;
  Graph& g = plan_->graph;
  const std::size_t before = g.size();
  if (node.test == Test::leaf) {
    if (branch + 1 == node.children.size())
      open[node.leaf] = true;
    else
      roots = assume(roots, node.at, g.constant(static_cast<ir::Value>(branch)));
  } else if (branch < 2) {
    roots = assume(roots, node.at, g.truth(branch == 1));
  } else {
    open[static_cast<std::size_t>(branch == 2 ? node.days.left.leaf : node.days.right.leaf)] = true;
  }
  const std::size_t nodes = nodes_.size();
  const Node* child = node_of(std::move(roots), std::move(open));
  constexpr std::size_t of_cell = 32, of_node = 512;  // with their tables
  room_ -= static_cast<std::int64_t>(
      (g.size() - before) * of_cell +
      (nodes_.size() - nodes) * (of_node + child->children.size() * 8 + child->roots.size() * 8));
  node.children[branch].store(child, std::memory_order_release);
  fill_alike(node, branch, child);
  return child;
}

const Diagram::Node* Diagram::node_of(std::vector<Ref> roots, std::vector<bool> open) {
  auto [at, is_new] = known_.try_emplace({roots, open}, nullptr);
  if (!is_new) return at->second;
  Node& node = nodes_.emplace_back();
  node.roots = std::move(roots);
  node.open = std::move(open);
  choose_test(node);
  return at->second = &node;
}

// Conditions before what they choose between, roots in their order: as one would evaluate them by hand.
void Diagram::rank_tests() {
  const Plan& plan = *plan_;
  rank_.assign(plan.graph.size(), unranked);
  std::vector<bool> seen(plan.graph.size(), false);
  std::uint32_t next = 0;
  for (std::size_t r = 1; r <= plan.roots.size(); ++r) {
    std::vector<Ref> waiting{plan.roots[r % plan.roots.size()]};  // the constraints last
    while (!waiting.empty()) {
      const Ref ref = waiting.back();
      waiting.pop_back();
      if (seen[ref]) continue;
      seen[ref] = true;
      const ir::Cell& c = plan.graph[ref];
      const bool day = plan.days.contains(ref);
      if (day || c.shape == Shape::variable) rank_[ref] = next++;
      const int n = day ? 0 : ir::operands(c.shape);
      if (n > 2) waiting.push_back(c.c);
      if (n > 1) waiting.push_back(c.b);
      if (n > 0) waiting.push_back(c.a);
    }
  }
}

// The first test of the order that the roots still turn on and the path has not met.
void Diagram::choose_test(Node& node) {
  const Plan& plan = *plan_;
  const Graph& g = plan.graph;
  ++round_;
  if (stamp_.size() < g.size())
    stamp_.resize(g.size() + g.size() / 2, 0), now_.resize(stamp_.size(), 0);
  std::vector<Ref> waiting = node.roots;
  std::vector<Ref> comparisons, reached;
  Ref best = 0;
  std::uint32_t best_rank = unranked;
  auto is_open = [&](const DaySide& side) {
    return side.leaf >= 0 && node.open[static_cast<std::size_t>(side.leaf)];
  };
  while (!waiting.empty()) {
    const Ref ref = waiting.back();
    waiting.pop_back();
    if (stamp_[ref] == round_) continue;
    stamp_[ref] = round_;
    const ir::Cell& c = g[ref];
    const std::uint32_t rank = rank_of(ref);
    if (rank != unranked && c.shape != Shape::variable) {
      const DayTest& test = plan.days.at(ref);
      comparisons.push_back(ref);
      if (rank < best_rank && !is_open(test.left) && !is_open(test.right))
        best_rank = rank, best = ref;
      continue;
    }
    if (c.shape == Shape::variable) {
      const int leaf = c.a < plan.leaf_of.size() ? plan.leaf_of[c.a] : -1;
      const bool testable = leaf >= 0 && !node.open[static_cast<std::size_t>(leaf)] &&
                            layout_.leaves()[static_cast<std::size_t>(leaf)].values > 0;
      if (testable && rank < best_rank) best_rank = rank, best = ref;
      continue;
    }
    reached.push_back(ref);
    const int n = ir::operands(c.shape);
    if (n > 0) waiting.push_back(c.a);
    if (n > 1) waiting.push_back(c.b);
    if (n > 2) waiting.push_back(c.c);
  }
  if (best_rank == unranked) return make_rest(node, comparisons);
  node.at = best;
  if (g[best].shape != Shape::variable) {
    node.test = Test::day;
    node.days = plan.days.at(best);
    node.children = std::vector<std::atomic<const Node*>>(4);
    return;
  }
  node.test = Test::leaf;
  node.leaf = static_cast<std::uint32_t>(plan.leaf_of[g[best].a]);
  node.children = std::vector<std::atomic<const Node*>>(layout_.leaves()[node.leaf].values + 1);
  bool only_compared = true;
  for (Ref ref : reached) {
    const ir::Cell& c = g[ref];
    const int n = ir::operands(c.shape);
    const bool has = (n > 0 && c.a == best) || (n > 1 && c.b == best) || (n > 2 && c.c == best);
    if (!has) continue;
    const Ref other = c.a == best ? c.b : c.a;
    if (c.shape == Shape::equal && g.is_constant(other))
      node.compared.push_back(g.value(other));
    else
      only_compared = false;
  }
  if (std::ranges::find(node.roots, best) != node.roots.end()) only_compared = false;
  std::ranges::sort(node.compared);
  if (!only_compared) node.compared.clear();
}

// Values that nothing is compared with lead where one of them leads.
void Diagram::fill_alike(Node& node, std::size_t branch, const Node* child) {
  if (node.test != Test::leaf || node.compared.empty() || branch + 1 == node.children.size())
    return;
  auto named = [&](std::size_t value) {
    return std::ranges::binary_search(node.compared, static_cast<std::int32_t>(value));
  };
  if (named(branch)) return;
  for (std::size_t value = 0; value + 1 < node.children.size(); ++value)
    if (!named(value)) node.children[value].store(child, std::memory_order_release);
}

void Diagram::make_rest(Node& node, const std::vector<Ref>& comparisons) {
  node.rest = std::make_unique<Rest>();
  Rest& rest = *node.rest;
  const Plan& plan = *plan_;
  // A row that the constraints refuse has its own reason.
  if (node.roots[Plan::constraints] == Graph::no) {
    rest.alone = true;
    return;
  }
  rest.whole =
      std::ranges::all_of(node.roots, [&](Ref root) { return plan.graph.is_constant(root); });
  if (rest.whole) return;
  for (Ref ref : comparisons) {
    const DayTest& test = plan.days.at(ref);
    auto is_open = [&](const DaySide& side) {
      return side.leaf >= 0 && node.open[static_cast<std::size_t>(side.leaf)];
    };
    if (is_open(test.left) && is_open(test.right)) {
      if (test.left.leaf == test.right.leaf) continue;
      rest.alone =
          true;  // two open days told apart: how their edges lie to each other would matter too
      return;
    }
    const DaySide& open_side = is_open(test.left) ? test.left : test.right;
    if (test.equal && open_side.amount != 0) {  // several days, or none, may be moved to one
      rest.alone = true;
      return;
    }
    rest.edges.push_back({ref, is_open(test.left) ? test.left.leaf : test.right.leaf});
  }
  std::ranges::stable_sort(rest.edges, {}, &Edge::open);
}

// ---- what rows of one rest may still differ in

namespace {

// The first day whose moved day is not before `day`.
std::int32_t first_moved_to(const DaySide& side, std::int32_t day) {
  if (side.amount == 0) return day;
  std::int32_t at = base::add(day, -side.amount, side.unit, base::Rounding::back) - 3;
  while (side.of(at) < day) ++at;
  return at;
}

}  // namespace

// The day from which on the open side makes the comparison come out otherwise; for `equal` the day it is met.
std::int32_t Diagram::edge_of(Ref ref, const RowLeaves& leaves) const {
  const DayTest& test = plan_->days.at(ref);
  auto known = [&](const DaySide& side) {
    return side.leaf < 0 || leaves[static_cast<std::size_t>(side.leaf)] != nothing;
  };
  const bool left_known = known(test.left);
  const DaySide& told = left_known ? test.left : test.right;
  const DaySide& open = left_known ? test.right : test.left;
  const std::int32_t value =
      told.of(told.leaf < 0 ? 0 : leaves[static_cast<std::size_t>(told.leaf)]);
  // told < open: holds from the first day that is moved beyond it; open < told: until the first not before it.
  const std::int32_t day = first_moved_to(open, !test.equal && left_known ? value + 1 : value);
  return std::clamp(day, plan_->first_day, plan_->last_day + 1);
}

// How the edges of each open day lie to each other and to the range it has, and which told places are one place: whether
// two open inputs about the law of a place are the same input.
std::string Diagram::key_of(const Rest& rest, const RowLeaves& leaves) const {
  std::string key;
  std::vector<std::int32_t> days, order;
  for (std::size_t begin = 0; begin < rest.edges.size();) {
    std::size_t end = begin;
    days.clear();
    for (; end < rest.edges.size() && rest.edges[end].open == rest.edges[begin].open; ++end) {
      const std::int32_t day = edge_of(rest.edges[end].test, leaves);
      days.push_back(day);
      // Equality has an edge before and one behind the day.
      if (plan_->days.at(rest.edges[end].test).equal) days.push_back(day + 1);
    }
    days.push_back(plan_->first_day);
    days.push_back(plan_->last_day + 1);
    order = days;
    std::ranges::sort(order);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    for (std::int32_t day : days)
      key += static_cast<char>('A' + (std::ranges::lower_bound(order, day) - order.begin()));
    key += '|';
    begin = end;
  }
  const auto& places = plan_->place_leaves;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int32_t place = leaves[places[i]];
    std::size_t same = i;
    for (std::size_t j = 0; j < i && same == i; ++j)
      if (leaves[places[j]] == place) same = j;
    key += static_cast<char>('a' + same);
    const auto at = std::ranges::find(plan_->places, place);
    key += static_cast<char>('0' + (at - plan_->places.begin()));
  }
  return key;
}

}  // namespace comity::columnar
