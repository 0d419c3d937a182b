// What each module can be asked: the names and types of its rules, terms, standards and bars, its readings, and the
// interface. Declarations stand in provision order, so functions are numbered by their first provision.
#include "meaning/functions.h"

#include "meaning/stages.h"

namespace comity::meaning {

std::vector<Parameter> parameters_of(Unit& unit, const Node& declaration) {
  std::vector<Parameter> list;
  for (const Node& kid : declaration.kids) {
    if (kid.kind != Kind::parameter || kid.kids.empty()) continue;
    auto type = type_named(unit, kid.kids[0]);
    Parameter made;
    made.name = kid.word;
    if (type) made.type = *type;
    for (const Parameter& other : list)
      if (other.name == made.name)
        unit.error(Code::name_twice, kid.span, {says::two_parameters, made.name});
    if (made.type.base == Base::record)
      made.kind = made.type.ref == unit.law.anchors.record_spouse ? ParameterKind::spouse
                                                                  : ParameterKind::element;
    list.push_back(std::move(made));
  }
  return list;
}

void declare_interface(Unit& unit) {
  each_declaration(unit, "interface", [&](ParsedFile&, const Node& block, const Node& declaration) {
    unit.trail = block.word;
    const Node *name = part(declaration, Kind::name), *type = part(declaration, Kind::type);
    if (!name || !type) return;
    if (!unit.members.emplace(name->word, static_cast<std::uint16_t>(unit.law.members.size()))
             .second) {
      unit.error(Code::name_twice, name->span, {says::member_already, name->word});
      return;
    }
    Member made;
    made.name = name->word;
    if (auto known = type_named(unit, *type)) made.type = *known;
    made.parameters = parameters_of(unit, declaration);
    made.says = text_of(unit, declaration, "says");
    unit.law.members.push_back(std::move(made));
  });
}

namespace {

bool same_signature(const Function& f, Type type, const std::vector<Parameter>& parameters) {
  if (f.type != type || f.parameters.size() != parameters.size()) return false;
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (f.parameters[i].type != parameters[i].type) return false;
  return true;
}

struct Declarer {
  Unit& unit;
  std::unordered_map<std::string, std::string_view> keyword_of;  // function key -> keyword
  std::unordered_map<std::string, text::Span> shared_names;      // for shadowing

  void rule(Declaration& d) {
    const Node *name = part(*d.node, Kind::name), *type_node = part(*d.node, Kind::type);
    if (!name || !type_node) return;
    auto type = type_named(unit, *type_node);
    if (!type) return;
    std::vector<Parameter> parameters = parameters_of(unit, *d.node);
    std::string key = keyed(d.home, name->word);
    auto [at, is_new] =
        unit.functions.try_emplace(key, static_cast<std::uint32_t>(unit.law.functions.size()));
    if (!is_new) {
      const Function& known = unit.law.functions[at->second];
      if (!same_signature(known, *type, parameters) || keyword_of[key] != d.node->word)
        unit.error(Code::name_twice, name->span,
                   {says::declared_elsewhere, name->word, keyword_of[key]})
            .labels.push_back({known.span, says::declared_here});
      return;
    }
    keyword_of[key] = d.node->word;
    Function made;
    made.name = name->word, made.type = *type, made.home = d.home,
    made.parameters = std::move(parameters);
    made.term = d.node->word == "term";
    made.frame = static_cast<std::uint32_t>(made.parameters.size()) + 1;
    made.span = name->span;
    fits_member(made);
    unit.law.functions.push_back(std::move(made));
  }

  // A rule that carries a member's name answers that member, so it has its types.
  void fits_member(const Function& f) {
    auto member = unit.members.find(f.name);
    if (member == unit.members.end() || f.home == shared) return;
    const Member& m = unit.law.members[member->second];
    if (same_signature(f, m.type, m.parameters)) return;
    unit.error(m.type == f.type ? Code::wrong_arguments : Code::type_mismatch, f.span,
               {says::member_declared_as, f.name, describe(unit, m.type), m.parameters.size()});
  }

  void reading(Declaration& d) {
    const Node* name = part(*d.node, Kind::name);
    if (!name) return;
    if (!unit.readings
             .emplace(keyed(d.home, name->word),
                      static_cast<std::uint16_t>(unit.law.readings.size()))
             .second) {
      unit.error(Code::name_twice, name->span, {says::reading_already, name->word});
      return;
    }
    std::string of = unit.module_code(d.home);
    unit.law.readings.push_back(
        {(of.empty() ? unit.law.instruments[d.from->instrument].id : of) + "/" + name->word, d.home,
         text_of(unit, *d.node, "says"), d.provision});
  }
};

}  // namespace

void declare_functions(Unit& unit) {
  Declarer declarer{unit, {}, {}};
  for (Declaration& d : unit.declarations) {
    unit.trail = d.provision_id;
    const std::string& keyword = d.node->word;
    if (keyword == "rule" || keyword == "term" || keyword == "standard") declarer.rule(d);
    if (keyword == "reading") declarer.reading(d);
  }
}

void fill_members(Unit& unit) {
  for (std::size_t m = 0; m < unit.law.modules.size(); ++m) {
    Module& module = unit.law.modules[m];
    std::uint16_t family = unit.family_of_module[m];
    Home of_family = static_cast<Home>(first_family + family);
    for (const Member& member : unit.law.members) {
      auto own = unit.functions.find(keyed(static_cast<Home>(m), member.name));
      if (own == unit.functions.end() && family != none16)
        own = unit.functions.find(keyed(of_family, member.name));
      module.members.push_back(own == unit.functions.end() ? none : own->second);
    }
    for (std::uint32_t b = 0; b < unit.law.bars.size(); ++b) {
      Home home = unit.law.functions[unit.law.bars[b].function].home;
      if (home == m || (family != none16 && home == of_family)) module.bars.push_back(b);
    }
  }
}

}  // namespace comity::meaning
