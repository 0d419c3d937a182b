// The ontology as an interview needs it: which facts there are, what is asked for each, which words answer.
#include "engine/law_pieces.h"
#include "engine/law_text.h"

namespace comity::engine {

namespace {

using law_json::both_languages;
using law_json::Json;
using law_json::text;

const char* word(ir::Base base) {
  switch (base) {
    case ir::Base::yes_no:
      return "yes_no";
    case ir::Base::integer:
      return "integer";
    case ir::Base::day:
      return "day";
    case ir::Base::decimal:
      return "decimal";
    case ir::Base::choice:
      return "choice";
    case ir::Base::place:
      return "place";
    case ir::Base::word:
      return "word";
    case ir::Base::prose:
      return "prose";
    case ir::Base::record:
      return "record";
    case ir::Base::effect:
      return "effect";
  }
  return "";
}

const char* word(ir::Many many) {
  switch (many) {
    case ir::Many::one:
      return "one";
    case ir::Many::maybe:
      return "maybe";
    case ir::Many::list:
      return "list";
    case ir::Many::dated:
      return "dated";
    case ir::Many::dated_list:
      return "dated_list";
  }
  return "";
}

const char* word(ir::Who who) {
  switch (who) {
    case ir::Who::given:
      return "given";
    case ir::Who::chosen:
      return "chosen";
    case ir::Who::official:
      return "official";
  }
  return "";
}

const char* word(ir::Default fallback) {
  switch (fallback) {
    case ir::Default::unknown:
      return "unknown";
    case ir::Default::presumed:
      return "presumed";
    case ir::Default::always:
      return "always";
  }
  return "";
}

// The enum whose words answer it, or the record it is made of.
Json made_of(const ir::Law& law, const ir::Field& f) {
  if (f.base == ir::Base::choice) return text(law, law.enums[f.ref].name);
  if (f.base == ir::Base::record) return text(law, law.records[f.ref].name);
  return nullptr;
}

Json field_json(const ir::Law& law, const ir::Field& f) {
  return {{"name", text(law, f.name)},
          {"type", word(f.base)},
          {"of", made_of(law, f)},
          {"many", word(f.many)},
          {"bound", f.bound},
          {"who", word(f.who)},
          {"left_out", word(f.fallback)},
          {"label", both_languages(law, f.label)},
          {"question", both_languages(law, f.question)},
          {"hint", both_languages(law, f.hint)}};
}

Json record_json(const ir::Law& law, const ir::Record& r) {
  Json fields = Json::array();
  for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
    fields.push_back(field_json(law, law.fields[i]));
  return {
      {"name", text(law, r.name)},
      {"absent", r.absent.length ? Json(text(law, r.absent)) : Json(nullptr)},
      {"short", r.short_field < 0
                    ? Json(nullptr)
                    : Json(text(law, law.fields[static_cast<std::size_t>(r.short_field)].name))},
      {"fields", std::move(fields)}};
}

Json enum_json(const ir::Law& law, const ir::EnumDef& e) {
  Json values = Json::array();
  for (std::uint32_t i = e.first_value; i < e.first_value + e.values; ++i)
    values.push_back({{"name", text(law, law.enum_values[i].name)},
                      {"label", both_languages(law, law.enum_values[i].label)}});
  return {{"name", text(law, e.name)}, {"values", std::move(values)}};
}

Json place_json(const ir::Law& law, const ir::Place& p) {
  return {{"code", text(law, p.code)},
          {"label", both_languages(law, p.label)},
          {"part_of", p.part_of < 0 ? Json(nullptr) : Json(law_json::code_of(law, p.part_of))},
          {"until", law_json::day_or_null(p.until)},
          {"by_part", p.by_part}};
}

template <class List, class Each>
Json array_of(const ir::Law& law, const List& list, Each each) {
  Json array = Json::array();
  for (const auto& item : list) array.push_back(each(law, item));
  return array;
}

}  // namespace

Json questions_json(const ir::Law& law) {
  Json aliases = Json::object();
  for (const ir::Alias& alias : law.aliases)
    aliases[text(law, alias.from)] = law_json::code_of(law, alias.place);
  return {{"case", text(law, law.records[law.anchors.record_case].name)},
          {"records", array_of(law, law.records, record_json)},
          {"enums", array_of(law, law.enums, enum_json)},
          {"places", array_of(law, law.places, place_json)},
          {"aliases", std::move(aliases)}};
}

}  // namespace comity::engine
