// An ordered decision diagram over one plan, made as rows walk down it: each node tests one leaf, or one comparison of days,
// and no path tests a fact twice; where a leaf is not told, its own branch leaves it open. What is left of the plan's roots at
// the end of a path is a *rest*; rows that come to one rest differ in nothing that the law looks at, and one of them is
// decided the long way for all.
// Guarantees: exact, because the rest still holds every open input; branches that come to the same rest are one node.
// Several threads may walk at once.
#pragma once
#include <array>
#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "columnar/groups.h"
#include "columnar/plan.h"

namespace comity::columnar {

// The leaves of one row, as a diagram looks them up.
struct RowLeaves {
  struct Column {
    const std::int32_t* values;
    const std::uint32_t* first;  // of a list
    std::uint32_t element;
    std::int32_t left_out;
  };
  const Column* columns;
  std::size_t row;
  std::int32_t operator[](std::size_t leaf) const {
    const Column& c = columns[leaf];
    const std::int32_t value = c.values[c.first ? c.first[row] + c.element : row];
    return value == nothing ? c.left_out : value;
  }
};

class Diagram {
 public:
  // `room`: bytes that all diagrams of a run may still grow by; where there are none left, rows are decided one by one.
  Diagram(const Layout& layout, std::unique_ptr<Plan> plan, std::atomic<std::int64_t>& room);

  // The answer of a row, from the rest it comes to; `decide` is asked for the first of its kind.
  template <class Decide>
  AnswerId answer(const RowLeaves& leaves, Decide decide) {
    const Node* node = root_;
    while (node->test != Test::rest) {
      node = next(*node, leaves);
      if (!node)
        return decide();  // a branch that nobody took before is made when it is taken again
    }
    if (node->rest->whole) {
      AnswerId known = node->rest->answer.load(std::memory_order_acquire);
      if (known != none) return known;
      known = decide();
      node->rest->answer.store(known, std::memory_order_release);
      return known;
    }
    if (node->rest->alone) return decide();
    return of_rest(*node->rest, leaves, decide);
  }

  const Plan& plan() const { return *plan_; }
  std::size_t nodes() const { return nodes_.size(); }

 private:
  static constexpr AnswerId none = 0xffffffff;
  static constexpr std::size_t most_of_rest = 4096;
  enum class Test : std::uint8_t { leaf, day, rest };

  // A comparison of an open day with what a row tells: the day before which it holds.
  struct Edge {
    ir::Ref test;
    int open;  // leaf
  };
  struct Rest {
    bool whole = false;  // nothing of the row is left in it: one answer
    bool alone = false;  // each row has to be decided by itself
    std::vector<Edge> edges;
    std::atomic<AnswerId> answer{none};
    std::mutex mutex;
    std::unordered_map<std::string, AnswerId>
        answers;  // by the order of its edges, and which places are one
  };
  struct Node {
    Test test = Test::rest;
    std::uint32_t leaf = 0;
    DayTest days;
    ir::Ref at = 0;  // the variable or comparison tested
    std::vector<ir::Ref> roots;
    std::vector<bool> open;  // leaves met untold on the way
    // Of a leaf: the values it is compared with, ascending; all others are alike. Empty: each value by itself.
    std::vector<std::int32_t> compared;
    // By value, the last: not told. Of a comparison: no, yes, left not told, right not told.
    std::vector<std::atomic<const Node*>> children;
    std::unique_ptr<Rest> rest;
  };

  const Node* next(const Node& node, const RowLeaves& leaves) {
    std::size_t branch = 0;
    if (node.test == Test::leaf) {
      const std::int32_t value = leaves[node.leaf];
      branch = value == nothing ? node.children.size() - 1 : static_cast<std::size_t>(value);
    } else {
      branch = day_branch(node.days, leaves);
    }
    const Node* child = node.children[branch].load(std::memory_order_acquire);
    if (child) return child;
    if (!taken_before(node, branch) || room_.load(std::memory_order_relaxed) <= 0) return nullptr;
    return grow(const_cast<Node&>(node), branch);
  }
  static std::size_t day_branch(const DayTest& test, const RowLeaves& leaves) {
    std::int32_t left = 0, right = 0;
    if (test.left.leaf >= 0 && (left = leaves[static_cast<std::size_t>(test.left.leaf)]) == nothing)
      return 2;
    if (test.right.leaf >= 0 &&
        (right = leaves[static_cast<std::size_t>(test.right.leaf)]) == nothing)
      return 3;
    left = test.left.of(left), right = test.right.of(right);
    return test.equal ? left == right : left < right;
  }

  template <class Decide>
  AnswerId of_rest(Rest& rest, const RowLeaves& leaves, Decide decide) {
    std::string key = key_of(rest, leaves);
    {
      std::lock_guard lock(rest.mutex);
      if (auto at = rest.answers.find(key); at != rest.answers.end()) return at->second;
    }
    const AnswerId id = decide();
    std::lock_guard lock(rest.mutex);
    if (rest.answers.size() >= most_of_rest) rest.answers.clear();
    rest.answers.emplace(std::move(key), id);
    return id;
  }

  // Remembers, by a few bits of a hash, which branches were taken; a branch taken for another makes a node too early.
  bool taken_before(const Node& node, std::size_t branch) {
    const std::size_t at =
        (reinterpret_cast<std::size_t>(&node) / 64 * 31 + branch) * 0x9e3779b97f4a7c15ull >> 52;
    return taken_[at].exchange(1, std::memory_order_relaxed) != 0;
  }
  const Node* grow(Node& node, std::size_t branch);
  const Node* node_of(std::vector<ir::Ref> roots, std::vector<bool> open);
  void rank_tests();
  void choose_test(Node& node);
  void fill_alike(Node& node, std::size_t branch, const Node* child);
  std::uint32_t rank_of(ir::Ref ref) const { return ref < rank_.size() ? rank_[ref] : unranked; }
  void make_rest(Node& node, const std::vector<ir::Ref>& comparisons);
  std::vector<ir::Ref> assume(const std::vector<ir::Ref>& roots, ir::Ref at, ir::Ref becomes);
  ir::Ref assumed(ir::Ref ref);
  std::string key_of(const Rest& rest, const RowLeaves& leaves) const;
  std::int32_t edge_of(ir::Ref ref, const RowLeaves& leaves) const;

  const Layout& layout_;
  std::unique_ptr<Plan> plan_;
  std::atomic<std::int64_t>& room_;
  std::mutex mutex_;
  std::deque<Node> nodes_;
  std::map<std::pair<std::vector<ir::Ref>, std::vector<bool>>, const Node*> known_;
  const Node* root_ = nullptr;
  static constexpr std::size_t remembered = 4096;
  std::array<std::atomic<std::uint8_t>, remembered> taken_{};
  // The order of tests, by cell of the plan's graph: as its roots come upon them.
  static constexpr std::uint32_t unranked = 0xffffffff;
  std::vector<std::uint32_t> rank_;
  // Room for one rebuilding, or one search, at a time.
  std::vector<ir::Ref> now_;
  std::vector<std::uint32_t> stamp_;
  std::uint32_t round_ = 0;
  ir::Ref at_ = 0, becomes_ = 0;
};

}  // namespace comity::columnar
