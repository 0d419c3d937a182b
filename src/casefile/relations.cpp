// What one value says about another: an age instead of a birthday, a sex known only beside the other's, and papers
// that differ.
#include <algorithm>
#include <charconv>

#include "casefile/reader.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;
using ir::Base;
using ir::Known;

// By label, number or path: first, 0, spouses.0.
std::optional<std::uint32_t> Reader::spouse_named(std::string_view name) const {
  if (name == "first" || name == "spouses.0") return 0;
  if (name == "second" || name == "spouses.1") return 1;
  return std::nullopt;
}

// {same_as: first} or {differs_from: first}, of a value that both spouses have.
bool Reader::read_relation(const ir::Field& f, std::uint32_t slot, const Node& node) {
  bool relates = node.is_map() && node.keys.size() == 1 &&
                 (node.keys[0].name == "same_as" || node.keys[0].name == "differs_from");
  if (!relates) return false;
  if (f.record != law_.anchors.record_spouse || f.base != Base::choice) {
    wrong_shape(node, {says::does_not_take, subject(), node.keys[0].name},
                says::only_common_values);
    return true;
  }
  const Node& whom = node.items[0];
  auto spouse = whom.is_scalar() ? spouse_named(whom.text) : std::nullopt;
  std::uint32_t size = law_.records[law_.anchors.record_spouse].slots;
  std::uint32_t other = spouse ? law_.anchors.spouses + 1 + *spouse * size + f.offset : slot;
  if (other == slot) {
    diagnostics_.error(Code::unknown_value, whom.span, {says::compared_with_whom, subject()},
                       says::name_the_other_spouse);
    return true;
  }
  into_.written[slot] = node.span;
  auto kind =
      node.keys[0].name == "same_as" ? ir::Relation::Kind::same : ir::Relation::Kind::differs;
  into_.facts.relations.push_back({kind, slot, other, 0});
  return true;
}

// [{recorded: male, document: birth_certificate, by: RU, from: 1989-06}, ..]: documents that differ leave open which
// of them a law reads, so the value is any of those recorded.
bool Reader::read_recorded(const ir::Field& f, std::uint32_t slot, const Node& node) {
  if (!node.is_list() || f.base != Base::choice) return false;
  static const std::vector<std::string> documents = {"birth_certificate", "passport",
                                                     "identity_card", "court_order", "none"};
  ir::Field place = f, day = f;
  place.base = Base::place;
  place.name = {};
  day.base = Base::day;
  std::vector<Told> values;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    Inside here(*this, std::to_string(i));
    if (!item.is_map() || !item.find("recorded")) {
      wrong_shape(item, {says::takes_what_one_document_says, subject()},
                  says::how_a_document_is_written);
      return true;
    }
    for (std::size_t k = 0; k < item.keys.size(); ++k) {
      const std::string& key = item.keys[k].name;
      const Node& value = item.items[k];
      Inside there(*this, key);
      if (key == "recorded") {
        if (auto read = told(f, value)) values.push_back(std::move(*read));
      } else if (key == "document") {
        bool known_word = value.is_scalar() &&
                          (value.text == "unknown" || std::find(documents.begin(), documents.end(),
                                                                value.text) != documents.end());
        if (!known_word) bad_word(f, value, documents);
      } else if (key == "by") {
        told(place, value);
      } else if (key == "from") {
        told(day, value);
      } else {
        diagnostics_.error(Code::unknown_key, item.keys[k].span,
                           {says::is_not_a_key_of_a_document, key},
                           {says::its_keys_are, "recorded, document, by, from"});
      }
    }
  }
  auto value = one_of(f, values, node);
  if (!value) return true;
  tell(slot, *value, node);
  if (value->known != Known::yes)
    into_.facts.notes.push_back({says::note_documents_differ, subject()});
  return true;
}

// `age: 28`, in whole years at the celebration.
void Reader::read_age(std::uint32_t record, std::uint32_t base, const Node& node) {
  if (node.is_nothing() || node.says("unknown")) return;
  ir::Value years = 0;
  const char* end = node.text.data() + node.text.size();
  auto [stop, error] = std::from_chars(node.text.data(), end, years);
  if (!node.is_scalar() || error != std::errc() || stop != end || years < 0 || years > 150) {
    diagnostics_.error(Code::unknown_value, node.span, {says::takes_whole_years, subject()},
                       says::write_born_instead);
    return;
  }
  ages_.push_back({base + field_of(record, "born")->offset, years, node.span});
}

// An age narrows the birthday to a year, as far as the day of the celebration is known, and ties the two together.
void Reader::settle_ages() {
  const ir::Fact wedding = into_.facts.slots[celebration_on()];
  for (const Age& age : ages_) {
    into_.facts.relations.push_back(
        {ir::Relation::Kind::age, age.born, celebration_on(), age.years});
    bool born_told = into_.written.contains(age.born);
    into_.written.emplace(age.born, age.span);
    std::erase_if(before_wedding_, [&](const BeforeWedding& b) { return b.slot == age.born; });
    bool days = wedding.known == Known::yes || wedding.known == Known::range;
    if (!days) continue;
    // Born after the day that would make one a year older, and not after the day that makes one old enough.
    ir::Value low =
        base::add(wedding.low, -(age.years + 1), base::Unit::years, base::Rounding::back) + 1;
    ir::Value high = base::add(wedding.high, -age.years, base::Unit::years, base::Rounding::back);
    ir::Fact& born = into_.facts.slots[age.born];
    if (!born_told || born.known == Known::no) {
      born = {Known::range, ir::Origin::told, low, high};
    } else if (born.known != Known::one_of && (born.high < low || born.low > high)) {
      diagnostics_
          .error(Code::constraint_broken, age.span, says::age_does_not_fit, says::keep_the_sure_one)
          .labels.push_back({into_.written[age.born], says::born_here});
    }
  }
}

}  // namespace comity::casefile
