// Questions about a decision graph that are put to Z3: can these conditions hold together, in which completion, and which
// of them cannot. The only header of the program behind which Z3 stands; it shows nothing of it.
// Guarantees: the encoding is total (every Shape, every domain, shifts of days to the day), so that "never" is a proof over
// every completion the domains allow; a completion given is checked against Graph::evaluate before it is handed out, and
// one that does not make the conditions true is an internal error, thrown as Unreproduced. Same calls, same results.
// Leaves to the caller what readings are set to, and what the words of a condition are.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "exact/exact.h"
#include "interp/inputs.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::solver {

using exact::Completion;

// The solver said something that the graph, or the case made of it, does not bear out.
struct Unreproduced : std::logic_error {
  using std::logic_error::logic_error;
};

enum class Reply : std::uint8_t { possible, never, out_of_time };

// Time in Z3 alone, apart from encoding and from everything else: for the benchmark.
double seconds_in_z3();
// Asks every question under way and every later one to end as out_of_time. Safe in a signal handler.
void interrupt();
bool interrupted();

class Questions {
 public:
  // Keeps references; graph and inputs may grow between calls.
  Questions(const ir::Graph& graph, const interp::Inputs& inputs, const ir::Law& law);
  ~Questions();
  Questions(const Questions&) = delete;
  Questions& operator=(const Questions&) = delete;

  void demand(ir::Ref condition);  // from now on every completion makes it true
  const std::vector<ir::Ref>& demanded() const { return demanded_; }
  Reply ask(std::span<const ir::Ref> together);
  Reply ask(std::initializer_list<ir::Ref> together) {
    return ask(std::span(together.begin(), together.size()));
  }
  // After `possible`: a completion, whole; variables that nothing asked about take their ordinary or first value.
  Completion completion() const;
  // After `never`: positions in `together` that cannot hold together; not always the fewest.
  const std::vector<std::size_t>& clash() const;
  void give_each(double seconds);  // the most that one question may take

 private:
  struct Z3;
  const ir::Graph& graph_;
  const interp::Inputs& inputs_;
  const ir::Law& law_;
  double seconds_ = 60;
  std::vector<ir::Ref> demanded_;
  std::size_t taken_ = 0;
  std::unique_ptr<Z3> z3_;
  Z3& z3();
};

}  // namespace comity::solver
