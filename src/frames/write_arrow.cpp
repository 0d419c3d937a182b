#include "frames/write_arrow.h"

#include <unordered_map>

#include "engine/parts.h"
#include "engine/words.h"

namespace comity::frames {

using columnar::AnswerId;
using columnar::RowAnswer;

Words::Words(const ir::Law& law) {
  auto outcome_words = std::make_shared<WordList>();
  for (int o = 1; o <= static_cast<int>(engine::Outcome::not_recognised); ++o)
    outcome_words->add(engine::word(static_cast<engine::Outcome>(o)));
  auto verdict_words = std::make_shared<WordList>();
  for (int v = 0; v <= static_cast<int>(engine::Verdict::silent); ++v)
    verdict_words->add(engine::word(static_cast<engine::Verdict>(v)));
  auto provision_words = std::make_shared<WordList>();
  for (const ir::Provision& p : law.provisions) provision_words->add(law.str(p.id));
  outcomes = outcome_words, verdicts = verdict_words, provisions = provision_words;
}

AnswerColumns::AnswerColumns(const columnar::Evaluation& evaluation, Shown shown)
    : evaluation_(evaluation), shown_(shown), words_(evaluation.law()) {}

std::vector<std::string> AnswerColumns::names() const {
  if (shown_.by_column || shown_.stance >= 0)
    return {"outcome", "verdict", "decided_by", "depends_on", "problem"};
  std::vector<std::string> names{"outcome", "verdict"};
  for (engine::Stance stance : engine::all_stances)
    for (const char* part : {".outcome", ".verdict", ".decided_by"})
      names.push_back(std::string(engine::word(stance)) + part);
  names.emplace_back("depends_on");
  names.emplace_back("problem");
  return names;
}

namespace {

std::int32_t index_of(engine::Outcome outcome) { return static_cast<std::int32_t>(outcome) - 1; }

// The texts of a column whose words are not known beforehand.
class Texts {
 public:
  std::int32_t number(const std::string& text) {
    auto [at, is_new] = known_.try_emplace(text, static_cast<std::int32_t>(list_->size()));
    if (is_new) list_->add(text);
    return at->second;
  }
  std::shared_ptr<const WordList> list() const { return list_; }

 private:
  std::shared_ptr<WordList> list_ = std::make_shared<WordList>();
  std::unordered_map<std::string, std::int32_t> known_;
};

// An answer as the numbers of its words, in the order of names().
struct Cut {
  std::vector<std::int32_t> cells;
};

}  // namespace

std::vector<WordColumn> AnswerColumns::of(std::span<const AnswerId> rows,
                                          std::span<const std::int32_t> stances) const {
  Texts depends, problems;
  // An answer said of one stance: 0 of all, 1.. of one of them, 4 of none.
  const std::size_t kinds = 5;
  std::unordered_map<std::uint64_t, std::uint32_t> number_of;
  std::vector<Cut> cuts;
  auto cut = [&](const RowAnswer& answer, std::size_t kind) {
    const bool bad = !answer.problem.empty() || kind == 4;
    const std::string& problem = kind == 4 ? "no stance of that name" : answer.problem;
    Cut made;
    auto stance = [&](const columnar::Stance& s) {
      made.cells.push_back(bad ? -1 : index_of(s.outcome));
      made.cells.push_back(bad ? -1 : static_cast<std::int32_t>(s.verdict));
      made.cells.push_back(
          bad || s.decided_by == ir::none_u32 ? -1 : static_cast<std::int32_t>(s.decided_by));
    };
    if (kind == 0) {
      made.cells = {bad ? -1 : index_of(answer.outcome),
                    bad ? -1 : static_cast<std::int32_t>(answer.verdict)};
      for (const columnar::Stance& s : answer.stances) stance(s);
    } else {
      stance(kind == 4 ? columnar::Stance{} : answer.stances[kind - 1]);
    }
    made.cells.push_back(bad ? -1 : depends.number(answer.depends_on));
    made.cells.push_back(bad ? problems.number(problem) : -1);
    return made;
  };

  const bool one = shown_.by_column || shown_.stance >= 0;
  const std::size_t columns = names().size();
  std::vector<WordColumn> made(columns);
  for (WordColumn& column : made) column.indices.resize(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t kind = one ? static_cast<std::size_t>(shown_.stance + 1) : 0;
    if (shown_.by_column) kind = stances[row] < 0 ? 4 : static_cast<std::size_t>(stances[row]) + 1;
    const std::uint64_t key = std::uint64_t{rows[row]} * kinds + kind;
    auto [at, is_new] = number_of.try_emplace(key, static_cast<std::uint32_t>(cuts.size()));
    if (is_new) cuts.push_back(cut(evaluation_.answers()[rows[row]], kind));
    const Cut& said = cuts[at->second];
    for (std::size_t c = 0; c < columns; ++c) made[c].indices[row] = said.cells[c];
  }
  auto kinds_of = [&](std::size_t c, const std::shared_ptr<const WordList>& words) {
    made[c].words = words;
  };
  std::size_t c = 0;
  if (!one) kinds_of(c++, words_.outcomes), kinds_of(c++, words_.verdicts);
  for (std::size_t s = 0; s < (one ? 1u : 3u); ++s) {
    kinds_of(c++, words_.outcomes);
    kinds_of(c++, words_.verdicts);
    kinds_of(c++, words_.provisions);
  }
  kinds_of(c++, depends.list());
  kinds_of(c++, problems.list());
  return made;
}

}  // namespace comity::frames
