#include "casefile/case.h"

#include "casefile/from_text.h"
#include "casefile/reader.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;
using ir::Known;
using ir::Origin;

namespace {

// A field of the question, its slot, and where it is written.
class QuestionOf {
 public:
  QuestionOf(const ir::Law& law, Case& read, text::Span whole, diag::Diagnostics& diagnostics)
      : law_(law), read_(read), whole_(whole), diagnostics_(diagnostics) {}

  void take(const Options& options) {
    forum(options.overrides.forum);
    read_.on = day("on", options.overrides.on).value_or(options.today);
    write("on", read_.on);
    read_.known_on = day("known_on", options.overrides.known_on);
    if (const ir::Fact* purpose = slot("purpose"); purpose && options.overrides.purpose)
      write("purpose", *options.overrides.purpose);
    if (auto purpose = one("purpose", says::a_single_purpose)) read_.purpose = *purpose;
    read_.strict = options.overrides.strict;
  }

  bool assumes_ordinary() {
    int record = question_record();
    int field =
        record < 0 ? -1 : ir::field_named(law_, static_cast<std::uint32_t>(record), "assume");
    if (field < 0) return false;
    auto value = one("assume", says::nothing_or_ordinary);
    return value && ir::enum_word(law_, law_.fields[static_cast<std::size_t>(field)].ref, *value) ==
                        "ordinary";
  }

 private:
  int question_record() const {
    int field = ir::field_named(law_, law_.anchors.record_case, "question");
    return field < 0 ? -1 : law_.fields[static_cast<std::size_t>(field)].ref;
  }

  std::optional<std::uint32_t> at(std::string_view name) const {
    int record = question_record();
    int field = record < 0 ? -1 : ir::field_named(law_, static_cast<std::uint32_t>(record), name);
    if (field < 0) return std::nullopt;
    return law_.anchors.question + law_.fields[static_cast<std::size_t>(field)].offset;
  }

  const ir::Fact* slot(std::string_view name) const {
    auto index = at(name);
    return index ? &read_.facts.slots[*index] : nullptr;
  }

  void write(std::string_view name, ir::Value value) {
    if (auto index = at(name))
      read_.facts.slots[*index] = {Known::yes, Origin::fixed, value, value};
  }

  text::Span span(std::string_view name) const {
    auto index = at(name);
    auto written = index ? read_.written.find(*index) : read_.written.end();
    return written == read_.written.end() ? whole_ : written->second;
  }

  // The value where it is exactly one; nothing where it is left out; a finding where it is known in part.
  std::optional<ir::Value> one(std::string_view name, diag::Sentence<0> wanted) {
    const ir::Fact* fact = slot(name);
    if (!fact || (fact->known == Known::no && !read_.written.contains(*at(name))))
      return std::nullopt;
    if (fact->known == Known::yes) return fact->low;
    diagnostics_.error(Code::wrong_shape, span(name), {says::question_takes, name, wanted},
                       says::question_is_yours);
    return std::nullopt;
  }

  std::optional<base::Day> day(std::string_view name, std::optional<base::Day> instead) {
    if (!instead) return one(name, says::one_day);
    write(name, *instead);
    return instead;
  }

  void forum(std::optional<ir::Value> instead) {
    if (instead) write("forum", *instead);
    auto place = one("forum", says::one_place);
    if (place) {
      read_.forum = *place;
      if (*place < ir::unnamed_place) return;
      diagnostics_.error(Code::unknown_place, span("forum"), says::forum_without_a_name,
                         says::one_place_at_a_time);
      return;
    }
    const ir::Fact* fact = slot("forum");
    bool refused = fact && fact->known != Known::no;
    if (!refused)
      diagnostics_.error(Code::no_forum, span("forum"), says::no_forum_named,
                         says::how_to_name_the_forum);
  }

  const ir::Law& law_;
  Case& read_;
  text::Span whole_;
  diag::Diagnostics& diagnostics_;
};

// The slots of a case from one of its records.
const ir::Fact* fact_of(const ir::Law& law, const Case& read, std::uint32_t record,
                        std::uint32_t base, std::string_view name, std::uint32_t* slot = nullptr) {
  int field = ir::field_named(law, record, name);
  if (field < 0) return nullptr;
  std::uint32_t at = base + law.fields[static_cast<std::size_t>(field)].offset;
  if (slot) *slot = at;
  return &read.facts.slots[at];
}

text::Span span_of(const Case& read, std::uint32_t slot, text::Span otherwise) {
  auto at = read.written.find(slot);
  return at == read.written.end() ? otherwise : at->second;
}

void check_version(const ir::Law& law, const Case& read, text::Span whole,
                   diag::Diagnostics& diagnostics) {
  std::uint32_t slot = 0;
  const ir::Fact* version = fact_of(law, read, law.anchors.record_case, 0, "comity", &slot);
  if (version && (version->known != Known::yes || version->low != 1))
    diagnostics.error(Code::unknown_value, span_of(read, slot, whole), says::not_version_1,
                      says::write_version_1);
}

void check_days(const ir::Law& law, Case& read, text::Span whole, diag::Diagnostics& diagnostics) {
  const auto& anchors = law.anchors;
  std::uint32_t slot = 0, planned_slot = 0;
  const ir::Fact* wedding =
      fact_of(law, read, anchors.record_celebration, anchors.celebration, "on", &slot);
  const ir::Fact* planned =
      fact_of(law, read, anchors.record_celebration, anchors.celebration, "planned", &planned_slot);
  read.planned = planned && planned->known == Known::yes && planned->low == 1;
  if (planned && planned->known == Known::one_of)
    diagnostics.error(Code::wrong_shape, span_of(read, planned_slot, whole),
                      says::planned_takes_yes_or_no);
  if (!wedding || read.planned) return;
  bool days = wedding->known == Known::yes || wedding->known == Known::range;
  base::Day first = days ? wedding->low
                    : wedding->known == Known::one_of
                        ? read.facts.sets[static_cast<std::size_t>(wedding->low)].front()
                        : read.on;
  if (read.on >= first) return;
  diagnostics.error(Code::asked_before_celebration, span_of(read, slot, whole),
                    {says::asked_before, base::to_string(read.on), base::to_string(first)},
                    says::write_planned);
}

// A smallest set of told slots without which the case would be possible, where no single one does.
std::vector<std::uint32_t> together_at_fault(const Case& read, const Broken& broken) {
  std::vector<std::uint32_t> forgotten;
  Case other = read;
  for (const auto& [slot, span] : read.written) {
    if (!broken(other)) break;
    other.facts.slots[slot] = {};
    forgotten.push_back(slot);
  }
  std::vector<std::uint32_t> needed;
  for (std::uint32_t slot : forgotten) {
    other.facts.slots[slot] = read.facts.slots[slot];
    if (!broken(other)) continue;
    other.facts.slots[slot] = {};
    needed.push_back(slot);
  }
  return needed;
}

// The told slots of which each alone, forgotten, would make the case possible: what to point at.
std::vector<std::uint32_t> at_fault(const Case& read, const Broken& broken) {
  std::vector<std::uint32_t> slots;
  Case other = read;
  for (const auto& [slot, span] : read.written) {
    ir::Fact kept = other.facts.slots[slot];
    if (kept.known == Known::no) continue;
    other.facts.slots[slot] = {};
    if (!broken(other)) slots.push_back(slot);
    other.facts.slots[slot] = kept;
  }
  return slots.empty() ? together_at_fault(read, broken) : slots;
}

void check_constraints(const ir::Law& law, const Case& read, text::Span whole, const Broken& broken,
                       diag::Diagnostics& diagnostics) {
  auto constraint = broken ? broken(read) : std::nullopt;
  if (!constraint) return;
  auto slots = at_fault(read, broken);
  diag::Saying why = says::not_all_together;
  if (*constraint < law.constraints.size()) {
    const ir::Text& text = law.constraints[*constraint].says;
    why = diag::Saying::pair(law.str(text.en), law.str(text.ru));
  }
  auto& finding = diagnostics.error(Code::constraint_broken,
                                    slots.empty() ? whole : span_of(read, slots.back(), whole),
                                    {says::facts_contradict, why}, says::correct_the_wrong_one);
  for (std::size_t s = 0; s + 1 < slots.size(); ++s)
    finding.labels.push_back({span_of(read, slots[s], whole), says::and_this});
}

void clear_case(const ir::Law& law, Case& read) {
  read.facts.slots.assign(law.anchors.slots, ir::Fact{});
}

}  // namespace

std::optional<Case> case_of(const ir::Law& law, const Document& document, const Options& options,
                            diag::Diagnostics& diagnostics) {
  std::size_t before = diagnostics.list.size();
  Case read;
  clear_case(law, read);
  const Node& root = document.root;
  text::Span whole{root.span.file, root.span.begin, root.span.begin};
  if (!root.is_map()) {
    diagnostics.error(Code::wrong_shape, whole,
                      root.is_nothing() ? says::the_case_is_empty : says::the_case_is_no_map,
                      says::how_a_case_begins);
    return std::nullopt;
  }
  bool strict = options.overrides.strict;
  int question_field = ir::field_named(law, law.anchors.record_case, "question");
  if (question_field >= 0) {  // first: whether the rest may be assumed stands in it
    Reader reader(law, strict, false, read, diagnostics);
    reader.alone(law.fields[static_cast<std::size_t>(question_field)], root.find("question"));
  }
  QuestionOf question(law, read, whole, diagnostics);
  question.take(options);
  read.ordinary = question.assumes_ordinary();
  Reader reader(law, strict, read.ordinary, read, diagnostics);
  reader.record(law.anchors.record_case, 0, &root, question_field);
  reader.finish();
  check_version(law, read, whole, diagnostics);
  check_days(law, read, whole, diagnostics);
  auto failed = [&] {
    for (std::size_t i = before; i < diagnostics.list.size(); ++i)
      if (diagnostics.list[i].severity == diag::Severity::error) return true;
    return false;
  };
  if (failed()) return std::nullopt;
  check_constraints(law, read, whole, options.broken, diagnostics);
  if (failed()) return std::nullopt;
  return read;
}

std::optional<Case> read_case(const ir::Law& law, const text::SourceSet& sources, text::FileId file,
                              const Options& options, diag::Diagnostics& diagnostics) {
  auto document = document_of(sources, file, diagnostics);
  if (!document) return std::nullopt;
  return case_of(law, *document, options, diagnostics);
}

}  // namespace comity::casefile
