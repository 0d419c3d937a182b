// What of a row decides which plan it takes, and what a plan leaves to be looked up: the first is its *shape* (how long its
// lists are, where it was made, which places are not told), packed into words; the second its *leaves* (single values).
// Rows of one shape have the same decision graph over their leaves. A row that is no such thing (a date known to the month,
// a residence in periods, later events) is *odd* and decided by itself.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "columnar/block.h"

namespace comity::columnar {

// A single value of a row that plans look up: of a column, or of an element of a list.
struct Leaf {
  std::size_t column = 0;
  int part = -1;              // of a list's elements
  std::uint32_t element = 0;  // which of them
  Kind kind = Kind::yes_no;
  std::uint32_t slot = 0;
  std::uint32_t values = 0;         // how many there are; 0: days
  std::int32_t left_out = nothing;  // the value that a null presumes
};

// Where in the packed words the state of one slot stands.
struct ShapeBits {
  std::uint32_t slot = 0, word = 0, shift = 0, width = 0;
};

using Words = std::vector<std::uint64_t>;

class Layout {
 public:
  Layout(const ir::Law& law, bool strict, const Block& sample);

  // Shapes of a block's rows, `words()` to a row; true for rows that are odd.
  void shapes(const Block& block, std::int32_t asked, Words& into,
              std::vector<std::uint8_t>& odd) const;

  std::size_t words() const { return words_; }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  const std::vector<ShapeBits>& bits() const { return bits_; }
  // The row with nothing but its shape: what a plan is made from.
  Block skeleton(const Block& block, std::size_t row) const;
  bool fits(const Block& block) const;  // the same columns as the sample

  static constexpr std::uint32_t most_elements = 2;

 private:
  enum class Way : std::uint8_t {
    ignored,
    leaf,
    taken,  // a leaf that another fact fills where it is not told
    age,
    planned,
    whole,
    place,
    presence,
    list,
    told_is_odd
  };
  struct Part {
    Way way = Way::ignored;
    Kind kind = Kind::yes_no;
    bool by_part = false;  // a state whose law is by part stands for its parts
    bool wedding =
        false;  // its day, which no question is asked before; its place, which picks the plan
    std::vector<std::size_t> details;  // presence: the columns of what may be absent
    std::vector<ShapeBits> at;         // one; of a list's part one for each element
    std::vector<Part> parts;           // of a list
    ShapeBits bits() const { return at.front(); }
  };
  Part part_of(const Cells& cells, const std::vector<Cells>& beside, bool in_case) const;
  void place_bits(Part& part, std::uint32_t slot, std::uint32_t width);
  void lay_out(const Block& sample);
  void lay_out_list(Part& part, const Cells& cells, std::size_t column);
  void add_leaf(const Cells& cells, std::size_t column, int part, std::uint32_t element,
                std::uint32_t slot);
  std::uint32_t place_state(const Part& part, std::int32_t cell) const;

  void column_shapes(const Block& block, std::size_t column, std::int32_t asked, Words& into,
                     std::vector<std::uint8_t>& odd) const;
  bool days_meet(const Block& block, std::size_t row, std::int32_t asked) const;
  void list_shape(const Part& part, const Cells& cells, std::size_t row, std::uint64_t* words,
                  std::uint8_t& odd) const;

  const ir::Law& law_;
  bool strict_;
  std::size_t words_ = 1;
  std::uint32_t used_ = 0;  // bits of the last word
  std::vector<Part> parts_;
  std::vector<Leaf> leaves_;
  std::vector<ShapeBits> bits_;
};

}  // namespace comity::columnar
