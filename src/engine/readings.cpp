// Each reading known on the day: what the letter comes to with it, who holds it, and the smallest sets that flip the letter.
#include <algorithm>
#include <numeric>

#include "engine/parts.h"

namespace comity::engine {

using ir::Graph;
using ir::Ref;

namespace {

std::string_view class_word(ir::Body body) {
  switch (body) {
    case ir::Body::courts:
      return "courts";
    case ir::Body::authorities:
      return "authorities";
    case ir::Body::legislature:
      return "legislature";
    case ir::Body::doctrine:
      return "doctrine";
    case ir::Body::supervisors:
      return "supervisors";
  }
  return {};
}

bool held_by(const ir::Law& law, const ir::Holding& holding, std::uint16_t reading) {
  for (std::uint32_t i = 0; i < holding.readings; ++i)
    if (law.kids[holding.first_reading + i] == reading) return true;
  return false;
}

bool said_by_then(const World& world, const ir::Holding& h) {
  return h.said <= world.known_on && h.reach <= world.question.on;
}

// Who holds a reading in the laws that were asked. What a family's bodies hold stands with each of its places, and is
// shown once.
std::vector<const ir::Holding*> holdings_of(const World& world, std::uint16_t number) {
  std::vector<const ir::Holding*> list;
  for (const ir::Holding& h : world.law.holdings) {
    if (!held_by(world.law, h, number) || !said_by_then(world, h)) continue;
    bool asked = std::ranges::any_of(world.inputs.variables, [&](const interp::Variable& v) {
      return world.inputs.inputs[v.input].label == interp::Label::reading && v.number == number &&
             v.module == h.module;
    });
    bool shown = std::ranges::any_of(
        list, [&](const ir::Holding* known) { return known->first_reading == h.first_reading; });
    if (asked && !shown) list.push_back(&h);
  }
  return list;
}

ReadingLine::Holder holder(const World& world, const ir::Holding& h) {
  const ir::Law& law = world.law;
  ReadingLine::Holder line;
  line.body = h.who;
  line.body_class = class_word(h.body);
  line.rank = ir::enum_word(law, law.anchors.enum_rank, h.rank_word);
  line.form = ir::enum_word(law, law.anchors.enum_form_of_act, h.form);
  for (std::uint32_t p = 0; p < world.purposes(); ++p)
    if (h.purposes >> p & 1)
      line.purposes.emplace_back(
          ir::enum_word(law, law.anchors.enum_purpose, static_cast<ir::Value>(p)));
  line.said_on = base::to_string(h.said);
  if (h.until < base::last_day) line.until = base::to_string(h.until);
  line.cite = law.str(h.cite);
  line.source = law.str(h.source);
  bool counts = h.body == ir::Body::courts || h.body == ir::Body::authorities;
  line.counted = counts && h.purposes >> world.question.purpose & 1 &&
                 holds_on(h, world.question.on, world.known_on);
  line.on_knowledge = h.on_knowledge != 0;
  return line;
}

// The readings that the graph asks for and that somebody had given by the day asked, in the law base's order.
std::vector<std::uint16_t> readings_known(const World& world) {
  std::vector<std::uint16_t> list;
  for (const interp::Variable& v : world.inputs.variables) {
    if (world.inputs.inputs[v.input].label != interp::Label::reading) continue;
    auto number = static_cast<std::uint16_t>(v.number);
    bool known = std::ranges::any_of(world.law.holdings, [&](const ir::Holding& h) {
      return h.module == v.module && held_by(world.law, h, number) && said_by_then(world, h);
    });
    if (known && std::ranges::find(list, number) == list.end()) list.push_back(number);
  }
  std::ranges::sort(list);
  return list;
}

Ref letter_with(Checking& c, const std::vector<std::uint16_t>& readings) {
  View view = view_with(c.world, with_readings(c.world, readings));
  return outcome_node(c.world, view, static_cast<std::uint32_t>(c.world.question.purpose));
}

bool can_differ(Checking& c, Ref a, Ref b) {
  Ref differ = c.world.graph.negation(c.world.graph.equal(a, b));
  return differ == Graph::yes ? c.exact.consistent()
                              : differ != Graph::no && c.exact.satisfiable(differ);
}

// Minimal sets by growing size; a set that holds a smaller one that flips is not minimal.
std::vector<std::vector<std::uint16_t>> minimal_flips(Checking& c,
                                                      const std::vector<std::uint16_t>& readings,
                                                      Ref letter) {
  std::vector<std::vector<std::uint16_t>> found;
  const std::size_t n = std::min<std::size_t>(readings.size(), 12);
  std::vector<unsigned> sets(std::size_t{1} << n);
  std::iota(sets.begin(), sets.end(), 0u);
  std::ranges::stable_sort(sets, {}, [](unsigned set) { return __builtin_popcount(set); });
  std::vector<unsigned> minimal;
  for (unsigned set : sets) {
    if (set == 0 || std::ranges::any_of(minimal, [&](unsigned m) { return (m & set) == m; }))
      continue;
    std::vector<std::uint16_t> chosen;
    for (std::size_t i = 0; i < n; ++i)
      if (set >> i & 1) chosen.push_back(readings[i]);
    if (!can_differ(c, letter, letter_with(c, chosen))) continue;
    minimal.push_back(set);
    found.push_back(std::move(chosen));
  }
  return found;
}

}  // namespace

void add_readings_and_flips(Checking& c, Answer& answer) {
  const ir::Law& law = c.world.law;
  auto readings = readings_known(c.world);
  Ref letter = c.outcomes.front();
  std::vector<std::vector<std::string>>
      foreign;  // other stances of foreign laws, found already: each by itself flips
  for (const ReadingLine& line : answer.readings)
    if (line.flips) foreign.push_back({line.id});
  for (std::uint16_t number : readings) {
    ReadingLine line;
    line.id = law.str(law.readings[number].id);
    line.says = law.readings[number].says;
    Ref alone = letter_with(c, {number});
    auto values = c.exact.possible(alone);
    if (values.size() == 1 && values[0] != silent_code)
      line.alone = static_cast<Outcome>(values[0]);
    line.flips = can_differ(c, letter, alone);
    for (const ir::Holding* h : holdings_of(c.world, number))
      line.holders.push_back(holder(c.world, *h));
    answer.readings.push_back(std::move(line));
  }
  for (const auto& set : minimal_flips(c, readings, letter)) {
    std::vector<std::string> ids;
    ids.reserve(set.size());
    for (std::uint16_t number : set) ids.emplace_back(law.str(law.readings[number].id));
    answer.flips.push_back(std::move(ids));
  }
  answer.flips.insert(answer.flips.end(), foreign.begin(), foreign.end());
}

bool add_foreign_stances(Checking& c, Answer& answer) {
  bool changes = false;
  for (std::uint16_t module : foreign_modules(c.world)) {
    static constexpr std::pair<ForeignStance, const char*> stances[] = {
        {ForeignStance::letter, "letter"},
        {ForeignStance::courts, "courts"},
        {ForeignStance::authorities, "authorities"}};
    for (auto [stance, name] : stances) {
      View view = view_with(c.world, with_foreign(c.world, module, stance));
      Ref outcome =
          outcome_node(c.world, view, static_cast<std::uint32_t>(c.world.question.purpose));
      if (!can_differ(c, c.outcomes.front(), outcome)) continue;
      changes = true;
      ReadingLine line;
      auto place = static_cast<std::size_t>(c.world.law.modules[module].place);
      line.id = std::string(c.world.law.str(c.world.law.places[place].code)) + "/" + name;
      auto values = c.exact.possible(outcome);
      if (values.size() == 1) line.alone = static_cast<Outcome>(values[0]);
      line.flips = true;
      answer.readings.push_back(std::move(line));
    }
  }
  return changes;
}

void add_other_purposes(Checking& c, Answer& answer) {
  const auto asked = static_cast<std::uint32_t>(c.world.question.purpose);
  for (std::size_t s = 0; s < c.views.size(); ++s) {
    const StanceAnswer& stance = answer.stances[s];
    if (stance.outcome == Outcome::none) continue;
    for (std::uint32_t p = 0; p < c.world.purposes(); ++p) {
      if (p == asked || c.world.class_of[p] == c.world.class_of[asked]) continue;
      Ref node = outcome_node(c.world, c.views[s], p);
      auto values = c.exact.possible(node);
      if (values.size() == 1 &&
          (values[0] == silent_code || static_cast<Outcome>(values[0]) == stance.outcome))
        continue;
      Outcome outcome = values.size() == 1 ? static_cast<Outcome>(values[0]) : Outcome::none;
      answer.other_purposes.push_back(
          {stance.stance,
           std::string(ir::enum_word(c.world.law, c.world.law.anchors.enum_purpose,
                                     static_cast<ir::Value>(p))),
           outcome});
    }
  }
}

}  // namespace comity::engine
