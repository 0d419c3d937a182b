#include "columnar/couples.h"

#include <algorithm>
#include <string_view>

namespace comity::columnar {

// Numbers from a counter (SplitMix64): the nth of a row depends on seed, row and n alone.
class Couples::Draw {
 public:
  Draw(std::uint64_t seed, std::uint64_t row)
      : state_(mixed(seed * 0x9e3779b97f4a7c15ull + mixed(row + 0x632be59bd9b4e019ull))) {}

  std::uint32_t below(std::uint32_t end) {
    return static_cast<std::uint32_t>((next() >> 32) * end >> 32);
  }
  bool in_ten_thousand(std::uint32_t chance) { return below(10000) < chance; }
  std::int32_t one_of(const std::vector<std::int32_t>& values) {
    return values[below(static_cast<std::uint32_t>(values.size()))];
  }

 private:
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ z >> 27) * 0x94d049bb133111ebull;
    return z ^ z >> 31;
  }
  std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15ull); }
  std::uint64_t state_;
};

namespace {

std::int32_t day(int year) { return *base::day_of(year, 1, 1); }

std::int32_t record_of(const ir::Law& law, std::string_view name) {
  for (std::size_t r = 0; r < law.records.size(); ++r)
    if (law.str(law.records[r].name) == name) return static_cast<std::int32_t>(r);
  return -1;
}

}  // namespace

std::int32_t Couples::word(const char* record, const char* field, const char* value) const {
  const int r = record_of(law_, record);
  const int f = r < 0 ? -1 : ir::field_named(law_, static_cast<std::uint32_t>(r), field);
  return f < 0 ? -1 : ir::enum_value(law_, law_.fields[static_cast<std::size_t>(f)].ref, value);
}

Couples::Couples(const ir::Law& law, std::uint64_t seed, std::vector<std::int32_t> where)
    : law_(law), seed_(seed), where_(std::move(where)) {
  for (std::size_t p = 0; p < law.places.size(); ++p) {
    const ir::Place& place = law.places[p];
    const std::string_view code = law.str(place.code);
    if (place.until != 0 || code == "EU" || code == "COE")
      continue;  // overlays are no places to marry
    places_.push_back(static_cast<std::int32_t>(p));
    if (place.part_of < 0) states_.push_back(static_cast<std::int32_t>(p));
  }
  if (where_.empty()) where_ = places_;
  for (const char* code : {"RU", "RU", "RU", "RU", "DE", "UA", "IL", "FR", "PL", "IN", "TR", "BR"})
    if (int place = ir::place_named(law, code); place >= 0) often_.push_back(place);
  w_.civil = word("celebration", "form", "civil");
  w_.religious = word("celebration", "form", "religious");
  w_.consular = word("celebration", "form", "consular");
  w_.customary = word("celebration", "form", "customary");
  w_.remote = word("celebration", "form", "remote");
  w_.proxy = word("celebration", "form", "proxy");
  w_.male = word("spouse", "sex", "male");
  w_.female = word("spouse", "sex", "female");
  w_.other = word("spouse", "sex", "other");
  w_.marriage = word("celebration", "kind", "marriage");
  w_.partnership = word("celebration", "kind", "registered_partnership");
  w_.first_cousins = word("between", "kinship", "first_cousins");
  w_.further = word("between", "kinship", "further");
  w_.uncle = word("between", "kinship", "uncle_aunt_nephew_niece");
  w_.half = word("between", "kinship", "half_siblings");
  w_.siblings_in_law = word("between", "affinity", "sibling_in_law");
  w_.step = word("between", "affinity", "step_parent_child");
  w_.adopter = word("between", "adoption", "adopter_adopted");
  w_.divorce = word("ended", "by", "divorce");
  w_.death = word("ended", "by", "death");
  w_.annulment = word("ended", "by", "annulment");
  w_.judicial = word("ended", "how", "judicial");
  w_.administrative = word("ended", "how", "administrative");
  w_.age = word("permission", "for", "age");
  w_.consent = word("permission", "for", "consent");
}

std::int32_t Couples::place_for(Draw& draw, std::int32_t place) const {
  const std::uint32_t which = draw.below(100);
  if (which < 35) {
    while (law_.places[static_cast<std::size_t>(place)].part_of >= 0)
      place = law_.places[static_cast<std::size_t>(place)].part_of;
    return place;
  }
  return which < 65 && !often_.empty() ? draw.one_of(often_) : draw.one_of(states_);
}

Union Couples::earlier_union(Draw& draw, const Spouse& of, std::int32_t wedding) const {
  Union u;
  u.kind = draw.in_ten_thousand(500) ? w_.partnership : w_.marriage;
  const std::int32_t grown = std::min(of.born + 18 * 365 + 5, wedding);
  u.on = grown + static_cast<std::int32_t>(
                     draw.below(static_cast<std::uint32_t>(std::max(wedding - grown, 1))));
  u.place = draw.in_ten_thousand(7000) ? of.residence : draw.one_of(places_);
  u.form = draw.in_ten_thousand(8500) ? w_.civil : w_.religious;
  u.registered = draw.in_ten_thousand(9700);
  u.ended = draw.in_ten_thousand(9300);
  if (!u.ended) return u;
  const std::uint32_t how = draw.below(100);
  u.ended_by = how < 75 ? w_.divorce : how < 97 ? w_.death : w_.annulment;
  u.ended_on = u.on + static_cast<std::int32_t>(
                          draw.below(static_cast<std::uint32_t>(std::max(wedding - u.on, 1)) +
                                     (draw.in_ten_thousand(300) ? 400 : 0)));
  u.ended_place = draw.in_ten_thousand(8000) ? u.place : draw.one_of(places_);
  u.ended_how = draw.in_ten_thousand(8500) ? w_.judicial : w_.administrative;
  return u;
}

Spouse Couples::spouse(Draw& draw, std::int32_t place, std::int32_t wedding) const {
  Spouse s;
  const std::int32_t years =
      draw.in_ten_thousand(150)
          ? 14 + static_cast<std::int32_t>(draw.below(4))
          : 18 + static_cast<std::int32_t>(std::min(draw.below(50), draw.below(50)));
  s.born = wedding - years * 365 - years / 4 - static_cast<std::int32_t>(draw.below(365));
  s.nationalities.push_back(place_for(draw, place));
  if (draw.in_ten_thousand(800)) {
    const std::int32_t second = place_for(draw, place);
    if (second != s.nationalities[0]) s.nationalities.push_back(second);
  } else if (draw.in_ten_thousand(50)) {
    s.nationalities.clear();  // stateless
  }
  const std::uint32_t home = draw.below(100);
  s.residence = home < 60 && !s.nationalities.empty() ? s.nationalities[0]
                : home < 85                           ? place
                                                      : draw.one_of(places_);
  s.domicile =
      draw.in_ten_thousand(9000) || s.nationalities.empty() ? s.residence : s.nationalities[0];
  s.incapable = draw.in_ten_thousand(40);
  s.consents = draw.in_ten_thousand(9950);
  return s;
}

// One cell in twenty, each by itself.
void Couples::leave_open(Draw& draw, Couple& c) const {
  auto open = [&] { return draw.in_ten_thousand(500); };
  auto cells = [&](std::initializer_list<std::int32_t*> list) {
    for (std::int32_t* cell : list)
      if (open()) *cell = open_cell;
  };
  cells({&c.kind, &c.place, &c.on, &c.form, &c.registered, &c.formalities, &c.kinship, &c.adoption,
         &c.affinity});
  c.permissions_open = open();
  for (Spouse& s : c.spouses) {
    cells({&s.sex, &s.born, &s.domicile, &s.residence, &s.incapable, &s.consents});
    s.nationalities_open = open();
    s.unions_open = open();
    for (Union& u : s.unions) {
      cells({&u.kind, &u.on, &u.place, &u.form, &u.registered});
      if (u.ended) cells({&u.ended_by, &u.ended_on, &u.ended_place, &u.ended_how});
    }
  }
}

Couple Couples::couple(std::uint64_t number) const {
  Draw draw(seed_, number);
  Couple c;
  c.place = draw.one_of(where_);
  c.on = day(1990) +
         static_cast<std::int32_t>(draw.below(static_cast<std::uint32_t>(day(2026) - day(1990))));
  c.kind = draw.in_ten_thousand(300) ? w_.partnership : w_.marriage;
  const std::uint32_t form = draw.below(100);
  c.form = form < 78   ? w_.civil
           : form < 91 ? w_.religious
           : form < 95 ? w_.consular
           : form < 97 ? w_.customary
           : form < 99 ? w_.proxy
                       : w_.remote;
  c.registered = draw.in_ten_thousand(9600);
  c.formalities = draw.in_ten_thousand(9800);
  for (Spouse& s : c.spouses) s = spouse(draw, c.place, c.on);
  if (c.form == w_.consular && !c.spouses[0].nationalities.empty())
    c.authority = c.spouses[0].nationalities[0];
  const std::uint32_t sexes = draw.below(1000);
  c.spouses[0].sex = draw.below(2) ? w_.male : w_.female;
  const std::int32_t opposite = c.spouses[0].sex == w_.male ? w_.female : w_.male;
  c.spouses[1].sex = sexes < 845 ? opposite : sexes < 995 ? c.spouses[0].sex : w_.other;
  const std::uint32_t kin = draw.below(1000);
  c.kinship = kin < 3    ? w_.half
              : kin < 6  ? w_.uncle
              : kin < 26 ? w_.first_cousins
              : kin < 40 ? w_.further
                         : 0;
  c.adoption = draw.in_ten_thousand(10) ? w_.adopter : 0;
  const std::uint32_t tie = draw.below(1000);
  c.affinity = tie < 4 ? w_.siblings_in_law : tie < 6 ? w_.step : 0;
  // One couple in ten: most of them one earlier union of one spouse.
  if (draw.in_ten_thousand(1000)) {
    Spouse& s = c.spouses[draw.below(2)];
    s.unions.push_back(earlier_union(draw, s, c.on));
    if (draw.in_ten_thousand(1000)) s.unions.push_back(earlier_union(draw, s, c.on));
    Spouse& other = c.spouses[&s == &c.spouses[0] ? 1 : 0];
    if (draw.in_ten_thousand(2000)) other.unions.push_back(earlier_union(draw, other, c.on));
  }
  for (std::int32_t s = 0; s < 2; ++s)
    if (c.spouses[static_cast<std::size_t>(s)].born + 18 * 365 > c.on && draw.in_ten_thousand(5000))
      c.permissions.push_back(
          {w_.age, s, c.place, c.on - static_cast<std::int32_t>(draw.below(60))});
  leave_open(draw, c);
  return c;
}

}  // namespace comity::columnar
