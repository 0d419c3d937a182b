// What only shows once every clause is read: versions that overlap, rules that reach themselves.
#include <algorithm>

#include "meaning/stages.h"

namespace comity::meaning {

void check_versions(Unit& unit) {
  for (const Function& f : unit.law.functions) {
    std::vector<const Clause*> clauses;
    for (const Clause& c : f.clauses) clauses.push_back(&c);
    auto key = [](const Clause* c) { return std::tuple(c->provision, c->guard, c->exception_to); };
    std::stable_sort(clauses.begin(), clauses.end(), [&](const Clause* a, const Clause* b) {
      return std::tuple(key(a), a->version.from) < std::tuple(key(b), b->version.from);
    });
    base::Day until = base::first_day;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Clause& c = *clauses[i];
      bool same = i > 0 && key(clauses[i - 1]) == key(&c);
      // The clauses of one standard stand in one declaration and are not versions of each other.
      bool one_declaration = same && clauses[i - 1]->declaration == c.declaration;
      if (same && !one_declaration && c.version.from < until) {
        unit.trail = unit.law.provisions[c.provision].id;
        text::Span head = c.span;
        std::string_view line =
            unit.sources.line_text(c.span.file, unit.sources.place(c.span.file, c.span.begin).line);
        head.end = std::min(c.span.end, c.span.begin + static_cast<std::uint32_t>(line.size()));
        text::Span other = clauses[i - 1]->span;
        std::string_view other_line =
            unit.sources.line_text(other.file, unit.sources.place(other.file, other.begin).line);
        other.end =
            std::min(other.end, other.begin + static_cast<std::uint32_t>(other_line.size()));
        unit.error(Code::versions_overlap, head,
                   {says::both_in_force, unit.law.provisions[c.provision].id,
                    base::to_string(c.version.from)},
                   says::end_earlier_version)
            .labels.push_back({other, says::the_other_version});
      }
      until = same ? std::max(until, c.version.until) : c.version.until;
    }
  }
}

namespace {

// Which functions a function asks within the same law and the same marriage, and where.
struct Edge {
  std::uint32_t to;
  text::Span span;
};

struct Calls {
  Unit& unit;
  std::vector<std::vector<Edge>> edges;
  std::vector<std::vector<std::uint32_t>> bars_of;  // by home: bars' functions

  bool under_heading(std::string_view id, std::string_view heading) const {
    return id.starts_with(heading) &&
           (id.size() == heading.size() || id[heading.size()] == '(' || id[heading.size()] == '#');
  }

  void to_bars(std::uint32_t from, Home home, const BarQuery* query, text::Span span) {
    if (!unit.is_module(home)) return;
    for (std::uint32_t b : unit.law.modules[home].bars) {
      const Bar& bar = unit.law.bars[b];
      bool asked = !query || query->provisions.empty();
      if (query)
        for (std::uint32_t p : query->provisions)
          asked |= under_heading(unit.law.provisions[bar.provision].id, unit.law.provisions[p].id);
      if (asked && (!query || query->kinds >> bar.kind & 1))
        edges[from].push_back({bar.function, span});
    }
  }

  void walk(const Expr& e, std::uint32_t from, Home home) {
    bool own_place = !e.kids.empty() && e.kids[0].op == Op::here;
    if (e.op == Op::call && e.kids[0].param == 0) edges[from].push_back({e.ref, e.span});
    if (e.op == Op::bars && (!unit.law.bar_queries[e.ref].foreign || own_place))
      to_bars(from, home, &unit.law.bar_queries[e.ref], e.span);
    if (e.op == Op::under && own_place && e.kids[3].param == 0 && unit.is_module(home)) {
      std::uint32_t function = unit.law.modules[home].members[e.ref];
      if (function != none)
        edges[from].push_back({function, e.span});
      else
        to_bars(from, home, nullptr, e.span);
    }
    for (const Expr& kid : e.kids) walk(kid, from, home);
  }

  void clause(const Clause& c, std::uint32_t from, Home home) {
    for (const Expr& e : c.scope) walk(e, from, home);
    for (const Expr& e : c.conditions) walk(e, from, home);
    for (const auto* e : {&c.gives, &c.otherwise, &c.from, &c.degree})
      if (*e) walk(**e, from, home);
  }
};

}  // namespace

void check_recursion(Unit& unit) {
  Calls calls{unit, {}, {}};
  std::size_t count = unit.law.functions.size();
  calls.edges.resize(count);
  for (std::uint32_t f = 0; f < count; ++f)
    for (const Clause& c : unit.law.functions[f].clauses)
      calls.clause(c, f, unit.law.functions[f].home);
  // Depth first without recursion of our own: the law's depth is the author's, the stack is ours.
  std::vector<std::uint8_t> state(count, 0);  // 1: on the path, 2: done
  for (std::uint32_t root = 0; root < count; ++root) {
    std::vector<std::pair<std::uint32_t, std::size_t>> path;
    if (state[root] == 0) path.push_back({root, 0}), state[root] = 1;
    while (!path.empty()) {
      auto& [f, next] = path.back();
      if (next == calls.edges[f].size()) {
        state[f] = 2;
        path.pop_back();
        continue;
      }
      Edge edge = calls.edges[f][next++];
      if (state[edge.to] == 0) {
        state[edge.to] = 1;
        path.push_back({edge.to, 0});
      } else if (state[edge.to] == 1) {
        Saying way;
        for (auto& [step, ignored] : path)
          if (!way.empty() || step == edge.to)
            way = {says::asks_then, std::move(way), unit.law.functions[step].name};
        const auto& clauses = unit.law.functions[f].clauses;
        unit.trail = clauses.empty() ? "" : unit.law.provisions[clauses.front().provision].id;
        unit.error(Code::recursion, edge.span,
                   {says::reaches_itself, way, unit.law.functions[edge.to].name},
                   says::only_under_leads_back)
            .labels.push_back({unit.law.functions[edge.to].span, says::this_rule});
      }
    }
  }
}

}  // namespace comity::meaning
