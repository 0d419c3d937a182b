#include "ir/verify.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace comity::ir {

namespace says = diag::says;

namespace {

struct Verifier {
  const Law& law;
  diag::Diagnostics& diagnostics;
  bool sound = true;
  std::vector<std::uint32_t> slots_needed;  // by node: how many frame slots it reads

  void fault(diag::Saying what) {
    if (std::exchange(sound, false))
      diagnostics.error(diag::Code::internal, {0xffff, 0, 0},
                        {says::graph_not_sound, std::move(what)});
  }
  void node_fault(NodeId id, diag::Sentence<0> what) { fault({says::graph_node, id, what}); }

  template <class List>
  bool range(std::uint32_t first, std::uint32_t count, const List& list) const {
    return first <= list.size() && count <= list.size() - first;
  }
  bool str(Str s) const {
    return s.offset <= law.strings.size() && s.length <= law.strings.size() - s.offset;
  }
  bool text(const Text& t) const { return str(t.en) && str(t.ru); }

  // ---- truth values: whatever memory holds, only 0 and 1 may be read as one
  template <class List, class... Members>
  void truths(const List& list, Members... members) {
    for (const auto& element : list)
      for (const bool* value : {&(element.*members)...}) {
        unsigned char byte;
        std::memcpy(&byte, value, 1);
        if (byte > 1) return fault(says::graph_truth_value);
      }
  }

  void all_truths() {
    truths(law.fields, &Field::has_ordinary);
    truths(law.places, &Place::by_part);
    truths(law.functions, &Function::silent_is_no, &Function::term);
    truths(law.bars, &Bar::against_both, &Bar::binds_couple);
    truths(law.bar_queries, &BarQuery::against_one, &BarQuery::known_here, &BarQuery::foreign);
    truths(law.holdings, &Holding::judgment);
    truths(law.treaties, &Treaty::by_place, &Treaty::by_nationality);
    truths(law.acts, &Act::constitutive);
    truths(law.tables, &Table::absent_is_no);
  }

  // ---- nodes, kids before parents
  struct Want {
    int least, most;
  };

  void nodes() {
    slots_needed.assign(law.nodes.size(), 0);
    for (NodeId id = 0; id < law.nodes.size() && sound; ++id) node(id);
  }

  Base type(const Node& n, std::size_t kid) const {
    return law.nodes[law.kids[n.first_kid + kid]].type;
  }

  void node(NodeId id) {
    const Node& n = law.nodes[id];
    if (static_cast<unsigned>(n.op) > static_cast<unsigned>(Op::unknown_law))
      return node_fault(id, says::graph_kind);
    if (static_cast<unsigned>(n.type) > static_cast<unsigned>(Base::effect))
      return node_fault(id, says::graph_type);
    if (!range(n.first_kid, n.kids, law.kids)) return node_fault(id, says::graph_kids_out_of_range);
    std::uint32_t& need = slots_needed[id];
    for (std::uint32_t i = 0; i < n.kids; ++i) {
      NodeId kid = law.kids[n.first_kid + i];
      if (kid >= id) return node_fault(id, says::graph_kid_after);
      need = std::max(need, slots_needed[kid]);
    }
    if (!kids_fit(n)) return node_fault(id, says::graph_kids_number);
    if (!references(id, n)) return node_fault(id, says::graph_reference);
    if (!types(n)) return node_fault(id, says::graph_types);
    bool reads_slot = n.op == Op::fact || n.op == Op::at || n.op == Op::some || n.op == Op::every ||
                      n.op == Op::count || n.op == Op::earliest || n.op == Op::latest ||
                      n.op == Op::some_spouse || n.op == Op::every_spouse || n.op == Op::includes ||
                      n.op == Op::role || (n.op == Op::parameter && n.a < param_as_at);
    bool binds = n.op == Op::some || n.op == Op::every || n.op == Op::count ||
                 n.op == Op::earliest || n.op == Op::latest || n.op == Op::some_spouse ||
                 n.op == Op::every_spouse;
    if (reads_slot) need = std::max(need, n.a + 1);
    if (binds) need = std::max(need, static_cast<std::uint32_t>(n.value) + 1);
    if (need > 4096) node_fault(id, says::graph_parameter);
  }

  Want wanted(const Node& n) const {
    constexpr int any = 1 << 20;
    switch (n.op) {
      case Op::constant:
      case Op::parameter:
      case Op::here:
      case Op::fact:
      case Op::role:
      case Op::reading:
      case Op::unknown_law:
        return {0, 0};
      case Op::at:
      case Op::includes:
      case Op::negation:
      case Op::shift:
      case Op::some_spouse:
      case Op::every_spouse:
        return {1, 1};
      case Op::some:
      case Op::every:
      case Op::count:
        return {1, 2};
      case Op::earliest:
      case Op::latest:
        return {2, 3};
      case Op::all:
      case Op::any:
        return {0, any};
      case Op::equal:
      case Op::before:
      case Op::larger:
      case Op::smaller:
      case Op::lookup:
      case Op::listed:
      case Op::within:
        return {2, 2};
      case Op::choose:
        return {3, 3};
      case Op::call:
        return {1, any};
      case Op::under:
        return {3, any};
      case Op::bars:
        return {0, 4};
    }
    return {0, 0};
  }

  bool kids_fit(const Node& n) const {
    Want want = wanted(n);
    auto count = static_cast<int>(n.kids);
    return count >= want.least && count <= want.most;
  }

  bool field(std::uint32_t f) const { return f < law.fields.size(); }

  bool references(NodeId id, const Node& n) const {
    switch (n.op) {
      case Op::fact:
      case Op::at:
        return field(n.ref) && n.value >= 0 && field(static_cast<std::uint32_t>(n.value)) &&
               n.b < law.anchors.slots;
      case Op::some:
      case Op::every:
      case Op::count:
      case Op::earliest:
      case Op::latest:
        return field(n.ref) && n.b < law.anchors.slots && n.value > 0;
      case Op::includes:
        return field(n.ref) && n.b < law.anchors.slots;
      case Op::some_spouse:
      case Op::every_spouse:
        return n.value > 0;
      case Op::call:
        return n.ref < law.functions.size() && n.kids == law.functions[n.ref].parameters &&
               law.nodes[law.kids[n.first_kid]].op == Op::role;
      case Op::under:
        return n.ref < law.members.size() && n.a <= 2 && (n.b == no_node || n.b < id) &&
               (n.kids == 3 || n.kids == 3u + law.members[n.ref].parameters);
      case Op::bars: {
        if (n.ref >= law.bar_queries.size()) return false;
        const BarQuery& q = law.bar_queries[n.ref];
        return n.kids == (q.foreign ? 3u : 0u) + (q.against_one ? 1u : 0u);
      }
      case Op::reading:
        return n.ref < law.readings.size();
      case Op::lookup:
        return n.ref < law.tables.size() && n.a < law.tables[n.ref].columns;
      case Op::listed:
        return n.ref < law.tables.size();
      case Op::shift:
        return n.b <= 2 && n.ref <= 1;
      case Op::constant:
      case Op::parameter:
      case Op::here:
      case Op::negation:
      case Op::all:
      case Op::any:
      case Op::equal:
      case Op::before:
      case Op::choose:
      case Op::larger:
      case Op::smaller:
      case Op::role:
      case Op::within:
      case Op::unknown_law:
        return true;
    }
    return false;
  }

  bool all_of(const Node& n, Base wanted_type) const {
    for (std::size_t i = 0; i < n.kids; ++i)
      if (type(n, i) != wanted_type) return false;
    return n.type == wanted_type;
  }

  bool types(const Node& n) const {
    switch (n.op) {
      case Op::negation:
      case Op::all:
      case Op::any:
        return all_of(n, Base::yes_no);
      case Op::some:
      case Op::every:
        return n.type == Base::yes_no && type(n, 0) == Base::yes_no &&
               (n.kids < 2 || type(n, 1) == Base::day);
      case Op::earliest:
      case Op::latest:
        return n.type == Base::day && type(n, 0) == Base::yes_no && type(n, 1) == Base::day &&
               (n.kids < 3 || type(n, 2) == Base::day);
      case Op::count:
        return n.type == Base::integer && type(n, 0) == Base::yes_no &&
               (n.kids < 2 || type(n, 1) == Base::day);
      case Op::some_spouse:
      case Op::every_spouse:
        return all_of(n, Base::yes_no);
      case Op::equal:
      case Op::before:
        return n.type == Base::yes_no && type(n, 0) == type(n, 1);
      case Op::shift:
        return all_of(n, Base::day);
      case Op::at:
        return type(n, 0) == Base::day;
      case Op::choose:
        return type(n, 0) == Base::yes_no && type(n, 1) == n.type && type(n, 2) == n.type;
      case Op::larger:
      case Op::smaller:
        return all_of(n, Base::effect);
      case Op::within:
        return n.type == Base::yes_no && type(n, 0) == Base::place && type(n, 1) == Base::place;
      case Op::lookup:
      case Op::listed:
        return type(n, 0) == Base::place && type(n, 1) == Base::day;
      case Op::under:
        return type(n, 0) == Base::place && type(n, 1) == Base::day && type(n, 2) == Base::day;
      case Op::call:
        return n.type == law.functions[n.ref].type;
      case Op::constant:
      case Op::parameter:
      case Op::here:
      case Op::fact:
      case Op::includes:
      case Op::role:
      case Op::bars:
      case Op::reading:
      case Op::unknown_law:
        return true;
    }
    return false;
  }

  // ---- what stands around the nodes
  bool root(NodeId id, std::uint32_t frame) const {
    return frame <= most_bindings &&
           (id == no_node || (id < law.nodes.size() && slots_needed[id] <= frame));
  }
  bool provision(std::uint32_t p) const { return p < law.provisions.size(); }
  bool effects(const Module& m) const {
    if (!range(m.first_effect, m.effects, law.members_of)) return false;
    for (std::uint32_t i = 0; i < m.effects; ++i)
      if (law.members_of[m.first_effect + i] >= law.functions.size()) return false;
    return true;
  }
  bool module(std::uint16_t m) const { return m >= first_family || m < law.modules.size(); }

  void clauses_of(const Function& f, std::size_t number) {
    if (!range(f.first_clause, f.clauses, law.clauses) || !str(f.name) || !module(f.module) ||
        f.parameters < 1 || f.frame < f.parameters || f.frame > most_bindings)
      return fault({says::graph_function, number, says::graph_function_list});
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
      const Clause& clause = law.clauses[c];
      bool good = provision(clause.provision) &&
                  (clause.exception_to == none_u32 || provision(clause.exception_to)) &&
                  (clause.guard == 0xffff || clause.guard < law.readings.size()) &&
                  range(clause.first_exclusion, clause.exclusions, law.exclusions) &&
                  text(clause.says);
      for (NodeId id : {clause.scope, clause.condition, clause.gives, clause.otherwise, clause.from,
                        clause.degree})
        good &= root(id, f.frame);
      if (!good) return fault({says::graph_clause, c, says::graph_reference});
      for (std::uint32_t e = 0; e < clause.exclusions; ++e)
        if (law.exclusions[clause.first_exclusion + e] >= law.readings.size())
          return fault({says::graph_clause, c, says::graph_excluded});
      for (NodeId id : {clause.scope, clause.condition})
        if (id != no_node && law.nodes[id].type != Base::yes_no)
          return fault({says::graph_clause, c, says::graph_condition});
      for (NodeId id : {clause.gives, clause.otherwise})
        if (id != no_node && law.nodes[id].type != f.type)
          return fault({says::graph_clause, c, says::graph_value_type});
    }
  }

  void lists() {
    for (std::size_t f = 0; f < law.functions.size() && sound; ++f) clauses_of(law.functions[f], f);
    for (const Module& m : law.modules) {
      bool good =
          range(m.first_member, static_cast<std::uint32_t>(law.members.size()), law.members_of) &&
          effects(m) && range(m.first_bar, m.bars, law.bars);
      for (std::size_t i = 0; good && i < law.members.size(); ++i) {
        std::uint32_t f = law.members_of[m.first_member + i];
        good = f == none_u32 ||
               (f < law.functions.size() && law.functions[f].type == law.members[i].type);
      }
      if (!good) return fault({says::graph_module_of, m.place, says::graph_list});
    }
    for (const Bar& b : law.bars)
      if (b.function >= law.functions.size() || !provision(b.provision) || b.kind >= 32)
        return fault(says::graph_bar);
    for (const BarQuery& q : law.bar_queries) {
      if (!range(q.first_provision, q.provisions, law.kids)) return fault(says::graph_bar_query);
      for (std::uint32_t i = 0; i < q.provisions; ++i)
        if (!provision(law.kids[q.first_provision + i])) return fault(says::graph_bar_query_empty);
    }
    for (const Holding& h : law.holdings) {
      bool good = range(h.first_reading, h.readings, law.kids) && root(h.where, h.frame) &&
                  provision(h.provision) && module(h.module);
      for (std::uint32_t i = 0; good && i < h.readings; ++i)
        good = law.kids[h.first_reading + i] < law.readings.size();
      if (!good) return fault(says::graph_holding);
    }
    for (const Provision& p : law.provisions)
      if (p.instrument >= law.instruments.size() || p.file >= law.files.size() || !str(p.id) ||
          !text(p.text))
        return fault(says::graph_provision);
    more_lists();
  }

  void more_lists() {
    for (const Constraint& c : law.constraints)
      if (!root(c.requires_, c.frame)) return fault(says::graph_constraint);
    for (const Declared& d : law.declared)
      if (!root(d.states, d.frame) || !provision(d.provision)) return fault(says::graph_purpose);
    for (const Presumption& p : law.presumptions)
      if (!root(p.when, p.frame) || !provision(p.provision) || !field(p.field))
        return fault(says::graph_presumption);
    for (const Treaty& t : law.treaties)
      if (!range(t.first_party, t.parties, law.parties) || !provision(t.provision))
        return fault(says::graph_treaty);
    for (const Overlay& o : law.overlays)
      if (!range(o.first_party, o.parties, law.parties) ||
          (o.table != none_u32 && o.table >= law.tables.size()) || !root(o.effect, o.frame) ||
          !root(o.when, o.frame) || !provision(o.provision))
        return fault(says::graph_overlay);
    for (const Exposure& e : law.exposures)
      if (!root(e.when, e.frame) || !provision(e.provision)) return fault(says::graph_exposure);
    for (const Note& n : law.notes)
      if (!root(n.when, n.frame) || !provision(n.provision)) return fault(says::graph_note);
    for (const Act& a : law.acts)
      if (!provision(a.provision)) return fault(says::graph_act);
    for (const Topics& t : law.topics)
      if (!range(t.first_covered, t.covered, law.words) ||
          !range(t.first_not, t.not_covered, law.words))
        return fault(says::graph_topics);
    for (const Table& t : law.tables) {
      if (!range(t.first_column, t.columns, law.columns) || !range(t.first_row, t.rows, law.rows))
        return fault(says::graph_table);
      for (std::uint32_t r = t.first_row; r < t.first_row + t.rows; ++r)
        if (!range(law.rows[r].first_cell, t.columns, law.cells)) return fault(says::graph_cells);
    }
    for (const Record& r : law.records)
      if (!range(r.first_field, r.fields, law.fields)) return fault(says::graph_record);
    for (const Field& f : law.fields)
      if (f.record >= law.records.size() ||
          (f.base == Base::record && f.ref >= law.records.size()) ||
          (f.base == Base::choice && f.ref >= law.enums.size()))
        return fault(says::graph_field);
    for (const EnumDef& e : law.enums)
      if (!range(e.first_value, e.values, law.enum_values)) return fault(says::graph_enum);
    places();
  }

  void places() {
    for (std::size_t p = 0; p < law.places.size(); ++p) {
      std::size_t steps = 0;
      for (std::int32_t above = law.places[p].part_of; above >= 0;
           above = law.places[static_cast<std::size_t>(above)].part_of)
        if (static_cast<std::size_t>(above) >= law.places.size() || ++steps > 16)
          return fault({says::graph_place_part, p});
    }
  }

  // ---- no rule reaches itself within one law and one marriage
  void no_recursion() {
    std::vector<std::vector<std::uint32_t>> asks(law.functions.size());
    std::vector<std::uint32_t> visited_by(law.nodes.size(), none_u32);
    for (std::size_t f = 0; f < law.functions.size(); ++f) {
      std::vector<NodeId> open;
      for (std::uint32_t c = law.functions[f].first_clause;
           c < law.functions[f].first_clause + law.functions[f].clauses; ++c)
        for (NodeId id : {law.clauses[c].scope, law.clauses[c].condition, law.clauses[c].gives,
                          law.clauses[c].otherwise, law.clauses[c].from, law.clauses[c].degree})
          if (id != no_node) open.push_back(id);
      while (!open.empty()) {
        NodeId id = open.back();
        open.pop_back();
        if (std::exchange(visited_by[id], static_cast<std::uint32_t>(f)) == f) continue;
        const Node& n = law.nodes[id];
        if (n.op == Op::call && law.nodes[law.kids[n.first_kid]].a == 0) asks[f].push_back(n.ref);
        for (std::uint32_t kid : law.kids_of(n)) open.push_back(kid);
      }
    }
    std::vector<std::uint8_t> state(law.functions.size(), 0);
    for (std::uint32_t start = 0; start < law.functions.size() && sound; ++start) {
      if (state[start]) continue;
      std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
      state[start] = 1;
      while (!path.empty()) {
        auto& [f, next] = path.back();
        if (next == asks[f].size()) {
          state[f] = 2;
          path.pop_back();
          continue;
        }
        std::uint32_t to = asks[f][next++];
        if (state[to] == 1) return fault({says::graph_function_reaches_itself, to});
        if (state[to] == 0) state[to] = 1, path.push_back({to, 0});
      }
    }
  }
};

}  // namespace

bool verify(const Law& law, diag::Diagnostics& diagnostics) {
  Verifier verifier{law, diagnostics, true, {}};
  verifier.all_truths();
  if (verifier.sound) verifier.nodes();
  if (verifier.sound) verifier.lists();
  if (verifier.sound) verifier.no_recursion();
  return verifier.sound;
}

}  // namespace comity::ir
