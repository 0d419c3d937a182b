// The law base while it is being built: the same tables as Law, growing; strings interned, nodes hash-consed.
// Guarantees: equal nodes get the same id, kids come before parents. Leaves checking to verify.h.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ir/law.h"

namespace comity::ir {

struct Builder {
  std::string strings;
  std::vector<EnumDef> enums;
  std::vector<EnumValue> enum_values;
  std::vector<Record> records;
  std::vector<Field> fields;
  std::vector<Place> places;  // sorted by code before anything refers to them
  std::vector<Alias> aliases;
  std::vector<Constraint> constraints;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> kids;
  std::vector<Clause> clauses;
  std::vector<std::uint16_t> exclusions;
  std::vector<Function> functions;
  std::vector<Bar> bars;
  std::vector<BarQuery> bar_queries;
  std::vector<Reading> readings;
  std::vector<Holding> holdings;
  std::vector<Searched> searched;
  std::vector<Declared> declared;
  std::vector<Presumption> presumptions;
  std::vector<Treaty> treaties;
  std::vector<Party> parties;
  std::vector<Overlay> overlays;
  std::vector<Exposure> exposures;
  std::vector<Topics> topics;
  std::vector<Str> words;
  std::vector<Note> notes;
  std::vector<Act> acts;
  std::vector<Member> members;
  std::vector<std::uint32_t> members_of;
  std::vector<Module> modules;
  std::vector<Instrument> instruments;
  std::vector<LawFile> files;
  std::vector<Provision> provisions;
  std::vector<Table> tables;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Value> cells;
  Anchors anchors{};

  Str intern(std::string_view text);
  NodeId node(Node shape, std::span<const std::uint32_t> kids_of_it = {});
  std::string_view str(Str s) const { return std::string_view(strings).substr(s.offset, s.length); }
  Law view() const;  // valid until the builder next changes

 private:
  std::unordered_map<std::string, Str> interned_;
  std::unordered_map<std::string, NodeId> consed_;
};

}  // namespace comity::ir
