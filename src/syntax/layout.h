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
  void wrap(std::string_view otherwise,
            int indent);  // a new line, or where all stands on one line, the text given
  // The expression with room for `tail` more columns behind it: on this line where it fits, else broken.
  // `indent`: of the line it begins on; lines broken inside it stand four further in.
  void expression(const Node& node, int indent, std::size_t tail);  // print_expression.cpp
  void broken(const Node& node, int indent, std::size_t tail);
  void piece(const Node& node);  // texts, types and parts of headers (print_pieces.cpp)

  std::string take() { return std::move(out_); }

 private:
  bool flat_;
  std::string out_;
  std::size_t column_ = 0;
};

}  // namespace comity::syntax
