#include "columnar/made_up_rows.h"

#include <functional>

namespace comity::columnar {

namespace {

const Column& named(const std::vector<Column>& columns, const std::string& name) {
  return columns.at(static_cast<std::size_t>(column_named(columns, name)));
}

struct Making {
  const std::vector<Column>& columns;
  const std::vector<Couple>& couples;
  Block block;

  void one(const std::string& name, const std::function<std::int32_t(const Couple&)>& get) {
    Cells& cells = block.columns.emplace_back();
    cells.column = &named(columns, name);
    for (const Couple& c : couples) cells.values.push_back(get(c));
  }

  using Elements = std::vector<std::vector<std::int32_t>>;
  void list(const std::string& name, const std::vector<std::string>& parts,
            const std::function<bool(const Couple&, Elements&)>& get) {
    Cells& cells = block.columns.emplace_back();
    cells.column = &named(columns, name);
    for (const std::string& part : parts) {
      Cells& inner = cells.parts.emplace_back();
      inner.column = &named(cells.column->parts, part);
    }
    for (const Couple& c : couples) {
      Elements elements;
      const bool told = get(c, elements);
      cells.first.push_back(static_cast<std::uint32_t>(cells.told.size()));
      cells.values.push_back(told ? static_cast<std::int32_t>(elements.size()) : nothing);
      for (const auto& element : elements) {
        if (!told) break;
        cells.told.push_back(1);
        for (std::size_t p = 0; p < parts.size(); ++p) cells.parts[p].values.push_back(element[p]);
      }
    }
  }
};

}  // namespace

Block MadeUpRows::block(std::uint64_t begin, std::size_t count) const {
  std::vector<Couple> list;
  for (std::size_t i = 0; i < count; ++i) list.push_back(couples_.couple(begin + i));
  Making m{columns, list, {}};
  m.block.rows = count;
  m.one("celebration.kind", [](const Couple& c) { return c.kind; });
  m.one("celebration.place", [](const Couple& c) { return c.place; });
  m.one("celebration.authority", [](const Couple& c) { return c.authority; });
  m.one("celebration.on", [](const Couple& c) { return c.on; });
  m.one("celebration.form", [](const Couple& c) { return c.form; });
  m.one("celebration.registered", [](const Couple& c) { return c.registered; });
  m.one("celebration.formalities_observed", [](const Couple& c) { return c.formalities; });
  m.list("celebration.permissions", {"for", "spouse", "by", "on"}, [](const Couple& c, auto& e) {
    for (const auto& p : c.permissions) e.push_back({p.what, p.spouse, p.by, p.on});
    return !c.permissions_open;
  });
  for (std::size_t s = 0; s < 2; ++s) {
    const std::string before = "spouses." + std::to_string(s) + ".";
    m.one(before + "sex", [s](const Couple& c) { return c.spouses[s].sex; });
    m.one(before + "born", [s](const Couple& c) { return c.spouses[s].born; });
    m.list(before + "nationalities", {"state"}, [s](const Couple& c, auto& e) {
      for (std::int32_t state : c.spouses[s].nationalities) e.push_back({state});
      return !c.spouses[s].nationalities_open;
    });
    m.one(before + "domicile", [s](const Couple& c) { return c.spouses[s].domicile; });
    m.one(before + "residence", [s](const Couple& c) { return c.spouses[s].residence; });
    m.one(before + "declared_incapable", [s](const Couple& c) { return c.spouses[s].incapable; });
    m.one(before + "consents", [s](const Couple& c) { return c.spouses[s].consents; });
    m.list(before + "earlier_unions",
           {"kind", "on", "place", "form", "registered", "ended", "ended.by", "ended.on",
            "ended.place", "ended.how"},
           [s](const Couple& c, auto& e) {
             for (const auto& u : c.spouses[s].unions)
               e.push_back({u.kind, u.on, u.place, u.form, u.registered, u.ended, u.ended_by,
                            u.ended_on, u.ended_place, u.ended_how});
             return !c.spouses[s].unions_open;
           });
  }
  m.one("between.kinship", [](const Couple& c) { return c.kinship; });
  m.one("between.adoption", [](const Couple& c) { return c.adoption; });
  m.one("between.affinity", [](const Couple& c) { return c.affinity; });
  return std::move(m.block);
}

}  // namespace comity::columnar
