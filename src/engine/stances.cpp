#include "engine/stances.h"

#include <algorithm>

namespace comity::engine {

using interp::Label;
using ir::Graph;
using ir::Ref;

namespace {

// What one body of law (a module's courts, or its authorities) says of one reading of one marriage.
struct Said {
  Ref speaks = Graph::no;
  Ref held = Graph::no;
};

struct Bench {  // the holdings that count, highest rank first
  World& world;
  std::uint16_t module;
  std::vector<const ir::Holding*> holdings;

  Bench(World& w, std::uint16_t of, ir::Body body, std::uint32_t purpose) : world(w), module(of) {
    for (const ir::Holding& h : w.law.holdings)
      if (w.law.speaks_for(h.module, module) && h.body == body && h.purposes >> purpose & 1 &&
          holds_on(h, w.question.on, w.known_on))
        holdings.push_back(&h);
    std::stable_sort(holdings.begin(), holdings.end(),
                     [](auto* a, auto* b) { return a->rank > b->rank; });
  }

  bool holds(const ir::Holding& h, std::uint16_t reading) const {
    for (std::uint32_t i = 0; i < h.readings; ++i)
      if (world.law.kids[h.first_reading + i] == reading) return true;
    return false;
  }

  bool same_readings(const ir::Holding& a, const ir::Holding& b) const {
    auto of = [&](const ir::Holding& h) {
      return world.law.kids.subspan(h.first_reading, h.readings);
    };
    return std::ranges::equal(of(a), of(b));
  }

  Ref where(const ir::Holding& h, std::uint64_t marriage) const {
    return world.evaluator.condition_for(h.where, h.frame, module, marriage);
  }

  // Equal ranks that differ: which of them prevails is open, one input for the pair.
  Ref prevails(const ir::Holding& later, const ir::Holding& earlier) const {
    auto number = [&](const ir::Holding& h) {
      return static_cast<std::uint64_t>(&h - world.law.holdings.data());
    };
    std::uint32_t v =
        world.inputs.variable(Label::division, number(later), number(earlier), 0, [&] {
          interp::Variable made;
          made.input = world.inputs.input(
              Label::division, std::string(world.law.str(world.law.provisions[later.provision].id)),
              later.who);
          return made;
        });
    return world.graph.variable(v);
  }

  Said say(std::uint16_t reading, std::uint64_t marriage) const {
    Graph& g = world.graph;
    Said result;
    for (std::size_t end = holdings.size();
         end > 0;) {  // lowest rank first, so that higher ones are chosen over it
      std::size_t begin = end - 1;
      while (begin > 0 && holdings[begin - 1]->rank == holdings[end - 1]->rank) --begin;
      Ref speaks = Graph::no, held = Graph::no;
      for (std::size_t i = begin; i < end; ++i) {
        Ref here = where(*holdings[i], marriage), own = g.truth(holds(*holdings[i], reading)),
            merged = own;
        for (std::size_t j = begin; j < i; ++j)
          if (!same_readings(*holdings[i], *holdings[j])) {
            const Ref stronger = g.choose(prevails(*holdings[i], *holdings[j]), own, held);
            merged = g.choose(g.both(here, where(*holdings[j], marriage)), stronger, merged);
          }
        held = g.choose(here, merged, held);
        speaks = g.either(speaks, here);
      }
      result.held = g.choose(speaks, held, result.held);
      result.speaks = g.either(speaks, result.speaks);
      end = begin;
    }
    return result;
  }

  Ref speaks(std::uint64_t marriage) const {
    Ref result = Graph::no;
    for (const ir::Holding* h : holdings) result = world.graph.either(result, where(*h, marriage));
    return result;
  }
};

bool is_reading(const World& world, std::uint32_t v) {
  return world.inputs.inputs[world.inputs.variables[v].input].label == Label::reading;
}

// As its own courts read it, where they are silent as its authorities do, else by its letter.
Ref as_read_at_home(World& world, const interp::Variable& v) {
  auto number = static_cast<std::uint16_t>(v.number);
  Said courts = Bench(world, v.module, ir::Body::courts, status_purpose).say(number, v.role);
  Said authorities =
      Bench(world, v.module, ir::Body::authorities, status_purpose).say(number, v.role);
  Graph& g = world.graph;
  return g.choose(courts.speaks, courts.held, g.both(authorities.speaks, authorities.held));
}

template <class Own>
Setting setting(World& world, std::uint32_t overlay_bit, Own own) {
  Setting result;
  for (std::uint32_t v = 0; v < world.inputs.variables.size();
       ++v) {  // grows: divisions are made on the way
    Ref value = Graph::keep;
    const interp::Variable variable = world.inputs.variables[v];
    Label label = world.inputs.inputs[variable.input].label;
    if (label == Label::reading) value = own(variable);
    if (label == Label::overlay)
      value = world.graph.truth(world.law.overlays[variable.number].binds & overlay_bit);
    result.of_variable.push_back(value);
  }
  return result;
}

constexpr std::uint32_t binds_letter = 1, binds_courts = 2, binds_authorities = 4;

}  // namespace

bool holds_on(const ir::Holding& h, base::Day on, base::Day known_on) {
  return h.said <= known_on && h.reach <= on && on < h.until;
}

ir::Body body_of(Stance stance) {
  return stance == Stance::courts ? ir::Body::courts : ir::Body::authorities;
}

Setting letter_setting(World& world) { return with_readings(world, {}); }

Setting with_readings(World& world, const std::vector<std::uint16_t>& readings) {
  return setting(world, binds_letter, [&](const interp::Variable& v) {
    if (std::ranges::find(readings, v.number) != readings.end()) return Graph::yes;
    return v.module == world.module_number() ? Graph::no : as_read_at_home(world, v);
  });
}

Setting stance_setting(World& world, Stance stance, std::uint32_t purpose) {
  std::uint16_t forum = world.module_number();
  Bench bench(world, forum, body_of(stance), purpose);
  Setting result = setting(world, stance == Stance::courts ? binds_courts : binds_authorities,
                           [&](const interp::Variable& v) {
                             if (v.module != forum) return as_read_at_home(world, v);
                             return bench.say(static_cast<std::uint16_t>(v.number), v.role).held;
                           });
  result.speaks = bench.speaks(interp::Role{}.packed());
  const ir::Module* module = world.module();
  if (module && module->letter_is_case_law && stance == Stance::courts) result.speaks = Graph::yes;
  return result;
}

Setting with_foreign(World& world, std::uint16_t module, ForeignStance stance) {
  return setting(world, binds_letter, [&](const interp::Variable& v) {
    std::uint16_t of = v.module;
    if (of == world.module_number()) return Graph::no;
    if (of != module) return as_read_at_home(world, v);
    if (stance == ForeignStance::letter) return Graph::no;
    ir::Body body = stance == ForeignStance::courts ? ir::Body::courts : ir::Body::authorities;
    Said said = Bench(world, module, body, status_purpose)
                    .say(static_cast<std::uint16_t>(v.number), v.role);
    return world.graph.choose(said.speaks, said.held, as_read_at_home(world, v));
  });
}

std::vector<std::uint16_t> foreign_modules(const World& world) {
  std::vector<std::uint16_t> list;
  for (std::uint32_t v = 0; v < world.inputs.variables.size(); ++v) {
    if (!is_reading(world, v)) continue;
    std::uint16_t of = world.inputs.variables[v].module;
    if (of != world.module_number() && std::ranges::find(list, of) == list.end())
      list.push_back(of);
  }
  return list;
}

}  // namespace comity::engine
