// The graph of the small law: the same bytes every time, the same whatever the order of files, and a verifier that
// finds what is damaged.
#include <memory>
#include <random>

#include "meaning/small.h"
#include "pack/pack.h"

namespace comity::ir {
namespace {

namespace mt = meaning::test;

Builder small() {
  auto compiled = mt::compile(mt::small_files());
  EXPECT_TRUE(compiled->law) << compiled->findings();
  return from_meaning(*compiled->law);
}

bool sound(const Builder& builder) {
  diag::Diagnostics diagnostics;
  bool good = verify(builder.view(), diagnostics);
  EXPECT_EQ(good, diagnostics.list.empty());
  if (!good) EXPECT_EQ(diagnostics.list[0].code, diag::Code::internal);
  return good;
}

NodeId first(const Builder& b, Op op) {
  for (NodeId id = 0; id < b.nodes.size(); ++id)
    if (b.nodes[id].op == op) return id;
  ADD_FAILURE() << "the small law has no such node";
  return 0;
}

TEST(Verify, TheSmallLawIsSound) { EXPECT_TRUE(sound(small())); }

TEST(Lowering, EqualLawsGiveEqualBytes) {
  EXPECT_EQ(pack::pack_bytes(small().view()), pack::pack_bytes(small().view()));
}

TEST(Lowering, TheOrderOfFilesGivenDoesNotMatter) {
  auto files = mt::small_files();
  std::mt19937 random(7);
  auto bytes = pack::pack_bytes(small().view());
  for (int i = 0; i < 5; ++i) {
    std::shuffle(files.begin(), files.end(), random);
    auto compiled = mt::compile(files);
    ASSERT_TRUE(compiled->law);
    EXPECT_EQ(pack::pack_bytes(from_meaning(*compiled->law).view()), bytes);
  }
}

TEST(Lowering, EqualConditionsAreOneNode) {
  Builder b = small();
  std::size_t same = 0;
  for (const Node& n : b.nodes) same += n.op == Op::here;
  EXPECT_EQ(same, 1u);
}

TEST(Lowering, AFactKeepsTheFieldItsPathBeginsWith) {
  Builder b = small();
  Law law = b.view();
  bool seen = false;
  for (const Node& n : b.nodes)
    if (n.op == Op::fact && law.str(law.fields[n.ref].name) == "on" &&
        law.fields[n.ref].record != law.anchors.record_celebration)
      seen |= law.str(law.fields[static_cast<std::size_t>(n.value)].name) == "ended";
  EXPECT_TRUE(seen);
}

struct Damage {
  const char* name;
  void (*make)(Builder&);
};

class Damaged : public testing::TestWithParam<Damage> {};

TEST_P(Damaged, IsFound) {
  Builder b = small();
  GetParam().make(b);
  EXPECT_FALSE(sound(b));
}

INSTANTIATE_TEST_SUITE_P(
    Law, Damaged,
    testing::Values(
        Damage{"kid_after_parent",
               [](Builder& b) {
                 b.kids[b.nodes[first(b, Op::negation)].first_kid] =
                     static_cast<std::uint32_t>(b.nodes.size() - 1);
               }},
        Damage{"kids_out_of_range",
               [](Builder& b) { b.nodes[first(b, Op::equal)].first_kid = 0xfffffff0; }},
        Damage{"unknown_kind", [](Builder& b) { b.nodes[0].op = static_cast<Op>(200); }},
        Damage{"fact_of_no_field", [](Builder& b) { b.nodes[first(b, Op::fact)].ref = 0xffff; }},
        Damage{"slot_of_no_case", [](Builder& b) { b.nodes[first(b, Op::fact)].b = 0x7fffffff; }},
        Damage{"call_of_no_function", [](Builder& b) { b.nodes[first(b, Op::call)].ref = 0xfff0; }},
        Damage{"member_of_no_interface",
               [](Builder& b) { b.nodes[first(b, Op::under)].ref = 0xfff0; }},
        Damage{"types_that_differ",
               [](Builder& b) {
                 b.nodes[b.kids[b.nodes[first(b, Op::before)].first_kid]].type = Base::place;
               }},
        Damage{"clause_of_no_provision", [](Builder& b) { b.clauses[0].provision = 0xfffff; }},
        Damage{"value_of_another_type",
               [](Builder& b) {
                 for (Function& f : b.functions)
                   if (f.type == Base::effect) f.type = Base::day;
               }},
        Damage{"parameter_no_frame_has",
               [](Builder& b) {
                 for (Function& f : b.functions)
                   if (f.silent_is_no) f.frame = f.parameters = 1;
               }},
        Damage{"bar_of_no_function", [](Builder& b) { b.bars[0].function = 0xffff; }},
        Damage{"reading_of_no_law", [](Builder& b) { b.readings.clear(); }},
        Damage{"place_within_itself", [](Builder& b) { b.places[0].part_of = 0; }}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace comity::ir
