// Keeping the reasons: a stack of steps being gathered, touched only while a derivation is recorded.
#include "interp/evaluator.h"

namespace comity::interp {

void Evaluator::begin_step() {
  if (!trace_) return;
  open_steps_.emplace_back();
  open_facts_.emplace_back();
}

std::uint32_t Evaluator::end_step(Step step) {
  if (!trace_) return ir::none_u32;
  step.because = std::move(open_steps_.back());
  step.facts = std::move(open_facts_.back());
  open_steps_.pop_back();
  open_facts_.pop_back();
  trace_->steps.push_back(std::move(step));
  auto id = static_cast<std::uint32_t>(trace_->steps.size() - 1);
  return id;
}

void Evaluator::hang(std::uint32_t step) {
  if (!trace_ || step == ir::none_u32) return;
  auto& list = open_steps_.empty() ? trace_->roots : open_steps_.back();
  for (std::uint32_t known : list)
    if (known == step) return;
  list.push_back(step);
}

void Evaluator::note_fact(std::uint32_t slot) {
  if (!trace_ || open_facts_.empty()) return;
  for (std::uint32_t known : open_facts_.back())
    if (known == slot) return;
  open_facts_.back().push_back(slot);
}

Holds Evaluator::holds_of(ir::Ref ref) const {
  if (!graph_.is_constant(ref)) return Holds::open;
  return graph_.value(ref) ? Holds::yes : Holds::no;
}

void Evaluator::settle_step(Step& step, ir::Ref value) const {
  step.holds = holds_of(value);
  step.value = value;
}

void Evaluator::date_step(Step& step, ir::Ref as_at) const {
  step.as_at_open = !graph_.is_constant(as_at);
  if (!step.as_at_open) step.as_at = graph_.value(as_at);
}

void Evaluator::leaf(StepKind kind, ir::Value place, diag::Saying detail, ir::Ref holds,
                     ir::Text text) {
  if (!trace_) return;
  begin_step();
  Step step;
  step.kind = kind;
  step.law = place;
  step.detail = std::move(detail);
  settle_step(step, holds);
  step.text = text;
  hang(end_step(std::move(step)));
}

}  // namespace comity::interp
