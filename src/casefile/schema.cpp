#include "casefile/schema.h"

#include <set>
#include <string>

#include "casefile/decided.h"

namespace comity::casefile {

namespace {

using Json = nlohmann::ordered_json;
using ir::Base;
using ir::Many;

Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }
Json constant(const std::string& word) { return {{"const", word}}; }

class Schema {
 public:
  Schema(const ir::Law& law, bool russian) : law_(law), russian_(russian) {}

  Json make() {
    Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"$id", "urn:comity:case:1"}};
    out.update(record(law_.anchors.record_case));
    out["title"] = russian_ ? "Дело" : "A case";
    Json defs = Json::object();
    define_values(defs);
    for (std::uint32_t r = 0; r < law_.records.size(); ++r)
      if (r != law_.anchors.record_case && reached_.contains(r)) defs[name_of(r)] = record(r);
    // A record may reach another that stands before it.
    for (std::size_t before = 0; before != reached_.size();) {
      before = reached_.size();
      for (std::uint32_t r : std::set<std::uint32_t>(reached_))
        if (r != law_.anchors.record_case && !defs.contains(name_of(r)))
          defs[name_of(r)] = record(r);
    }
    defs["decided"] = decided_schema(russian_);  // of files in cases/, beside the keys of a case
    out["$defs"] = defs;
    return out;
  }

 private:
  std::string str(ir::Str s) const { return std::string(law_.str(s)); }
  std::string text(ir::Text t) const {
    std::string own = str(russian_ ? t.ru : t.en);
    return own.empty() ? str(russian_ ? t.en : t.ru) : own;
  }
  std::string name_of(std::uint32_t r) const { return "record_" + str(law_.records[r].name); }

  // ---- values

  static Json one_of_or_not(const Json& whole, bool closed) {
    Json values = {{"type", "array"}, {"minItems", 1}, {"items", whole}};
    auto keyed = [&](const char* key) {
      return Json{{"type", "object"},
                  {"properties", {{key, values}}},
                  {"required", Json::array({key})},
                  {"additionalProperties", false}};
    };
    Json forms = Json::array({whole, constant("unknown"), {{"type", "null"}}, keyed("one_of")});
    if (closed) forms.push_back(keyed("not"));
    return {{"anyOf", forms}};
  }

  void define(Json& defs, const std::string& name, Json whole, bool closed) {
    defs[name] = std::move(whole);
    defs[name + "_part_known"] = one_of_or_not(reference(name), closed);
  }

  void define_values(Json& defs) {
    define(defs, "yes_no", {{"enum", Json::array({"yes", "no", true, false})}}, true);
    define(defs, "integer", {{"type", "integer"}}, false);
    std::string day = "[0-9]{4}(-[0-9]{2}(-[0-9]{2}|-XX)?|-XX(-XX)?)?|[0-9]{1,3}X{1,3}";
    define(
        defs, "date",
        {{"anyOf", Json::array({Json{{"type", "string"},
                                     {"pattern", "^((" + day + ")(/((" + day +
                                                     ")|\\.\\.))?|\\.\\./(" + day + "))$"}},
                                Json{{"type", "integer"}, {"minimum", 1000}, {"maximum", 9999}}})},
         {"description", russian_ ? "день, месяц или год; промежуток: 2010/2015, ../1896-12-31"
                                  : "a day, month or year; an interval: 2010/2015, ../1896-12-31"}},
        false);
    Json codes = Json::array();
    for (const ir::Place& place : law_.places) codes.push_back(str(place.code));
    for (const ir::Alias& alias : law_.aliases) codes.push_back(str(alias.from));
    define(defs, "place",
           {{"anyOf",
             Json::array({Json{{"enum", codes}}, Json{{"type", "string"}, {"pattern", "^\\?."}}})}},
           true);
    define(defs, "text", {{"type", Json::array({"string", "number", "boolean"})}}, false);
    define(defs, "effect", {{"enum", Json::array({"none", "partnership", "marriage"})}}, true);
    for (const ir::EnumDef& e : law_.enums) {
      Json words = Json::array();
      std::string labels;
      for (std::uint32_t i = 0; i < e.values; ++i) {
        const ir::EnumValue& value = law_.enum_values[e.first_value + i];
        std::string word = str(value.name);
        words.push_back(word);
        if (word == "no") words.push_back(false);
        if (word == "yes") words.push_back(true);
        labels += (labels.empty() ? "" : "; ") + word + ": " + text(value.label);
      }
      define(defs, str(e.name), {{"enum", words}, {"description", labels}}, true);
    }
  }

  std::string type_of(const ir::Field& f) const {
    switch (f.base) {
      case Base::yes_no:
        return "yes_no";
      case Base::integer:
      case Base::decimal:
        return "integer";
      case Base::day:
        return "date";
      case Base::choice:
        return str(law_.enums[f.ref].name);
      case Base::place:
        return "place";
      case Base::word:
      case Base::prose:
        return "text";
      case Base::record:
        return name_of(f.ref);
      case Base::effect:
        return "effect";
    }
    return {};
  }

  // ---- fields

  // One value of the field, or one element of its list.
  Json element(const ir::Field& f) {
    if (f.base != Base::record) return reference(type_of(f) + "_part_known");
    reached_.insert(f.ref);
    const ir::Record& r = law_.records[f.ref];
    if (r.short_field < 0) return reference(name_of(f.ref));
    const ir::Field& bare = law_.fields[static_cast<std::size_t>(r.short_field)];
    return {{"anyOf", Json::array({reference(name_of(f.ref)), element(bare)})}};
  }

  Json period(const ir::Field& f) {
    Json day = reference("date_part_known");
    return {{"type", "object"},
            {"properties",
             {{"in", element(f)},
              {"from", day},
              {"until", day},
              {"by", reference("place_part_known")}}},
            {"required", Json::array({"in"})},
            {"additionalProperties", false}};
  }

  static Json list_of(const Json& element, int least, int most) {
    Json out = {{"type", "array"}, {"items", element}, {"maxItems", most}};
    if (least > 0) out["minItems"] = least;
    return out;
  }

  Json or_unknown(Json forms, const ir::Field& f) {
    if (f.fallback != ir::Default::always || f.base == Base::record)
      forms.push_back(constant("unknown"));
    forms.push_back({{"type", "null"}});
    return {{"anyOf", forms}};
  }

  Json list(const ir::Field& f) {
    bool spouses = f.record == law_.anchors.record_case && str(f.name) == "spouses";
    if (spouses)
      return {{"anyOf",
               Json::array(
                   {list_of({{"anyOf", Json::array({element(f), Json{{"type", "null"}}})}}, 2, 2),
                    constant("unknown"), Json{{"type", "null"}}})}};
    Json each = {{"anyOf", Json::array({element(f), constant("unknown")})}};
    return or_unknown(Json::array({list_of(each, 0, f.bound + 1), constant("none")}), f);
  }

  Json maybe(const ir::Field& f) {
    Json forms = Json::array({element(f)});
    std::string absent = str(law_.records[f.ref].absent);
    if (!absent.empty()) forms.push_back(constant(absent));
    if (absent == "no") forms.push_back({{"enum", Json::array({"yes", true, false})}});
    return or_unknown(forms, f);
  }

  // What the reader takes beside the declared shape: a value as related to the other spouse's, or document by document.
  void add_relations(const ir::Field& f, Json& forms) {
    Json recorded = {{"type", "object"},
                     {"properties",
                      {{"recorded", element(f)},
                       {"document", {{"type", "string"}}},
                       {"by", reference("place_part_known")},
                       {"from", reference("date_part_known")}}},
                     {"required", Json::array({"recorded"})},
                     {"additionalProperties", false}};
    if (f.record != law_.anchors.record_spouse) return;
    for (const char* key : {"same_as", "differs_from"})
      forms.push_back({{"type", "object"},
                       {"properties", {{key, {{"enum", Json::array({"first", "second"})}}}}},
                       {"required", Json::array({key})},
                       {"additionalProperties", false}});
    forms.push_back(list_of(recorded, 1, 8));
  }

  Json shape(const ir::Field& f) {
    switch (f.many) {
      case Many::one: {
        if (f.base == Base::record) return or_unknown(Json::array({element(f)}), f);
        if (f.base != Base::choice) return element(f);
        Json forms = Json::array({element(f)});
        add_relations(f, forms);
        if (forms.size() == 1) return element(f);
        return {{"anyOf", forms}};
      }
      case Many::maybe:
        return maybe(f);
      case Many::list:
      case Many::dated_list:
        return list(f);
      case Many::dated:
        return {{"anyOf", Json::array({element(f), period(f),
                                       list_of({{"anyOf", Json::array({period(f), element(f)})}}, 0,
                                               f.bound + 1)})}};
    }
    return {};
  }

  Json default_of(const ir::Field& f) const {
    if (f.many == Many::list || f.many == Many::dated_list) return Json::array();
    if (f.many == Many::maybe) return str(law_.records[f.ref].absent);
    if (f.base == Base::choice) return std::string(ir::enum_word(law_, f.ref, f.presumed));
    if (f.base == Base::yes_no) return f.presumed != 0 ? "yes" : "no";
    if (f.base == Base::integer) return f.presumed;
    return nullptr;
  }

  // A question and the hint that follows it; either may be empty.
  static std::string together(std::string question, std::string_view hint) {
    if (!question.empty() && !hint.empty()) question += ' ';
    question += hint;
    return question;
  }

  Json record(std::uint32_t index) {
    const ir::Record& r = law_.records[index];
    Json properties = Json::object();
    for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i) {
      const ir::Field& f = law_.fields[i];
      Json one = Json::object();
      if (std::string title = text(f.label); !title.empty()) one["title"] = title;
      std::string asks = text(f.question), hint = text(f.hint);
      if (!asks.empty() || !hint.empty()) one["description"] = together(asks, hint);
      one.update(shape(f));
      if (f.fallback != ir::Default::unknown && f.presumed_as < 0)
        if (Json value = default_of(f); !value.is_null()) one["default"] = value;
      properties[str(f.name)] = one;
      if (index == law_.anchors.record_spouse && str(f.name) == "born")
        properties["age"] = {
            {"title", russian_ ? "возраст" : "age"},
            {"description",
             russian_ ? "полных лет на день заключения брака, если дата рождения не известна"
                      : "whole years at the celebration, where the day of birth is not known"},
            {"anyOf", Json::array({Json{{"type", "integer"}, {"minimum", 0}, {"maximum", 150}},
                                   constant("unknown"), Json{{"type", "null"}}})}};
    }
    return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  }

  const ir::Law& law_;
  bool russian_;
  std::set<std::uint32_t> reached_;
};

}  // namespace

Json schema_of(const ir::Law& law, bool russian) { return Schema(law, russian).make(); }

}  // namespace comity::casefile
