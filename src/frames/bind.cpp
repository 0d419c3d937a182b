// Which column of a frame stands for which column of the case format, and whether its type can hold it.
#include "base/nearest.h"
#include "frames/read_arrow.h"

namespace comity::frames {

using columnar::Column;
using columnar::Kind;
namespace says = diag::says;

namespace {

const char* types_of(Kind kind) {
  switch (kind) {
    case Kind::yes_no:
    case Kind::presence:
      return "bool, utf8";
    case Kind::integer:
      return "int32, utf8";
    case Kind::day:
      return "date32, timestamp, utf8";
    case Kind::word:
    case Kind::place:
    case Kind::prose:
      return "utf8, dictionary of utf8";
    case Kind::list:
      return "list, utf8";
    case Kind::periods:
      return "utf8, dictionary of utf8, list of struct {in, from, until, by}";
  }
  return "";
}

bool fits(Kind kind, Store store) {
  if (store == Store::none || is_text(store)) return true;
  switch (kind) {
    case Kind::yes_no:
    case Kind::presence:
      return store == Store::truth;
    case Kind::integer:
      return is_integer(store);
    case Kind::day:
      return is_day(store);
    case Kind::word:
    case Kind::place:
    case Kind::prose:
      return false;
    case Kind::list:
    case Kind::periods:
      return store == Store::list || store == Store::large_list;
  }
  return false;
}

class Binding {
 public:
  Binding(const std::vector<Column>& columns, bool whole_case, int& dictionaries,
          std::vector<std::string>& unused, diag::Saying& problem)
      : columns_(columns),
        whole_case_(whole_case),
        dictionaries_(dictionaries),
        unused_(unused),
        problem_(problem) {}

  // The columns of a struct, and of structs in it, under dotted names.
  bool structure(const ArrowSchema& schema, const std::string& before) {
    for (std::int64_t c = 0; c < schema.n_children; ++c) {
      const ArrowSchema& child = *schema.children[c];
      const std::string name = before + (child.name ? child.name : "");
      at_.push_back(c);
      if (!named(child, name)) return false;
      at_.pop_back();
    }
    return true;
  }

  bool column(const ArrowSchema& schema, const Column& column, Source& source) {
    source.column = &column;
    auto store = store_of(schema);
    if (!store) return refuse(schema, column);
    source.store = *store;
    if (schema.dictionary) {
      auto words = store_of(*schema.dictionary);
      if (!words || !is_text(*words) || !fits(column.kind, *words) || !is_integer(*store))
        return refuse(schema, column);
      source.words = *words;
      source.dictionary = dictionaries_++;
      return true;
    }
    if (!fits(column.kind, *store)) return refuse(schema, column);
    if (*store == Store::list || *store == Store::large_list)
      return elements(*schema.children[0], column, source);
    return true;
  }

  std::vector<Source> sources;

 private:
  bool refuse(const ArrowSchema& schema, const Column& column) {
    problem_ = {says::column_of_a_type, column.name, schema.format, types_of(column.kind)};
    return false;
  }

  bool named(const ArrowSchema& child, const std::string& name) {
    int number = columnar::column_named(columns_, name);
    // A struct of the name of a record that may be absent is its details; a plain column, whether it is there.
    bool structure_there = std::string_view(child.format) == "+s";
    if (structure_there &&
        (number < 0 || columns_[static_cast<std::size_t>(number)].kind == Kind::presence) &&
        begins_a_path(name + "."))
      return structure(child, name + ".");
    if (number < 0) return unknown(name);
    for (const Source& other : sources)
      if (other.column == &columns_[static_cast<std::size_t>(number)]) {
        problem_ = {says::column_twice, name};
        return false;
      }
    Source source;
    source.children = at_;
    if (!column(child, columns_[static_cast<std::size_t>(number)], source)) return false;
    sources.push_back(std::move(source));
    return true;
  }

  bool begins_a_path(std::string_view before) const {
    for (const Column& c : columns_)
      if (c.name.starts_with(before)) return true;
    return false;
  }

  // In a list every name counts; beside the columns of a case a frame may hold what it likes.
  bool unknown(const std::string& name) {
    const std::size_t dot = name.find('.');
    if (whole_case_ && (dot == std::string::npos || !begins_a_path(name.substr(0, dot + 1)))) {
      unused_.push_back(name);
      return true;
    }
    std::vector<std::string> names;
    for (const Column& c : columns_) names.push_back(c.name);
    problem_ = diag::with_nearest({says::no_such_column, name}, base::nearest(name, names));
    return false;
  }

  bool elements(const ArrowSchema& schema, const Column& column, Source& source) {
    if (std::string_view(schema.format) == "+s") {
      Binding inside(column.parts, false, dictionaries_, unused_, problem_);
      if (!inside.structure(schema, "")) return false;
      source.parts = std::move(inside.sources);
      return true;
    }
    if (column.short_part < 0 || column.kind == Kind::periods) return refuse(schema, column);
    source.parts.emplace_back();
    return this->column(schema, column.parts[static_cast<std::size_t>(column.short_part)],
                        source.parts.back());
  }

  const std::vector<Column>& columns_;
  bool whole_case_;
  int& dictionaries_;
  std::vector<std::string>& unused_;
  diag::Saying& problem_;
  std::vector<std::int64_t> at_;
};

}  // namespace

ArrowReader::ArrowReader(const ir::Law& law) : law_(law), columns_(columnar::columns_of(law)) {}

bool ArrowReader::bind(const ArrowSchema& frame, diag::Saying& problem) {
  if (std::string_view(frame.format) != "+s") {
    problem = says::frame_is_no_struct;
    return false;
  }
  for (std::int64_t c = 0; c < frame.n_children; ++c) {
    const std::string_view name = frame.children[c]->name ? frame.children[c]->name : "";
    if (name == "id") id_ = static_cast<int>(c);
    if (name == "stance") stance_ = static_cast<int>(c);
  }
  Binding binding(columns_, true, dictionaries_, unused_, problem);
  if (!binding.structure(frame, "")) return false;
  sources_ = std::move(binding.sources);
  std::erase_if(unused_, [](const std::string& name) { return name == "id" || name == "stance"; });
  return true;
}

}  // namespace comity::frames
