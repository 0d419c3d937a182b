// For a spouse under 18 or one who did not consent, protection comes before everything else (people first, status after).
#include "cli/text_parts.h"

namespace comity::cli {

namespace {

// Unknown where the ontology has no such fact.
ir::Fact fact_of(const ir::Law& law, const ir::Facts& facts, std::uint32_t record,
                 std::uint32_t base, const char* name) {
  int field = ir::field_named(law, record, name);
  if (field < 0) return {};
  return facts.slots[base + law.fields[static_cast<std::size_t>(field)].offset];
}

}  // namespace

Protection protection_of(const ir::Law& law, const ir::Facts& facts) {
  Protection result;
  const auto& a = law.anchors;
  const ir::Fact wedding = fact_of(law, facts, a.record_celebration, a.celebration, "on");
  for (std::uint32_t i = 0; i < 2; ++i) {
    std::uint32_t spouse = a.spouses + 1 + i * law.records[a.record_spouse].slots;
    const ir::Fact born = fact_of(law, facts, a.record_spouse, spouse, "born");
    const ir::Fact consents = fact_of(law, facts, a.record_spouse, spouse, "consents");
    auto dated = [](const ir::Fact& f) {
      return f.known == ir::Known::yes || f.known == ir::Known::range;
    };
    // A part-known day counts as the younger: born on its last day, married on its first.
    base::Day latest_birth = born.known == ir::Known::range ? born.high : born.low;
    if (dated(born) && dated(wedding) &&
        wedding.low < base::add(latest_birth, 18, base::Unit::years, base::Rounding::forward))
      result.under_18 = true;
    if (consents.known == ir::Known::yes && consents.low == 0) result.without_consent = true;
  }
  return result;
}

void write_protection(const Parts& parts) {
  Protection p = protection_of(parts.law, parts.facts);
  if (!p.under_18 && !p.without_consent) return;
  parts.page.heading(parts.say(Message::protect_head));
  if (p.under_18) parts.page.line(parts.say(Message::protect_young));
  if (p.without_consent) parts.page.line(parts.say(Message::protect_consent));
  parts.page.line(parts.say(Message::protect_help), 0, Tone::strong);
  parts.page.blank();
}

}  // namespace comity::cli
