// Each declaration stands in the law base in a list of its own and names the provision it is under; here they come
// together again, provision by provision.
#include "engine/law_text.h"

#include "engine/law_pieces.h"
#include "engine/words.h"

namespace comity::engine {

namespace {

using law_json::both_languages;
using law_json::code_of;
using law_json::day_or_null;
using law_json::Json;
using law_json::text;

const char* word(ir::ClauseKind kind) {
  switch (kind) {
    case ir::ClauseKind::gives:
      return "gives";
    case ir::ClauseKind::leaves_open:
      return "leaves_open";
    case ir::ClauseKind::leaves_to:
      return "leaves_to";
  }
  return "";
}

const char* word(ir::Body body) {
  switch (body) {
    case ir::Body::courts:
      return "courts";
    case ir::Body::authorities:
      return "authorities";
    case ir::Body::legislature:
      return "legislature";
    case ir::Body::doctrine:
      return "doctrine";
    case ir::Body::supervisors:
      return "supervisors";
  }
  return "";
}

const char* word(ir::Join join) {
  switch (join) {
    case ir::Join::at_least:
      return "at_least";
    case ir::Join::at_most:
      return "at_most";
    case ir::Join::disregard:
      return "disregard";
    case ir::Join::instead:
      return "instead";
    case ir::Join::duty:
      return "duty";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(const ir::Law& law) : law_(law) {}

  // Everything under one provision; what it lacks is left out.
  Json provision(std::uint32_t id) const {
    const ir::Provision& p = law_.provisions[id];
    Json out{{"id", text(law_, p.id)},
             {"text", both_languages(law_, p.text)},
             {"cite", text(law_, p.cite)},
             {"source", text(law_, p.source)},
             {"on_knowledge", p.on_knowledge != 0},
             {"file", p.file < law_.files.size() ? text(law_, law_.files[p.file].path) : ""},
             {"line", p.line}};
    add_rules(out, id);
    add(out, "bars", law_.bars, id, [this](const ir::Bar& b) { return bar(b); });
    add(out, "readings", law_.readings, id, [this](const ir::Reading& r) { return reading(r); });
    add(out, "held", law_.holdings, id, [this](const ir::Holding& h) { return holding(h); });
    add(out, "exposure", law_.exposures, id, [this](const ir::Exposure& e) { return exposure(e); });
    add(out, "acts", law_.acts, id, [this](const ir::Act& a) { return act(a); });
    add(out, "treaties", law_.treaties, id, [this](const ir::Treaty& t) { return treaty(t); });
    add(out, "overlays", law_.overlays, id, [this](const ir::Overlay& o) { return overlay(o); });
    add(out, "presumptions", law_.presumptions, id,
        [this](const ir::Presumption& it) { return presumption(it); });
    add(out, "declared", law_.declared, id, [this](const ir::Declared& d) { return declared(d); });
    add(out, "notes", law_.notes, id, [this](const ir::Note& n) { return note(n); });
    return out;
  }

 private:
  template <class Each>
  void add(Json& out, const char* key, const auto& list, std::uint32_t provision, Each each) const {
    Json found = Json::array();
    for (const auto& item : list)
      if (item.provision == provision) found.push_back(each(item));
    if (!found.empty()) out[key] = std::move(found);
  }

  // Clauses with the rule they are of.
  void add_rules(Json& out, std::uint32_t id) const {
    Json found = Json::array();
    for (const ir::Function& f : law_.functions)
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (law_.clauses[c].provision == id) found.push_back(clause(f, law_.clauses[c]));
    if (!found.empty()) out["clauses"] = std::move(found);
  }

  static void add_version(Json& out, const ir::Version& v) {
    out["from"] = day_or_null(v.from);
    out["until"] = day_or_null(v.until);
    out["enacted"] = day_or_null(v.enacted);
    if (v.reach < v.from) out["reaches_back_to"] = day_or_null(v.reach);
  }

  Json clause(const ir::Function& f, const ir::Clause& c) const {
    Json out{{"rule", text(law_, f.name)}, {"kind", word(c.kind)}};
    add_version(out, c.version);
    if (c.guard != 0xffff) out["under_reading"] = text(law_, law_.readings[c.guard].id);
    if (c.exclusions) out["excluded_by"] = excluded_by(c);
    if (c.exception_to != ir::none_u32)
      out["exception_to"] = text(law_, law_.provisions[c.exception_to].id);
    if (c.purposes) out["purposes"] = purposes(c.purposes);
    add_text(out, "says", c.says);
    if (c.on_knowledge) out["on_knowledge"] = true;
    return out;
  }

  Json excluded_by(const ir::Clause& c) const {
    Json list = Json::array();
    for (std::uint16_t reading : law_.exclusions.subspan(c.first_exclusion, c.exclusions))
      list.push_back(text(law_, law_.readings[reading].id));
    return list;
  }

  Json bar(const ir::Bar& b) const {
    Json out{{"kind", ir::enum_word(law_, law_.anchors.enum_bar_kind, b.kind)},
             {"makes", engine::word(b.makes)},
             {"against", b.against_both ? "both" : "each"}};
    add_text(out, "says", b.says);
    add_text(out, "undone_by", b.undone_by);
    add_text(out, "cured_by", b.cured_by);
    return out;
  }

  Json reading(const ir::Reading& r) const {
    return {{"id", text(law_, r.id)}, {"says", both_languages(law_, r.says)}};
  }

  Json holding(const ir::Holding& h) const {
    Json readings = Json::array();
    for (std::uint32_t r : law_.kids.subspan(h.first_reading, h.readings))
      readings.push_back(text(law_, law_.readings[r].id));
    return {{"readings", std::move(readings)},
            {"who", both_languages(law_, h.who)},
            {"body", word(h.body)},
            {"rank", ir::enum_word(law_, law_.anchors.enum_rank, h.rank_word)},
            {"form", ir::enum_word(law_, law_.anchors.enum_form_of_act, h.form)},
            {"purposes", purposes(h.purposes)},
            {"said_on", day_or_null(h.said)},
            {"until", day_or_null(h.until)},
            {"cite", text(law_, h.cite)},
            {"source", text(law_, h.source)},
            {"on_knowledge", h.on_knowledge != 0}};
  }

  Json exposure(const ir::Exposure& e) const {
    Json out{{"mode", text(law_, e.mode)},   {"act", text(law_, e.act_word)},
             {"kind", text(law_, e.kind)},   {"firm", text(law_, e.firm)},
             {"topic", text(law_, e.topic)}, {"cite", text(law_, e.cite)}};
    add_version(out, e.version);
    add_text(out, "who", e.who);
    add_text(out, "effect", e.effect);
    if (e.on_knowledge) out["on_knowledge"] = true;
    return out;
  }

  Json act(const ir::Act& a) const {
    Json out{{"acts", words_of(law_.anchors.enum_act, a.acts)}, {"constitutive", a.constitutive}};
    add_version(out, a.version);
    add_text(out, "says", a.says);
    return out;
  }

  Json parties(std::uint32_t first, std::uint32_t count) const {
    Json list = Json::array();
    for (const ir::Party& party : law_.parties.subspan(first, count))
      list.push_back({{"place", code_of(law_, party.place)},
                      {"from", day_or_null(party.from)},
                      {"until", day_or_null(party.until)}});
    return list;
  }

  Json treaty(const ir::Treaty& t) const {
    Json out{{"name", text(law_, t.name)},
             {"cite", text(law_, t.cite)},
             {"source", text(law_, t.source)},
             {"parties", parties(t.first_party, t.parties)}};
    add_text(out, "says", t.says);
    return out;
  }

  Json overlay(const ir::Overlay& o) const {
    Json out{{"name", text(law_, o.name)},
             {"join", word(o.join)},
             {"said_on", day_or_null(o.said)},
             {"until", day_or_null(o.until)},
             {"cite", text(law_, o.cite)},
             {"source", text(law_, o.source)},
             {"members", parties(o.first_party, o.parties)}};
    add_text(out, "says", o.says);
    add_text(out, "executed", o.executed);
    return out;
  }

  Json presumption(const ir::Presumption& p) const {
    Json out{{"fact", p.field < law_.fields.size() ? text(law_, law_.fields[p.field].name) : ""}};
    add_version(out, p.version);
    add_text(out, "says", p.says);
    add_text(out, "rebutted_by", p.rebutted_by);
    return out;
  }

  Json declared(const ir::Declared& d) const {
    Json out{{"name", text(law_, d.name)}, {"on", day_or_null(d.on)}};
    add_text(out, "by", d.by);
    add_text(out, "says", d.says);
    return out;
  }

  Json note(const ir::Note& n) const {
    Json out = Json::object();
    add_version(out, n.version);
    add_text(out, "says", n.says);
    return out;
  }

  void add_text(Json& out, const char* key, ir::Text both) const {
    if (both.en.length || both.ru.length) out[key] = both_languages(law_, both);
  }

  Json words_of(std::uint16_t enumeration, std::uint32_t bits) const {
    Json list = Json::array();
    for (std::uint32_t i = 0; i < law_.enums[enumeration].values && i < 32; ++i)
      if (bits >> i & 1) list.push_back(ir::enum_word(law_, enumeration, static_cast<int>(i)));
    return list;
  }

  // No bit at all stands for all of them, as all bits do.
  Json purposes(std::uint32_t bits) const {
    Json list = words_of(law_.anchors.enum_purpose, bits);
    if (list.empty() || list.size() == law_.enums[law_.anchors.enum_purpose].values)
      return Json::array({"*"});
    return list;
  }

  const ir::Law& law_;
};

Json head_of(const ir::Law& law, std::uint32_t index, base::Day today) {
  const ir::Instrument& i = law.instruments[index];
  Json name = i.place < 0
                  ? Json(nullptr)
                  : both_languages(law, law.places[static_cast<std::size_t>(i.place)].label);
  return {{"id", text(law, i.id)},
          {"place", i.place < 0 ? Json(nullptr) : Json(code_of(law, i.place))},
          {"place_name", std::move(name)},
          {"title", both_languages(law, i.title)},
          {"number", text(law, i.number)},
          {"language", text(law, i.language)},
          {"adopted", day_or_null(i.adopted)},
          {"source", text(law, i.source)},
          {"checked", day_or_null(i.checked)},
          {"review_by", day_or_null(i.review_by)},
          {"stale", is_stale(i, today)}};
}

}  // namespace

Json instruments_json(const ir::Law& law, base::Day today) {
  const Counts counts = counts_of(law);
  auto count = [](const std::map<std::uint32_t, std::uint32_t>& by, std::uint32_t index) {
    auto at = by.find(index);
    return at == by.end() ? 0u : at->second;
  };
  Json list = Json::array();
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i) {
    Json head = head_of(law, i, today);
    head["provisions"] = count(counts.provisions, i);
    head["clauses"] = count(counts.clauses, i);
    list.push_back(std::move(head));
  }
  return list;
}

std::optional<Json> instrument_json(const ir::Law& law, std::string_view id, base::Day today) {
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i) {
    if (law.str(law.instruments[i].id) != id) continue;
    Json out = head_of(law, i, today);
    out["provisions"] = Json::array();
    const Writer writer(law);
    for (std::uint32_t p = 0; p < law.provisions.size(); ++p)
      if (law.provisions[p].instrument == i) out["provisions"].push_back(writer.provision(p));
    return out;
  }
  return std::nullopt;
}

}  // namespace comity::engine
