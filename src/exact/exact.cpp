#include "exact/exact.h"

#include <algorithm>

#include "exact/search.h"

namespace comity::exact {

Exact::Exact(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law,
             ir::Ref constraints)
    : graph_(graph),
      inputs_(inputs),
      law_(law),
      constraints_(constraints),
      few_(graph, inputs, law) {}

Exact::~Exact() = default;

Exact::Search& Exact::search() {
  if (!search_) search_ = std::make_unique<Search>(graph_, inputs_, law_, constraints_);
  return *search_;
}

bool Exact::nothing_forbidden() {
  if (!nothing_forbidden_) nothing_forbidden_ = few_.always(constraints_);
  return *nothing_forbidden_;
}

// nullptr: a search is needed.
const Tried* Exact::tried(ir::Ref root) {
  if (tried_root_ != root) {
    tried_root_ = root;
    tried_ = nothing_forbidden() ? few_.try_all(root) : std::nullopt;
  }
  return tried_ ? &*tried_ : nullptr;
}

bool Exact::consistent() { return search().consistent(); }

std::vector<ir::Value> Exact::possible(ir::Ref root) {
  const Tried* all = tried(root);
  return all ? all->values : search().possible(root);
}

std::optional<ir::Value> Exact::only(ir::Ref root) {
  const Tried* all = tried(root);
  if (!all) return search().only(root);
  return all->values.size() == 1 ? std::optional(all->values.front()) : std::nullopt;
}

bool Exact::satisfiable(ir::Ref condition, Completion* witness) {
  if (!witness && tried_root_ != condition && nothing_forbidden())
    if (const std::optional<bool> some = few_.try_some(condition)) return *some;
  const Tried* all = witness ? nullptr : tried(condition);
  return all ? all->values.back() != 0 : search().satisfiable(condition, witness);
}

std::vector<std::uint32_t> Exact::matters(ir::Ref root) {
  const Tried* all = tried(root);
  return all ? all->matters : search().matters(root);
}

std::size_t Exact::worst_case(ir::Ref root, std::uint32_t input) {
  return search().worst_case(root, input);
}

std::optional<std::uint32_t> Exact::next_question(ir::Ref root,
                                                  std::span<const std::uint32_t> offered) {
  std::vector<std::uint32_t> matter = matters(root);
  std::optional<std::uint32_t> best;
  std::size_t least = 0;
  for (std::uint32_t input : offered) {
    if (!std::binary_search(matter.begin(), matter.end(), input)) continue;
    std::size_t worst = worst_case(root, input);
    if (!best || worst < least) best = input, least = worst;
  }
  return best;
}

}  // namespace comity::exact
