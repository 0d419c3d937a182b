#include "solver/from_graph.h"

#include <algorithm>

namespace comity::solver {

using ir::Cell;
using ir::Ref;
using ir::Shape;
using ir::Value;

namespace {

constexpr unsigned width = 32;

exact::Shift shift_of(const Cell& cell) {
  return {static_cast<int>(cell.b), static_cast<base::Unit>(cell.c & 255),
          static_cast<base::Rounding>(cell.c >> 8)};
}

// How far a chain of shifts moves a day, for each stretch of days that it moves alike.
struct Stretch {
  Value from;
  Value by;
};

std::vector<Stretch> stretches(const exact::Shifts& shifts, exact::Chain chain,
                               const exact::Domain& domain) {
  std::vector<Stretch> found;
  for (std::size_t i = 0; i < domain.size(); ++i) {
    Value day = domain.at(i), by = shifts.apply(chain, day) - day;
    if (found.empty() || found.back().by != by) found.push_back({day, by});
  }
  return found;
}

// Bits that hold every value of a domain, with a sign.
unsigned bits_of(const exact::Domain& domain) {
  if (domain.size() == 0) return 1;
  auto fits = [&](unsigned bits) {
    std::int64_t most = std::int64_t{1} << (bits - 1);
    return domain.first() >= -most && domain.last() < most;
  };
  unsigned bits = 1;
  while (bits < width && !fits(bits)) ++bits;
  return bits;
}

}  // namespace

FromGraph::FromGraph(z3::context& z3, const ir::Graph& graph, const interp::Inputs& inputs,
                     const ir::Law& law)
    : z3_(z3), graph_(graph), inputs_(inputs), law_(law) {}

z3::expr FromGraph::constant(Value value) { return z3_.bv_val(static_cast<int>(value), width); }

const exact::Domain& FromGraph::domain(std::uint32_t number) {
  auto at = domains_.find(number);
  if (at == domains_.end())
    at = domains_.emplace(number, exact::domain_of(inputs_.variables[number], law_)).first;
  return at->second;
}

bool FromGraph::met(std::uint32_t number) const {
  return number < variables_.size() && variables_[number].has_value();
}

// A truth is a boolean only where its domain is both truths: a variable may be told to be one of them.
z3::expr FromGraph::variable(std::uint32_t number) {
  if (variables_.size() <= number) variables_.resize(inputs_.variables.size());
  if (!variables_[number]) {
    std::string name = "v" + std::to_string(number);
    bool truth = inputs_.variables[number].type == ir::Base::yes_no;
    if (truth) {
      variables_[number] = z3_.bool_const(name.c_str());
    } else {  // no wider than its domain: the bits above are its sign
      unsigned bits = bits_of(domain(number));
      variables_[number] = z3::sext(z3_.bv_const(name.c_str(), bits), width - bits);
    }
    bound(number, *variables_[number]);
  }
  return *variables_[number];
}

void FromGraph::bound(std::uint32_t number, const z3::expr& is) {
  const exact::Domain& d = domain(number);
  if (d.size() == 0) {
    fresh_.push_back(z3_.bool_val(false));
    return;
  }
  if (is.is_bool()) {
    if (!d.has(0)) fresh_.push_back(is);
    if (!d.has(1)) fresh_.push_back(!is);
    return;
  }
  fresh_.push_back(z3::sge(is, constant(d.first())) && z3::sle(is, constant(d.last())));
  if (d.listed.empty()) return;
  z3::expr_vector any(z3_);
  for (Value value : d.listed) any.push_back(is == constant(value));
  fresh_.push_back(z3::mk_or(any));
}

std::vector<z3::expr> FromGraph::take_domains() { return std::exchange(fresh_, {}); }

Value FromGraph::value_in(const z3::model& model, std::uint32_t number) const {
  z3::expr value = model.eval(*variables_[number], true);
  if (value.is_bool()) return value.is_true() ? 1 : 0;
  return static_cast<Value>(static_cast<std::uint32_t>(value.get_numeral_uint64()));
}

// Kids have smaller numbers: those below the root that are not yet known are translated in order, without recursion.
void FromGraph::translate_below(Ref root) {
  if (known_.size() < graph_.size()) known_.resize(graph_.size());
  auto done = [&](Ref ref) { return known_[ref].truth || known_[ref].number; };
  std::vector<bool> below(root + 1, false);
  below[root] = true;
  for (Ref ref = root + 1; ref-- > 0;) {
    if (!below[ref] || done(ref)) continue;
    const Cell& cell = graph_[ref];
    const int kids = ir::operands(cell.shape);
    if (kids > 0) below[cell.a] = true;
    if (kids > 1) below[cell.b] = true;
    if (kids > 2) below[cell.c] = true;
  }
  for (Ref ref = 0; ref <= root; ++ref) {
    if (!below[ref] || done(ref)) continue;
    if (is_truth(ref))
      known_[ref].truth = truth_of(graph_[ref]);
    else
      known_[ref].number = number_of(graph_[ref]);
  }
}

z3::expr FromGraph::holds(Ref ref) {
  translate_below(ref);
  return truth(ref);
}

// Whether a node is made as a boolean; asked kids first, so that a kid's own form is known.
bool FromGraph::is_truth(Ref ref) const {
  const Cell& cell = graph_[ref];
  auto fits = [&](Ref kid) {
    return graph_.is_constant(kid) ? graph_.value(kid) == 0 || graph_.value(kid) == 1
                                   : known_[kid].truth.has_value();
  };
  switch (cell.shape) {
    case Shape::constant:
    case Shape::shift:
    case Shape::larger:
    case Shape::smaller:
      return false;
    case Shape::variable:
      return inputs_.variables[cell.a].type == ir::Base::yes_no;
    case Shape::negation:
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
      return true;
    case Shape::choose:
      return fits(cell.b) && fits(cell.c);
  }
  return false;
}

z3::expr FromGraph::truth(Ref ref) {
  if (graph_.is_constant(ref)) return z3_.bool_val(graph_.value(ref) != 0);
  Known& known = known_[ref];
  if (!known.truth) known.truth = *known.number != constant(0);
  return *known.truth;
}

z3::expr FromGraph::number(Ref ref) {
  if (graph_.is_constant(ref)) return constant(graph_.value(ref));
  Known& known = known_[ref];
  if (!known.number) known.number = z3::ite(*known.truth, constant(1), constant(0));
  return *known.number;
}

z3::expr FromGraph::compare(const Cell& cell) {
  auto boolean = [&](Ref kid) { return graph_.is_constant(kid) || known_[kid].truth; };
  if (cell.shape == Shape::equal) {
    auto small = [&](Ref kid) {
      return !graph_.is_constant(kid) || graph_.value(kid) == 0 || graph_.value(kid) == 1;
    };
    if (boolean(cell.a) && boolean(cell.b) && small(cell.a) && small(cell.b))
      return truth(cell.a) == truth(cell.b);
    return number(cell.a) == number(cell.b);
  }
  return z3::slt(number(cell.a), number(cell.b));
}

z3::expr FromGraph::truth_of(const Cell& cell) {
  switch (cell.shape) {
    case Shape::variable:
      return variable(cell.a);
    case Shape::negation:
      return !truth(cell.a);
    case Shape::both:
      return truth(cell.a) && truth(cell.b);
    case Shape::either:
      return truth(cell.a) || truth(cell.b);
    case Shape::equal:
    case Shape::before:
      return compare(cell);
    case Shape::choose:
      return z3::ite(truth(cell.a), truth(cell.b), truth(cell.c));
    case Shape::constant:
    case Shape::shift:
    case Shape::larger:
    case Shape::smaller:
      break;
  }
  throw std::logic_error("a node that is no truth was taken for one");
}

z3::expr FromGraph::number_of(const Cell& cell) {
  switch (cell.shape) {
    case Shape::constant:
      return constant(static_cast<Value>(cell.a));
    case Shape::variable:
      return variable(cell.a);
    case Shape::shift:
      return shifted(cell.a, shifts_.after(shift_of(cell), exact::unshifted));
    case Shape::choose:
      return z3::ite(truth(cell.a), number(cell.b), number(cell.c));
    case Shape::larger:
    case Shape::smaller: {
      z3::expr a = number(cell.a), b = number(cell.b);
      bool larger = cell.shape == Shape::larger;
      return z3::ite(z3::slt(a, b), larger ? b : a, larger ? a : b);
    }
    case Shape::negation:
    case Shape::both:
    case Shape::either:
    case Shape::equal:
    case Shape::before:
      break;
  }
  throw std::logic_error("a node that is a truth was taken for a number");
}

// A shifted day, with the shift carried inwards to the variables and constants it comes from.
z3::expr FromGraph::shifted(Ref ref, exact::Chain chain) {
  const Cell cell = graph_[ref];
  if (cell.shape == Shape::constant)
    return constant(shifts_.apply(chain, static_cast<Value>(cell.a)));
  if (cell.shape == Shape::shift) return shifted(cell.a, shifts_.after(shift_of(cell), chain));
  std::uint64_t key = std::uint64_t{chain} << 32 | ref;
  if (auto at = shifted_.find(key); at != shifted_.end()) return at->second;
  z3::expr result = constant(0);
  if (cell.shape == Shape::variable && !known_[ref].truth) {
    result = moved(cell.a, chain);
  } else if (cell.shape == Shape::choose) {
    result = z3::ite(truth(cell.a), shifted(cell.b, chain), shifted(cell.c, chain));
  } else if (cell.shape == Shape::larger || cell.shape == Shape::smaller) {
    // A shift never turns the order of two days round, so that it may be made before they are compared.
    z3::expr a = shifted(cell.a, chain), b = shifted(cell.b, chain);
    bool larger = cell.shape == Shape::larger;
    result = z3::ite(z3::slt(a, b), larger ? b : a, larger ? a : b);
  } else {  // a truth counted as day 0 or 1
    result = z3::ite(truth(ref), constant(shifts_.apply(chain, 1)),
                     constant(shifts_.apply(chain, 0)));
  }
  shifted_.emplace(key, result);
  return result;
}

// variable + (how far its stretch is moved), as a balanced tree of comparisons.
z3::expr FromGraph::moved(std::uint32_t number, exact::Chain chain) {
  const z3::expr is = variable(number);
  const auto pieces = stretches(shifts_, chain, domain(number));
  if (pieces.empty()) return is;
  auto tree = [&](auto&& self, std::size_t begin, std::size_t end) -> z3::expr {
    if (end - begin == 1) return constant(pieces[begin].by);
    std::size_t middle = begin + (end - begin) / 2;
    return z3::ite(z3::slt(is, constant(pieces[middle].from)), self(self, begin, middle),
                   self(self, middle, end));
  };
  return is + tree(tree, 0, pieces.size());
}

}  // namespace comity::solver
