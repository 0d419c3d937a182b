#include "columnar/row_case.h"

#include "base/date.h"
#include "casefile/from_json.h"

namespace comity::columnar {

using casefile::Node;
namespace says = diag::says;

namespace {

class Writing {
 public:
  Writing(const ir::Law& law, diag::Saying& problem) : law_(law), problem_(problem) {}

  // The columns of a record, or of an element, into a map.
  void record(const std::vector<Cells>& columns, std::size_t row, casefile::Document& into) {
    for (const Cells& cells : columns) {
      const std::int32_t cell = cells.values[row];
      if (cell == nothing) continue;
      const std::string& name = cells.column->name;
      if (cells.column->kind == Kind::presence) {
        presence(cells, cell, into);
      } else if (!refused(name)) {
        into.set(name, cells.is_list() && !is_text(cell) ? list(cells, row) : single(cells, cell));
      }
    }
    absent_.clear();
  }

 private:
  std::string_view str(ir::Str s) const { return law_.str(s); }

  void presence(const Cells& cells, std::int32_t cell, casefile::Document& into) {
    const Column& column = *cells.column;
    if (is_text(cell)) {
      into.set(column.name, casefile::scalar(cells.texts[text_number(cell)]));
      return;
    }
    if (cell == 0) {
      into.set(column.name, casefile::scalar(std::string(absent_word(column))));
      absent_.push_back(column.name + ".");
      return;
    }
    Node there;
    there.kind = Node::Kind::map;
    into.set(column.name, std::move(there));
  }

  std::string_view absent_word(const Column& column) const {
    return str(law_.records[law_.fields[column.field].ref].absent);
  }

  // A detail of a record that is said not to be there.
  bool refused(const std::string& name) {
    for (const std::string& before : absent_)
      if (name.starts_with(before)) {
        problem_ = {says::told_of_what_is_not_there, name, before.substr(0, before.size() - 1)};
        return true;
      }
    return false;
  }

  Node written(const std::string& text) const {
    if (!text.starts_with('[') && !text.starts_with('{')) return casefile::scalar(text);
    diag::Diagnostics unread;
    auto read = casefile::from_json({"", text, {}}, text::FileId{0}, unread);
    return read ? std::move(read->root) : casefile::scalar(text);
  }

  Node single(const Cells& cells, std::int32_t cell) const {
    if (is_text(cell)) return written(cells.texts[text_number(cell)]);
    const Column& column = *cells.column;
    const auto index = static_cast<std::size_t>(cell);
    switch (column.kind == Kind::periods ? Kind::place : column.kind) {
      case Kind::yes_no:
      case Kind::presence:
        return casefile::scalar(cell != 0 ? "yes" : "no");
      case Kind::day:
        return casefile::scalar(base::to_string(cell));
      case Kind::word:
        return casefile::scalar(
            std::string(ir::enum_word(law_, law_.fields[column.field].ref, cell)));
      case Kind::place:
        return casefile::scalar(std::string(str(law_.places[index].code)));
      case Kind::integer:
      case Kind::prose:
      case Kind::list:
      case Kind::periods:
        return casefile::scalar(std::to_string(cell));
    }
    return {};
  }

  Node list(const Cells& cells, std::size_t row) {
    std::vector<Node> items;
    const std::uint32_t begin = cells.first[row],
                        end = begin + static_cast<std::uint32_t>(cells.values[row]);
    for (std::uint32_t e = begin; e < end; ++e) items.push_back(element(cells, e));
    return casefile::list(std::move(items));
  }

  // A null among the elements: there may be more.
  Node element(const Cells& cells, std::size_t e) {
    if (!cells.told[e]) return casefile::scalar("unknown");
    if (cells.parts.size() == 1 && cells.parts[0].column->name.empty())
      return cells.parts[0].values[e] == nothing ? casefile::scalar("unknown")
                                                 : single(cells.parts[0], cells.parts[0].values[e]);
    casefile::Document inside;
    inside.root.kind = Node::Kind::map;
    auto absent = std::move(absent_);
    absent_.clear();
    record(cells.parts, e, inside);
    absent_ = std::move(absent);
    return std::move(inside.root);
  }

  const ir::Law& law_;
  diag::Saying& problem_;
  std::vector<std::string> absent_;  // "protection.": records said not to be there
};

}  // namespace

casefile::Document case_of_row(const ir::Law& law, const Block& block, std::size_t row,
                               diag::Saying& problem) {
  casefile::Document made;
  made.root.kind = Node::Kind::map;
  Writing(law, problem).record(block.columns, row, made);
  return made;
}

}  // namespace comity::columnar
