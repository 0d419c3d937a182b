// A question over many rows: blocks in, the number of an answer for each row out.
// Guarantees: each row is answered as `check` answers its case (outcome, verdict and decided_by of each stance, depends_on);
// the same rows have the same answers whatever the blocks and threads.
#pragma once
#include <span>

#include "columnar/groups.h"
#include "columnar/plans.h"
#include "columnar/rests.h"

namespace comity::columnar {

class Evaluation {
 public:
  // `often`: how many rows of one shape make a plan for it worth its while.
  Evaluation(const ir::Law& law, Asking asking, std::uint32_t often = 512)
      : law_(law),
        asking_(std::move(asking)),
        groups_(law_, asking_, answers_),
        rests_(law_, asking_, answers_),
        plans_(law_, asking_, often) {}
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;

  // `out` has a place for each row of the block. Several threads may each bring a block of their own.
  void answer(const Block& block, std::span<AnswerId> out);

  // The same, each row by itself: what the other way is measured by.
  void answer_one_by_one(const Block& block, std::span<AnswerId> out);

  const Answers& answers() const { return answers_; }
  const ir::Law& law() const { return law_; }
  const Asking& asking() const { return asking_; }
  const Plans& plans() const { return plans_; }

 private:
  AnswerId decide(const Plans::Shaped& shaped, const RowLeaves& leaves, const Block& block,
                  std::size_t row);

  const ir::Law& law_;
  Asking asking_;
  Answers answers_;
  Groups groups_;
  Rests rests_;
  Plans plans_;
};

}  // namespace comity::columnar
