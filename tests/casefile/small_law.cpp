#include "small_law.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace comity::casefile::test {

namespace {

using ir::Base;
using ir::Many;

class Ontology {
 public:
  ir::Builder built;

  Ontology() {
    places();
    enum_of("union_kind", {"marriage", "registered_partnership"});
    enum_of("form", {"civil", "religious", "proxy"});
    enum_of("sex_marker", {"male", "female", "other"});
    enum_of("kinship", {"none", "full_siblings", "first_cousins"});
    enum_of("spouse_label", {"first", "second"});
    enum_of("ending_by", {"divorce", "death"});
    enum_of("legalisation", {"apostille", "no"});
    enum_of("act", {"civil_status_mark", "mark_withdrawn"});
    enum_of("plan_act", {"publish", "register"});
    enum_of("purpose", {"status", "tax", "residence"});
    enum_of("assumption", {"nothing", "ordinary"});
    enum_of("given_question", {"valid", "formally_valid"});
    small_records();
    large_records();
    anchor();
    born_before_the_wedding();
  }

 private:
  void places() {
    struct Row {
      const char* code;
      int part_of;
      bool by_part;
    };
    const std::vector<Row> rows = {{"DK", -1, false},   {"FR", -1, false},  {"HK", -1, false},
                                   {"NO", -1, false},   {"RU", -1, false},  {"US", -1, true},
                                   {"US-NY", 5, false}, {"US-TX", 5, false}};
    for (const Row& row : rows) {
      ir::Place p;
      p.code = built.intern(row.code);
      p.part_of = row.part_of;
      p.by_part = row.by_part;
      built.places.push_back(p);
    }
    built.aliases.push_back({built.intern("CN-HK"), 2});
  }

  void enum_of(const std::string& name, const std::vector<std::string>& values) {
    enums_[name] = static_cast<std::uint16_t>(built.enums.size());
    built.enums.push_back({built.intern(name), static_cast<std::uint32_t>(built.enum_values.size()),
                           static_cast<std::uint32_t>(values.size())});
    for (const std::string& value : values)
      built.enum_values.push_back(
          {built.intern(value), {built.intern(value), built.intern(value)}});
  }

  void begin(const std::string& name, const std::string& absent = "") {
    records_[name] = static_cast<std::uint16_t>(built.records.size());
    ir::Record r;
    r.name = built.intern(name);
    r.absent = built.intern(absent);
    r.first_field = static_cast<std::uint32_t>(built.fields.size());
    built.records.push_back(r);
  }

  // type: yes_no, date, integer, place, prose, or the name of an enum or record.
  ir::Field& fact(const std::string& name, const std::string& type, Many many = Many::one,
                  std::uint16_t bound = 1) {
    static const std::map<std::string, Base> bases = {{"yes_no", Base::yes_no},
                                                      {"date", Base::day},
                                                      {"integer", Base::integer},
                                                      {"place", Base::place},
                                                      {"prose", Base::prose}};
    ir::Field f;
    f.name = built.intern(name);
    f.label = {built.intern(name), {}};
    f.question = {built.intern("What is the " + name + "?"), {}};
    f.many = many;
    f.bound = bound;
    f.record = static_cast<std::uint16_t>(built.records.size() - 1);
    std::uint32_t size = 1;
    if (auto base = bases.find(type); base != bases.end()) {
      f.base = base->second;
    } else if (auto choice = enums_.find(type); choice != enums_.end()) {
      f.base = Base::choice;
      f.ref = choice->second;
    } else {
      f.base = Base::record;
      f.ref = records_.at(type);
      size = built.records[f.ref].slots;
    }
    std::uint32_t slots = many == Many::one     ? size
                          : many == Many::maybe ? 1 + size
                          : many == Many::dated ? 1 + bound * 4u
                                                : 1 + bound * size;
    f.slots = static_cast<std::uint16_t>(slots);
    ir::Record& r = built.records.back();
    f.offset = r.slots;
    r.slots += slots;
    ++r.fields;
    built.fields.push_back(f);
    return built.fields.back();
  }

  static void presumed(ir::Field& f, ir::Value value) {
    f.fallback = ir::Default::presumed, f.presumed = value;
  }
  static void always(ir::Field& f, ir::Value value) {
    f.fallback = ir::Default::always, f.presumed = value;
  }
  static void ordinary(ir::Field& f, ir::Value value) { f.has_ordinary = true, f.ordinary = value; }
  void short_is_last() {
    built.records.back().short_field = static_cast<std::int16_t>(built.fields.size() - 1);
  }

  void small_records() {
    begin("nationality");
    fact("state", "place"), short_is_last();
    fact("from", "date");
    fact("until", "date");
    begin("documents");
    presumed(fact("legalised", "legalisation"), 0);
    begin("ended", "no");
    fact("by", "ending_by");
    fact("on", "date");
    fact("effective", "date").fallback = ir::Default::presumed;
    built.fields.back().presumed_as = static_cast<std::int16_t>(built.fields.size() - 2);
    begin("earlier_union");
    presumed(fact("kind", "union_kind"), 0);
    fact("on", "date");
    fact("place", "place");
    ordinary(fact("ended", "ended", Many::maybe), 0);
    begin("event");
    fact("on", "date");
    fact("act", "act");
    fact("note", "prose");
    begin("plan");
    fact("act", "plan_act"), short_is_last();
    fact("place", "place");
    begin("given_answer");
    fact("of", "prose");
    fact("question", "given_question");
    fact("by_law", "place");
    fact("is", "yes_no");
  }

  void large_records() {
    begin("celebration");
    always(fact("planned", "yes_no"), 0);
    presumed(fact("kind", "union_kind"), 0);
    fact("place", "place");
    fact("authority", "place").fallback = ir::Default::presumed;
    built.fields.back().presumed_as = static_cast<std::int16_t>(built.fields.size() - 2);
    fact("on", "date");
    ordinary(fact("form", "form"), 0);
    presumed(fact("to_avoid", "place", Many::list, 3), 0);
    fact("documents", "documents");
    begin("spouse");
    fact("label", "spouse_label");
    fact("sex", "sex_marker");
    ir::Field& born = fact("born", "date");
    ordinary(born, 0), born.ordinary_years = 30;
    fact("nationalities", "nationality", Many::dated_list, 4);
    fact("domicile", "place", Many::dated, 4);
    fact("residence", "place", Many::dated, 4);
    ordinary(fact("declared_incapable", "yes_no"), 0);
    ordinary(fact("earlier_unions", "earlier_union", Many::list, 3), 0);
    begin("between");
    ordinary(fact("kinship", "kinship"), 0);
    begin("question");
    fact("forum", "place");
    fact("on", "date");
    fact("known_on", "date");
    always(fact("purpose", "purpose"), 0);
    always(fact("assume", "assumption"), 0);
    begin("case");
    always(fact("comity", "integer"), 1);
    fact("question", "question");
    fact("celebration", "celebration");
    fact("spouses", "spouse", Many::list, 2);
    fact("between", "between");
    always(fact("given", "given_answer", Many::list, 3), 0);
    always(fact("later", "event", Many::list, 3), 0);
    always(fact("plans", "plan", Many::list, 3), 0);
  }

  void anchor() {
    ir::Law law = built.view();
    ir::Anchors& a = built.anchors;
    a.record_case = records_["case"];
    a.record_celebration = records_["celebration"];
    a.record_spouse = records_["spouse"];
    a.record_between = records_["between"];
    a.record_earlier_union = records_["earlier_union"];
    auto offset = [&](const char* name) {
      return law.fields[static_cast<std::size_t>(ir::field_named(law, a.record_case, name))].offset;
    };
    a.celebration = offset("celebration");
    a.spouses = offset("spouses");
    a.between = offset("between");
    a.given = offset("given");
    a.later = offset("later");
    a.plans = offset("plans");
    a.question = offset("question");
    a.slots = built.records[a.record_case].slots;
    a.enum_purpose = enums_["purpose"];
  }

  void born_before_the_wedding() {
    ir::Constraint c;
    c.record = records_["spouse"];
    c.says = {built.intern("a spouse is born before the wedding"), {}};
    built.constraints.push_back(c);
  }

  std::map<std::string, std::uint16_t> enums_, records_;
};

}  // namespace

const ir::Law& small_law() {
  static const Ontology ontology;
  static const ir::Law law = ontology.built.view();
  return law;
}

std::uint32_t slot_of(const ir::Law& law, const std::string& path) {
  std::uint32_t record = law.anchors.record_case, base = 0;
  const ir::Field* field = nullptr;
  std::istringstream parts(path);
  for (std::string part; std::getline(parts, part, '.');) {
    if (!field || (field->many != Many::list && field->many != Many::dated_list &&
                   field->many != Many::dated)) {
      field = &law.fields[static_cast<std::size_t>(ir::field_named(law, record, part))];
      base += field->offset;
      if (field->base != Base::record) continue;
      record = field->ref;
      if (field->many == Many::list || field->many == Many::dated_list) continue;
      if (field->many == Many::maybe && parts.peek() != EOF) ++base;
      field = nullptr;
      continue;
    }
    auto index = static_cast<std::uint32_t>(std::stoul(part));
    if (field->many == Many::dated) {
      base += 1 + index * 4;
      std::getline(parts, part, '.');
      return base + (part == "in" ? 0 : part == "from" ? 1 : part == "until" ? 2 : 3);
    }
    base += 1 + index * (field->base == Base::record ? law.records[record].slots : 1);
    field = nullptr;
  }
  return base;
}

bool Read::refused(diag::Code code) const { return !read && finding(code); }

const diag::Diagnostic* Read::finding(diag::Code code) const {
  for (const auto& d : diagnostics.list)
    if (d.code == code) return &d;
  return nullptr;
}

text::LineColumn Read::place(diag::Code code) const {
  const diag::Diagnostic* d = finding(code);
  return d ? sources.place(d->span.file, d->span.begin) : text::LineColumn{0, 0};
}

const ir::Fact& Read::at(const std::string& path) const {
  static const ir::Fact none;
  if (!read) {
    ADD_FAILURE() << "the case was refused"
                  << (diagnostics.list.empty()
                          ? ""
                          : ": " + diag::said(diagnostics.list[0].message, diag::Language::en));
    return none;
  }
  return read->facts.slots[slot_of(small_law(), path)];
}

Read read(const std::string& text, const Options& options) {
  Read out;
  text::FileId file = out.sources.add("case.yaml", text);
  Options with_today = options;
  if (with_today.today == 0) with_today.today = day("2026-11-25");
  out.read = read_case(small_law(), out.sources, file, with_today, out.diagnostics);
  return out;
}

std::string with(const std::string& more) {
  return "comity: 1\nquestion: {forum: RU, on: 2018-01-26}\n" + more;
}

ir::Value place(const std::string& code) { return ir::place_named(small_law(), code); }

ir::Value word(const std::string& enum_name, const std::string& value) {
  const ir::Law& law = small_law();
  for (std::uint32_t e = 0; e < law.enums.size(); ++e)
    if (law.str(law.enums[e].name) == enum_name) return ir::enum_value(law, e, value);
  return -1;
}

base::Day day(const std::string& iso) { return base::parse_day(iso).value(); }

}  // namespace comity::casefile::test
