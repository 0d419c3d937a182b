// synth: made-up couples as a table.
#include <charconv>

#include "batch/progress.h"
#include "batch/table_out.h"
#include "batch/verbs.h"
#include "columnar/columns.h"
#include "columnar/couples.h"

namespace comity::batch {

using cli::Message;
using columnar::Couple;
using columnar::Couples;
using columnar::Kind;
using columnar::open_cell;
using columnar::Permission;
using columnar::Spouse;
using columnar::Union;

namespace {

using Words = std::shared_ptr<arrow::Array>;

// A column being filled, of whatever kind: numbers, and whether each is told.
struct Filling {
  std::vector<std::int32_t> cells;
  void put(std::int32_t cell) { cells.push_back(cell); }

  template <class Builder>
  std::shared_ptr<arrow::Array> finished(Builder builder) const {
    need(builder.Reserve(static_cast<std::int64_t>(cells.size())), "synth");
    for (std::int32_t cell : cells)
      if (cell == open_cell)
        builder.UnsafeAppendNull();
      else
        builder.UnsafeAppend(static_cast<typename Builder::value_type>(cell));
    return need(builder.Finish(), "synth");
  }
  std::shared_ptr<arrow::Array> coded(const Words& words) const {
    auto indices = finished(arrow::Int16Builder());
    return need(arrow::DictionaryArray::FromArrays(arrow::dictionary(arrow::int16(), arrow::utf8()),
                                                   indices, words),
                "synth");
  }
};

struct Lists {
  std::vector<std::int32_t> offsets{0};
  std::vector<bool> told;
  void close(bool is_told, std::size_t elements) {
    told.push_back(is_told);
    offsets.push_back(static_cast<std::int32_t>(elements));
  }
  std::shared_ptr<arrow::Array> finished(const std::shared_ptr<arrow::Array>& elements) const {
    arrow::Int32Builder ends;
    for (std::size_t i = 0; i < offsets.size(); ++i)
      need(i < told.size() && !told[i] ? ends.AppendNull() : ends.Append(offsets[i]), "synth");
    auto made = need(ends.Finish(), "synth");
    return need(arrow::ListArray::FromArrays(*made, *elements), "synth");
  }
};

class Table {
 public:
  explicit Table(const ir::Law& law) : law_(law), columns_(columnar::columns_of(law)) {
    arrow::StringBuilder codes;
    for (const ir::Place& place : law.places) need(codes.Append(law.str(place.code)), "synth");
    places_ = need(codes.Finish(), "synth");
  }

  std::shared_ptr<arrow::Table> rows(const Couples& couples, std::uint64_t begin,
                                     std::uint64_t count) {
    fields_.clear(), arrays_.clear();
    std::vector<Couple> list;
    for (std::uint64_t n = begin; n < begin + count; ++n) list.push_back(couples.couple(n));
    arrow::Int64Builder ids;
    for (std::uint64_t n = begin; n < begin + count; ++n)
      need(ids.Append(static_cast<std::int64_t>(n)), "synth");
    add("id", need(ids.Finish(), "synth"));
    celebration(list);
    for (std::size_t s = 0; s < 2; ++s) spouse(list, s);
    scalar(list, "between.kinship", [](const Couple& c) { return c.kinship; });
    scalar(list, "between.adoption", [](const Couple& c) { return c.adoption; });
    scalar(list, "between.affinity", [](const Couple& c) { return c.affinity; });
    return arrow::Table::Make(arrow::schema(fields_), arrays_);
  }

 private:
  const columnar::Column& column(const std::string& name) const {
    return columns_[static_cast<std::size_t>(columnar::column_named(columns_, name))];
  }
  static const columnar::Column& part(const columnar::Column& of, const std::string& name) {
    return of.parts[static_cast<std::size_t>(columnar::column_named(of.parts, name))];
  }

  Words words(const columnar::Column& of) const {
    if (of.kind == Kind::place || of.kind == Kind::periods) return places_;
    arrow::StringBuilder builder;
    const ir::EnumDef& e = law_.enums[law_.fields[of.field].ref];
    for (std::uint32_t v = 0; v < e.values; ++v)
      need(
          builder.Append(ir::enum_word(law_, law_.fields[of.field].ref, static_cast<ir::Value>(v))),
          "synth");
    return need(builder.Finish(), "synth");
  }

  std::shared_ptr<arrow::Array> array(const columnar::Column& of, const Filling& cells) const {
    if (of.kind == Kind::yes_no || of.kind == Kind::presence)
      return cells.finished(arrow::BooleanBuilder());
    if (of.kind == Kind::day) return cells.finished(arrow::Date32Builder());
    return cells.coded(words(of));
  }

  void add(const std::string& name, const std::shared_ptr<arrow::Array>& made) {
    fields_.push_back(arrow::field(name, made->type()));
    arrays_.push_back(made);
  }

  template <class Get>
  void scalar(const std::vector<Couple>& list, const std::string& name, Get get) {
    Filling cells;
    for (const Couple& c : list) cells.put(get(c));
    add(name, array(column(name), cells));
  }

  void celebration(const std::vector<Couple>& list) {
    scalar(list, "celebration.kind", [](const Couple& c) { return c.kind; });
    scalar(list, "celebration.place", [](const Couple& c) { return c.place; });
    scalar(list, "celebration.authority", [](const Couple& c) { return c.authority; });
    scalar(list, "celebration.on", [](const Couple& c) { return c.on; });
    scalar(list, "celebration.form", [](const Couple& c) { return c.form; });
    scalar(list, "celebration.registered", [](const Couple& c) { return c.registered; });
    scalar(list, "celebration.formalities_observed", [](const Couple& c) { return c.formalities; });
    Lists lists;
    Parts parts(*this, "celebration.permissions", {"for", "spouse", "by", "on"});
    for (const Couple& c : list) {
      for (const Permission& p : c.permissions)
        if (!c.permissions_open) parts.put({p.what, p.spouse, p.by, p.on});
      lists.close(!c.permissions_open, parts.size());
    }
    add("celebration.permissions", lists.finished(parts.finished()));
  }

  // The elements of a list of records.
  struct Parts {
    Parts(const Table& table, const std::string& list, std::vector<std::string> names)
        : of(table), column(table.column(list)), names_(std::move(names)), cells(names_.size()) {}
    void put(std::initializer_list<std::int32_t> values) {
      std::size_t i = 0;
      for (std::int32_t value : values) cells[i++].put(value);
    }
    std::size_t size() const { return cells[0].cells.size(); }
    std::shared_ptr<arrow::Array> finished() const {
      arrow::ArrayVector children;
      for (std::size_t i = 0; i < names_.size(); ++i)
        children.push_back(of.array(Table::part(column, names_[i]), cells[i]));
      return need(arrow::StructArray::Make(children, names_), "synth");
    }
    const Table& of;
    const columnar::Column& column;
    std::vector<std::string> names_;
    std::vector<Filling> cells;
  };

  void spouse(const std::vector<Couple>& list, std::size_t s) {
    const std::string before = "spouses." + std::to_string(s) + ".";
    scalar(list, before + "sex", [s](const Couple& c) { return c.spouses[s].sex; });
    scalar(list, before + "born", [s](const Couple& c) { return c.spouses[s].born; });
    Lists lists;
    Filling states;
    for (const Couple& c : list) {
      const Spouse& one = c.spouses[s];
      for (std::int32_t state : one.nationalities)
        if (!one.nationalities_open) states.put(state);
      lists.close(!one.nationalities_open, states.cells.size());
    }
    add(before + "nationalities", lists.finished(states.coded(places_)));
    scalar(list, before + "domicile", [s](const Couple& c) { return c.spouses[s].domicile; });
    scalar(list, before + "residence", [s](const Couple& c) { return c.spouses[s].residence; });
    scalar(list, before + "declared_incapable",
           [s](const Couple& c) { return c.spouses[s].incapable; });
    scalar(list, before + "consents", [s](const Couple& c) { return c.spouses[s].consents; });
    Lists unions;
    Parts parts(*this, before + "earlier_unions",
                {"kind", "on", "place", "form", "registered", "ended", "ended.by", "ended.on",
                 "ended.place", "ended.how"});
    for (const Couple& c : list) {
      const Spouse& one = c.spouses[s];
      for (const Union& u : one.unions)
        if (!one.unions_open)
          parts.put({u.kind, u.on, u.place, u.form, u.registered, u.ended, u.ended_by, u.ended_on,
                     u.ended_place, u.ended_how});
      unions.close(!one.unions_open, parts.size());
    }
    add(before + "earlier_unions", unions.finished(parts.finished()));
  }

  const ir::Law& law_;
  std::vector<columnar::Column> columns_;
  Words places_;
  std::vector<std::shared_ptr<arrow::Field>> fields_;
  arrow::ArrayVector arrays_;
};

std::optional<std::uint64_t> whole(const cli::Session& session, const char* option,
                                   const std::string& written) {
  std::uint64_t value = 0;
  const char* end = written.data() + written.size();
  auto [stop, error] = std::from_chars(written.data(), end, value);
  if (error == std::errc() && stop == end && value > 0) return value;
  cli::complain(cli::say(session.options.language, Message::number_wanted, option, written));
  return std::nullopt;
}

void write(const cli::Session& session, std::uint64_t rows, std::uint64_t seed) {
  const std::filesystem::path out = session.options.out;
  if (std::filesystem::exists(out))
    throw Unusable(out.string() + ": is there already; name another, or delete it first");
  Couples couples(session.law(), seed);
  Table table(session.law());
  const Format format = format_of(out);
  std::unique_ptr<TableWriter> writer;
  Progress progress(static_cast<std::int64_t>(rows), 0, session.options.language);
  for (std::uint64_t done = 0; done < rows || !writer;) {
    const std::uint64_t count = std::min<std::uint64_t>(rows - done, batch_rows);
    auto part = table.rows(couples, done, count);
    if (!writer) writer = TableWriter::open(format, out, part->schema());
    writer->write(*part);
    done += count;
    progress.at(static_cast<std::int64_t>(done));
  }
  writer->close();
}

}  // namespace

int run_synth(cli::Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  const cli::Options& o = session.options;
  auto rows = whole(session, "--rows", o.rows);
  auto seed = whole(session, "--seed", o.seed.empty() ? "1" : o.seed);
  if (!rows || !seed) return cli::bad_usage;
  try {
    write(session, *rows, *seed);
  } catch (const Unusable& unusable) {
    cli::complain(unusable.what());
    return cli::bad_usage;
  }
  cli::complain(cli::say(o.language, Message::synth_done, *rows, o.out));
  return cli::answered;
}

}  // namespace comity::batch
