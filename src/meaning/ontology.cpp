// The ontology (S2): enums, records, facts, their defaults, and how a case lies flat in slots.
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

constexpr std::uint32_t periods_of_dated = 4;  // periods a dated fact has room for, four slots each

struct FactDraft {
  const Node* node;
  text::Span span;
};

struct Ontology {
  Unit& unit;
  std::vector<std::vector<FactDraft>> facts;  // by record
  std::vector<std::uint8_t> laid;             // records: 0 not yet, 1 being laid out, 2 done
  std::vector<const Node*> nodes;             // by field

  bool unique(const std::unordered_map<std::string, std::uint16_t>& in, const Node& declaration) {
    const Node* name = part(declaration, Kind::name);
    if (!name) return false;
    bool known = in.contains(name->word) || unit.enums.contains(name->word) ||
                 unit.records.contains(name->word);
    if (known) unit.error(Code::name_twice, name->span, {says::declared_twice, name->word});
    return !known;
  }

  void enums() {
    each_declaration(unit, "enum", [&](ParsedFile&, const Node& block, const Node& declaration) {
      unit.trail = block.word;
      if (!unique(unit.enums, declaration)) return;
      Enum made;
      made.name = name_of(declaration);
      each_clause(declaration, "value", [&](const Node& value) {
        if (value.kids.empty()) return;
        if (value_of(made, value.kids[0].word) >= 0)
          unit.error(Code::name_twice, value.kids[0].span,
                     {says::value_already, value.kids[0].word});
        const Node* label = part(value, Kind::text);
        made.values.push_back({value.kids[0].word, label ? text_in(unit, *label) : Text{}});
      });
      unit.enums.emplace(made.name, static_cast<std::uint16_t>(unit.law.enums.size()));
      unit.law.enums.push_back(std::move(made));
    });
  }

  void records() {
    each_declaration(unit, "record", [&](ParsedFile&, const Node& block, const Node& declaration) {
      unit.trail = block.word;
      if (!unique(unit.records, declaration)) return;
      Record made;
      made.name = name_of(declaration);
      made.absent = word_of(declaration, "absent");
      unit.records.emplace(made.name, static_cast<std::uint16_t>(unit.law.records.size()));
      unit.law.records.push_back(std::move(made));
    });
    facts.resize(unit.law.records.size());
    each_declaration(unit, "fact", [&](ParsedFile&, const Node& block, const Node& declaration) {
      unit.trail = block.word;
      const Node* of = part(declaration, Kind::of);
      if (!of) return;
      auto record = unit.records.find(of->word);
      if (record == unit.records.end()) {
        std::vector<std::string> known;
        known.reserve(unit.law.records.size());
        for (auto& r : unit.law.records) known.push_back(r.name);
        unit.error(Code::unknown_name, of->span, {says::no_record, of->word},
                   did_you_mean(of->word, known));
        return;
      }
      facts[record->second].push_back({&declaration, declaration.span});
    });
  }

  void type_of_field(Field& field, const Node& type) {
    const Node* inner = &type;
    if (type.word == "list" || type.word == "dated" || type.word == "maybe") {
      if (type.kids.empty()) return;
      inner = &type.kids[0];
    }
    if (auto named = type_named(unit, *inner)) field.type = *named;
    if (type.word == "dated") field.many = Many::dated, field.bound = periods_of_dated;
    if (type.word == "maybe") {
      field.many = Many::maybe;
      if (type.kids.size() > 1)
        field.absent = type.kids[1].word;
      else if (field.type.base == Base::record)
        field.absent = unit.law.records[field.type.ref].absent;
    }
    if (type.word == "list") {
      field.many = Many::list;
      std::int32_t bound =
          type.kids.size() > 1
              ? constant_from(unit, type.kids[1].word, {Base::integer, 0}, type.kids[1].span)
                    .value_or(1)
              : 1;
      if (bound < 1 || bound > 31)
        unit.error(Code::beyond_bound, type.span, says::list_bound);
      else
        field.bound = static_cast<std::uint16_t>(bound);
    }
  }

  void fields() {
    for (std::size_t r = 0; r < facts.size(); ++r) {
      Record& record = unit.law.records[r];
      record.first_field = static_cast<std::uint32_t>(unit.law.fields.size());
      for (const FactDraft& draft : facts[r]) {
        const Node* name = part(*draft.node, Kind::name);
        const Node* type = part(*draft.node, Kind::type);
        if (!name || !type) continue;
        for (std::size_t i = record.first_field; i < unit.law.fields.size(); ++i)
          if (unit.law.fields[i].name == name->word)
            unit.error(Code::name_twice, name->span, {says::fact_already, record.name, name->word});
        Field field;
        field.name = name->word;
        field.record = static_cast<std::uint16_t>(r);
        type_of_field(field, *type);
        std::string_view who = word_of(*draft.node, "who");
        field.who = who == "chosen" ? Who::chosen : who == "official" ? Who::official : Who::given;
        if (!who.empty() && who != "chosen" && who != "official" && who != "given")
          unit.error(Code::unknown_name, argument(*draft.node, "who")->span,
                     {says::who_is_one_of, who});
        field.label = text_of(unit, *draft.node, "says");
        field.question = text_of(unit, *draft.node, "asks");
        field.hint = text_of(unit, *draft.node, "hint");
        unit.law.fields.push_back(std::move(field));
        nodes.push_back(draft.node);
      }
      record.fields = static_cast<std::uint32_t>(unit.law.fields.size()) - record.first_field;
    }
  }

  // Slots of one element of a field's type.
  std::uint32_t size_of(Type type, text::Span span) {
    if (type.base != Base::record) return 1;
    lay_out(type.ref, span);
    return unit.law.records[type.ref].slots;
  }

  bool has_periods(Type type) const {
    if (type.base != Base::record) return false;
    const Record& record = unit.law.records[type.ref];
    int edges = 0;
    for (std::uint32_t i = record.first_field; i < record.first_field + record.fields; ++i) {
      const Field& f = unit.law.fields[i];
      edges += (f.name == "from" || f.name == "until") && f.type.base == Base::day &&
               f.many == Many::one;
    }
    return edges == 2;
  }

  void lay_out(std::uint32_t number, text::Span from) {
    if (laid[number] == 2) return;
    if (laid[number] == 1) {
      unit.error(Code::recursion, from, {says::record_holds_itself, unit.law.records[number].name});
      return;
    }
    laid[number] = 1;
    std::uint32_t offset = 0;
    const Record record = unit.law.records[number];
    for (std::uint32_t i = record.first_field; i < record.first_field + record.fields; ++i) {
      std::uint32_t size = size_of(unit.law.fields[i].type, nodes[i]->span);
      Field& field = unit.law.fields[i];
      if (field.many == Many::list && has_periods(field.type)) field.many = Many::dated_list;
      field.offset = offset;
      switch (field.many) {
        case Many::one:
          field.slots = size;
          break;
        case Many::maybe:
          field.slots = 1 + size;
          break;
        case Many::list:
        case Many::dated_list:
          field.slots = 1 + field.bound * size;
          break;
        case Many::dated:
          field.slots = 1 + 4u * field.bound;
          break;
      }
      offset += field.slots;
    }
    if (offset > 0xffff)
      unit.error(Code::beyond_bound, from, {says::record_too_large, record.name});
    unit.law.records[number].slots = offset;
    laid[number] = 2;
  }

  int field_in(std::uint32_t record, std::string_view name) const {
    const Record& r = unit.law.records[record];
    for (std::uint32_t i = r.first_field; i < r.first_field + r.fields; ++i)
      if (unit.law.fields[i].name == name) return static_cast<int>(i);
    return -1;
  }

  struct Filled {
    std::int32_t value = 0, as = -1, years = 0;
    bool good = false;
  };

  // `celebration.on minus 30 years`
  bool years_before(const Node& node, Filled& result) {
    bool shape = node.kind == Kind::plus && node.word == "minus" && node.kids.size() == 2 &&
                 node.kids[1].word == "years" && node.kids[0].kind == Kind::path &&
                 unit.sources.slice(node.kids[0].span) == "celebration.on";
    if (!shape) return false;
    result.years = constant_of(unit, node.kids[1].kids[0], {Base::integer, 0}).value_or(0);
    return result.good = true;
  }

  // A value, the word for what is absent, [], or another fact of the same record.
  Filled filled(const Field& field, const Node& node) {
    Filled result;
    bool empty_list = node.kind == Kind::list && node.kids.empty();
    if (field.many == Many::list || field.many == Many::dated_list) {
      if (!empty_list) unit.error(Code::type_mismatch, node.span, says::list_default);
      result.good = empty_list;
      return result;
    }
    if (field.many == Many::maybe && node.word == field.absent) return result.good = true, result;
    bool is_value =
        field.type.base == Base::choice && value_of(unit.law.enums[field.type.ref], node.word) >= 0;
    if (node.kind == Kind::word && !is_value) result.as = field_in(field.record, node.word);
    if (result.as >= 0) {
      Type other = unit.law.fields[static_cast<std::size_t>(result.as)].type;
      result.good = other == field.type;
      if (!result.good)
        unit.error(Code::type_mismatch, node.span,
                   {says::default_of_other_type, describe(unit, other), field.name,
                    describe(unit, field.type)});
      return result;
    }
    if (auto value = constant_of(unit, node, field.type)) result.value = *value, result.good = true;
    return result;
  }

  void defaults() {
    int celebration = unit.records.contains("celebration") ? unit.records.at("celebration") : -1;
    for (std::size_t i = 0; i < unit.law.fields.size(); ++i) {
      Field& field = unit.law.fields[i];
      const Node* presumed = argument(*nodes[i], "presumed");
      const Node* always = argument(*nodes[i], "left_out_means");
      if (presumed || always) {
        Filled f = filled(field, always ? *always : *presumed);
        field.fallback = always ? Default::always : Default::presumed;
        field.presumed = f.value, field.presumed_as = f.as;
      }
      if (const Node* ordinary = argument(*nodes[i], "ordinary")) {
        Filled f;
        if (field.type.base != Base::day || !years_before(*ordinary, f))
          f = filled(field, *ordinary);
        if (f.as >= 0) unit.error(Code::type_mismatch, ordinary->span, says::ordinary_is_a_value);
        field.has_ordinary = f.good, field.ordinary = f.value, field.ordinary_years = f.years;
      }
      if (const Node* stands = argument(*nodes[i], "stands_for")) {
        field.stands_for =
            celebration < 0 ? -1 : field_in(static_cast<std::uint32_t>(celebration), stands->word);
        if (field.stands_for < 0)
          unit.error(Code::unknown_name, stands->span,
                     {says::celebration_lacks_fact, stands->word});
      }
    }
    each_declaration(unit, "record", [&](ParsedFile&, const Node& block, const Node& declaration) {
      unit.trail = block.word;
      const Node* name = argument(declaration, "short");
      auto record = unit.records.find(std::string(name_of(declaration)));
      if (!name || record == unit.records.end()) return;
      int field = field_in(record->second, name->word);
      if (field < 0)
        unit.error(Code::unknown_name, name->span, {says::record_lacks_fact, name->word});
      unit.law.records[record->second].short_field = field;
    });
  }
};

}  // namespace

void declare_ontology(Unit& unit) {
  Ontology ontology{unit, {}, {}, {}};
  ontology.enums();
  ontology.records();
  ontology.fields();
  ontology.laid.assign(unit.law.records.size(), 0);
  for (std::uint32_t r = 0; r < unit.law.records.size(); ++r) ontology.lay_out(r, {});
  ontology.defaults();
}

}  // namespace comity::meaning
