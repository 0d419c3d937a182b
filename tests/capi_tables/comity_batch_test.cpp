// Batches through the C interface: a stream in, a stream out, and refusals that give everything back.
#include "capi/comity_batch.h"

#include <gtest/gtest.h>

#include <cstring>

#include "capi/comity.h"
#include "pack/pack.h"
#include "support/law.h"

namespace {

comity_session* session() {
  static const std::vector<std::byte> bytes = comity::pack::pack_bytes(comity::tests::law());
  static comity_session* opened = comity_open(bytes.data(), bytes.size());
  return opened;
}

// A stream of one batch of two rows: their ids, and a place of celebration.
struct Couples {
  std::int64_t ids[2] = {5, 6};
  std::int32_t ends[3] = {0, 2, 5};
  char words[6] = "DKqqq";
  const void* id_buffers[2] = {nullptr, ids};
  const void* place_buffers[3] = {nullptr, ends, words};
  const void* frame_buffers[1] = {nullptr};
  const char* place_name = "celebration.place";
  ArrowSchema schemas[2] = {};
  ArrowArray arrays[2] = {};
  ArrowSchema* schema_list[2] = {&schemas[0], &schemas[1]};
  ArrowArray* array_list[2] = {&arrays[0], &arrays[1]};
  bool given = false;
  int releases = 0;

  ArrowArrayStream stream() {
    return {
        [](ArrowArrayStream* s, ArrowSchema* out) {
          auto& own = *static_cast<Couples*>(s->private_data);
          auto nothing = [](ArrowSchema* x) { x->release = nullptr; };
          own.schemas[0] = {"l", "id", nullptr, 2, 0, nullptr, nullptr, nothing, nullptr};
          own.schemas[1] = {"u", own.place_name, nullptr, 2, 0, nullptr, nullptr, nothing, nullptr};
          *out = {"+s", "", nullptr, 0, 2, own.schema_list, nullptr, nothing, nullptr};
          return 0;
        },
        [](ArrowArrayStream* s, ArrowArray* out) {
          auto& own = *static_cast<Couples*>(s->private_data);
          auto nothing = [](ArrowArray* x) { x->release = nullptr; };
          own.arrays[0] = {2, 0, 0, 2, 0, own.id_buffers, nullptr, nullptr, nothing, nullptr};
          own.arrays[1] = {2, 0, 0, 3, 0, own.place_buffers, nullptr, nullptr, nothing, nullptr};
          *out = own.given
                     ? ArrowArray{}
                     : ArrowArray{2,       0,       0,      1, 2, own.frame_buffers, own.array_list,
                                  nullptr, nothing, nullptr};
          own.given = true;
          return 0;
        },
        [](ArrowArrayStream*) -> const char* { return nullptr; },
        [](ArrowArrayStream* s) {
          ++static_cast<Couples*>(s->private_data)->releases;
          s->release = nullptr;
        },
        this};
  }
};

std::string refused(Couples& couples, const char* request) {
  ArrowArrayStream in = couples.stream(), out{};
  comity_reply* reply = comity_batch(session(), &in, request, std::strlen(request), &out);
  EXPECT_EQ(out.release, nullptr);
  EXPECT_EQ(couples.releases, 1);
  if (!reply) return "not refused";
  EXPECT_EQ(reply->status, COMITY_BAD_INPUT);
  std::string text = reply->text;
  comity_free(reply);
  return text;
}

TEST(ComityBatch, AnswersEveryRow) {
  Couples couples;
  ArrowArrayStream in = couples.stream(), out{};
  const char* request =
      R"({"forum": "RU", "on": "2018-01-26", "today": "2026-11-25", "threads": 2})";
  ASSERT_EQ(comity_batch(session(), &in, request, std::strlen(request), &out), nullptr);
  ArrowArray answers{};
  ASSERT_EQ(out.get_next(&out, &answers), 0);
  EXPECT_EQ(answers.length, 2);
  EXPECT_EQ(answers.children[0]->buffers[1], couples.ids);
  EXPECT_EQ(answers.children[answers.n_children - 1]->null_count, 1);  // problem: of the row at qqq
  answers.release(&answers);
  out.release(&out);
  EXPECT_EQ(couples.releases, 1);
}

TEST(ComityBatch, RefusesWhatItCannotUse) {
  Couples mistyped, unknown_key, no_stance;
  mistyped.place_name = "celebration.plase";
  EXPECT_NE(refused(mistyped, "{}").find("celebration.place"), std::string::npos);
  EXPECT_NE(refused(unknown_key, R"({"forun": "RU"})").find("forum"), std::string::npos);
  EXPECT_NE(refused(no_stance, R"({"stance": "lettre"})").find("letter"), std::string::npos);
}

TEST(ComityBatch, TellsItsColumns) {
  ArrowSchema schema{};
  ASSERT_EQ(comity_columns(session(), &schema), 0);
  EXPECT_STREQ(schema.format, "+s");
  EXPECT_GT(schema.n_children, 50);
  schema.release(&schema);
}

}  // namespace
