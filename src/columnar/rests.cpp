#include "columnar/rests.h"

#include "columnar/plan.h"

namespace comity::columnar {

using ir::Graph;
using ir::Ref;
using ir::Shape;

namespace {

struct Hashing {
  Rests::Hash hash{0x9e3779b97f4a7c15ull, 0xc2b2ae3d27d4eb4full};
  void put(std::uint64_t value) {
    hash.a = (hash.a ^ value) * 0xff51afd7ed558ccdull;
    hash.a ^= hash.a >> 32;
    hash.b = (hash.b + value) * 0xc4ceb9fe1a85ec53ull;
    hash.b ^= hash.b >> 29;
  }
  void put(std::string_view text) {
    put(text.size());
    for (std::size_t at = 0; at < text.size(); at += 8) {
      std::uint64_t piece = 0;
      for (std::size_t i = at; i < std::min(at + 8, text.size()); ++i)
        piece = piece << 8 | static_cast<unsigned char>(text[i]);
      put(piece);
    }
  }
};

void put_variable(Hashing& into, const interp::Inputs& inputs, const interp::Variable& v) {
  const interp::Input& input = inputs.inputs[v.input];
  into.put(static_cast<std::uint64_t>(input.label) << 32 |
           static_cast<std::uint64_t>(v.type) << 16 | v.ref);
  into.put(input.id);
  into.put(input.presumed);
  into.put(static_cast<std::uint64_t>(static_cast<std::uint32_t>(v.low)) << 32 |
           static_cast<std::uint32_t>(v.high));
  into.put(v.values.size());
  for (ir::Value value : v.values) into.put(static_cast<std::uint32_t>(value));
}

// Cells by the order in which they are come upon: equal graphs have equal numbers.
Rests::Hash hash_of(const Graph& graph, const interp::Inputs& inputs,
                    const std::vector<Ref>& roots) {
  constexpr std::uint32_t unseen = 0xffffffff;
  thread_local std::vector<std::uint32_t> number;
  number.assign(graph.size(), unseen);
  Hashing into;
  std::uint32_t next = 0;
  std::vector<Ref> waiting;
  for (Ref root : roots) {
    waiting.push_back(root);
    into.put(std::uint64_t{0xabcdef});
    while (!waiting.empty()) {
      const Ref ref = waiting.back();
      waiting.pop_back();
      if (number[ref] != unseen) {
        into.put(number[ref] | std::uint64_t{1} << 40);
        continue;
      }
      number[ref] = next++;
      const ir::Cell& c = graph[ref];
      into.put(static_cast<std::uint64_t>(c.shape));
      if (c.shape == Shape::constant) into.put(c.a);
      if (c.shape == Shape::shift) into.put(std::uint64_t{c.b} << 32 | c.c);
      // Variables are told apart by their place in this order, inputs by what they are.
      if (c.shape == Shape::variable) put_variable(into, inputs, inputs.variables[c.a]);
      const int n = ir::operands(c.shape);
      if (n > 2) waiting.push_back(c.c);
      if (n > 1) waiting.push_back(c.b);
      if (n > 0) waiting.push_back(c.a);
    }
  }
  return into.hash;
}

}  // namespace

std::optional<AnswerId> Rests::answer(const RowCase& row) {
  Hash hash;
  bool allowed = false;
  {
    engine::World world(law_, row.facts, row.question,
                        row.question.known_on.value_or(asking_.today), false);
    const std::vector<Ref> roots = roots_of(world);
    if (roots[Plan::constraints] == Graph::no) return std::nullopt;
    allowed = roots[Plan::constraints] == Graph::yes;
    hash = hash_of(world.graph, world.inputs, roots);
  }
  Shard& shard = shards_[hash.b % shards];
  {
    std::lock_guard lock(shard.mutex);
    if (auto at = shard.known.find(hash); at != shard.known.end()) return at->second;
  }
  auto answer = decide_facts(law_, asking_, row, allowed);
  if (!answer) return std::nullopt;
  const AnswerId id = answers_.number(std::move(*answer));
  std::lock_guard lock(shard.mutex);
  if (shard.known.size() >= most_of_shard) shard.known.clear();
  shard.known.emplace(hash, id);
  return id;
}

}  // namespace comity::columnar
