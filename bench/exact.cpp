// The exact layer by itself, on a made-up question of the size of a real one with every fact left out: two spouses with
// lists of nationalities and earlier unions, tables of some two hundred places, readings, ages and dates; 24 roots that
// share most of their graph. Also with six facts open only, two of them the day and the place that all tables are joined
// on, which is harder than a real case (bench/check.cpp holds those to the limit of 5 ms). Prints milliseconds of
// processor time; fails when a limit is passed.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "base/date.h"
#include "exact/exact.h"

namespace {

using namespace comity;
using ir::Base;
using ir::Ref;

struct Question {
  std::vector<ir::EnumDef> enums = {{{}, 0, 6}};
  std::vector<ir::Place> places = std::vector<ir::Place>(320);
  ir::Law law;
  ir::Graph g;
  interp::Inputs inputs;
  Ref constraints = ir::Graph::yes;
  std::vector<Ref> roots;
  int opened = 0;  // of so many facts the value is left out
  int facts = 0;

  explicit Question(int left_out) : opened(left_out) { law.enums = enums, law.places = places; }

  Ref open(const std::string& id, Base type, ir::Value low = 0, ir::Value high = 1,
           std::vector<ir::Value> values = {}) {
    if (facts++ >= opened)
      return g.constant(values.empty() ? low + (high - low) / 2 : values.front());
    interp::Variable v;
    v.input = inputs.input(interp::Label::fact, id);
    v.type = type, v.low = low, v.high = high, v.values = std::move(values);
    inputs.variables.push_back(std::move(v));
    return g.variable(static_cast<std::uint32_t>(inputs.variables.size() - 1));
  }
  Ref day(const std::string& id) {
    return open(id, Base::day, *base::day_of(1700, 1, 1), *base::day_of(2118, 1, 1));
  }
  Ref place(const std::string& id) { return open(id, Base::place, 0, 319); }
  Ref is(Ref value, int constant) { return g.equal(value, g.constant(constant)); }

  // A dated table: each place has a row from some day on.
  Ref table(Ref at, Ref when, int salt) {
    Ref result = ir::Graph::no;
    for (int p = 0; p < 200; ++p) {
      Ref since = g.not_before(when, g.constant(9000 + (p * 37 + salt * 101) % 40 * 250));
      result = g.either(result, g.both(is(at, (p * 7 + salt) % 320), since));
    }
    return result;
  }
};

void write(Question& q) {
  ir::Graph& g = q.g;
  Ref celebrated = q.day("celebration.on"), where = q.place("celebration.place");
  Ref form = q.open("celebration.form", Base::choice),
      registered = q.open("registered", Base::yes_no);
  Ref formal = q.open("formalities", Base::yes_no), kinship = q.open("kinship", Base::choice);
  std::vector<Ref> sexes, nationals, under_age, united, incapable;
  for (std::string s : {"first", "second"}) {
    sexes.push_back(q.open(s + ".sex", Base::choice));
    Ref born = q.day(s + ".born"),
        count = q.open(s + ".nationalities", Base::integer, 0, 2, {0, 1, 2});
    q.constraints = g.both(q.constraints, g.before(born, celebrated));
    Ref national = ir::Graph::no, listed = ir::Graph::no;
    for (int i = 0; i < 2; ++i) {
      Ref state = q.place(s + ".nationalities"), present = g.before(g.constant(i), count);
      national = g.either(national, g.both(present, q.is(state, 7)));
      listed = g.either(listed, g.both(present, q.table(state, celebrated, 3)));
    }
    nationals.push_back(g.both(national, g.either(listed, q.is(q.place(s + ".domicile"), 7))));
    auto age = [&](int years) {
      return g.shift(born, years, base::Unit::years, base::Rounding::forward);
    };
    Ref limit = g.choose(q.is(where, 9), age(16), age(18));
    under_age.push_back(
        g.both(g.before(celebrated, limit), g.negation(q.open(s + ".permission", Base::yes_no))));
    incapable.push_back(q.open(s + ".incapable", Base::yes_no));
    Ref unions = q.open(s + ".earlier_unions", Base::integer, 0, 2, {0, 1, 2}),
        stands = ir::Graph::no;
    for (int i = 0; i < 2; ++i) {
      std::string id = s + ".earlier_unions";
      Ref on = q.day(id), ended = q.open(id, Base::yes_no), end = q.day(id), at = q.place(id);
      Ref counts =
          g.both(q.table(at, on, 5),
                 g.both(q.open(id, Base::yes_no), g.negation(q.is(q.open(id, Base::choice), 2))));
      Ref subsists = g.either(g.negation(ended), g.not_before(end, celebrated));
      Ref undone = g.both(q.table(q.place(id), end, 11), q.open(id, Base::yes_no));
      stands = g.either(stands, g.both(g.before(g.constant(i), unions),
                                       g.both(g.both(counts, g.before(on, celebrated)),
                                              g.either(subsists, g.negation(undone)))));
      q.constraints = g.both(q.constraints, g.either(g.negation(ended), g.not_before(end, on)));
    }
    united.push_back(stands);
  }
  Ref same_sex = g.equal(sexes[0], sexes[1]);
  Ref open_there = q.table(where, celebrated, 1), forms = q.table(where, celebrated, 2);
  Ref valid_there = g.both(g.both(forms, formal), g.either(g.negation(same_sex), open_there));
  valid_there = g.both(valid_there, g.negation(g.either(under_age[0], under_age[1])));
  for (int purpose = 0; purpose < 8; ++purpose)
    for (int stance = 0; stance < 3; ++stance) {
      Ref bar = g.either(g.either(united[0], united[1]), g.either(incapable[0], incapable[1]));
      bar = g.either(bar, g.either(q.is(kinship, 1),
                                   g.both(q.is(kinship, purpose % 5), q.is(form, purpose % 4))));
      Ref reading = stance == 2   ? same_sex
                    : stance == 1 ? q.open("division " + std::to_string(purpose), Base::yes_no)
                                  : ir::Graph::no;
      Ref own = g.either(nationals[0], nationals[1]);
      Ref good = g.both(valid_there, g.negation(g.both(own, g.either(bar, reading))));
      Ref partnership = g.both(registered, q.table(where, celebrated, 20 + purpose % 2));
      q.roots.push_back(
          g.choose(good, g.constant(2), g.choose(partnership, g.constant(1), ir::Graph::no)));
    }
}

double run(int left_out, const char* what, double limit) {
  double best = 1e9;
  std::size_t mattering = 0;
  for (int i = 0; i < 5; ++i) {
    Question q(left_out);
    write(q);
    std::clock_t start = std::clock();
    exact::Exact exact(q.g, q.inputs, q.law, q.constraints);
    mattering = 0;
    for (Ref root : q.roots)
      mattering += exact.possible(root).size(), mattering += exact.matters(root).size();
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    if (i == 0)
      std::printf("%s: %zu inputs, %zu variables, %zu nodes; ", what, q.inputs.inputs.size(),
                  q.inputs.variables.size(), q.g.size());
  }
  std::printf("%.2f ms, limit %.0f, %zu outcomes and inputs in all\n", best, limit, mattering);
  return best / limit;
}

}  // namespace

int main() {
  double all = run(1000, "every fact open", 100);
  double six = run(6, "six facts open", 20);
  return all > 1 || six > 1;
}
