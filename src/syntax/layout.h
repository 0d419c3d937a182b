// Text being laid out, for the printer's own use: what has been written, how far the line has come, how wide it may be.
#pragma once
#include <string>
#include <string_view>

#include "syntax/print.h"

namespace comity::syntax {

class Layout {
 public:
  explicit Layout(bool flat = false) : flat_(flat) {}  // flat: one line however long

  void put(std::string_view text);
  void line(int indent);  // begins a new line there
  bool room(std::size_t columns) const { return flat_ || column_ + columns <= line_width; }
  // Whether the expression ends on this line with room for `tail` more.
  bool fits(const Node& node, std::size_t tail) const;
  // `indent`: of the line it begins on; lines broken inside it stand four further in.
  void expression(const Node& node, int indent, std::size_t tail);  // print_expression.cpp
  void piece(const Node& node);  // texts, types and parts of headers (print_pieces.cpp)

  std::string take() { return std::move(out_); }

 private:
  bool flat_;
  std::string out_;
  std::size_t column_ = 0;
};

}  // namespace comity::syntax
