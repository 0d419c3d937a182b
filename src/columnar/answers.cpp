#include "columnar/answers.h"

namespace comity::columnar {

namespace {

std::string key_of(const RowAnswer& a) {
  std::string key;
  auto put = [&](std::uint32_t value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  put(static_cast<std::uint32_t>(a.verdict));
  put(static_cast<std::uint32_t>(a.outcome));
  for (const Stance& s : a.stances) {
    put(static_cast<std::uint32_t>(s.verdict));
    put(static_cast<std::uint32_t>(s.outcome));
    put(s.decided_by);
  }
  return key + a.depends_on + '\n' + a.problem;
}

}  // namespace

RowAnswer row_answer(const engine::Answer& answer) {
  RowAnswer row;
  row.verdict = answer.verdict;
  row.outcome = answer.outcome;
  for (std::size_t s = 0; s < answer.stances.size() && s < row.stances.size(); ++s) {
    const engine::StanceAnswer& said = answer.stances[s];
    row.stances[s] = {said.verdict, said.outcome, said.decided_by};
  }
  for (const engine::Open& open : answer.depends_on)
    row.depends_on += (row.depends_on.empty() ? "" : " ") + open.id;
  return row;
}

AnswerId Answers::number(RowAnswer answer) {
  std::string key = key_of(answer);
  std::lock_guard lock(mutex_);
  auto [at, is_new] = known_.try_emplace(std::move(key), static_cast<AnswerId>(list_.size()));
  if (is_new) list_.push_back(std::move(answer));
  return at->second;
}

const RowAnswer& Answers::operator[](AnswerId id) const {
  std::lock_guard lock(mutex_);
  return list_[id];
}

std::size_t Answers::size() const {
  std::lock_guard lock(mutex_);
  return list_.size();
}

}  // namespace comity::columnar
