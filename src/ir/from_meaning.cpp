// The lists of the law base, one function each, in the order they stand in Law.
#include "ir/from_meaning.h"

#include <algorithm>
#include <map>
#include <set>

#include "ir/acts_read.h"
#include "ir/lower_expression.h"

namespace comity::ir {

namespace {

namespace m = meaning;

struct Lowering {
  const m::LawBase& law;
  Builder b;
  ExpressionLowering expressions{b};

  Text text(const m::Text& t) { return {b.intern(t.en), b.intern(t.ru)}; }
  static_assert(first_family == m::first_family && shared_by_all == m::shared);
  std::uint16_t module(m::Home home) const { return home; }
  NodeId node(const std::optional<m::Expr>& e) { return e ? expressions.lower(*e) : no_node; }
  static Version version(const m::Version& v) { return {v.from, v.until, v.enacted, v.reach}; }

  void ontology() {
    for (const m::Enum& e : law.enums) {
      b.enums.push_back(
          {b.intern(e.name), count(b.enum_values), static_cast<std::uint32_t>(e.values.size())});
      for (const m::EnumValue& v : e.values)
        b.enum_values.push_back({b.intern(v.name), text(v.label)});
    }
    for (const m::Record& r : law.records)
      b.records.push_back({b.intern(r.name), r.first_field, r.fields, r.slots,
                           static_cast<std::int16_t>(r.short_field), b.intern(r.absent)});
    for (const m::Field& f : law.fields) b.fields.push_back(field(f));
    for (const m::Place& p : law.places)
      b.places.push_back({b.intern(p.code), text(p.label), p.above, p.until, p.by_part});
    for (const m::Alias& a : law.aliases) b.aliases.push_back({b.intern(a.from), a.place});
    for (const m::Constraint& c : law.constraints)
      b.constraints.push_back({c.record, expressions.lower(c.requires_), c.frame, text(c.says)});
  }

  Field field(const m::Field& f) {
    Field made;
    made.name = b.intern(f.name);
    made.base = static_cast<Base>(f.type.base), made.ref = f.type.ref;
    made.many = static_cast<Many>(f.many), made.who = static_cast<Who>(f.who);
    made.fallback = static_cast<Default>(f.fallback);
    made.bound = f.bound, made.record = f.record;
    made.slots = static_cast<std::uint16_t>(f.slots), made.offset = f.offset;
    made.presumed = f.presumed, made.ordinary = f.ordinary, made.has_ordinary = f.has_ordinary;
    made.presumed_as = static_cast<std::int16_t>(f.presumed_as);
    made.ordinary_years = static_cast<std::int16_t>(f.ordinary_years);
    made.stands_for = static_cast<std::int16_t>(f.stands_for);
    made.label = text(f.label), made.question = text(f.question), made.hint = text(f.hint);
    return made;
  }

  void instruments() {
    for (const m::Instrument& i : law.instruments)
      b.instruments.push_back({b.intern(i.id), text(i.title), b.intern(i.number),
                               b.intern(i.source), b.intern(i.language), i.place, i.adopted,
                               i.checked, i.review_by});
    for (const m::LawFile& f : law.files) b.files.push_back({b.intern(f.path), {}, f.instrument});
    for (const m::Provision& p : law.provisions)
      b.provisions.push_back({b.intern(p.id), text(p.text), b.intern(p.cite), b.intern(p.source),
                              p.instrument, p.file, p.line, p.column,
                              static_cast<std::uint8_t>(p.on_knowledge)});
  }

  void functions() {
    for (const m::Function& f : law.functions) {
      Function made;
      made.name = b.intern(f.name);
      made.type = static_cast<Base>(f.type.base), made.type_ref = f.type.ref;
      made.module = module(f.home);
      made.parameters = static_cast<std::uint8_t>(f.parameters.size() + 1);
      made.silent_is_no = f.bar, made.term = f.term;
      made.first_clause = count(b.clauses),
      made.clauses = static_cast<std::uint32_t>(f.clauses.size());
      made.frame = f.frame;
      for (const m::Clause& c : f.clauses) b.clauses.push_back(clause(c));
      b.functions.push_back(made);
    }
  }

  Clause clause(const m::Clause& c) {
    Clause made;
    made.kind = static_cast<ClauseKind>(c.kind);
    made.guard = c.guard, made.provision = c.provision, made.exception_to = c.exception_to;
    made.version = version(c.version);
    made.scope = expressions.conjunction(c.scope);
    made.condition = expressions.conjunction(c.conditions);
    made.gives = node(c.gives), made.otherwise = node(c.otherwise), made.from = node(c.from),
    made.degree = node(c.degree);
    made.purposes = c.purposes, made.carries = c.carries, made.closed_by = c.closed_by;
    made.says = text(c.says);
    made.first_exclusion = count(b.exclusions),
    made.exclusions = static_cast<std::uint32_t>(c.excluded_by.size());
    b.exclusions.insert(b.exclusions.end(), c.excluded_by.begin(), c.excluded_by.end());
    made.on_knowledge = c.on_knowledge;
    return made;
  }

  // By home: its functions on effects, and the other laws its rules ask for one, whose treatment of purposes counts too.
  struct Effects {
    std::vector<std::uint32_t> functions;
    std::set<std::int32_t> places;  // laws asked by name
    bool any_place = false;         // a law that the case decides
  };

  void asked(const m::Expr& e, Effects& effects) const {
    if (e.op == m::Op::under && law.members[e.ref].type.base == m::Base::effect) {
      const m::Expr& place = e.kids[0];
      if (place.op == m::Op::constant)
        effects.places.insert(place.value);
      else if (place.op != m::Op::here)
        effects.any_place = true;
    }
    for (const m::Expr& kid : e.kids) asked(kid, effects);
  }
  void asked(const m::Clause& c, Effects& effects) const {
    for (const auto* list : {&c.scope, &c.conditions})
      for (const m::Expr& e : *list) asked(e, effects);
    for (const auto* e : {&c.gives, &c.otherwise, &c.from, &c.degree})
      if (*e) asked(**e, effects);
  }
  std::map<m::Home, Effects> effects_by_home() const {
    std::map<m::Home, Effects> by_home;
    for (std::uint32_t f = 0; f < law.functions.size(); ++f) {
      const m::Function& function = law.functions[f];
      Effects& effects = by_home[function.home];
      if (function.type.base == m::Base::effect) effects.functions.push_back(f);
      for (const m::Clause& c : function.clauses) asked(c, effects);
    }
    return by_home;
  }

  // Whose functions on effects the answers of a module can come to.
  std::set<m::Home> homes_reached(m::Home from, const std::map<m::Home, Effects>& by_home) const {
    std::set<m::Home> reached{m::shared};
    std::vector<m::Home> next{from};
    auto add = [&](m::Home home) {
      if (reached.insert(home).second) next.push_back(home);
    };
    reached.insert(from);
    while (!next.empty()) {
      m::Home home = next.back();
      next.pop_back();
      if (home < law.modules.size() && law.modules[home].family != m::none16)
        add(static_cast<m::Home>(m::first_family + law.modules[home].family));
      auto at = by_home.find(home);
      if (at == by_home.end()) continue;
      for (std::size_t m = 0; m < law.modules.size(); ++m)
        if (at->second.any_place || at->second.places.contains(law.modules[m].place))
          add(static_cast<m::Home>(m));
    }
    return reached;
  }

  void effects_of(m::Home number, const std::map<m::Home, Effects>& by_home, Module& made) {
    made.first_effect = count(b.members_of);
    const auto reached = homes_reached(number, by_home);
    for (const auto& [home, effects] : by_home)
      if (reached.contains(home))
        b.members_of.insert(b.members_of.end(), effects.functions.begin(), effects.functions.end());
    made.effects = count(b.members_of) - made.first_effect;
  }

  struct Bars {
    bool known = false;
    std::uint32_t first = 0, size = 0;
  };

  void lower_bars(const m::Module& of, Module& made) {
    made.first_bar = count(b.bars), made.bars = static_cast<std::uint32_t>(of.bars.size());
    for (std::uint32_t number : of.bars) {
      const m::Bar& bar = law.bars[number];
      b.bars.push_back({bar.function, bar.kind, bar.degree, static_cast<Invalidity>(bar.makes),
                        bar.against_both, bar.binds_couple, bar.provision, text(bar.undone_by),
                        text(bar.cured_by), text(bar.says)});
    }
  }

  // Bars stand by module, a family's own once for all its places.
  void modules() {
    std::map<std::uint16_t, Bars> bars_of_family;
    const auto by_home = effects_by_home();
    for (const m::Module& of : law.modules) {
      Module made;
      made.place = of.place;
      effects_of(static_cast<m::Home>(&of - law.modules.data()), by_home, made);
      made.first_member = count(b.members_of);
      for (std::uint32_t function : of.members)
        b.members_of.push_back(function == m::none ? none_u32 : function);
      // Places that have no law of their own share their family's bars.
      const Bars* shared = of.own_law ? nullptr : &bars_of_family[of.family];
      if (shared && shared->known) {
        made.first_bar = shared->first, made.bars = shared->size;
      } else {
        lower_bars(of, made);
        if (!of.own_law) bars_of_family[of.family] = {true, made.first_bar, made.bars};
      }
      made.covers_from = of.covers_from, made.recognition_from = of.recognition_from;
      made.letter_is_case_law = of.letter_is_case_law;
      made.family = of.family, made.own_law = of.own_law;
      b.modules.push_back(made);
    }
    for (const m::Member& member : law.members)
      b.members.push_back({b.intern(member.name), static_cast<Base>(member.type.base),
                           member.type.ref, static_cast<std::uint8_t>(member.parameters.size() + 1),
                           text(member.says)});
    for (const m::BarQuery& q : law.bar_queries) {
      auto first = count(b.kids);
      b.kids.insert(b.kids.end(), q.provisions.begin(), q.provisions.end());
      b.bar_queries.push_back({q.kinds, q.invalidities, first,
                               static_cast<std::uint32_t>(q.provisions.size()), q.against_one,
                               q.known_here, q.foreign});
    }
  }

  void stances() {
    for (const m::Reading& r : law.readings)
      b.readings.push_back({b.intern(r.id), module(r.home), text(r.says), r.provision});
    for (const m::Holding& h : law.holdings) {
      Holding made;
      made.first_reading = count(b.kids),
      made.readings = static_cast<std::uint32_t>(h.readings.size());
      b.kids.insert(b.kids.end(), h.readings.begin(), h.readings.end());
      made.body = static_cast<Body>(h.body), made.rank = h.rank, made.rank_word = h.rank_word,
      made.form = h.form;
      made.judgment = h.judgment, made.who = text(h.who), made.purposes = h.purposes;
      made.where = node(h.where), made.frame = h.frame;
      made.said = h.said, made.until = h.until, made.reach = h.reach;
      made.cite = b.intern(h.cite), made.source = b.intern(h.source), made.provision = h.provision;
      made.on_knowledge = h.on_knowledge;
      made.module = module(h.home), b.holdings.push_back(made);
    }
    for (const m::Searched& s : law.searched)
      b.searched.push_back({module(s.home), static_cast<Body>(s.body), s.on});
    for (const m::Declared& d : law.declared)
      b.declared.push_back({module(d.home), b.intern(d.name), text(d.by), text(d.says), d.on,
                            expressions.lower(d.states), d.frame, d.provision});
    for (const m::Presumption& p : law.presumptions)
      b.presumptions.push_back({module(p.home), p.provision, p.field, p.value, node(p.when),
                                p.frame, version(p.version), text(p.rebutted_by), text(p.says)});
  }

  std::uint32_t parties(const std::vector<m::Party>& list) {
    auto first = count(b.parties);
    for (const m::Party& p : list) b.parties.push_back({p.place, p.from, p.until});
    return first;
  }

  void between_states() {
    for (const m::Treaty& t : law.treaties) {
      std::uint32_t first = parties(t.parties);
      b.treaties.push_back({module(t.home), b.intern(t.name), text(t.says), t.by_place,
                            t.by_nationality, first, static_cast<std::uint32_t>(t.parties.size()),
                            b.intern(t.cite), b.intern(t.source), t.provision});
    }
    for (const m::Overlay& o : law.overlays) {
      Overlay made;
      made.module = module(o.home), made.name = b.intern(o.name), made.says = text(o.says),
      made.executed = text(o.executed);
      made.first_party = parties(o.parties),
      made.parties = static_cast<std::uint32_t>(o.parties.size());
      made.table = o.table, made.join = static_cast<Join>(o.join);
      made.effect = node(o.effect), made.when = node(o.when), made.frame = o.frame;
      made.kinds = o.kinds, made.purposes = o.purposes, made.binds = o.binds;
      made.said = o.said, made.reach = o.reach, made.until = o.until, made.rank = o.rank;
      made.cite = b.intern(o.cite), made.source = b.intern(o.source), made.provision = o.provision;
      b.overlays.push_back(made);
    }
  }

  std::uint32_t words(const std::vector<std::string>& list) {
    auto first = count(b.words);
    for (const std::string& word : list) b.words.push_back(b.intern(word));
    return first;
  }

  void exposure() {
    for (const m::Exposure& e : law.exposures) {
      Exposure made;
      made.provision = e.provision, made.act = e.act;
      made.act_word = b.intern(e.act_word), made.mode = b.intern(e.mode),
      made.kind = b.intern(e.kind);
      made.firm = b.intern(e.firm), made.topic = b.intern(e.topic);
      made.when = node(e.when), made.frame = e.frame, made.version = version(e.version);
      made.who = text(e.who), made.effect = text(e.effect), made.cite = b.intern(e.cite);
      made.on_knowledge = e.on_knowledge;
      made.module = module(e.home), b.exposures.push_back(made);
    }
    for (const m::Topics& t : law.topics) {
      Topics made;
      made.on = t.on;
      made.first_covered = words(t.covered),
      made.covered = static_cast<std::uint32_t>(t.covered.size());
      made.first_not = words(t.not_covered),
      made.not_covered = static_cast<std::uint32_t>(t.not_covered.size());
      made.module = module(t.home), b.topics.push_back(made);
    }
    for (const m::Note& n : law.notes)
      b.notes.push_back(
          {module(n.home), n.provision, node(n.when), n.frame, version(n.version), text(n.says)});
    for (const m::Act& a : law.acts)
      b.acts.push_back(
          {module(a.home), a.provision, a.acts, a.constitutive, version(a.version), text(a.says)});
  }

  void tables() {
    for (const m::Table& t : law.tables) {
      b.tables.push_back({b.intern(t.name), count(b.columns),
                          static_cast<std::uint32_t>(t.columns.size()), count(b.rows),
                          static_cast<std::uint32_t>(t.rows.size()), t.absent_is_no});
      for (const m::Column& c : t.columns)
        b.columns.push_back({b.intern(c.name), static_cast<Base>(c.type.base), c.type.ref});
      for (const m::Row& r : t.rows) {
        b.rows.push_back({r.place, r.from, r.until, r.enacted, r.checked, r.review_by,
                          count(b.cells), b.intern(r.provision), b.intern(r.source),
                          b.intern(r.confidence), static_cast<std::uint32_t>(r.parts_too)});
        b.cells.insert(b.cells.end(), r.cells.begin(), r.cells.end());
      }
    }
  }

  void anchors() {
    const m::Anchors& from = law.anchors;
    Anchors& to = b.anchors;
    to.record_case = from.record_case, to.record_celebration = from.record_celebration,
    to.record_spouse = from.record_spouse;
    to.record_between = from.record_between, to.record_earlier_union = from.record_earlier_union;
    to.celebration = from.celebration, to.spouses = from.spouses, to.between = from.between,
    to.ceremonies = from.ceremonies;
    to.given = from.given, to.later = from.later, to.plans = from.plans,
    to.question = from.question, to.slots = from.slots;
    to.enum_purpose = from.enum_purpose, to.enum_act = from.enum_act,
    to.enum_plan_act = from.enum_plan_act;
    to.enum_bar_kind = from.enum_bar_kind, to.enum_rank = from.enum_rank,
    to.enum_form_of_act = from.enum_form_of_act;
    to.member_valid = from.valid, to.member_formally_valid = from.formally_valid,
    to.member_may_marry = from.may_marry;
    to.member_degree = from.degree, to.member_recognition = from.recognition,
    to.member_connecting = from.connecting;
  }

  template <class T>
  static std::uint32_t count(const std::vector<T>& list) {
    return static_cast<std::uint32_t>(list.size());
  }
};

}  // namespace

Builder from_meaning(const meaning::LawBase& law) {
  Lowering lowering{law, {}};
  lowering.ontology();
  lowering.instruments();
  lowering.functions();
  lowering.modules();
  lowering.stances();
  lowering.between_states();
  lowering.exposure();
  lowering.tables();
  lowering.anchors();
  note_acts_read(lowering.b);
  return std::move(lowering.b);
}

}  // namespace comity::ir
