#include "columnar/plan.h"

#include <numeric>

#include "engine/views.h"

namespace comity::columnar {

using ir::Graph;
using ir::Ref;
using ir::Shape;

namespace {

constexpr std::size_t largest = 60000;  // cells of a graph

// A graph rebuilt with comparisons and moves of days below choices.
class Lifting {
 public:
  Lifting(const Graph& from, Graph& to) : from_(from), to_(to) {}

  bool too_large() const { return to_.size() > largest; }

  Ref lifted(Ref root) {
    for (Ref ref = static_cast<Ref>(made_.size()); ref <= root; ++ref) made_.push_back(empty);
    return walk(root);
  }

 private:
  static constexpr Ref empty = 0xffffffff;

  Ref walk(Ref ref) {
    if (made_[ref] != empty) return made_[ref];
    const ir::Cell c = from_[ref];
    const int n = ir::operands(c.shape);
    const Ref a = n > 0 ? walk(c.a) : 0, b = n > 1 ? walk(c.b) : 0, d = n > 2 ? walk(c.c) : 0;
    Ref made = ref;
    switch (c.shape) {
      case Shape::constant:
        made = to_.constant(from_.value(ref));
        break;
      case Shape::variable:
        made = to_.variable(c.a);
        break;
      case Shape::negation:
        made = to_.negation(a);
        break;
      case Shape::both:
        made = to_.both(a, b);
        break;
      case Shape::either:
        made = to_.either(a, b);
        break;
      case Shape::equal:
      case Shape::before:
        made = compared(c.shape, a, b);
        break;
      case Shape::shift:
        made = moved(a, c);
        break;
      case Shape::choose:
        made = to_.choose(a, b, d);
        break;
      case Shape::larger:
        made = to_.larger(a, b);
        break;
      case Shape::smaller:
        made = to_.smaller(a, b);
        break;
    }
    return made_[ref] = made;
  }

  Ref compared(Shape shape, Ref a, Ref b) {
    if (too_large()) return Graph::no;  // given up by the caller
    const std::uint64_t key =
        std::uint64_t{a} << 33 | std::uint64_t{b} << 1 | (shape == Shape::equal);
    if (auto at = comparisons_.find(key); at != comparisons_.end()) return at->second;
    const ir::Cell left = to_[a], right = to_[b];
    Ref made = 0;
    if (left.shape == Shape::choose)
      made = to_.choose(left.a, compared(shape, left.b, b), compared(shape, left.c, b));
    else if (right.shape == Shape::choose)
      made = to_.choose(right.a, compared(shape, a, right.b), compared(shape, a, right.c));
    else
      made = shape == Shape::equal ? to_.equal(a, b) : to_.before(a, b);
    comparisons_[key] = made;
    return made;
  }

  Ref moved(Ref day, const ir::Cell& by) {
    const ir::Cell c = to_[day];
    if (c.shape == Shape::choose) {
      const Ref then = moved(c.b, by), otherwise = moved(c.c, by);
      return to_.choose(c.a, then, otherwise);
    }
    return to_.shift(day, static_cast<int>(by.b), static_cast<base::Unit>(by.c & 255),
                     static_cast<base::Rounding>(by.c >> 8));
  }

  const Graph& from_;
  Graph& to_;
  std::vector<Ref> made_;
  std::unordered_map<std::uint64_t, Ref> comparisons_;
};

// The facts of a shape with its leaves open: places are any place there is.
ir::Facts open_facts(const ir::Law& law, const Layout& layout, const Prototype& prototype) {
  ir::Facts facts = prototype.made.facts;
  for (std::uint32_t l : prototype.leaves) {
    const Leaf& leaf = layout.leaves()[l];
    if (leaf.kind != Kind::place) {
      facts.slots[leaf.slot] = {};
      continue;
    }
    const auto set = static_cast<ir::Value>(facts.sets.size());
    facts.slots[leaf.slot] = {ir::Known::one_of, ir::Origin::told, set, set};
    facts.sets.emplace_back(law.places.size());
    std::iota(facts.sets.back().begin(), facts.sets.back().end(), 0);
  }
  return facts;
}

// One side of a comparison of days; nullopt where it is none that can be worked out from one leaf.
std::optional<DaySide> side_of(const Plan& plan, Ref ref) {
  const ir::Cell& c = plan.graph[ref];
  DaySide side;
  if (c.shape == Shape::constant) {
    side.constant = plan.graph.value(ref);
    return side;
  }
  const bool moved = c.shape == Shape::shift;
  const ir::Cell& of = moved ? plan.graph[c.a] : c;
  if (of.shape != Shape::variable || plan.leaf_of[of.a] < 0) return std::nullopt;
  side.leaf = plan.leaf_of[of.a];
  if (moved) {
    side.amount = static_cast<std::int32_t>(c.b);
    side.unit = static_cast<base::Unit>(c.c & 255);
    side.rounding = static_cast<base::Rounding>(c.c >> 8);
  }
  return side;
}

bool reads_days(const Layout& layout, const DaySide& side) {
  return side.leaf >= 0 && layout.leaves()[static_cast<std::size_t>(side.leaf)].values == 0;
}

}  // namespace

std::vector<Ref> roots_of(engine::World& world) {
  const auto purpose = static_cast<std::uint32_t>(world.question.purpose);
  const std::size_t mine = world.class_of[purpose];
  std::vector<Ref> roots{world.constraints}, provisions;
  for (engine::Stance stance :
       {engine::Stance::letter, engine::Stance::courts, engine::Stance::authorities}) {
    engine::View view = engine::view_of(world, stance);
    roots.push_back(engine::outcome_node(world, view, purpose));
    provisions.push_back(world.graph.substitute(world.classes[mine].ground.provision,
                                                view.settings[mine].of_variable));
  }
  roots.insert(roots.end(), provisions.begin(), provisions.end());
  for (std::uint16_t module : engine::foreign_modules(world))
    for (engine::ForeignStance stance :
         {engine::ForeignStance::letter, engine::ForeignStance::courts,
          engine::ForeignStance::authorities}) {
      engine::View view = engine::view_with(world, engine::with_foreign(world, module, stance));
      const Ref outcome = engine::outcome_node(world, view, purpose);
      if (std::find(roots.begin(), roots.end(), outcome) == roots.end()) roots.push_back(outcome);
    }
  return roots;
}

std::unique_ptr<Plan> plan_of(const ir::Law& law, const Asking& asking, const Layout& layout,
                              const Prototype& prototype) {
  if (!prototype.is_case) return nullptr;
  const ir::Facts facts = open_facts(law, layout, prototype);
  const engine::Question& question = prototype.made.question;
  engine::World world(law, facts, question, question.known_on.value_or(asking.today), false);
  if (world.graph.size() > largest) return nullptr;
  const std::vector<Ref> roots = roots_of(world);
  auto plan = std::make_unique<Plan>();
  Lifting lifting(world.graph, plan->graph);
  for (Ref root : roots) plan->roots.push_back(lifting.lifted(root));
  if (lifting.too_large()) return nullptr;

  std::unordered_map<std::uint32_t, int> leaf_at;
  for (std::uint32_t l : prototype.leaves)
    leaf_at.emplace(layout.leaves()[l].slot, static_cast<int>(l));
  plan->leaf_of.assign(world.inputs.variables.size(), -1);
  std::vector<bool> bound(layout.leaves().size(), false);
  for (std::size_t v = 0; v < world.inputs.variables.size(); ++v) {
    const interp::Variable& variable = world.inputs.variables[v];
    if (world.inputs.inputs[variable.input].label != interp::Label::fact ||
        variable.slot == ir::none_u32)
      continue;
    auto at = leaf_at.find(variable.slot);
    if (at == leaf_at.end()) continue;
    const auto number = static_cast<std::size_t>(at->second);
    // A dated place on another day than the wedding's is a variable of its own, and open.
    if (layout.leaves()[number].kind == Kind::place && variable.values.empty()) continue;
    if (bound[number])
      return nullptr;  // two variables of one leaf: which is meant is not ours to guess
    bound[number] = true;
    plan->leaf_of[v] = at->second;
    if (layout.leaves()[number].kind == Kind::place)
      plan->place_leaves.push_back(static_cast<std::uint32_t>(number));
  }
  plan->first_day = base::day_of(1700, 1, 1).value();
  plan->last_day = question.on + 36525;
  for (const ShapeBits& b : layout.bits())
    if (b.slot != ir::none_u32 && facts.slots[b.slot].known == ir::Known::yes)
      plan->places.push_back(facts.slots[b.slot].low);
  plan->places.push_back(question.forum);
  for (Ref ref = 0; ref < plan->graph.size(); ++ref) {
    const ir::Cell& c = plan->graph[ref];
    if (c.shape != Shape::equal && c.shape != Shape::before) continue;
    auto left = side_of(*plan, c.a), right = side_of(*plan, c.b);
    if (!left || !right || (!reads_days(layout, *left) && !reads_days(layout, *right))) continue;
    plan->days.emplace(ref, DayTest{c.shape == Shape::equal, *left, *right});
  }
  for (const ShapeBits& b : layout.bits())
    if (b.slot == ir::none_u32 || world.evaluator.slots_read[b.slot] ||
        // how many periods a dated fact has, and whether it has any, is one state
        (b.slot > 0 && world.evaluator.slots_read[b.slot - 1]))
      plan->read.push_back(b);
  return plan;
}

}  // namespace comity::columnar
