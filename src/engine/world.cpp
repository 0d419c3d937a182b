#include "engine/world.h"

#include <algorithm>
#include <array>

namespace comity::engine {

namespace {

// Purposes in classes: each mask of purposes splits the classes it cuts through. Classes are numbered by first purpose.
struct Partition {
  std::vector<std::uint8_t> class_of;
  std::uint32_t last = 0;
  explicit Partition(std::uint32_t purposes) : class_of(purposes, 0) {}

  void split(std::uint32_t mask) {
    if (mask == 0 || mask == last) return;  // cuts through nothing, or has cut already
    last = mask;
    std::array<int, 128> renamed;
    renamed.fill(-1);
    std::uint8_t next = 0;
    for (std::size_t p = 0; p < class_of.size(); ++p) {
      int& now = renamed[class_of[p] * 2u + (mask >> p & 1)];
      if (now < 0) now = next++;
      class_of[p] = static_cast<std::uint8_t>(now);
    }
  }
};

std::uint16_t number_of(const ir::Law& law, const ir::Module* module) {
  return module ? static_cast<std::uint16_t>(module - law.modules.data()) : std::uint16_t{0xffff};
}

bool has_member(const ir::Law& law, const ir::Overlay& overlay, ir::Value place) {
  for (std::uint32_t i = 0; i < overlay.parties; ++i)
    if (law.parties[overlay.first_party + i].place == place) return true;
  if (overlay.table == ir::none_u32) return false;
  const ir::Table& table = law.tables[overlay.table];
  for (std::uint32_t i = 0; i < table.rows; ++i)
    if (law.rows[table.first_row + i].place == place) return true;
  return false;
}

// Purposes that the rules on effects the forum's law can come to, and the overlays it is under, treat alike.
Partition by_law(const ir::Law& law, const ir::Module* forum, std::uint32_t purposes) {
  Partition classes(purposes);
  if (!forum) return classes;
  for (std::uint32_t i = 0; i < forum->effects; ++i) {
    const ir::Function& f = law.functions[law.members_of[forum->first_effect + i]];
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
      classes.split(law.clauses[c].purposes), classes.split(law.clauses[c].carries);
  }
  for (const ir::Overlay& o : law.overlays)
    if (o.purposes != 0 && has_member(law, o, forum->place)) classes.split(o.purposes);
  return classes;
}

}  // namespace

std::vector<bool> World::files_used() const {
  std::vector<bool> used(law.files.size(), false);
  for (std::size_t c = 0; c < law.clauses.size(); ++c)
    if (evaluator.clauses_used[c] && law.clauses[c].provision < law.provisions.size())
      used[law.provisions[law.clauses[c].provision].file] = true;
  return used;
}

World::World(const ir::Law& law_, const ir::Facts& facts_, const Question& question_,
             base::Day known_on_, bool open_presumed, For use)
    : law(law_),
      facts(facts_),
      question(question_),
      known_on(known_on_),
      evaluator(law_, facts_,
                interp::Asked{question_.forum, question_.on, known_on_, open_presumed}, graph,
                inputs),
      number_(number_of(law_, law_.module_of(question_.forum))) {
  if (use == For::members) {
    constraints = evaluator.constraints();
    return;
  }
  const std::uint32_t purposes = law.enums[law.anchors.enum_purpose].values;
  const Partition alike = by_law(law, module(), purposes);
  Partition classes_of = alike;
  for (const ir::Holding& h :
       law.holdings)  // those who hold readings may have spoken of some purposes only
    if (is_forums(h.module)) classes_of.split(h.purposes);
  class_of = classes_of.class_of;
  std::vector<int> first_of(purposes, -1);  // of each class by law: the class that was evaluated
  for (std::uint32_t p = 0; p < purposes; ++p) {
    if (class_of[p] != classes.size()) continue;
    int& first = first_of[alike.class_of[p]];
    if (first >= 0) {
      Recognition same = classes[static_cast<std::size_t>(first)];
      same.purpose = static_cast<std::uint8_t>(p);
      classes.push_back(std::move(same));
      continue;
    }
    first = static_cast<int>(classes.size());
    evaluator.voidable.clear();
    Recognition r;
    r.purpose = static_cast<std::uint8_t>(p);
    r.effect = evaluator.recognition(p);
    r.ground = evaluator.ground;
    r.voidable = evaluator.voidable;
    classes.push_back(std::move(r));
  }
  constraints = evaluator.constraints();
}

}  // namespace comity::engine
