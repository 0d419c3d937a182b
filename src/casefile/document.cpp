#include "casefile/document.h"

#include <charconv>
#include <optional>

namespace comity::casefile {

namespace {

std::optional<std::uint32_t> index_of(std::string_view part) {
  std::uint32_t index = 0;
  auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
  return index;
}

// The parts of a path; empty when it is no path.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t dot = path.find('.');
    std::string_view part = path.substr(0, dot);
    if (part.empty()) return {};
    if (auto index = index_of(part); index && *index >= Document::most_elements) return {};
    parts.push_back(part);
    if (dot == std::string_view::npos) return parts;
    path.remove_prefix(dot + 1);
  }
}

void become(Node& node, Node::Kind kind, text::Span span) {
  if (node.kind == kind) return;
  node = {};
  node.kind = kind;
  node.span = span;
}

Node& child(Node& node, std::string_view part, text::Span span) {
  if (auto index = index_of(part)) {
    become(node, Node::Kind::list, span);
    while (node.items.size() <= *index) node.items.emplace_back().span = span;
    return node.items[*index];
  }
  become(node, Node::Kind::map, span);
  for (std::size_t i = 0; i < node.keys.size(); ++i)
    if (node.keys[i].name == part) return node.items[i];
  node.keys.push_back({std::string(part), span});
  return node.items.emplace_back();
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].name == key) return &items[i];
  return nullptr;
}

Node scalar(std::string text, text::Span span) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  node.span = span;
  return node;
}

Node list(std::vector<Node> items, text::Span span) {
  Node node;
  node.kind = Node::Kind::list;
  node.items = std::move(items);
  node.span = span;
  return node;
}

bool Document::set(std::string_view path, Node value) {
  std::vector<std::string_view> parts = parts_of(path);
  if (parts.empty()) return false;
  Node* at = &root;
  text::Span span = value.span;
  for (std::string_view part : parts) at = &child(*at, part, span);
  *at = std::move(value);
  // A case has two spouses, also where the paths set speak of one.
  if (parts[0] == "spouses" && parts.size() > 1)
    for (std::size_t i = 0; i < root.keys.size(); ++i)
      if (root.keys[i].name == "spouses" && root.items[i].items.size() == 1)
        root.items[i].items.emplace_back().span = span;
  return true;
}

}  // namespace comity::casefile
