// The interview as JSON: the questions, the first of which is next, and what has come out so far.
#include "engine/answer_json.h"
#include "ir/paths.h"

namespace comity::engine {

namespace {

std::string_view kind_of(ir::Base base) {
  switch (base) {
    case ir::Base::yes_no:
      return "yes_no";
    case ir::Base::integer:
      return "number";
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
  return {};
}

std::string_view many_of(ir::Many many) {
  switch (many) {
    case ir::Many::one:
      return "one";
    case ir::Many::maybe:
      return "one_or_none";
    case ir::Many::list:
      return "list";
    case ir::Many::dated:
      return "one_or_periods";
    case ir::Many::dated_list:
      return "list_of_periods";
  }
  return {};
}

struct Questions {
  const ir::Law& law;
  Language language;

  std::string_view text(const ir::Text& t) const {
    return law.str(language == Language::ru ? t.ru : t.en);
  }

  Json choices(const ir::EnumDef& def) const {
    Json list = Json::array();
    for (std::uint32_t v = def.first_value; v < def.first_value + def.values; ++v) {
      const ir::EnumValue& value = law.enum_values[v];
      list.push_back(Json{{"value", law.str(value.name)}, {"label", text(value.label)}});
    }
    return list;
  }

  Json item(const Interview::Item& asked) const {
    Json out{{"fact", asked.fact}, {"question", text(asked.question)}};
    if (const ir::Field* field = ir::field_of_path(law, asked.fact)) {
      if (std::string_view hint = text(field->hint); !hint.empty()) out["hint"] = hint;
      const ir::Field& bare = ir::bare_field(law, *field);
      out["kind"] = kind_of(bare.base);
      out["many"] = many_of(field->many);
      if (bare.base == ir::Base::choice) out["choices"] = choices(law.enums[bare.ref]);
      if (field->many == ir::Many::maybe) out["none"] = law.str(law.records[field->ref].absent);
    }
    Json whose = Json::array();
    for (Stance stance : asked.stances) whose.push_back(word(stance));
    out["stances"] = std::move(whose);
    if (asked.asked_by != ir::none_u32) {
      const ir::Provision& provision = law.provisions[asked.asked_by];
      out["asked_by"] = Json{{"provision", law.str(provision.id)}, {"text", text(provision.text)}};
    }
    return out;
  }
};

}  // namespace

Json to_json(const ir::Law& law, const Interview& interview, const JsonOptions& options) {
  const Questions questions{law, options.language};
  Json left = Json::array();
  for (const Interview::Item& item : interview.left) left.push_back(questions.item(item));
  Json out;
  out["next"] = left.empty() ? Json() : left.front();
  out["left"] = std::move(left);
  out["at_most"] = interview.at_most ? Json(*interview.at_most) : Json();
  out["expected"] = interview.expected ? Json(*interview.expected) : Json();
  out["so_far"] = to_json(law, interview.so_far, {false, options.language});
  return out;
}

}  // namespace comity::engine
