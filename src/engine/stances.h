// Who holds which reading on the day asked, as settings of the graph's reading variables (S5).
// A setting is a node, not a value: whether a holder spoke of this class of case may itself be open.
#pragma once
#include <vector>

#include "engine/world.h"

namespace comity::engine {

// One stance for one purpose.
struct Setting {
  std::vector<ir::Ref>
      of_variable;  // by variable number; ir::Graph::keep where the stance says nothing of it
  ir::Ref speaks = ir::Graph::yes;  // whether the stance has spoken at all
};

// A holding counts when it was said by what is known, reaches the day asked, and has not been given up by then.
bool holds_on(const ir::Holding& holding, base::Day on, base::Day known_on);
ir::Body body_of(Stance stance);

// The letter: no reading of the forum's law held; foreign law read as its own courts, else authorities, else letter read it.
Setting letter_setting(World& world);
// The courts or the authorities of the forum, for one purpose.
Setting stance_setting(World& world, Stance stance, std::uint32_t purpose);
// The letter with these readings held in every marriage the case has.
Setting with_readings(World& world, const std::vector<std::uint16_t>& readings);
// The letter, with one foreign law read as one of its own bodies reads it, or by its letter.
enum class ForeignStance { letter, courts, authorities };
Setting with_foreign(World& world, std::uint16_t module, ForeignStance stance);
// Modules other than the forum's whose readings the graph asks for.
std::vector<std::uint16_t> foreign_modules(const World& world);

}  // namespace comity::engine
