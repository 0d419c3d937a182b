// Small worlds written from a list of numbers, for properties.
#pragma once
#include <rapidcheck.h>

#include "base/date.h"
#include "exact/world.h"

namespace comity::exact::small {

using ir::Ref;

// Builds a world and roots from a list of numbers, so that a failing world shrinks as the list does.
class Author {
 public:
  Author(World& world, const std::vector<std::uint8_t>& numbers)
      : w_(world), g_(world.graph), numbers_(numbers) {}

  std::vector<Ref> write() {
    open_inputs();
    for (int i = 0; i < 14; ++i) truths_.push_back(truth());
    for (int i = 0; i < 4; ++i) add_value();
    for (int i = 0; i < 8; ++i) truths_.push_back(truth());
    unsigned demands = next(4);
    for (unsigned i = 0; i < demands; ++i) w_.demand(next(3) ? relation() : one_of(truths_));
    std::vector<Ref> roots{truths_.back(), one_of(truths_), one_of(truths_)};
    Ref effect = g_.choose(one_of(truths_), g_.constant(2),
                           g_.choose(one_of(truths_), g_.constant(1), g_.constant(0)));
    roots.push_back(effect);
    roots.push_back(value(static_cast<Kind>(next(4))));
    return roots;
  }

 private:
  enum Kind : unsigned { day, number, choice, place, kinds };
  World& w_;
  ir::Graph& g_;
  const std::vector<std::uint8_t>& numbers_;
  std::size_t at_ = 0;
  std::vector<Ref> truths_;
  std::vector<Ref> values_[kinds];
  base::Day february_ = *base::day_of(2023, 2, 26);

  unsigned next(unsigned below) {
    return numbers_.empty() ? 0 : numbers_[at_++ % numbers_.size()] % below;
  }
  Ref one_of(const std::vector<Ref>& refs) {
    return refs[next(static_cast<unsigned>(refs.size()))];
  }

  void open_inputs() {
    static const char* const names[] = {"a", "b", "c", "d", "e"};
    std::size_t most = 1500;
    for (int i = 0; i < 7; ++i) {
      interp::Variable v;
      Kind kind = kinds;
      switch (next(6)) {
        case 0:
        case 1:
          break;
        case 2:
          kind = day, v.type = ir::Base::day, v.low = february_ + static_cast<int>(next(3)),
          v.high = v.low + 1 + static_cast<int>(next(5));
          break;
        case 3:
          kind = number, v.type = ir::Base::integer, v.high = static_cast<int>(next(4));
          break;
        case 4:
          kind = choice, v.type = ir::Base::choice;
          break;
        case 5:
          kind = place, v.type = ir::Base::place;
          break;
      }
      if (kind == place && next(3) == 0) v.values = {static_cast<int>(next(2)), 3, 2};
      if (kind == day && next(4) == 0) v.values = {february_, february_ + 2, february_ + 30};
      if (kind == number && next(4) == 0) v.values = {0, 2};
      std::size_t size = w_.domain(v).size();
      if (most / size == 0) continue;
      most /= size;
      v.input = w_.input(names[next(5)]);
      w_.inputs.variables.push_back(v);
      Ref ref = g_.variable(static_cast<std::uint32_t>(w_.inputs.variables.size() - 1));
      if (kind == kinds)
        truths_.push_back(ref);
      else
        values_[kind].push_back(ref);
    }
    if (truths_.empty()) truths_.push_back(g_.truth(true));
    for (int i = 0; i < 2; ++i) {
      values_[day].push_back(g_.constant(february_ + static_cast<int>(next(7))));
      values_[number].push_back(g_.constant(static_cast<int>(next(4))));
      values_[choice].push_back(g_.constant(static_cast<int>(next(3))));
      values_[place].push_back(g_.constant(static_cast<int>(next(6))));
    }
  }

  Ref value(Kind kind) { return one_of(values_[kind]); }

  void add_value() {
    auto kind = static_cast<Kind>(next(kinds));
    Ref a = value(kind), b = value(kind);
    switch (next(5)) {
      case 0:
        values_[kind].push_back(g_.choose(one_of(truths_), a, b));
        break;
      case 1:
        values_[kind].push_back(g_.larger(a, b));
        break;
      case 2:
        values_[kind].push_back(g_.smaller(a, b));
        break;
      default:
        values_[day].push_back(shifted());
        break;
    }
  }

  Ref shifted() {
    static const int amounts[] = {-1, 1, 2, 3, -30, 28, 12};
    auto unit = static_cast<base::Unit>(next(3));
    int amount = amounts[next(7)];
    return g_.shift(value(day), amount, unit, static_cast<base::Rounding>(next(2)));
  }

  // As a case states them: the same as another, differs from another, earlier than another.
  Ref relation() {
    auto kind = static_cast<Kind>(next(kinds + 1));
    if (kind == kinds)
      return next(2) ? g_.equal(truths_.front(), truths_[next(3)]) : one_of(truths_);
    Ref x = values_[kind].front(), y = value(kind);
    switch (next(3)) {
      case 0:
        return g_.equal(x, y);
      case 1:
        return g_.negation(g_.equal(x, y));
      default:
        return g_.not_before(x, y);
    }
  }

  Ref truth() {
    Ref a = one_of(truths_), b = one_of(truths_);
    switch (next(9)) {
      case 0:
        return g_.both(a, g_.negation(b));
      case 1:
        return g_.either(a, b);
      case 2:
        return g_.choose(a, b, one_of(truths_));
      case 3:
        return g_.equal(a, b);
      case 4:
        return g_.before(shifted(), value(day));
      case 5:
        return g_.before(value(day), shifted());
      case 6:
        return g_.before(value(number), value(number));
      default: {
        auto kind = static_cast<Kind>(next(kinds));
        Ref x = value(kind), y = value(kind);
        return next(3) ? g_.equal(x, y) : g_.before(x, y);
      }
    }
  }
};

inline std::vector<std::uint8_t> numbers() {
  return *rc::gen::container<std::vector<std::uint8_t>>(160, rc::gen::arbitrary<std::uint8_t>());
}

}  // namespace comity::exact::small
