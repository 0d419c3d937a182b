#include "engine/without.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "ir/rows.h"

namespace comity::engine {

namespace {

constexpr base::Day most_days = 31;  // of a part-known date that tells enough by itself

template <class T>
std::uint32_t size_of(const ir::View<T>& list) {
  return static_cast<std::uint32_t>(list.size());
}

std::string_view code_of(const ir::Law& law, ir::Value place) {
  return law.str(law.places[static_cast<std::size_t>(place)].code);
}

// PL of PL/KK/206: whose law a provision is, a family's too.
std::string place_of_provision(const ir::Law& law, std::uint32_t provision) {
  const std::string_view id = law.str(law.provisions[provision].id);
  return std::string(id.substr(0, id.find('/')));
}

std::string letter_of(const ir::Law& law, const ir::Holding& h) {
  return place_of_provision(law, h.provision) + "/letter";
}

void add(std::vector<std::uint32_t>& list, std::uint32_t number) {
  if (std::ranges::find(list, number) == list.end()) list.push_back(number);
}

// Whose law speaks in the forum: its own, that of the whole it is a part of, and what stands above states.
struct Speaking {
  const ir::Law& law;
  DecisionDays days;
  std::set<std::uint16_t> modules;
  std::set<ir::Value> places;

  Speaking(const ir::Law& of, const DecisionDays& asked) : law(of), days(asked) {
    for (ir::Value at = days.forum; at >= 0;
         at = law.places[static_cast<std::size_t>(at)].part_of) {
      places.insert(at);
      if (const ir::Module* module = law.module_of(at))
        modules.insert(static_cast<std::uint16_t>(module - law.modules.data()));
    }
    for (const ir::Overlay& overlay : law.overlays)
      if (is_member(overlay)) modules.insert(overlay.module);
  }

  // Whether the forum, or the whole it is a part of, is a member on some of these days.
  bool is_member(const ir::Overlay& o) const {
    auto then = [&](ir::Value place, base::Day from, base::Day until) {
      return places.contains(place) && from <= days.last && days.first < until;
    };
    for (std::uint32_t i = o.first_party; i < o.first_party + o.parties; ++i)
      if (then(law.parties[i].place, law.parties[i].from, law.parties[i].until)) return true;
    if (o.table == ir::none_u32) return false;
    return std::ranges::any_of(
        ir::rows_for(law, law.tables[o.table], std::nullopt),
        [&](const ir::Row& row) { return then(row.place, row.from, row.until); });
  }

  bool within(base::Day day) const { return days.first <= day && day <= days.last; }
  bool narrow() const { return days.last - days.first < most_days; }
  bool cited_in(std::string_view cite) const {
    return !days.citation.empty() && cite.find(days.citation) != std::string_view::npos;
  }
  bool speaks(std::uint16_t home) const {
    return std::ranges::any_of(modules, [&](std::uint16_t m) { return law.speaks_for(home, m); });
  }
  bool is_of(const ir::Holding& h) const {
    return (h.body == ir::Body::courts && days.by_courts) ||
           (h.body == ir::Body::authorities && days.by_authorities);
  }
};

void find_holdings(const Speaking& s, OwnPart& part) {
  for (std::uint32_t i = 0; i < size_of(s.law.holdings); ++i) {
    const ir::Holding& h = s.law.holdings[i];
    if (s.within(h.said) && s.is_of(h) && s.speaks(h.module) &&
        (s.narrow() || s.cited_in(s.law.str(h.cite))))
      part.holdings.push_back(i);
  }
}

void find_overlays(const Speaking& s, OwnPart& part) {
  for (std::uint32_t i = 0; i < size_of(s.law.overlays); ++i) {
    const ir::Overlay& o = s.law.overlays[i];
    if (s.within(o.said) && s.is_member(o) && (s.narrow() || s.cited_in(s.law.str(o.cite))))
      part.overlays.push_back(i);
  }
}

// The days of the decision that a clause names.
struct DaysOf {
  const ir::Law& law;
  const DecisionDays& days;
  std::set<ir::NodeId> seen;
  std::vector<std::uint32_t> found;

  void node(ir::NodeId id) {
    if (id == ir::no_node || !seen.insert(id).second) return;
    const ir::Node& n = law.nodes[id];
    if (n.op == ir::Op::constant && n.type == ir::Base::day && days.first <= n.value &&
        n.value <= days.last)
      found.push_back(id);
    for (std::uint32_t kid : law.kids_of(n)) node(kid);
  }

  std::vector<std::uint32_t> clause(std::uint32_t number) {
    const ir::Clause& c = law.clauses[number];
    seen.clear(), found.clear();
    for (ir::NodeId id : {c.scope, c.condition, c.gives, c.otherwise, c.from}) node(id);
    return found;
  }
};

bool add_turning(const ir::Law& law, const DecisionDays& days, std::uint32_t clause,
                 OwnPart& part) {
  const auto named = DaysOf{law, days, {}, {}}.clause(clause);
  for (std::uint32_t id : named) add(part.days, id);
  if (!named.empty()) add(part.turning_clauses, clause);
  return !named.empty();
}

void find_clauses(const Speaking& s, OwnPart& part) {
  for (const ir::Function& f : s.law.functions) {
    if (!s.speaks(f.module)) continue;
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
      const ir::Version& v = s.law.clauses[c].version;
      if (s.within(v.from) || s.within(v.enacted)) part.clauses.push_back(c);
      if (s.within(v.until)) part.ended_clauses.push_back(c);
      if (s.days.first == s.days.last) add_turning(s.law, s.days, c, part);
    }
  }
}

void find_rows(const Speaking& s, OwnPart& part) {
  for (std::uint32_t i = 0; i < size_of(s.law.rows); ++i) {
    const ir::Row& row = s.law.rows[i];
    if (!s.places.contains(row.place)) continue;
    if (s.within(row.from) || s.within(row.enacted)) part.rows.push_back(i);
    if (s.within(row.until)) part.ended_rows.push_back(i);
  }
}

const ir::Table* table_of_row(const ir::Law& law, std::uint32_t row) {
  for (const ir::Table& table : law.tables)
    if (table.first_row <= row && row < table.first_row + table.rows) return &table;
  return nullptr;
}

// The clauses of one provision in one function are a standard's classes, in their order.
std::vector<std::uint32_t> classes_of(const ir::Law& law, const ir::Function& f,
                                      std::string_view provision) {
  std::vector<std::uint32_t> list;
  for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
    if (law.str(law.provisions[law.clauses[c].provision].id) == provision) list.push_back(c);
  return list;
}

bool is_or_stands_under(std::string_view id, std::string_view name) {
  return id.starts_with(name) &&
         (id.size() == name.size() || id[name.size()] == '#' || id[name.size()] == '(');
}

bool add_reading(const ir::Law& law, std::string_view name, std::optional<base::Day> said,
                 OwnPart& part) {
  bool found = false;
  for (std::uint32_t i = 0; i < size_of(law.holdings); ++i) {
    const ir::Holding& h = law.holdings[i];
    if (said && h.said != *said) continue;
    bool holds = h.readings == 0 && said && name == letter_of(law, h);
    for (std::uint32_t r = 0; r < h.readings; ++r)
      holds |= law.str(law.readings[law.kids[h.first_reading + r]].id) == name;
    if (!holds) continue;
    found = true;
    add(part.holdings, i);
  }
  return found;
}

bool add_overlay(const ir::Law& law, std::string_view name, OwnPart& part) {
  for (std::uint32_t i = 0; i < size_of(law.overlays); ++i)
    if (overlay_id(law, i) == name) return add(part.overlays, i), true;
  return false;
}

bool add_row(const ir::Law& law, std::string_view name, base::Day day, OwnPart& part) {
  bool found = false;
  for (std::uint32_t i = 0; i < size_of(law.rows); ++i) {
    const ir::Row& row = law.rows[i];
    const ir::Table* table = table_of_row(law, i);
    if ((row.from != day && row.until != day) || !table ||
        std::string(law.str(table->name)) + "/" + std::string(code_of(law, row.place)) != name)
      continue;
    found = true;
    add(row.from == day ? part.rows : part.ended_rows, i);
  }
  return found;
}

bool add_provision(const ir::Law& law, std::string_view name, std::size_t nth,
                   const DecisionDays& days, OwnPart& part) {
  bool found = false;
  for (const ir::Function& f : law.functions) {
    std::vector<std::uint32_t> chosen;
    if (nth > 0) {
      auto classes = classes_of(law, f, name);
      if (nth <= classes.size()) chosen = {classes[nth - 1]};
    } else {
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (is_or_stands_under(law.str(law.provisions[law.clauses[c].provision].id), name))
          chosen.push_back(c);
    }
    for (std::uint32_t c : chosen) {
      found = true;
      if (add_turning(law, days, c, part)) continue;
      const base::Day until = law.clauses[c].version.until;
      add(days.first <= until && until <= days.last ? part.ended_clauses : part.clauses, c);
    }
  }
  return found;
}

}  // namespace

std::string overlay_id(const ir::Law& law, std::uint32_t number) {
  const ir::Overlay& o = law.overlays[number];
  return place_of_provision(law, o.provision) + "/" + std::string(law.str(o.name));
}

bool OwnPart::empty() const {
  return holdings.empty() && overlays.empty() && clauses.empty() && rows.empty() &&
         ended_clauses.empty() && ended_rows.empty() && days.empty();
}

OwnPart part_since(const ir::Law& law, const DecisionDays& days) {
  OwnPart part;
  const Speaking speaking(law, days);
  find_holdings(speaking, part);
  if (!days.changes_law || !speaking.narrow()) return part;
  find_overlays(speaking, part);
  find_clauses(speaking, part);
  find_rows(speaking, part);
  return part;
}

bool add_named(const ir::Law& law, std::string_view name, const DecisionDays& days, OwnPart& part) {
  if (auto at = name.rfind('@'); at != std::string_view::npos) {
    auto day = base::parse_day(name.substr(at + 1));
    if (!day) return false;
    const std::string_view what = name.substr(0, at);
    return add_reading(law, what, day, part) || add_row(law, what, *day, part);
  }
  if (add_reading(law, name, std::nullopt, part) || add_overlay(law, name, part)) return true;
  std::size_t nth = 0;
  if (auto colon = name.rfind(':'); colon != std::string_view::npos) {
    const std::string_view number = name.substr(colon + 1);
    auto read = std::from_chars(number.data(), number.data() + number.size(), nth);
    if (read.ec != std::errc() || nth == 0) return false;
    name = name.substr(0, colon);
  }
  return add_provision(law, name, nth, days, part);
}

std::vector<std::string> names_of(const ir::Law& law, const OwnPart& part) {
  std::vector<std::string> names;
  auto tell = [&](std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  };
  for (std::uint32_t i : part.holdings) {
    const ir::Holding& h = law.holdings[i];
    const std::string reading =
        h.readings == 0 ? letter_of(law, h)
                        : std::string(law.str(law.readings[law.kids[h.first_reading]].id));
    tell(reading + "@" + base::to_string(h.said));
  }
  for (std::uint32_t i : part.overlays) tell(overlay_id(law, i));
  for (const auto* list : {&part.clauses, &part.ended_clauses, &part.turning_clauses})
    for (std::uint32_t c : *list)
      tell(std::string(law.str(law.provisions[law.clauses[c].provision].id)));
  auto rows = [&](const std::vector<std::uint32_t>& list, auto day) {
    for (std::uint32_t i : list)
      if (const ir::Table* table = table_of_row(law, i))
        tell(std::string(law.str(table->name)) + "/" +
             std::string(code_of(law, law.rows[i].place)) + "@" +
             base::to_string(law.rows[i].*day));
  };
  rows(part.rows, &ir::Row::from);
  rows(part.ended_rows, &ir::Row::until);
  return names;
}

Without::Without(const ir::Law& law, const OwnPart& part)
    : holdings_(law.holdings.begin(), law.holdings.end()),
      overlays_(law.overlays.begin(), law.overlays.end()),
      clauses_(law.clauses.begin(), law.clauses.end()),
      rows_(law.rows.begin(), law.rows.end()),
      nodes_(law.nodes.begin(), law.nodes.end()),
      law_(law) {
  for (std::uint32_t i : part.holdings) holdings_[i].said = base::last_day;
  for (std::uint32_t i : part.overlays) overlays_[i].said = base::last_day;
  for (std::uint32_t id : part.days) nodes_[id].value = base::last_day;
  leave_out_clauses(part);
  leave_out_rows(part);
  law_.nodes = nodes_;
  law_.holdings = holdings_;
  law_.overlays = overlays_;
  law_.clauses = clauses_;
  law_.rows = rows_;
}

// A clause that made way for one left out goes on as long as that one would have.
void Without::leave_out_clauses(const OwnPart& part) {
  for (std::uint32_t c : part.ended_clauses) clauses_[c].version.until = base::last_day;
  for (std::uint32_t left : part.clauses) {
    ir::Version& out = clauses_[left].version;
    for (const ir::Function& f : law_.functions) {
      if (left < f.first_clause || left >= f.first_clause + f.clauses) continue;
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (c != left && law_.clauses[c].version.until == law_.clauses[left].version.from)
          clauses_[c].version.until = law_.clauses[left].version.until;
    }
    out.from = out.until = out.reach = base::first_day;
  }
}

void Without::leave_out_rows(const OwnPart& part) {
  for (std::uint32_t i : part.ended_rows) rows_[i].until = base::last_day;
  for (std::uint32_t left : part.rows) {
    const ir::Row& out = law_.rows[left];
    for (std::uint32_t near : {left - 1, left + 1})  // rows stand by place, then by day
      if (near < rows_.size() && rows_[near].place == out.place &&
          law_.rows[near].until == out.from && table_of_row(law_, near) == table_of_row(law_, left))
        rows_[near].until = out.until;
    rows_[left].until = rows_[left].from;
  }
}

}  // namespace comity::engine
