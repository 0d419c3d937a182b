// Terms of a query in three-valued logic, evaluated here by hand: what they decide, every completion decides alike.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <optional>

#include "sql/from_graph.h"
#include "sql/order.h"

namespace comity::sql {
namespace {

using ir::Graph;
using ir::Ref;
using Row = std::vector<std::optional<ir::Value>>;  // by column
using Known = std::optional<ir::Value>;

// As an engine would: null where it cannot tell.
class Engine {
 public:
  Engine(const Terms& terms, const Row& row) : terms_(terms), row_(row) {}

  Known of(Term t) const {
    const Piece& p = terms_[t];
    switch (p.op) {
      case Op::unknown:
        return std::nullopt;
      case Op::constant:
        return terms_.value_of(t);
      case Op::column:
        return row_[p.a];
      case Op::among:
        return map(of(p.a),
                   [&](ir::Value v) { return std::ranges::count(terms_.set(p.b), v) > 0; });
      case Op::negation:
        return map(of(p.a), [](ir::Value v) { return v == 0; });
      case Op::both:
      case Op::either: {
        const ir::Value decides = p.op == Op::either;
        const Known a = of(p.a), b = of(p.b);
        if (a == decides || b == decides) return decides;
        return a && b ? Known(!decides) : std::nullopt;
      }
      case Op::same:
        return map2(p, [](ir::Value a, ir::Value b) { return a == b; });
      case Op::before:
        return map2(p, [](ir::Value a, ir::Value b) { return a < b; });
      case Op::shift:
        return map(of(p.a), [&](ir::Value v) {
          return base::add(v, static_cast<int>(p.b), static_cast<base::Unit>(p.c & 255),
                           static_cast<base::Rounding>(p.c >> 8));
        });
      case Op::choose: {
        const Known condition = of(p.a), then = of(p.b), otherwise = of(p.c);
        if (condition) return *condition ? then : otherwise;
        return then == otherwise ? then : std::nullopt;
      }
      case Op::agreed:
        return of(p.a) == of(p.b) ? of(p.a) : std::nullopt;
      case Op::larger:
        return map2(p, [](ir::Value a, ir::Value b) { return std::max(a, b); });
      case Op::smaller:
        return map2(p, [](ir::Value a, ir::Value b) { return std::min(a, b); });
    }
    return std::nullopt;
  }

 private:
  static Known map(Known a, const std::function<ir::Value(ir::Value)>& f) {
    return a ? Known(f(*a)) : std::nullopt;
  }
  Known map2(const Piece& p, const std::function<ir::Value(ir::Value, ir::Value)>& f) const {
    const Known a = of(p.a), b = of(p.b);
    return a && b ? Known(f(*a, *b)) : std::nullopt;
  }
  const Terms& terms_;
  const Row& row_;
};

constexpr std::uint32_t truths = 4,
                        values = 3;  // variables: the first are yes or no, the others 0..2

struct Made {
  Graph graph;
  interp::Inputs inputs;
  std::vector<Ref> truth, value;

  Made() {
    inputs.inputs.emplace_back();
    for (std::uint32_t v = 0; v < truths + values; ++v) {
      interp::Variable variable;
      variable.type = v < truths ? ir::Base::yes_no : ir::Base::effect;
      inputs.variables.push_back(variable);
      (v < truths ? truth : value).push_back(graph.variable(v));
    }
    for (ir::Value v : {0, 1, 2}) value.push_back(graph.constant(v));
  }

  void grow() {
    auto some = [](const std::vector<Ref>& list) { return *rc::gen::elementOf(list); };
    switch (*rc::gen::inRange(0, 8)) {
      case 0:
        truth.push_back(graph.negation(some(truth)));
        break;
      case 1:
        truth.push_back(graph.both(some(truth), some(truth)));
        break;
      case 2:
        truth.push_back(graph.either(some(truth), some(truth)));
        break;
      case 3:
        truth.push_back(graph.equal(some(value), some(value)));
        break;
      case 4:
        truth.push_back(graph.before(some(value), some(value)));
        break;
      case 5:
        truth.push_back(graph.choose(some(truth), some(truth), some(truth)));
        break;
      case 6:
        value.push_back(graph.choose(some(truth), some(value), some(value)));
        break;
      default:
        value.push_back(*rc::gen::arbitrary<bool>() ? graph.larger(some(value), some(value))
                                                    : graph.smaller(some(value), some(value)));
    }
  }
};

RC_GTEST_PROP(Terms, what_is_decided_is_decided_in_every_completion, ()) {
  Made made;
  for (int i = *rc::gen::inRange(5, 40); i > 0; --i) made.grow();
  Terms terms;
  std::vector<Term> told;
  Row row;
  for (std::uint32_t v = 0; v < truths + values; ++v) {
    told.push_back(*rc::gen::inRange(0, 5) == 0 ? Terms::unknown : terms.column(v));
    const ir::Value value = *rc::gen::inRange(0, v < truths ? 2 : 3);
    row.push_back(*rc::gen::inRange(0, 3) == 0 ? Known() : Known(value));
  }
  FromGraph from_graph(made.graph, made.inputs, terms, told, {});
  const Ref truth = made.truth.back(), value = made.value.back();
  const Term as_truth = from_graph.truth(truth), as_value = from_graph.value(value);
  const Known said = Engine(terms, row).of(as_truth), said_value = Engine(terms, row).of(as_value);
  std::vector<ir::Value> completion(truths + values, 0);
  const std::function<void(std::size_t)> complete = [&](std::size_t v) {
    if (v == completion.size()) {
      if (said) RC_ASSERT(made.graph.evaluate(truth, completion) == *said);
      if (said_value) RC_ASSERT(made.graph.evaluate(value, completion) == *said_value);
      return;
    }
    const bool known = told[v] != Terms::unknown && row[v];
    for (ir::Value x = 0; x < (v < truths ? 2 : 3); ++x) {
      if (known && x != *row[v]) continue;
      completion[v] = x;
      complete(v + 1);
    }
  };
  complete(0);
}

TEST(Terms, a_choice_between_the_effects_1_and_0_is_never_2) {
  Made made;
  const Ref effect =
      made.graph.choose(made.truth[0], made.graph.constant(1), made.graph.constant(0));
  Terms terms;
  FromGraph from_graph(made.graph, made.inputs, terms, {terms.column(0)}, {});
  const Term two = from_graph.truth(made.graph.equal(effect, made.graph.constant(2)));
  EXPECT_EQ(Engine(terms, {1}).of(two), 0);
}

TEST(Terms, a_choice_whose_sides_agree_is_decided) {
  Terms terms;
  const Term x = terms.column(0), y = terms.column(1), z = terms.column(2);
  const Term chosen = terms.choose(x, y, z);
  EXPECT_EQ(Engine(terms, {std::nullopt, 1, 1}).of(chosen), 1);
  EXPECT_EQ(Engine(terms, {std::nullopt, 1, 0}).of(chosen), std::nullopt);
}

TEST(Order, what_follows_from_two_comparisons_is_compared) {
  Graph graph;
  const Ref a = graph.variable(0), b = graph.variable(1), c = graph.variable(2);
  const Constraints found = closed(graph, graph.both(graph.before(a, b), graph.not_before(c, b)));
  EXPECT_EQ(found.others, Graph::yes);
  interp::Inputs inputs;
  for (int v = 0; v < 3; ++v) {
    interp::Variable day;
    day.type = ir::Base::day;
    inputs.variables.push_back(day);
  }
  Terms terms;
  FromGraph from_graph(graph, inputs, terms, {terms.column(0), terms.column(1), terms.column(2)},
                       {});
  const Term possible = from_graph.truth(found.of_order);
  EXPECT_EQ(Engine(terms, {5, std::nullopt, 3}).of(possible), 0);  // a before b, b by c: never
  EXPECT_EQ(Engine(terms, {3, std::nullopt, 5}).of(possible), std::nullopt);
  EXPECT_EQ(Engine(terms, {3, 4, 5}).of(possible), 1);
}

}  // namespace
}  // namespace comity::sql
