#include "exact/few.h"

#include <algorithm>

namespace comity::exact {

using ir::Cell;
using ir::Ref;
using ir::Shape;

namespace {

constexpr std::size_t most_completions = 1024;

void sort_once(auto& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

bool Few::take_domains() {
  for (std::size_t v = domains_.size(); v < inputs_.variables.size(); ++v)
    domains_.push_back(domain_of(inputs_.variables[v], law_));
  return std::ranges::none_of(domains_, [](const Domain& d) { return d.size() == 0; });
}

// Kids have smaller numbers: one sweep down marks what stands below the root, one sweep up finds its ranges.
void Few::follow(Ref root) {
  constexpr Range unseen{1, 0};
  ranges_.assign(root + 1, unseen);
  ranges_[root] = {};
  for (Ref ref = root + 1; ref-- > 0;) {
    if (ranges_[ref].low > ranges_[ref].high) continue;
    const Cell& cell = graph_[ref];
    const int kids = ir::operands(cell.shape);
    if (kids > 0) ranges_[cell.a] = {};
    if (kids > 1) ranges_[cell.b] = {};
    if (kids > 2) ranges_[cell.c] = {};
  }
  for (Ref ref = 0; ref <= root; ++ref)
    if (ranges_[ref].low <= ranges_[ref].high) ranges_[ref] = range_of(ref);
}

// A range holds every value the node has in some completion, and may hold more.
Few::Range Few::range_of(Ref ref) const {
  const Cell& cell = graph_[ref];
  auto a = [&]() -> const Range& { return ranges_[cell.a]; };
  auto b = [&]() -> const Range& { return ranges_[cell.b]; };
  switch (cell.shape) {
    case Shape::constant:
      return {graph_.value(ref), graph_.value(ref)};
    case Shape::variable:
      return {domains_[cell.a].first(), domains_[cell.a].last()};
    case Shape::negation:
      return {a().low == 0 && a().high == 0, a().low <= 0 && a().high >= 0};
    case Shape::both:
      return {a().low > 0 && b().low > 0, a().high > 0 && b().high > 0};
    case Shape::either:
      return {a().low > 0 || b().low > 0, a().high > 0 || b().high > 0};
    case Shape::equal:
      return {a().sole() && b().sole() && a().low == b().low,
              a().low <= b().high && b().low <= a().high};
    case Shape::before:
      return {a().high < b().low, a().low < b().high};
    case Shape::shift: {
      auto moved = [&](ir::Value day) {
        return base::add(day, static_cast<int>(cell.b), static_cast<base::Unit>(cell.c & 255),
                         static_cast<base::Rounding>(cell.c >> 8));
      };
      return {moved(a().low), moved(a().high)};  // a later day never moves to an earlier one
    }
    case Shape::choose: {
      const Range& c = ranges_[cell.c];
      if (a().low > 0) return b();
      if (a().high <= 0) return c;
      return {std::min(b().low, c.low), std::max(b().high, c.high)};
    }
    case Shape::larger:
      return {std::max(a().low, b().low), std::max(a().high, b().high)};
    case Shape::smaller:
      return {std::min(a().low, b().low), std::min(a().high, b().high)};
  }
  return {};
}

// Nodes below the root that ranges do not show to be without effect, once follow() has been there.
void Few::keep_live(Ref root) {
  live_.clear();
  variables_.clear();
  now_.assign(root + 1, 0);
  std::vector<bool> live(root + 1, false);
  auto keep = [&](Ref ref) {
    if (ranges_[ref].sole())
      now_[ref] = ranges_[ref].low;
    else
      live[ref] = true;
  };
  keep(root);
  for (Ref ref = root + 1; ref-- > 0;) {
    if (!live[ref]) continue;
    live_.push_back(ref);
    const Cell& cell = graph_[ref];
    if (cell.shape == Shape::variable) variables_.push_back(cell.a);
    const int kids = ir::operands(cell.shape);
    const bool chosen = cell.shape == Shape::choose && ranges_[cell.a].sole();
    if (kids > 0) keep(cell.a);
    if (kids > 1 && !(chosen && ranges_[cell.a].low <= 0)) keep(cell.b);
    if (kids > 2 && !(chosen && ranges_[cell.a].low > 0)) keep(cell.c);
  }
  std::ranges::reverse(live_);
}

Value Few::value_of(Ref ref) const {
  const Cell& cell = graph_[ref];
  auto a = [&] { return now_[cell.a]; };
  auto b = [&] { return now_[cell.b]; };
  switch (cell.shape) {
    case Shape::constant:
      return graph_.value(ref);
    case Shape::variable:
      return now_[ref];
    case Shape::negation:
      return !a();
    case Shape::both:
      return a() && b();
    case Shape::either:
      return a() || b();
    case Shape::equal:
      return a() == b();
    case Shape::before:
      return a() < b();
    case Shape::shift:
      return base::add(a(), static_cast<int>(cell.b), static_cast<base::Unit>(cell.c & 255),
                       static_cast<base::Rounding>(cell.c >> 8));
    case Shape::choose:
      return a() ? b() : now_[cell.c];
    case Shape::larger:
      return std::max(a(), b());
    case Shape::smaller:
      return std::min(a(), b());
  }
  return 0;
}

bool Few::always(Ref condition) {
  if (!take_domains()) return false;
  follow(condition);
  return ranges_[condition].low > 0;
}

std::vector<std::uint32_t> Few::live(Ref root) {
  if (!take_domains()) return {};
  follow(root);
  if (ranges_[root].sole()) return {};
  keep_live(root);
  return variables_;
}

// False: more completions than are worth trying.
bool Few::take_kinds(Ref root) {
  uses_.clear();
  if (graph_[root].shape == Shape::variable) uses_.whole(graph_[root].a);
  auto sole = [&](Ref ref) {
    return ranges_[ref].sole() ? std::optional(ranges_[ref].low) : std::nullopt;
  };
  for (Ref ref : live_) uses_.look(ref, sole);
  kinds_.clear();
  std::size_t completions = 1;
  for (std::uint32_t v : variables_) {
    kinds_.push_back(uses_.of(v, domains_[v], most_completions));
    completions *= kinds_.back().size();
    if (completions == 0 || completions > most_completions) return false;
  }
  return true;
}

std::size_t Few::completions() const {
  std::size_t count = 1;
  for (const std::vector<Value>& kinds : kinds_) count *= kinds.size();
  return count;
}

// Variables count like digits, the one nearest the root fastest: what stands before the slowest that moved stays.
// `visit` is given root's value and says whether to go on.
template <class Visit>
void Few::try_each(Ref root, Visit visit) {
  const std::size_t completions = this->completions();
  std::vector<std::size_t> digits(variables_.size(), 0),
      at;  // of each variable: its place in live_
  for (std::size_t i = live_.size(); i-- > 0;)
    if (graph_[live_[i]].shape == Shape::variable) at.push_back(i);
  std::size_t from = 0;
  for (std::size_t c = 0; c < completions; ++c) {
    std::size_t next = 0;
    while (next < at.size() && at[next] >= from) ++next;
    for (std::size_t i = from; i < live_.size(); ++i) {
      if (next > 0 && at[next - 1] == i) {
        --next;
        now_[live_[i]] = kinds_[next][digits[next]];
      } else {
        now_[live_[i]] = value_of(live_[i]);
      }
    }
    if (!visit(now_[root])) return;
    for (std::size_t v = 0; v < digits.size(); ++v) {
      from = at[v];
      if (++digits[v] < kinds_[v].size()) break;
      digits[v] = 0;
    }
  }
}

Few::Ready Few::get_ready(Ref root) {
  if (!take_domains()) return Ready::too_many;
  follow(root);
  if (ranges_[root].sole()) return Ready::sole;
  keep_live(root);
  return take_kinds(root) ? Ready::yes : Ready::too_many;
}

std::optional<bool> Few::try_some(Ref condition) {
  const Ready ready = get_ready(condition);
  if (ready == Ready::too_many) return std::nullopt;
  if (ready == Ready::sole) return ranges_[condition].low != 0;
  bool found = false;
  try_each(condition, [&](Value value) { return !(found = value != 0); });
  return found;
}

std::optional<Tried> Few::try_all(Ref root) {
  const Ready ready = get_ready(root);
  if (ready == Ready::too_many) return std::nullopt;
  if (ready == Ready::sole) return Tried{{ranges_[root].low}, {}};
  const std::size_t completions = this->completions();
  std::vector<Value> results;
  results.reserve(completions);
  try_each(root, [&](Value value) { return results.push_back(value), true; });
  Tried tried;
  // With nothing forbidden, what a set of inputs changes one step of one variable changes: minimal sets are single.
  std::size_t stride = 1;
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    const std::size_t size = kinds_[i].size();
    for (std::size_t c = 0; c + stride < completions; ++c)
      if (c / stride % size + 1 < size && results[c] != results[c + stride]) {
        tried.matters.push_back(inputs_.variables[variables_[i]].input);
        break;
      }
    stride *= size;
  }
  sort_once(tried.matters);
  sort_once(results);
  tried.values = std::move(results);
  return tried;
}

}  // namespace comity::exact
