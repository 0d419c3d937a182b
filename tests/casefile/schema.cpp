// The case format as JSON Schema says what the reader takes.
#include "casefile/schema.h"

#include <gtest/gtest.h>

#include <regex>

#include "small_law.h"

namespace comity::casefile::test {

namespace {

using Json = nlohmann::ordered_json;

// Enough of JSON Schema for the schemas made here.
class Validator {
 public:
  explicit Validator(const Json& schema) : root_(schema) {}
  bool takes(const Json& value) const { return fits(root_, value); }

 private:
  bool fits(const Json& schema, const Json& value) const {
    if (schema.contains("$ref")) {
      std::string name = schema["$ref"].get<std::string>().substr(8);
      EXPECT_TRUE(root_["$defs"].contains(name)) << name;
      if (!fits(root_["$defs"][name], value)) return false;
    }
    if (schema.contains("const") && schema["const"] != value) return false;
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      return false;
    if (schema.contains("type") && !of_type(schema["type"], value)) return false;
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(),
                           std::regex(schema["pattern"].get<std::string>())))
      return false;
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) return false;
    if (schema.contains("anyOf")) {
      bool one = false;
      for (const Json& form : schema["anyOf"]) one |= fits(form, value);
      if (!one) return false;
    }
    if (value.is_array()) {
      if (schema.contains("minItems") && value.size() < schema["minItems"]) return false;
      if (schema.contains("maxItems") && value.size() > schema["maxItems"]) return false;
      if (schema.contains("items"))
        for (const Json& item : value)
          if (!fits(schema["items"], item)) return false;
    }
    if (value.is_object() && schema.contains("properties")) {
      for (const auto& [key, inner] : value.items()) {
        if (!schema["properties"].contains(key)) return false;
        if (!fits(schema["properties"][key], inner)) return false;
      }
      if (schema.contains("required"))
        for (const Json& key : schema["required"])
          if (!value.contains(key.get<std::string>())) return false;
    }
    return true;
  }

  static bool of_type(const Json& type, const Json& value) {
    if (type.is_array()) {
      for (const Json& one : type)
        if (of_type(one, value)) return true;
      return false;
    }
    std::string name = type.get<std::string>();
    return (name == "object" && value.is_object()) || (name == "array" && value.is_array()) ||
           (name == "string" && value.is_string()) ||
           (name == "integer" && value.is_number_integer()) ||
           (name == "number" && value.is_number()) || (name == "boolean" && value.is_boolean()) ||
           (name == "null" && value.is_null());
  }

  const Json& root_;
};

const Json& schema() {
  static const Json made = schema_of(small_law());
  return made;
}

}  // namespace

TEST(Schema, is_of_the_edition_named_and_closed) {
  EXPECT_EQ(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema()["additionalProperties"], false);
  for (const char* key :
       {"comity", "question", "celebration", "spouses", "between", "given", "later", "plans"})
    EXPECT_TRUE(schema()["properties"].contains(key)) << key;
}

TEST(Schema, every_reference_is_defined) {
  std::string text = schema().dump();
  for (std::size_t at = 0; (at = text.find("\"#/$defs/", at)) != std::string::npos; ++at) {
    std::size_t begin = at + 9, end = text.find('"', begin);
    EXPECT_TRUE(schema()["$defs"].contains(text.substr(begin, end - begin)))
        << text.substr(begin, end - begin);
  }
}

TEST(Schema, describes_by_the_questions_asked) {
  EXPECT_EQ(schema()["$defs"]["record_celebration"]["properties"]["place"]["description"],
            "What is the place?");
}

TEST(Schema, takes_what_the_reader_takes_and_refuses_what_it_refuses) {
  const std::vector<std::pair<const char*, bool>> cases = {
      {R"({"question": {"forum": "RU"}})", true},
      {R"({"question": {"forum": "RU"}, "celebration": {"place": {"one_of": ["DK", "FR"]}, "on": 2017}})",
       true},
      {R"({"question": {"forum": "RU"}, "celebration": {"place": {"some_of": ["DK", "FR"]}}})",
       false},
      {R"({"question": {"forum": "RU"}, "spouses": [{"sex": "male", "nationalities": ["RU", "unknown"]}, {"age": 28}]})",
       true},
      {R"({"question": {"forum": "RU"}, "spouses": [{}]})", false},
      {R"({"question": {"forum": "RU"}, "spouses": [{"sex": {"same_as": "second"}}, {"sex": "none"}]})",
       false},
      {R"({"question": {"forum": "RU"}, "spouses": [{"sex": {"same_as": "second"}}, {"sex": "other"}]})",
       true},
      {R"({"question": {"forum": "RU"}, "spouses": [{"sex": [{"recorded": "male", "document": "passport"}]}, {}]})",
       true},
      {R"({"question": {"forum": "RU"}, "spouses": [{"earlier_unions": [{"ended": false}]}, {}]})",
       true},
      {R"({"question": {"forum": "RU"}, "spouses": [{"earlier_unions": [{"ended": "never"}]}, {}]})",
       false},
      {R"({"question": {"forum": "RU"}, "spouses": [{"domicile": [{"in": "RU", "from": "1990"}]}, {"domicile": "DK"}]})",
       true},
      {R"({"question": {"forum": "RU"}, "plans": ["publish", {"act": "register"}], "later": "none"})",
       true},
      {R"({"question": {"forum": "RU"}, "plans": ["dance"]})", false},
      {R"({"question": {"forum": "XX"}})", false},
      {R"({"question": {"forum": "RU"}, "celebration": {"plaec": "DK"}})", false},
  };
  for (const auto& [text, good] : cases) {
    EXPECT_EQ(Validator(schema()).takes(Json::parse(text)), good) << text;
    EXPECT_EQ(read(text).read.has_value(), good) << text;
  }
}

}  // namespace comity::casefile::test
