#include "exact/exact.h"

#include <algorithm>

#include "exact/search.h"

namespace comity::exact {

Exact::Exact(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law,
             ir::Ref constraints)
    : search_(std::make_unique<Search>(graph, inputs, law, constraints)) {}

Exact::~Exact() = default;

bool Exact::consistent() { return search_->consistent(); }

std::vector<ir::Value> Exact::possible(ir::Ref root) { return search_->possible(root); }

std::optional<ir::Value> Exact::only(ir::Ref root) { return search_->only(root); }

bool Exact::satisfiable(ir::Ref condition, Completion* witness) {
  return search_->satisfiable(condition, witness);
}

std::vector<std::uint32_t> Exact::matters(ir::Ref root) { return search_->matters(root); }

std::size_t Exact::worst_case(ir::Ref root, std::uint32_t input) {
  return search_->worst_case(root, input);
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
