// What the tables hold of a topic, and whether a place's rules look at a form of wedding or at a tie.
#include <algorithm>

#include "engine/place_topics.h"
#include "ir/paths.h"

namespace comity::engine {

namespace {

// Walks every rule that some bars of the place and its members come to, for one that asks whether a fact is a wanted value.
struct FactSearch {
  const ir::Law& law;
  std::uint32_t record;
  std::string_view field;
  std::set<ir::Value> wanted;
  std::set<std::uint32_t> functions = {};
  std::set<ir::NodeId> nodes = {};

  bool is_fact(ir::NodeId id) const {
    const ir::Node& node = law.nodes[id];
    if (node.op != ir::Op::fact || node.ref >= law.fields.size()) return false;
    return law.str(law.fields[node.ref].name) == field && law.fields[node.ref].record == record;
  }

  bool in_node(ir::NodeId id) {
    if (id == ir::no_node || !nodes.insert(id).second) return false;
    const ir::Node& node = law.nodes[id];
    auto kids = law.kids_of(node);
    if (node.op == ir::Op::equal && kids.size() == 2)
      for (std::size_t k = 0; k < 2; ++k) {
        const ir::Node& other = law.nodes[kids[1 - k]];
        if (is_fact(kids[k]) && other.op == ir::Op::constant && wanted.contains(other.value))
          return true;
      }
    if (node.op == ir::Op::call && in_function(node.ref)) return true;
    return std::ranges::any_of(kids, [&](std::uint32_t kid) { return in_node(kid); });
  }

  bool in_function(std::uint32_t number) {
    if (number >= law.functions.size() || !functions.insert(number).second) return false;
    const ir::Function& f = law.functions[number];
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
      const ir::Clause& clause = law.clauses[c];
      if (in_node(clause.scope) || in_node(clause.condition) || in_node(clause.gives) ||
          in_node(clause.otherwise))
        return true;
    }
    return false;
  }
};

bool is_value(const ir::Law& law, const ir::Column& column) {
  return law.str(column.name) == "value";
}

std::optional<int> years(ir::Value value) { return value; }

AgePair ages_of(const std::map<std::string, ir::Value>& cells, const std::string& before) {
  AgePair pair;
  if (auto at = cells.find(before + "female"); at != cells.end()) pair.female = years(at->second);
  if (auto at = cells.find(before + "male"); at != cells.end()) pair.male = years(at->second);
  return pair;
}

std::set<ir::Value> values_of(const ir::Law& law, int field,
                              std::initializer_list<std::string_view> words) {
  std::set<ir::Value> values;
  for (std::string_view word : words)
    values.insert(ir::enum_value(law, law.fields[static_cast<std::size_t>(field)].ref, word));
  return values;
}

// A part takes the whole's row where that reaches it: the same cells, under its own name.
std::string whole_of(const ir::Law& law, const ir::Table& table, const ir::Row& row) {
  for (ir::Value at = law.places[static_cast<std::size_t>(row.place)].part_of; at >= 0;
       at = law.places[static_cast<std::size_t>(at)].part_of)
    for (std::uint32_t i = 0; i < table.rows; ++i) {
      const ir::Row& other = law.rows[table.first_row + i];
      if (other.place == at && other.first_cell == row.first_cell)
        return std::string(law.str(law.places[static_cast<std::size_t>(at)].code));
    }
  return {};
}

}  // namespace

const ir::Table* table_of(const ir::Law& law, Topic topic) {
  auto at = std::ranges::find_if(
      law.tables, [&](const ir::Table& t) { return law.str(t.name) == word(topic); });
  return at == law.tables.end() ? nullptr : &*at;
}

const ir::Row* row_of(const PlaceAsked& asked, Topic topic, base::Day on) {
  const ir::Table* table = table_of(asked.law, topic);
  if (!table) return nullptr;
  for (std::uint32_t i = 0; i < table->rows; ++i) {
    const ir::Row& row = asked.law.rows[table->first_row + i];
    if (row.place == asked.place && row.from <= on && on < row.until &&
        row.enacted <= asked.known_on(on))
      return &row;
  }
  return nullptr;
}

TopicFinding by_row(const PlaceAsked& asked, Topic topic, const ir::Row& row) {
  const ir::Law& law = asked.law;
  const ir::Table& table = *table_of(law, topic);
  TopicFinding finding;
  std::map<std::string, ir::Value> numbers;
  for (std::uint32_t c = 0; c < table.columns; ++c) {
    const ir::Column& column = law.columns[table.first_column + c];
    const ir::Value cell = law.cells[row.first_cell + c];
    const std::string name(law.str(column.name));
    if (column.type == ir::Base::choice) {
      std::string told(ir::enum_word(law, column.type_ref, cell));
      if (is_value(law, column))
        finding.value = told;
      else
        finding.details.emplace_back(name, told == "not_known" ? "unknown" : told);
    } else if (column.type == ir::Base::yes_no) {
      if (cell) finding.purposes.push_back(name);
    } else {
      numbers[name] = cell;
    }
  }
  finding.by_tie = is_of_ties(topic);
  if (finding.by_tie) settle_ties(finding);
  if (finding.value == "full") finding.purposes = {"*"};
  finding.has_ages = topic == Topic::marriage_age;
  if (finding.has_ages)
    finding.general = ages_of(numbers, ""), finding.with_consent = ages_of(numbers, "consent_");
  finding.provision = finding.cite = std::string(law.str(row.provision));
  finding.source = std::string(law.str(row.source));
  finding.confidence = std::string(law.str(row.confidence));
  finding.row_of = whole_of(law, table, row);
  return finding;
}

bool looks_at_form(const PlaceAsked& asked, std::string_view form) {
  const ir::Law& law = asked.law;
  const ir::Module* module = asked.module();
  const int field = ir::field_named(law, law.anchors.record_celebration, "form");
  if (!module || field < 0) return false;
  FactSearch search{law, law.anchors.record_celebration, "form", values_of(law, field, {form})};
  const int kind = ir::enum_value(law, law.anchors.enum_bar_kind, "form");
  for (std::uint32_t b = module->first_bar; b < module->first_bar + module->bars; ++b)
    if (law.bars[b].kind == kind && search.in_function(law.bars[b].function)) return true;
  for (std::uint32_t member : {law.anchors.member_valid, law.anchors.member_formally_valid})
    if (search.in_function(law.members_of[module->first_member + member])) return true;
  return false;
}

bool looks_at_tie(const PlaceAsked& asked, Topic topic, std::string_view tie) {
  const ir::Law& law = asked.law;
  const ir::Module* module = asked.module();
  const int field = ir::field_named(law, law.anchors.record_between, word(topic));
  if (!module || field < 0) return false;
  FactSearch search{law, law.anchors.record_between, word(topic),
                    values_of(law, field, {tie, "none"})};
  for (std::uint32_t b = module->first_bar; b < module->first_bar + module->bars; ++b)
    if (search.in_function(law.bars[b].function)) return true;
  const std::uint32_t may_marry =
      law.members_of[module->first_member + law.anchors.member_may_marry];
  return search.in_function(may_marry);
}

}  // namespace comity::engine
