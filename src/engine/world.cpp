#include "engine/world.h"

#include <algorithm>

namespace comity::engine {

namespace {

// What the law and its holders say of one purpose, as bits in a fixed order: equal bits, equal treatment.
std::vector<bool> treatment(const ir::Law& law, std::uint16_t module, std::uint32_t purpose) {
  std::vector<bool> bits;
  for (const ir::Function& f : law.functions) {
    if (f.type != ir::Base::effect) continue;
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
      bits.push_back(law.clauses[c].purposes >> purpose & 1);
      bits.push_back(law.clauses[c].carries >> purpose & 1);
    }
  }
  for (const ir::Holding& h : law.holdings)
    if (h.module == module) bits.push_back(h.purposes >> purpose & 1);
  for (const ir::Overlay& o : law.overlays) bits.push_back(o.purposes == 0 || o.purposes >> purpose & 1);
  return bits;
}

}  // namespace

std::uint16_t World::module_number() const {
  const ir::Module* m = module();
  return m ? static_cast<std::uint16_t>(m - law.modules.data()) : std::uint16_t{0xffff};
}

std::vector<bool> World::files_used() const {
  std::vector<bool> used(law.files.size(), false);
  for (std::size_t c = 0; c < law.clauses.size(); ++c)
    if (evaluator.clauses_used[c] && law.clauses[c].provision < law.provisions.size())
      used[law.provisions[law.clauses[c].provision].file] = true;
  return used;
}

World::World(const ir::Law& law_, const ir::Facts& facts_, const Question& question_, base::Day known_on_,
             bool open_presumed)
    : law(law_), facts(facts_), question(question_), known_on(known_on_),
      evaluator(law_, facts_, interp::Asked{question_.forum, question_.on, known_on_, open_presumed}, graph, inputs) {
  const std::uint32_t purposes = law.enums[law.anchors.enum_purpose].values;
  std::vector<std::vector<bool>> seen;
  for (std::uint32_t p = 0; p < purposes; ++p) {
    auto bits = treatment(law, module_number(), p);
    auto at = std::find(seen.begin(), seen.end(), bits);
    class_of.push_back(static_cast<std::uint8_t>(at - seen.begin()));
    if (at != seen.end()) continue;
    seen.push_back(std::move(bits));
    Recognition r;
    r.purpose = static_cast<std::uint8_t>(p);
    evaluator.voidable.clear();
    r.effect = evaluator.recognition(p);
    r.ground = evaluator.ground;
    r.voidable = evaluator.voidable;
    classes.push_back(std::move(r));
  }
  constraints = evaluator.constraints();
}

}  // namespace comity::engine
