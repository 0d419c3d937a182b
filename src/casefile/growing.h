// A Document while its parser hands over events: what both parsers check alike stands here once.
#pragma once
#include <optional>
#include <vector>

#include "casefile/document.h"
#include "diag/diagnostic.h"

namespace comity::casefile {

class Growing {
 public:
  explicit Growing(diag::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // Each false when the document must be given up; the reason is among the diagnostics.
  bool open(Node::Kind kind, text::Span span);
  bool close(text::Span span);
  bool key(std::string name, text::Span span);  // JSON: a key of the map that is open
  bool value(Node node);  // YAML: a scalar in a map is its key where a key is due
  bool wants_key() const;

  Node take() { return std::move(root_); }

 private:
  struct Level {
    Node node;
    bool has_key = false;  // a map whose next value is due
  };
  bool put(Node node);
  diag::Diagnostics& diagnostics_;
  std::vector<Level> open_;
  Node root_;
  std::size_t nodes_ = 0;
};

}  // namespace comity::casefile
