#include "ir/builder.h"

#include <cstring>

namespace comity::ir {

Str Builder::intern(std::string_view text) {
  if (text.empty()) return {};
  auto [at, is_new] = interned_.try_emplace(std::string(text));
  if (is_new) {
    at->second = {static_cast<std::uint32_t>(strings.size()),
                  static_cast<std::uint32_t>(text.size())};
    strings += text;
  }
  return at->second;
}

NodeId Builder::node(Node shape, std::span<const std::uint32_t> kids_of_it) {
  std::string key;
  auto put = [&key](const auto& field) {
    key.append(reinterpret_cast<const char*>(&field), sizeof field);
  };
  put(shape.op), put(shape.type), put(shape.ref), put(shape.value), put(shape.a), put(shape.b);
  for (std::uint32_t kid : kids_of_it) put(kid);
  auto [at, is_new] = consed_.try_emplace(std::move(key), static_cast<NodeId>(nodes.size()));
  if (is_new) {
    shape.first_kid = static_cast<std::uint32_t>(kids.size());
    shape.kids = static_cast<std::uint32_t>(kids_of_it.size());
    kids.insert(kids.end(), kids_of_it.begin(), kids_of_it.end());
    nodes.push_back(shape);
  }
  return at->second;
}

Law Builder::view() const {
  return Law{strings,     enums,      enum_values, records,     fields,     places,       aliases,
             constraints, nodes,      kids,        clauses,     exclusions, functions,    bars,
             bar_queries, readings,   holdings,    searched,    declared,   presumptions, treaties,
             parties,     overlays,   exposures,   topics,      words,      notes,        acts,
             members,     members_of, modules,     instruments, files,      provisions,   tables,
             columns,     rows,       cells,       anchors};
}

}  // namespace comity::ir
