// A case as it was written: scalars, lists and maps with their places in the text, before any key means anything.
// Made from YAML (from_yaml.h), from JSON (from_json.h), or by hand: the examples of law files are set path by path.
// Guarantees: a scalar keeps its text as written, so that `NO` is still Norway when the ontology reads it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace comity::casefile {

struct Key {
  std::string name;
  text::Span span;
};

struct Node {
  enum class Kind : std::uint8_t {
    nothing,  // a key without a value, JSON's null: as if the key were left out
    scalar,
    list,
    map,
  };
  Kind kind = Kind::nothing;
  bool quoted = false;  // of a scalar: written in quotation marks
  text::Span span;
  std::string text;         // of a scalar
  std::vector<Node> items;  // of a list; of a map the values, in step with keys
  std::vector<Key> keys;    // of a map

  bool is_nothing() const { return kind == Kind::nothing; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  bool says(std::string_view word) const { return kind == Kind::scalar && text == word; }
  const Node* find(std::string_view key) const;  // of a map; nullptr when there is none
};

Node scalar(std::string text, text::Span span = {});
Node list(std::vector<Node> items, text::Span span = {});

struct Document {
  Node root;

  // Puts a value at a path such as "spouses.0.earlier_unions.1.ended.by", making the maps and lists on the way; a
  // scalar or another kind of node on the way is replaced, and the second spouse is there with the first. False, and nothing changed, when the path is empty, has an
  // empty part, or counts to an element beyond `most_elements`.
  bool set(std::string_view path, Node value);
  static constexpr std::uint32_t most_elements = 64;
};

}  // namespace comity::casefile
