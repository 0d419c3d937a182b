// Reads a Document into slots, field by field, as the ontology lays them out. Inside casefile only.
// read_fields.cpp: records, lists, periods; read_values.cpp: single values; left_out.cpp: what is not written;
// relations.cpp: what one value says about another.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/case.h"

namespace comity::casefile {

// One value as told: known, a range of days, or one of several.
struct Told {
  ir::Known known = ir::Known::no;
  ir::Value low = 0, high = 0;
  std::vector<ir::Value> set;
};

class Reader {
 public:
  Reader(const ir::Law& law, bool strict, bool ordinary, Case& into,
         diag::Diagnostics& diagnostics);

  // A record from its map; nullptr: left out altogether. `skip`: a field of it that the caller reads.
  void record(std::uint32_t record, std::uint32_t base, const Node* map, int skip = -1);
  // One field of the record of the whole case; nullptr: left out.
  void alone(const ir::Field& f, const Node* node);
  // After all records: what follows from several values.
  void finish();

 private:
  // ---- read_fields.cpp
  void told_or_left_out(const ir::Field& f, std::uint32_t slot, const Node* node);
  void field(const ir::Field& f, std::uint32_t slot, const Node& node);
  void read_one(const ir::Field& f, std::uint32_t slot, const Node& node);
  void read_maybe(const ir::Field& f, std::uint32_t slot, const Node& node);
  void read_list(const ir::Field& f, std::uint32_t slot, const Node& node);
  void read_dated(const ir::Field& f, std::uint32_t slot, const Node& node);
  void element(const ir::Field& f, std::uint32_t slot, const Node& node);
  void record_or_short(const ir::Field& f, std::uint32_t base, const Node& node);
  void period(const ir::Field& f, std::uint32_t slot, const Node& node);
  void period_edges(std::uint32_t from, std::uint32_t until, bool from_told, bool until_told,
                    const Node& node);
  void unknown_key(std::uint32_t record, const Key& key);
  bool is_none(const ir::Field& f, const Node& node) const;

  // ---- read_values.cpp
  std::optional<Told> told(const ir::Field& f, const Node& node);
  std::optional<Told> part_known(const ir::Field& f, const Node& node);
  std::optional<Told> whole(const ir::Field& f, const Node& node);
  std::optional<Told> read_yes_no(const ir::Field& f, const Node& node);
  std::optional<Told> read_integer(const ir::Field& f, const Node& node);
  std::optional<Told> read_day(const ir::Field& f, const Node& node);
  std::optional<Told> read_decimal(const ir::Field& f, const Node& node);
  std::optional<Told> read_choice(const ir::Field& f, const Node& node);
  std::optional<Told> read_place(const ir::Field& f, const Node& node);
  std::optional<Told> read_text(const ir::Field& f, const Node& node);
  std::optional<Told> read_effect(const ir::Field& f, const Node& node);
  std::optional<Told> no_record(const ir::Field& f, const Node& node);
  std::optional<Told> marriage_meant(const Node& node);
  std::optional<Told> one_of(const ir::Field& f, const std::vector<Told>& parts, const Node& node);
  std::vector<ir::Value> everything(
      const ir::Field& f) const;  // of a closed type; empty for the others
  bool law_is_by_part(const ir::Field& f, ir::Value place) const;
  std::vector<ir::Value> parts_of(ir::Value place) const;
  std::nullopt_t bad_word(const ir::Field& f, const Node& node,
                          const std::vector<std::string>& words);

  // ---- left_out.cpp
  void left_out(const ir::Field& f, std::uint32_t slot);
  void fill(const ir::Field& f, std::uint32_t slot, ir::Value value, ir::Origin origin);
  void take_over(const ir::Field& f, std::uint32_t slot, ir::Origin origin);
  void years_before_wedding(const ir::Field& f, std::uint32_t slot);
  void connecting_facts();

  // ---- relations.cpp
  bool read_relation(const ir::Field& f, std::uint32_t slot, const Node& node);
  bool read_recorded(const ir::Field& f, std::uint32_t slot, const Node& node);
  void read_age(std::uint32_t record, std::uint32_t base, const Node& node);
  void settle_ages();
  std::optional<std::uint32_t> spouse_named(std::string_view name) const;

  // ---- shared
  void put(std::uint32_t slot, const Told& told, ir::Origin origin);
  void tell(std::uint32_t slot, const Told& told, const Node& node);
  void known(std::uint32_t slot, ir::Value value, ir::Origin origin) {
    into_.facts.slots[slot] = {ir::Known::yes, origin, value, value};
  }
  void forget(std::uint32_t slot, std::uint32_t slots);
  const ir::Field* field_of(std::uint32_t record, std::string_view name) const;
  std::uint32_t celebration_on() const;
  std::string_view str(ir::Str s) const { return law_.str(s); }
  diag::Diagnostic& wrong_shape(const Node& node, diag::Saying what, diag::Saying remedy = {});
  diag::Saying subject() const {
    return path_.empty() ? diag::Saying(diag::says::the_case) : diag::Saying::words(path_);
  }

  // The path of the value being read, for messages.
  class Inside {
   public:
    Inside(Reader& reader, std::string_view part) : reader_(reader), before_(reader.path_.size()) {
      if (!reader.path_.empty()) reader.path_ += '.';
      reader.path_ += part;
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() { reader_.path_.resize(before_); }

   private:
    Reader& reader_;
    std::size_t before_;
  };

  struct Age {
    std::uint32_t born = 0;
    ir::Value years = 0;
    text::Span span;
  };
  struct Taken {
    const ir::Field* field = nullptr;
    std::uint32_t slot = 0, from = 0;
    ir::Origin origin = ir::Origin::presumed;
  };
  struct BeforeWedding {
    const ir::Field* field = nullptr;
    std::uint32_t slot = 0;
  };

  const ir::Law& law_;
  bool strict_, ordinary_;
  Case& into_;
  diag::Diagnostics& diagnostics_;
  std::string path_;
  std::vector<Age> ages_;
  std::vector<Taken> taken_;
  std::vector<BeforeWedding> before_wedding_;
};

}  // namespace comity::casefile
