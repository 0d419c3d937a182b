#include "solver/import.h"

#include <map>
#include <string>

namespace comity::solver {

using ir::Cell;
using ir::Graph;
using ir::Ref;
using ir::Shape;

namespace {

// What a variable is about, the same in two graphs of one ontology; empty: it is each graph's own.
std::string subject(const OpenForum& forum, std::uint32_t v) {
  const interp::Variable& variable = forum.world.inputs.variables[v];
  std::string type = "#" + std::to_string(static_cast<int>(variable.type)) + "#" +
                     std::to_string(variable.ref);
  if (variable.slot != ir::none_u32) return std::to_string(variable.slot) + type;
  if (forum.is_law_of_open_place(v))
    return forum.world.inputs.inputs[variable.input].id + type;
  return {};
}

}  // namespace

Import::Import(OpenForum& into, OpenForum& from) : into_(into), from_(from) { match(); }

void Import::match() {
  std::map<std::string, std::vector<std::uint32_t>> mine;
  for (std::uint32_t v = 0; v < into_.world.inputs.variables.size(); ++v)
    if (std::string s = subject(into_, v); !s.empty()) mine[s].push_back(v);
  std::map<std::string, std::size_t> next;
  for (auto v = static_cast<std::uint32_t>(variables_.size());
       v < from_.world.inputs.variables.size(); ++v) {
    std::string s = subject(from_, v);
    auto at = s.empty() ? mine.end() : mine.find(s);
    std::size_t order = s.empty() ? 0 : next[s]++;
    if (at != mine.end() && order < at->second.size()) {
      variables_.push_back(into_.graph().variable(at->second[order]));
      continue;
    }
    interp::Variable copy = from_.world.inputs.variables[v];
    const interp::Input& input = from_.world.inputs.inputs[copy.input];
    copy.input = into_.world.inputs.input(input.label, input.id, input.text);
    into_.world.inputs.variables.push_back(copy);
    variables_.push_back(into_.graph().variable(
        static_cast<std::uint32_t>(into_.world.inputs.variables.size() - 1)));
  }
}

Ref Import::operator()(Ref root) {
  if (from_.world.inputs.variables.size() > variables_.size()) match();
  Graph& g = into_.graph();
  const Graph& of = from_.graph();
  constexpr Ref untold = 0xffffffff;
  known_.resize(of.size(), untold);
  std::vector<bool> below(root + 1, false);
  below[root] = true;
  for (Ref ref = root + 1; ref-- > 0;) {
    if (!below[ref]) continue;
    const Cell& cell = of[ref];
    const int kids = ir::operands(cell.shape);
    if (kids > 0) below[cell.a] = true;
    if (kids > 1) below[cell.b] = true;
    if (kids > 2) below[cell.c] = true;
  }
  for (Ref ref = 0; ref <= root; ++ref) {
    if (!below[ref] || known_[ref] != untold) continue;
    const Cell& cell = of[ref];
    auto a = [&] { return known_[cell.a]; };
    auto b = [&] { return known_[cell.b]; };
    switch (cell.shape) {
      case Shape::constant:
        known_[ref] = g.constant(of.value(ref));
        break;
      case Shape::variable:
        known_[ref] = variables_[cell.a];
        break;
      case Shape::negation:
        known_[ref] = g.negation(a());
        break;
      case Shape::both:
        known_[ref] = g.both(a(), b());
        break;
      case Shape::either:
        known_[ref] = g.either(a(), b());
        break;
      case Shape::equal:
        known_[ref] = g.equal(a(), b());
        break;
      case Shape::before:
        known_[ref] = g.before(a(), b());
        break;
      case Shape::shift:
        known_[ref] = g.shift(a(), static_cast<int>(cell.b), static_cast<base::Unit>(cell.c & 255),
                              static_cast<base::Rounding>(cell.c >> 8));
        break;
      case Shape::choose:
        known_[ref] = g.choose(a(), b(), known_[cell.c]);
        break;
      case Shape::larger:
        known_[ref] = g.larger(a(), b());
        break;
      case Shape::smaller:
        known_[ref] = g.smaller(a(), b());
        break;
    }
  }
  return known_[root];
}

}  // namespace comity::solver
