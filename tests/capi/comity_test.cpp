// The C interface: what a request gives, how it is refused, and that nothing crosses it but memory.
#include "capi/comity.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "capi/from_c.h"
#include "pack/pack.h"
#include "support/law.h"

namespace {

using nlohmann::json;

const std::vector<std::byte>& packed() {
  static const std::vector<std::byte> bytes = comity::pack::pack_bytes(comity::tests::law());
  return bytes;
}

comity_session* session() {
  static comity_session* opened = comity_open(packed().data(), packed().size());
  return opened;
}

struct Replied {
  int status = -1;
  std::string text;
  json document;
};

Replied ask(const char* verb, const std::string& request, const comity_session* of = session()) {
  Replied replied;
  comity_reply* reply = comity_call(of, verb, request.data(), request.size());
  if (!reply) return replied;
  replied.status = reply->status;
  replied.text.assign(reply->text, reply->size);
  EXPECT_EQ(reply->text[reply->size], '\0');
  replied.document = json::parse(replied.text, nullptr, false);
  comity_free(reply);
  return replied;
}

// The couple of 2018 in the case format.
json moscow() {
  return json::parse(R"({"comity": 1,
    "question": {"forum": "RU", "on": "2018-01-26"},
    "celebration": {"place": "DK", "on": "2018-01-04", "form": "civil", "registered": true, "formalities_observed": true},
    "spouses": [
      {"label": "first", "sex": "male", "born": "1989-06", "nationalities": ["RU"], "residence": "RU", "domicile": "RU",
       "declared_incapable": "no", "consents": "yes", "earlier_unions": []},
      {"label": "second", "sex": "male", "born": "1990-02", "nationalities": ["RU"], "residence": "RU", "domicile": "RU",
       "declared_incapable": "no", "consents": "yes", "earlier_unions": []}],
    "between": {"kinship": "none", "adoption": "none", "affinity": "none"}})");
}

std::string about(const json& more = json::object(), json told = moscow()) {
  json request{{"case", std::move(told)}, {"today", "2026-11-25"}};
  request.update(more);
  return request.dump();
}

TEST(CInterface, answers_the_case_of_2018) {
  Replied reply = ask("check", about());
  ASSERT_EQ(reply.status, COMITY_ANSWERED) << reply.text;
  EXPECT_EQ(reply.document["verdict"], "contested");
  EXPECT_EQ(reply.document["stances"][0]["decided_by"], "RU/SK/158(1)");
  EXPECT_FALSE(reply.document["stances"][0]["because"].empty());
}

TEST(CInterface, is_usable_from_c) {
  std::string text(1 << 20, '\0');
  int status =
      ask_from_c(packed().data(), packed().size(), "version", "{}", text.data(), text.size());
  EXPECT_EQ(status, COMITY_ANSWERED);
  EXPECT_EQ(json::parse(text.c_str())["abi"], COMITY_ABI);
  EXPECT_EQ(comity_abi(), static_cast<unsigned>(COMITY_ABI));
  EXPECT_EQ(json::parse(text.c_str())["comity"], comity_version());
}

TEST(CInterface, keys_of_the_request_stand_for_the_question) {
  Replied day_before = ask("check", about({{"on", "2018-01-25"}}));
  EXPECT_EQ(day_before.document["verdict"], "untested");
  Replied elsewhere = ask("check", about({{"forum", "DK"}, {"because", false}}));
  EXPECT_EQ(elsewhere.document["question"]["forum"], "DK");
  EXPECT_FALSE(elsewhere.document["stances"][0].contains("because"));
}

TEST(CInterface, one_line_says_the_same) {
  Replied wide = ask("check", about()), narrow = ask("check", about({{"compact", true}}));
  EXPECT_EQ(wide.document, narrow.document);
  EXPECT_EQ(std::count(narrow.text.begin(), narrow.text.end(), '\n'), 1);
}

TEST(CInterface, a_case_as_text_is_read_as_the_program_reads_it) {
  const std::string yaml =
      "comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: {place: NO}\n"
      "spouses: [{label: first}, {label: second}]\n";
  Replied reply = ask("check", json{{"case", yaml}, {"today", "2026-11-25"}}.dump());
  EXPECT_EQ(reply.status, COMITY_ANSWERED) << reply.text;
  Replied broken = ask("check", json{{"case", yaml + "between: {kinshop: none}\n"}}.dump());
  ASSERT_EQ(broken.status, COMITY_BAD_INPUT);
  const json finding = broken.document["findings"][0];
  EXPECT_EQ(finding["pointer"], "/between/kinshop") << broken.text;
  EXPECT_EQ(finding["line"], 5);
}

TEST(CInterface, timeline_and_atlas_and_laws_answer) {
  Replied timeline = ask("timeline", about({{"as_lived", true}}));
  ASSERT_EQ(timeline.status, COMITY_ANSWERED) << timeline.text;
  EXPECT_GT(timeline.document["intervals"].size(), 1u);
  Replied atlas = ask("atlas", about(json::object(), [] {
                        json told = moscow();
                        told["question"].erase("forum");
                        return told;
                      }()));
  ASSERT_EQ(atlas.status, COMITY_ANSWERED) << atlas.text;
  EXPECT_GT(atlas.document.size(), 200u);
  Replied place = ask("laws", R"({"place": "NL", "on": "2001-04-01", "today": "2026-11-25"})");
  EXPECT_EQ(place.document["topics"]["same_sex_marriage"]["value"], "open") << place.text;
  Replied cover = ask("laws", "{}");
  EXPECT_TRUE(cover.document["instruments"].is_array());
}

TEST(CInterface, asks_until_the_answer_is_known) {
  Replied first = ask("ask", R"({"forum": "RU", "on": "2018-01-26", "today": "2026-11-25"})");
  ASSERT_EQ(first.status, COMITY_ANSWERED) << first.text;
  Replied done = ask("ask", about());
  ASSERT_EQ(done.status, COMITY_ANSWERED) << done.text;
  EXPECT_NE(first.text, done.text);
  EXPECT_EQ(ask("ask", about({{"unknown", "sex"}})).document["findings"][0]["pointer"], "/unknown");
}

TEST(CInterface, the_ontology_comes_with_its_questions) {
  Replied reply = ask("questions", "");
  ASSERT_EQ(reply.status, COMITY_ANSWERED) << reply.text;
  bool asked = false;
  for (const json& record : reply.document["records"])
    for (const json& field : record["fields"])
      if (record["name"] == "spouse" && field["name"] == "sex")
        asked = !field["question"]["ru"].get<std::string>().empty() && field["of"].is_string();
  EXPECT_TRUE(asked) << reply.text.substr(0, 2000);
}

TEST(CInterface, an_instrument_is_read_with_its_versions_and_readings) {
  Replied list = ask("instruments", "{}");
  ASSERT_EQ(list.status, COMITY_ANSWERED);
  EXPECT_GT(list.document.size(), 10u);
  Replied code = ask("instrument", R"({"id": "RU/SK"})");
  ASSERT_EQ(code.status, COMITY_ANSWERED) << code.text;
  bool found = false;
  for (const json& provision : code.document["provisions"])
    if (provision["id"] == "RU/SK/158(1)")
      found = !provision["clauses"].empty() && provision["clauses"][0]["from"].is_string() &&
              !provision["text"]["ru"].get<std::string>().empty();
  EXPECT_TRUE(found);
  Replied near = ask("instrument", R"({"id": "RU/SX"})");
  EXPECT_EQ(near.status, COMITY_BAD_INPUT);
  EXPECT_NE(near.text.find("RU/SK"), std::string::npos) << near.text;
}

TEST(CInterface, every_instrument_can_be_written_out) {
  const Replied all = ask("instruments", "{}");
  for (const json& head : all.document)
    EXPECT_EQ(ask("instrument", json{{"id", head["id"]}}.dump()).status, COMITY_ANSWERED)
        << head["id"];
}

struct Refused {
  const char* name;
  const char* verb;
  std::string request;
  const char* pointer;  // nullptr: no finding with one is due
};

TEST(CInterface, says_where_a_request_is_wrong) {
  json wrong = moscow();
  wrong["spouses"][1]["sex"] = "mail";
  const Refused list[] = {
      {"unknown verb", "chek", "{}", nullptr},
      {"no JSON", "check", "{\"case\": ", nullptr},
      {"no object", "check", "[]", ""},
      {"not UTF-8", "check", "{\"case\": \"\xff\"}", nullptr},
      {"no case", "check", "{}", ""},
      {"unknown key", "check", about({{"forun", "RU"}}), "/forun"},
      {"a key of another verb", "check", about({{"until", "2020-01-01"}}), "/until"},
      {"no place", "check", about({{"forum", "RUS"}}), "/forum"},
      {"no day", "check", about({{"on", "26.01.2018"}}), "/on"},
      {"no day that exists", "check", about({{"on", "2018-02-30"}}), "/on"},
      {"no purpose", "check", about({{"purpose", "taxes"}}), "/purpose"},
      {"no truth value", "check", about({{"strict", "yes"}}), "/strict"},
      {"a case that is a number", "check", about(json::object(), 7), "/case"},
      {"a value no key takes", "check", about(json::object(), wrong), "/case/spouses/1/sex"},
      {"no topic", "laws", R"({"place": "NL", "topic": "samesex"})", "/topic"},
      {"no place of law", "laws", R"({"place": "NN"})", "/place"},
  };
  for (const Refused& refused : list) {
    Replied reply = ask(refused.verb, refused.request);
    EXPECT_EQ(reply.status, COMITY_BAD_INPUT) << refused.name << reply.text;
    ASSERT_FALSE(reply.document["findings"].empty()) << refused.name;
    EXPECT_EQ(reply.document["type"], "problems/bad-input");
    if (refused.pointer)
      EXPECT_EQ(reply.document["findings"][0]["pointer"], refused.pointer)
          << refused.name << reply.text;
  }
}

TEST(CInterface, problems_are_told_in_the_language_asked) {
  Replied reply = ask("check", R"({"lang": "ru"})");
  EXPECT_NE(reply.text.find("не хватает ключа case"), std::string::npos) << reply.text;
}

TEST(CInterface, a_request_nested_without_end_is_refused) {
  EXPECT_EQ(ask("check", std::string(500000, '[')).status, COMITY_BAD_INPUT);
  EXPECT_EQ(ask("check", "{\"case\": \"" + std::string(2 << 20, 'x') + "\"}").status,
            COMITY_BAD_INPUT);
}

TEST(CInterface, a_pack_that_was_touched_answers_nothing) {
  std::vector<std::byte> touched = packed();
  touched[touched.size() / 2] ^= std::byte{1};
  comity_session* opened = comity_open(touched.data(), touched.size());
  ASSERT_NE(opened, nullptr);
  Replied reply = ask("check", about(), opened);
  EXPECT_EQ(reply.status, COMITY_BAD_LAW);
  EXPECT_EQ(reply.document["findings"][0]["code"], 7002) << reply.text;
  comity_close(opened);
  comity_session* nothing = comity_open(nullptr, 0);
  EXPECT_EQ(ask("version", "{}", nothing).status, COMITY_BAD_LAW);
  comity_close(nothing);
}

TEST(CInterface, a_pack_may_begin_anywhere) {
  std::vector<std::byte> shifted(packed().size() + 1);
  std::memcpy(shifted.data() + 1, packed().data(), packed().size());
  comity_session* opened = comity_open(shifted.data() + 1, packed().size());
  EXPECT_EQ(ask("check", about(), opened).text, ask("check", about()).text);
  comity_close(opened);
}

TEST(CInterface, one_session_serves_several_threads) {
  const std::string expected = ask("check", about()).text;
  std::vector<std::string> came(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& text : came)
      threads.emplace_back([&text] {
        for (int i = 0; i < 20; ++i) text = ask("check", about()).text;
      });
  }
  for (const std::string& text : came) EXPECT_EQ(text, expected);
}

TEST(CInterface, memory_is_lent_and_taken_back) {
  void* memory = comity_allocate(100);
  ASSERT_NE(memory, nullptr);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % 16, 0u);
  std::memset(memory, 7, 100);
  comity_release(memory, 100);
  comity_release(nullptr, 0);
  comity_free(nullptr);
  comity_close(nullptr);
}

}  // namespace
