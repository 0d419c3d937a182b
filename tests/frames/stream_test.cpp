// Arrow's C stream interface, with arrays made by hand: offsets, nulls, dictionaries, lists, structs; what is handed out is the
// receiver's until it gives it back.
#include <gtest/gtest.h>

#include <deque>
#include <memory>

#include "frames/stream.h"
#include "support/law.h"

namespace comity::tests {

namespace {

// Arrays and schemas by hand, kept alive by this.
class Made {
 public:
  struct Column {
    ArrowSchema* schema;
    ArrowArray* array;
  };

  Column numbers(const char* name, const std::vector<std::int64_t>& values) {
    auto& kept = numbers_.emplace_back(values);
    return column(name, "l", values.size(), {nullptr, kept.data()});
  }
  // An empty word is a null.
  Column words(const char* name, const std::vector<std::string>& values) {
    auto& bytes = texts_.emplace_back();
    auto& ends = ends_.emplace_back(1, 0);
    auto& bits = bits_.emplace_back(values.size() / 8 + 1, 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
      bytes += values[i];
      ends.push_back(static_cast<std::int32_t>(bytes.size()));
      if (!values[i].empty()) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1u << (i % 8));
    }
    return column(name, "u", values.size(), {bits.data(), ends.data(), bytes.data()}, -1);
  }
  Column coded(const char* name, const std::vector<std::int32_t>& indices,
               const std::vector<std::string>& values) {
    auto& kept = ends_.emplace_back(indices);
    Column made = column(name, "i", indices.size(), {nullptr, kept.data()});
    Column dictionary = words("", values);
    made.schema->dictionary = dictionary.schema, made.array->dictionary = dictionary.array;
    return made;
  }
  Column lists(const char* name, const std::vector<std::int32_t>& ends, Column elements) {
    auto& kept = ends_.emplace_back(ends);
    Column made = column(name, "+l", ends.size() - 1, {nullptr, kept.data()});
    adopt(made, {elements});
    return made;
  }
  Column record(const char* name, std::size_t rows, const std::vector<Column>& parts) {
    Column made = column(name, "+s", rows, {nullptr});
    adopt(made, parts);
    return made;
  }

 private:
  Column column(const char* name, const char* format, std::size_t rows,
                std::vector<const void*> buffers, std::int64_t nulls = 0) {
    auto& kept = buffers_.emplace_back(std::move(buffers));
    ArrowSchema& schema = schemas_.emplace_back();
    schema = {format, name,    nullptr, ARROW_FLAG_NULLABLE,
              0,      nullptr, nullptr, [](ArrowSchema* s) { s->release = nullptr; },
              nullptr};
    ArrowArray& array = arrays_.emplace_back();
    array = {static_cast<std::int64_t>(rows),
             nulls,
             0,
             static_cast<std::int64_t>(kept.size()),
             0,
             kept.data(),
             nullptr,
             nullptr,
             [](ArrowArray* a) { a->release = nullptr; },
             nullptr};
    return {&schema, &array};
  }
  void adopt(Column& parent, const std::vector<Column>& parts) {
    auto& schemas = schema_lists_.emplace_back();
    auto& arrays = array_lists_.emplace_back();
    for (Column part : parts) schemas.push_back(part.schema), arrays.push_back(part.array);
    parent.schema->children = schemas.data(), parent.array->children = arrays.data();
    parent.schema->n_children = parent.array->n_children = static_cast<std::int64_t>(parts.size());
  }

  std::deque<ArrowSchema> schemas_;
  std::deque<ArrowArray> arrays_;
  std::deque<std::vector<const void*>> buffers_;
  std::deque<std::vector<std::int64_t>> numbers_;
  std::deque<std::vector<std::int32_t>> ends_;
  std::deque<std::vector<std::uint8_t>> bits_;
  std::deque<std::string> texts_;
  std::deque<std::vector<ArrowSchema*>> schema_lists_;
  std::deque<std::vector<ArrowArray*>> array_lists_;
};

struct OneBatch {
  Made::Column frame;
  bool given = false;
  int releases = 0;
};

ArrowArrayStream stream_of(OneBatch& batch) {
  return {[](ArrowArrayStream* s, ArrowSchema* out) {
            *out = *static_cast<OneBatch*>(s->private_data)->frame.schema;
            return 0;
          },
          [](ArrowArrayStream* s, ArrowArray* out) {
            auto& own = *static_cast<OneBatch*>(s->private_data);
            *out = own.given ? ArrowArray{} : *own.frame.array;
            own.given = true;
            return 0;
          },
          [](ArrowArrayStream*) -> const char* { return nullptr; },
          [](ArrowArrayStream* s) {
            ++static_cast<OneBatch*>(s->private_data)->releases;
            s->release = nullptr;
          },
          &batch};
}

std::string word_at(const ArrowArray& column, std::int64_t row) {
  const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
  if (bits && !(bits[row / 8] >> (row % 8) & 1)) return "(null)";
  const std::int32_t index = static_cast<const std::int32_t*>(column.buffers[1])[row];
  const auto* ends = static_cast<const std::int32_t*>(column.dictionary->buffers[1]);
  const auto* bytes = static_cast<const char*>(column.dictionary->buffers[2]);
  return {bytes + ends[index], bytes + ends[index + 1]};
}

frames::Options options(unsigned threads = 1) {
  frames::Options made;
  made.asking.today = today;
  made.asking.overrides.forum = ir::place_named(law(), "RU");
  made.asking.overrides.on = base::parse_day("2018-01-26");
  made.threads = threads;
  return made;
}

}  // namespace

TEST(Stream, TheCaseOf2018RowByRow) {
  Made made;
  auto coupled = [&](const char* name, const char* value) {
    return made.words(name, {value, value, value, value});
  };
  std::vector<Made::Column> columns{
      made.numbers("id", {70, 71, 72, 73}),
      made.coded("celebration.place", {0, 0, 1, 0}, {"DK", "nowhere"}),
      made.words("celebration.on", {"2018-01-04", "2018-01-04", "2018-01-04", "2018-01"}),
      coupled("celebration.form", "civil"),
      coupled("celebration.registered", "yes"),
      coupled("celebration.formalities_observed", "yes"),
      coupled("celebration.permissions", "[]"),
      made.record(
          "between", 4,
          {coupled("kinship", "none"), coupled("adoption", "none"), coupled("affinity", "none")})};
  for (const char* spouse : {"spouses.0.", "spouses.1."}) {
    auto named = [&](const char* part) {
      static std::deque<std::string> names;
      return names.emplace_back(std::string(spouse) + part).c_str();
    };
    columns.push_back(made.words(named("sex"), {"male", "", "male", "male"}));
    columns.push_back(coupled(named("born"), "1989-06-01"));
    columns.push_back(made.lists(named("nationalities"), {0, 1, 2, 3, 4},
                                 made.words("item", {"RU", "RU", "RU", "RU"})));
    columns.push_back(coupled(named("domicile"), "RU"));
    columns.push_back(coupled(named("residence"), "RU"));
    columns.push_back(coupled(named("declared_incapable"), "no"));
    columns.push_back(coupled(named("consents"), "yes"));
    columns.push_back(coupled(named("earlier_unions"), "[]"));
  }
  OneBatch batch{made.record("", 4, columns)};
  ArrowArrayStream in = stream_of(batch), out{};
  diag::Saying problem;
  ASSERT_TRUE(frames::answer_stream(law(), options(2), &in, &out, problem))
      << diag::said(problem, diag::Language::en);
  ArrowSchema schema{};
  ASSERT_EQ(out.get_schema(&out, &schema), 0);
  std::vector<std::string> names;
  for (std::int64_t c = 0; c < schema.n_children; ++c) names.emplace_back(schema.children[c]->name);
  EXPECT_EQ(names.front(), "id");
  auto number = [&](const char* name) {
    return std::find(names.begin(), names.end(), name) - names.begin();
  };
  ArrowArray answers{};
  ASSERT_EQ(out.get_next(&out, &answers), 0);
  ASSERT_EQ(answers.length, 4);
  auto cell = [&](const char* name, std::int64_t row) {
    return word_at(*answers.children[number(name)], row);
  };
  // The ids are the caller's own memory.
  EXPECT_EQ(answers.children[0]->buffers[1], columns[0].array->buffers[1]);
  EXPECT_EQ(cell("letter.outcome", 0), "recognised");
  EXPECT_EQ(cell("letter.decided_by", 0), "RU/SK/158(1)");
  EXPECT_EQ(cell("authorities.outcome", 0), "not_recognised");
  EXPECT_EQ(cell("verdict", 0), "contested");
  EXPECT_EQ(cell("problem", 0), "(null)");
  EXPECT_EQ(cell("authorities.verdict", 1), "depends");
  EXPECT_EQ(cell("depends_on", 1), "spouses.0.sex spouses.1.sex");
  EXPECT_EQ(cell("outcome", 2), "(null)");
  EXPECT_NE(cell("problem", 2).find("nowhere"), std::string::npos);
  EXPECT_EQ(cell("letter.outcome", 3), "recognised");  // a month will do
  answers.release(&answers);
  schema.release(&schema);
  ASSERT_EQ(out.get_next(&out, &answers), 0);
  EXPECT_EQ(answers.release, nullptr);
  out.release(&out);
  EXPECT_EQ(batch.releases, 1);
}

TEST(Stream, ColumnsThatCannotBeUsed) {
  struct Bad {
    const char* name;
    const char* said;
  };
  for (const Bad& bad :
       {Bad{"spouses.0.sexx", "spouses.0.sex"}, Bad{"celebration.place", "utf8"}}) {
    Made made;
    OneBatch batch{made.record("", 1, {made.numbers(bad.name, {1})})};
    ArrowArrayStream in = stream_of(batch), out{};
    diag::Saying problem;
    EXPECT_FALSE(frames::answer_stream(law(), options(), &in, &out, problem)) << bad.name;
    EXPECT_NE(diag::said(problem, diag::Language::en).find(bad.said), std::string::npos)
        << diag::said(problem, diag::Language::en);
    EXPECT_EQ(out.release, nullptr);
    EXPECT_EQ(batch.releases, 1);
  }
}

TEST(Stream, EveryColumnOfTheCaseFormatHasAType) {
  ArrowSchema schema{};
  const auto columns = columnar::columns_of(law());
  frames::export_columns(columns, &schema);
  EXPECT_EQ(schema.n_children, static_cast<std::int64_t>(columns.size()));
  EXPECT_GE(columnar::column_named(columns, "spouses.1.earlier_unions"), 0);
  EXPECT_GE(columnar::column_named(columns, "celebration.present.first"), 0);
  EXPECT_LT(columnar::column_named(columns, "spouses"), 0);
  schema.release(&schema);
}

}  // namespace comity::tests
