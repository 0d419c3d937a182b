// The columns of a table of couples that a query reads, by the slots of the case format they tell.
// A column is one fact told once, or one list; names are the paths of the case format. What a null means is the format's to
// say: an unknown, or what the ontology presumes of a key left out.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ir/law.h"

namespace comity::sql {

// empty: of a list of records, whether it has none; their own facts are not read, so that it is true or unknown.
enum class Kind : std::uint8_t { yes_no, integer, day, word, place, length, empty };

struct Column {
  std::string name;  // of the table's column
  std::string part;  // of a list of records: the part read of each
  int element = -1;  // of a list: which element, from 0
  Kind kind = Kind::yes_no;
  std::uint16_t words = 0;            // word: the enum
  std::optional<ir::Value> left_out;  // what a null stands for
  int instead = -1;                   // the column that stands for a null
  bool part_needed = false;           // place: a state whose law is by part does not tell it
};

// A list is read when no more than so many elements are told; a longer one is an unknown.
inline constexpr int elements_read = 2;

class Columns {
 public:
  // `present`: the columns the table has; nullptr: every one. `strict`: nothing is presumed.
  Columns(const ir::Law& law, const std::set<std::string>* present, bool strict)
      : law_(law), present_(present), strict_(strict) {}

  // The number of the column that tells a slot; nothing where no column does, or where the table lacks it.
  std::optional<std::uint32_t> of_slot(std::uint32_t slot);
  // What the slot is when the table has no column for it and the format presumes a value.
  std::optional<ir::Value> presumed(std::uint32_t slot) const;
  // Whether the case format has a column of this name.
  bool in_format(const std::string& name) const;
  const std::vector<Column>& all() const { return columns_; }
  bool has(const std::string& name) const { return !present_ || present_->contains(name); }

 private:
  struct Found {
    Column column;
    const ir::Field* field = nullptr;
    bool scalar = false;  // the field stands alone, so that a null of it may be presumed
  };
  std::optional<Found> find(std::uint32_t slot) const;
  std::optional<Found> in_list(const ir::Field& field, std::uint32_t inside,
                               std::string name) const;

  const ir::Law& law_;
  const std::set<std::string>* present_;
  bool strict_;
  std::vector<Column> columns_;
  std::map<std::uint32_t, std::optional<std::uint32_t>> known_;
};

}  // namespace comity::sql
