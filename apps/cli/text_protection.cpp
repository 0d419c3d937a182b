// What comes before the answer where a spouse was a child or did not consent: that help exists, and where.
#include <optional>

#include "cli/text_parts.h"

namespace comity::cli {

namespace {

using ir::Fact;
using ir::Known;

// The slot of a spouse's fact, or none where the ontology has no fact of that name.
std::optional<std::uint32_t> spouse_slot(const ir::Law& law, std::uint32_t spouse, std::string_view name) {
  int field = ir::field_named(law, law.anchors.record_spouse, name);
  if (field < 0) return std::nullopt;
  return law.anchors.spouses + 1 + spouse * law.records[law.anchors.record_spouse].slots +
         law.fields[static_cast<std::size_t>(field)].offset;
}

std::optional<base::Day> latest(const Fact& fact) {
  if (fact.known == Known::yes) return fact.low;
  if (fact.known == Known::range) return fact.high;
  return std::nullopt;
}

std::optional<base::Day> earliest(const Fact& fact) {
  if (fact.known == Known::yes || fact.known == Known::range) return fact.low;
  return std::nullopt;
}

// Under 18 whatever day of what is told is the right one.
bool surely_under_18(const ir::Law& law, const ir::Facts& facts, std::uint32_t born) {
  int on = ir::field_named(law, law.anchors.record_celebration, "on");
  if (on < 0) return false;
  std::uint32_t wedding = law.anchors.celebration + law.fields[static_cast<std::size_t>(on)].offset;
  for (const ir::Relation& told : facts.relations)
    if (told.kind == ir::Relation::Kind::age && told.left == born && told.right == wedding) return told.amount < 18;
  auto birth = earliest(facts.slots[born]), day = latest(facts.slots[wedding]);
  return birth && day && *day < base::add(*birth, 18, base::Unit::years, base::Rounding::forward);
}

}  // namespace

Protection protection_of(const ir::Law& law, const ir::Facts& facts) {
  Protection found;
  for (std::uint32_t spouse = 0; spouse < 2; ++spouse) {
    if (auto born = spouse_slot(law, spouse, "born")) found.under_18 |= surely_under_18(law, facts, *born);
    if (auto consents = spouse_slot(law, spouse, "consents")) {
      const Fact& fact = facts.slots[*consents];
      found.without_consent |= fact.known == Known::yes && fact.low == 0;
    }
  }
  return found;
}

void write_protection(const Parts& parts) {
  Protection protection = protection_of(parts.law, parts.facts);
  if (!protection.under_18 && !protection.without_consent) return;
  parts.page.heading(parts.say(Message::protect_head));
  if (protection.under_18) parts.page.line(parts.say(Message::protect_young));
  if (protection.without_consent) parts.page.line(parts.say(Message::protect_consent));
  parts.page.line(parts.say(Message::protect_help));
  parts.page.blank();
}

}  // namespace comity::cli
