// What a key means that is not written: unknown, but for what the ontology presumes, fixes, or calls ordinary.
#include <algorithm>
#include <climits>

#include "casefile/reader.h"

namespace comity::casefile {

using ir::Base;
using ir::Known;
using ir::Many;
using ir::Origin;

void Reader::left_out(const ir::Field& f, std::uint32_t slot) {
  if (f.many == Many::one && f.base == Base::record) return record(f.ref, slot, nullptr);
  if (slot == law_.anchors.spouses) {  // two there are, whatever is told of them
    known(slot, 2, Origin::fixed);
    for (std::uint32_t i = 0; i < 2; ++i)
      record(f.ref, slot + 1 + i * law_.records[f.ref].slots, nullptr);
    return;
  }
  if (f.fallback == ir::Default::always) return fill(f, slot, f.presumed, Origin::fixed);
  if (f.fallback == ir::Default::presumed && !strict_)
    return f.presumed_as >= 0 ? take_over(f, slot, Origin::presumed)
                              : fill(f, slot, f.presumed, Origin::presumed);
  if (ordinary_ && f.ordinary_years != 0) {
    before_wedding_.push_back({&f, slot});
    return;
  }
  if (ordinary_ && f.fallback == ir::Default::presumed && f.presumed_as >= 0)
    return take_over(f, slot, Origin::assumed);
  if (ordinary_ && f.has_ordinary) return fill(f, slot, f.ordinary, Origin::assumed);
  if (f.many == Many::maybe)
    record(f.ref, slot + 1, nullptr);  // should there be one, its details are left out too
}

void Reader::fill(const ir::Field& f, std::uint32_t slot, ir::Value value, Origin origin) {
  known(slot, f.many == Many::dated ? 1 : value, origin);
  if (f.many == Many::maybe && value != 0) record(f.ref, slot + 1, nullptr);
  if (f.many != Many::dated) return;
  known(slot + 1, value, origin);
  known(slot + 2, INT_MIN, Origin::fixed);
  known(slot + 3, base::last_day, Origin::fixed);
  known(slot + 4, -1, Origin::fixed);
}

// `presumed place`: the value of another field of the same record, once that is read.
void Reader::take_over(const ir::Field& f, std::uint32_t slot, Origin origin) {
  const ir::Field& from = law_.fields[static_cast<std::size_t>(f.presumed_as)];
  taken_.push_back({&f, slot, slot - f.offset + from.offset, origin});
}

void Reader::years_before_wedding(const ir::Field& f, std::uint32_t slot) {
  const ir::Fact& wedding = into_.facts.slots[celebration_on()];
  if (wedding.known != Known::yes && wedding.known != Known::range) return;
  known(slot, base::add(wedding.low, -f.ordinary_years, base::Unit::years, base::Rounding::back),
        Origin::assumed);
}

// Under `assume: ordinary` a home that is left out is taken from the other home, then nationality, then the place of
// celebration.
void Reader::connecting_facts() {
  const ir::Field* homes[] = {field_of(law_.anchors.record_spouse, "residence"),
                              field_of(law_.anchors.record_spouse, "domicile")};
  const ir::Field* nationalities = field_of(law_.anchors.record_spouse, "nationalities");
  const ir::Field* place = field_of(law_.anchors.record_celebration, "place");
  auto& slots = into_.facts.slots;
  for (std::uint32_t s = 0; s < 2; ++s) {
    std::uint32_t base =
        law_.anchors.spouses + 1 + s * law_.records[law_.anchors.record_spouse].slots;
    bool told[2];
    for (int h = 0; h < 2; ++h)
      told[h] = homes[h] && into_.written.contains(base + homes[h]->offset);
    for (int h = 0; h < 2; ++h) {
      if (!homes[h] || told[h]) continue;
      std::uint32_t at = base + homes[h]->offset;
      const ir::Field* other = homes[1 - h];
      if (other && told[1 - h] && slots[base + other->offset].known == Known::yes &&
          other->slots == homes[h]->slots) {
        for (std::uint32_t i = 0; i < other->slots; ++i) {
          slots[at + i] = slots[base + other->offset + i];
          if (slots[at + i].origin == Origin::told) slots[at + i].origin = Origin::assumed;
        }
        continue;
      }
      ir::Fact value = slots[law_.anchors.celebration + place->offset];
      std::uint32_t list = nationalities ? base + nationalities->offset : 0;
      if (nationalities && slots[list].known != Known::no && slots[list].low > 0) {
        const ir::Field* state = field_of(nationalities->ref, "state");
        value = slots[list + 1 + state->offset];
      }
      if (value.known == Known::no) continue;
      if (value.known == Known::yes && law_is_by_part(*homes[h], value.low)) {
        Told parts{Known::one_of, 0, 0, parts_of(value.low)};
        if (parts.set.empty()) continue;
        fill(*homes[h], at, 0, Origin::assumed);
        put(at + 1, parts, Origin::assumed);
        continue;
      }
      value.origin = Origin::assumed;
      if (homes[h]->many != Many::dated) {
        slots[at] = value;
        continue;
      }
      fill(*homes[h], at, value.low, Origin::assumed);
      slots[at + 1] = value;
    }
  }
}

void Reader::finish() {
  const ir::Record& spouse = law_.records[law_.anchors.record_spouse];
  if (const ir::Field* label = field_of(law_.anchors.record_spouse, "label");
      label && label->base == Base::choice)
    for (std::uint32_t s = 0; s < 2; ++s) {
      std::uint32_t at = law_.anchors.spouses + 1 + s * spouse.slots + label->offset;
      if (!into_.written.contains(at)) known(at, static_cast<ir::Value>(s), Origin::fixed);
    }
  settle_ages();
  for (const BeforeWedding& b : before_wedding_) years_before_wedding(*b.field, b.slot);
  // In the order read, so that what takes over from one that took over itself comes after it.
  for (const Taken& t : taken_) {
    ir::Fact value = into_.facts.slots[t.from];
    if (value.known == Known::no) {
      into_.facts.relations.push_back({ir::Relation::Kind::same, t.slot, t.from, 0});
      continue;
    }
    if (value.origin != Origin::assumed) value.origin = t.origin;
    into_.facts.slots[t.slot] = value;
    if (value.known != Known::yes)
      into_.facts.relations.push_back({ir::Relation::Kind::same, t.slot, t.from, 0});
  }
  if (ordinary_) connecting_facts();
}

}  // namespace comity::casefile
