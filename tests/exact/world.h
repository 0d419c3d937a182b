// A small world of open inputs, and everything exact must say of it worked out the plain way: by going through all
// completions.
#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "exact/exact.h"

namespace comity::exact::small {

struct World {
  std::vector<ir::EnumDef> enums = {{{}, 0, 3}, {{}, 0, 5}};
  std::vector<ir::Place> places = std::vector<ir::Place>(5);
  ir::Law law;
  ir::Graph graph;
  interp::Inputs inputs;
  ir::Ref constraints = ir::Graph::yes;

  World() { law.enums = enums, law.places = places; }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  std::uint32_t input(const std::string& id) { return inputs.input(interp::Label::fact, id); }

  std::uint32_t add(const std::string& of, ir::Base type, ir::Value low = 0, ir::Value high = 1,
                    std::vector<ir::Value> values = {}) {
    interp::Variable v;
    v.input = input(of);
    v.type = type;
    v.low = low, v.high = high;
    v.values = std::move(values);
    inputs.variables.push_back(std::move(v));
    return static_cast<std::uint32_t>(inputs.variables.size() - 1);
  }
  ir::Ref open(const std::string& of, ir::Base type, ir::Value low = 0, ir::Value high = 1,
               std::vector<ir::Value> values = {}) {
    return graph.variable(add(of, type, low, high, std::move(values)));
  }
  ir::Ref yes_no(const std::string& of) { return open(of, ir::Base::yes_no); }
  void demand(ir::Ref condition) { constraints = graph.both(constraints, condition); }

  std::vector<ir::Value> domain(const interp::Variable& v) const {
    std::vector<ir::Value> values = v.values;
    ir::Value low = v.low, high = v.high;
    if (v.type == ir::Base::choice) low = 0, high = static_cast<ir::Value>(enums[v.ref].values) - 1;
    if (v.type == ir::Base::place) low = 0, high = static_cast<ir::Value>(places.size()) - 1;
    if (v.type == ir::Base::effect) low = 0, high = 2;
    if (values.empty())
      for (ir::Value value = low; value <= high; ++value) values.push_back(value);
    return values;
  }

  std::size_t size() const {
    std::size_t all = 1;
    for (const auto& v : inputs.variables) all *= domain(v).size();
    return all;
  }

  std::vector<Completion> completions() const {
    std::vector<Completion> all{{}};
    for (const auto& v : inputs.variables) {
      std::vector<Completion> longer;
      for (const Completion& c : all)
        for (ir::Value value : domain(v)) longer.push_back(c), longer.back().push_back(value);
      all = std::move(longer);
    }
    std::erase_if(all, [&](const Completion& c) { return !graph.evaluate(constraints, c); });
    return all;
  }

  std::vector<ir::Value> possible(ir::Ref root) const {
    std::set<ir::Value> values;
    for (const Completion& c : completions()) values.insert(graph.evaluate(root, c));
    return {values.begin(), values.end()};
  }

  // Whether two completions that differ on these inputs alone differ in root.
  bool turns_on(const std::vector<Completion>& all, const std::vector<ir::Value>& root,
                std::size_t set) const {
    std::map<Completion, ir::Value> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      Completion rest = all[i];
      for (std::size_t v = 0; v < rest.size(); ++v)
        if (set >> inputs.variables[v].input & 1) rest[v] = 0;
      if (seen.try_emplace(rest, root[i]).first->second != root[i]) return true;
    }
    return false;
  }

  std::vector<std::uint32_t> matters(ir::Ref root) const {
    std::vector<Completion> all = completions();
    std::vector<ir::Value> values;
    for (const Completion& c : all) values.push_back(graph.evaluate(root, c));
    std::size_t sets = std::size_t{1} << inputs.inputs.size(), found = 0;
    std::vector<bool> turns(sets, false);
    for (std::size_t set = 1; set < sets; ++set) {
      bool smaller = false;
      for (std::size_t i = 0; i < inputs.inputs.size(); ++i)
        if (set >> i & 1) smaller |= turns[set & ~(std::size_t{1} << i)];
      turns[set] = smaller || turns_on(all, values, set);
      if (turns[set] && !smaller) found |= set;
    }
    std::vector<std::uint32_t> inputs_found;
    for (std::uint32_t i = 0; i < inputs.inputs.size(); ++i)
      if (found >> i & 1) inputs_found.push_back(i);
    return inputs_found;
  }

  std::size_t worst_case(ir::Ref root, std::uint32_t input) const {
    std::map<Completion, std::set<ir::Value>> left;
    for (const Completion& c : completions()) {
      Completion told;
      for (std::size_t v = 0; v < c.size(); ++v)
        if (inputs.variables[v].input == input) told.push_back(c[v]);
      left[told].insert(graph.evaluate(root, c));
    }
    std::size_t worst = 0;
    for (auto& [unused, values] : left) worst = std::max(worst, values.size());
    return worst;
  }
};

}  // namespace comity::exact::small
