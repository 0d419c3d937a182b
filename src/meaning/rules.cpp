// Clauses: of rules, terms, standards and bars, then exceptions, which join the rules whose clauses they displace.
#include <algorithm>

#include "meaning/functions.h"
#include "meaning/resolver.h"
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

struct RuleReader {
  Unit& unit;
  std::unordered_map<std::string, std::uint32_t> bars;  // what tells bars apart -> bar

  const Node* named(const Node& declaration) {
    const Node* name = part(declaration, Kind::name);
    return name ? name : &declaration;
  }

  // ---- what every clause has
  Clause start(const Declaration& d) {
    Clause c;
    c.provision = d.provision, c.version = d.version, c.on_knowledge = d.sourced && d.on_knowledge;
    c.span = d.node->span, c.declaration = d.node->span.begin;
    c.says = text_of(unit, *d.node, "says");
    if (const Node* reading = argument(*d.node, "under_reading"))
      c.guard = reading_named(d.home, *reading);
    return c;
  }

  std::uint16_t reading_named(Home home, const Node& name) {
    auto found = unit.readings.find(keyed(home, name.word));
    if (found != unit.readings.end()) return found->second;
    std::vector<std::string> known;
    for (const Reading& r : unit.law.readings)
      if (r.home == home) known.push_back(r.id.substr(r.id.rfind('/') + 1));
    unit.error(Code::unknown_name, name.span, {says::no_reading, name.word},
               did_you_mean(name.word, known));
    return none16;
  }

  void scope(const Declaration& d, Resolver& resolver, Clause& c) {
    if (const Node* when = argument(*d.node, "when")) resolver.conjuncts(*when, c.scope);
  }

  void conditions(const Declaration& d, Resolver& resolver, Clause& c) {
    if (const Node* condition = argument(*d.node, "if"))
      resolver.conjuncts(*condition, c.conditions);
    each_clause(*d.node, "unless", [&](const Node& unless) {
      if (!unless.kids.empty()) resolver.conjuncts(unless.kids[0], c.conditions, true);
    });
  }

  std::optional<Expr> value(const Declaration& d, Resolver& resolver, std::string_view keyword,
                            Type type) {
    const Node* node = argument(*d.node, keyword);
    return node ? resolver.as(*node, type) : std::nullopt;
  }

  void purposes(const Declaration& d, Clause& c) {
    if (const Node* names = clause(*d.node, "for"))
      c.purposes = enum_set(unit, *names, unit.law.anchors.enum_purpose);
    if (const Node* names = clause(*d.node, "carrying"))
      c.carries = enum_set(unit, *names, unit.law.anchors.enum_purpose);
    if (c.carries && !c.purposes)
      unit.error(Code::clause_missing, clause(*d.node, "carrying")->span,
                 says::carrying_without_for, says::write_which_purposes);
  }

  void openings(const Declaration& d, Clause& c) {
    const Node *open = clause(*d.node, "leaves_open"), *to = clause(*d.node, "leaves_to");
    if (open && to)
      unit.error(Code::clause_twice, to->span, says::open_or_to)
          .labels.push_back({open->span, says::the_other});
    if (open) c.kind = ClauseKind::leaves_open, c.says = text_of(unit, *d.node, "leaves_open");
    if (to) c.kind = ClauseKind::leaves_to, c.says = text_of(unit, *d.node, "leaves_to");
    if (const Node* acts = clause(*d.node, "closed_by"))
      c.closed_by = enum_set(unit, *acts, unit.law.anchors.enum_act);
  }

  void add(std::uint32_t function, Clause clause_made, const Resolver& resolver) {
    Function& f = unit.law.functions[function];
    f.frame = std::max(f.frame, resolver.frame());
    f.clauses.push_back(std::move(clause_made));
  }

  // ---- rules and exceptions
  Clause body(const Declaration& d, Resolver& resolver, Type type, bool needs_value) {
    Clause c = start(d);
    scope(d, resolver, c);
    conditions(d, resolver, c);
    purposes(d, c);
    openings(d, c);
    c.gives = value(d, resolver, "gives", type);
    c.otherwise = value(d, resolver, "otherwise", type);
    c.from = value(d, resolver, "from", day_type);
    if (unit.law.anchors.enum_invalidity != none16)
      c.degree = value(d, resolver, "degree", {Base::choice, unit.law.anchors.enum_invalidity});
    bool missing = !argument(*d.node, "gives") && type.base != Base::yes_no;
    if (missing && c.kind == ClauseKind::gives && needs_value)
      unit.error(Code::clause_missing, named(*d.node)->span,
                 {says::gives_no_value, describe(unit, type)}, says::write_gives);
    if (missing && type.base == Base::effect && c.kind != ClauseKind::gives)
      c.gives = constant(2, effect_type, d.node->span);
    return c;
  }

  void rule(const Declaration& d) {
    const Node* name = part(*d.node, Kind::name);
    auto found = name ? unit.functions.find(keyed(d.home, name->word)) : unit.functions.end();
    if (found == unit.functions.end()) return;
    Resolver resolver(unit, d.home, parameters_of(unit, *d.node));
    Type type = unit.law.functions[found->second].type;
    if (d.node->word == "rule") return add(found->second, body(d, resolver, type, true), resolver);
    if (d.node->word == "term") return add(found->second, term(d, resolver, type), resolver);
    standard(d, found->second, resolver);
  }

  Clause term(const Declaration& d, Resolver& resolver, Type type) {
    Clause c = start(d);
    c.gives = value(d, resolver, "is", type);
    return c;
  }

  // Classes held met give yes, classes held not met give no, elsewhere somebody decides (S17).
  void standard(const Declaration& d, std::uint32_t function, Resolver& resolver) {
    if (unit.law.functions[function].type != yes_no_type) {
      unit.error(Code::type_mismatch, part(*d.node, Kind::type)->span, says::standard_is_yes_no);
      return;
    }
    Clause whole = start(d);
    scope(d, resolver, whole);
    std::vector<Expr> classes;
    for (std::string_view keyword : {"met_when", "not_met_when"})
      each_clause(*d.node, keyword, [&](const Node& when) {
        Clause c = whole;
        if (!when.kids.empty()) resolver.conjuncts(when.kids[0], c.conditions);
        c.span = when.span;
        c.gives = constant(keyword == "met_when", yes_no_type, when.span);
        if (!c.conditions.empty())
          classes.push_back(made(Op::all, yes_no_type, when.span, c.conditions));
        add(function, std::move(c), resolver);
      });
    Clause open = whole;
    open.kind = ClauseKind::leaves_to;
    open.says = text_of(unit, *d.node, "leaves_to");
    if (const Node* acts = clause(*d.node, "closed_by"))
      open.closed_by = enum_set(unit, *acts, unit.law.anchors.enum_act);
    for (Expr& held : classes) {
      std::vector<Expr> kids;
      text::Span span = held.span;
      kids.push_back(std::move(held));
      open.conditions.push_back(made(Op::negation, yes_no_type, span, std::move(kids)));
    }
    add(function, std::move(open), resolver);
  }

  // ---- bars
  Invalidity makes(const Declaration& d) {
    const Node* word = argument(*d.node, "makes");
    if (!word) return Invalidity::void_;
    if (word->word == "voidable") return Invalidity::voidable;
    if (word->word == "void") return Invalidity::void_;
    if (word->word == "non_existent") return Invalidity::non_existent;
    unit.error(Code::unknown_name, word->span, {says::no_degree, word->word}, says::the_degrees);
    return Invalidity::void_;
  }

  void bar(const Declaration& d) {
    const Node *name = part(*d.node, Kind::name), *against = part(*d.node, Kind::against),
               *degrees = part(*d.node, Kind::degrees);
    if (!name || !against || unit.law.anchors.enum_bar_kind == none16) return;
    const Enum& kinds = unit.law.enums[unit.law.anchors.enum_bar_kind];
    int kind = value_of(kinds, name->word);
    if (kind < 0) {
      unit.error(Code::unknown_name, name->span, {says::no_kind_of_bar, name->word},
                 did_you_mean(name->word, words_of(kinds)));
      return;
    }
    if (!degrees)
      return one_bar(d, static_cast<std::uint16_t>(kind), *against, none16, nullptr, none);
    std::uint32_t field = none;
    if (unit.law.anchors.record_between != none) {
      const Record& between = unit.law.records[unit.law.anchors.record_between];
      for (std::uint32_t f = between.first_field; f < between.first_field + between.fields; ++f)
        if (unit.law.fields[f].name == name->word && unit.law.fields[f].type.base == Base::choice)
          field = f;
    }
    if (field == none) {
      unit.error(Code::wrong_arguments, degrees->span, {says::kind_without_degrees, name->word},
                 says::write_condition_after_if);
      return;
    }
    const Enum& words = unit.law.enums[unit.law.fields[field].type.ref];
    for (const Node& degree : degrees->kids) {
      int value = value_of(words, degree.word);
      if (value < 0)
        unit.error(Code::unknown_name, degree.span, {says::is_no, degree.word, words.name},
                   did_you_mean(degree.word, words_of(words)));
      else
        one_bar(d, static_cast<std::uint16_t>(kind), *against, static_cast<std::uint16_t>(value),
                &degree, field);
    }
  }

  void one_bar(const Declaration& d, std::uint16_t kind, const Node& against, std::uint16_t degree,
               const Node* word, std::uint32_t field) {
    bool both = against.word == "both";
    Invalidity weight = makes(d);
    std::string binds(word_of(*d.node, "binds"));
    if (!binds.empty() && (binds != "couple" || both))
      unit.error(Code::unknown_name, argument(*d.node, "binds")->span, {says::bar_binds, binds});
    std::string key = keyed(d.home, d.provision_id) + "|" + std::to_string(kind) + "|" +
                      std::to_string(degree) + "|" + std::to_string(static_cast<int>(weight)) +
                      (both ? "|both" : "|one") + "|" + binds;
    auto [at, is_new] = bars.try_emplace(key, static_cast<std::uint32_t>(unit.law.bars.size()));
    if (is_new) {
      Function f;
      f.name = std::string(name_of(*d.node)) + (word ? "." + word->word : "");
      f.home = d.home, f.bar = true, f.span = named(*d.node)->span;
      if (!both)
        f.parameters.push_back(
            {against.word,
             {Base::record, static_cast<std::uint16_t>(unit.law.anchors.record_spouse)},
             ParameterKind::spouse});
      f.frame = static_cast<std::uint32_t>(f.parameters.size()) + 1;
      Bar made_bar;
      made_bar.function = static_cast<std::uint32_t>(unit.law.functions.size());
      made_bar.kind = kind, made_bar.degree = degree, made_bar.makes = weight;
      made_bar.against_both = both, made_bar.binds_couple = !binds.empty(),
      made_bar.provision = d.provision;
      unit.law.functions.push_back(std::move(f));
      unit.law.bars.push_back(std::move(made_bar));
    }
    Bar& bar = unit.law.bars[at->second];
    bar.undone_by = text_of(unit, *d.node, "undone_by"),
    bar.cured_by = text_of(unit, *d.node, "cured_by");
    bar.says = text_of(unit, *d.node, "says");
    std::vector<Parameter> parameters = unit.law.functions[bar.function].parameters;
    if (!both) parameters[0].name = against.word;
    Resolver resolver(unit, d.home, parameters);
    Clause c = start(d);
    scope(d, resolver, c);
    if (word) {
      Expr fact = made(Op::fact, unit.law.fields[field].type, word->span);
      fact.top = fact.leaf = field, fact.offset = unit.law.fields[field].offset;
      std::vector<Expr> kids;
      kids.push_back(std::move(fact)),
          kids.push_back(constant(degree, unit.law.fields[field].type, word->span));
      c.conditions.push_back(made(Op::equal, yes_no_type, word->span, std::move(kids)));
    }
    conditions(d, resolver, c);
    if (!word && c.conditions.empty() && c.scope.empty() && !argument(*d.node, "if") &&
        !argument(*d.node, "when"))
      unit.error(Code::clause_missing, named(*d.node)->span, says::bar_without_condition,
                 says::write_if_when_it_stands);
    add(bar.function, std::move(c), resolver);
  }

  // ---- exceptions
  static std::string_view heading_above(std::string_view id) {  // empty: none
    auto cut = id.find_last_of("(#");
    return cut == std::string_view::npos ? std::string_view() : id.substr(0, cut);
  }

  void index_clause(std::uint32_t f, std::uint32_t c) {
    std::string_view id = unit.law.provisions[unit.law.functions[f].clauses[c].provision].id;
    for (; !id.empty(); id = heading_above(id)) unit.under[std::string(id)].push_back({f, c});
  }

  void index_clauses() {
    for (std::uint32_t f = 0; f < unit.law.functions.size(); ++f)
      for (std::uint32_t c = 0; c < unit.law.functions[f].clauses.size(); ++c) index_clause(f, c);
  }

  void unknown_provision(text::Span span, const std::string& written) {
    std::vector<std::string> known;
    for (const Provision& p : unit.law.provisions) known.push_back(p.id);
    unit.error(Code::unknown_provision, span,
               {unit.provisions.contains(written) ? says::provision_without_clauses
                                                  : says::provision_not_in_base,
                written},
               did_you_mean(written, known));
  }

  void exception(const Declaration& d) {
    const Node* to = part(*d.node, Kind::to);
    if (!to) return;
    auto found = unit.under.find(to->word);
    if (found == unit.under.end()) return unknown_provision(to->span, to->word);
    auto heading = unit.provisions.find(to->word);
    if (heading == unit.provisions.end()) return unknown_provision(to->span, to->word);
    std::vector<std::uint32_t> functions;
    for (ClauseRef at : found->second)
      if (std::find(functions.begin(), functions.end(), at.function) == functions.end())
        functions.push_back(at.function);
    for (std::uint32_t function : functions) {
      const Function& f = unit.law.functions[function];
      std::size_t before = unit.diagnostics.list.size();
      Resolver resolver(unit, d.home, f.parameters);
      Clause c = body(d, resolver, f.type, true);
      c.exception_to = heading->second;
      if (f.home != d.home && unit.is_module(d.home)) only_here(d, c);
      add(function, std::move(c), resolver);
      index_clause(function, static_cast<std::uint32_t>(f.clauses.size()) - 1);
      if (unit.diagnostics.list.size() > before) break;  // once is enough
    }
  }

  // Every one of these waits for another: there is no order in which they could be read.
  void circle(const std::vector<const Declaration*>& waiting) {
    std::vector<std::string> ids;
    ids.reserve(waiting.size());
    for (const Declaration* d : waiting) ids.push_back(d->provision_id);
    const Declaration& first = *waiting.front();
    unit.trail = first.provision_id;
    unit.error(Code::exceptions_in_circle, first.node->span,
               {says::circle_of_exceptions, diag::listed(ids)}, says::break_the_circle);
  }

  // An exception joins the rules it excepts from, so those that it is an exception to come before it. Where two
  // are exceptions to one another, each joins what is there: they are of one rank. A longer circle has no order.
  void exceptions() {
    std::vector<const Declaration*> waiting;
    for (const Declaration& d : unit.declarations)
      if (d.node->word == "exception") waiting.push_back(&d);
    auto target = [](const Declaration& d) {
      const Node* to = part(*d.node, Kind::to);
      return to ? std::string_view(to->word) : std::string_view();
    };
    auto under = [](std::string_view id, std::string_view heading) {
      while (!id.empty() && id != heading) id = heading_above(id);
      return !id.empty();
    };
    while (!waiting.empty()) {
      auto waits = [&](const Declaration* d) {
        return std::any_of(waiting.begin(), waiting.end(), [&](const Declaration* other) {
          return other != d && under(other->provision_id, target(*d)) &&
                 !under(d->provision_id, target(*other));
        });
      };
      auto ready = std::find_if_not(waiting.begin(), waiting.end(), waits);
      if (ready == waiting.end()) return circle(waiting);
      unit.trail = (*ready)->provision_id;
      exception(**ready);
      waiting.erase(ready);
    }
  }

  // A member of a family departs by exception: the clause is the family's, and speaks for this place only.
  void only_here(const Declaration& d, Clause& c) {
    std::vector<Expr> kids;
    kids.push_back(made(Op::here, place_type, d.node->span));
    kids.push_back(constant(unit.law.modules[d.home].place, place_type, d.node->span));
    c.scope.insert(c.scope.begin(), made(Op::equal, yes_no_type, d.node->span, std::move(kids)));
  }

  void exclusions(const Declaration& d) {
    const Node* excludes = clause(*d.node, "excludes");
    const Node* name = part(*d.node, Kind::name);
    if (!excludes || !name) return;
    std::uint16_t reading = reading_named(d.home, *name);
    for (const Node& provision : excludes->kids) {
      auto found = unit.under.find(provision.word);
      if (found == unit.under.end()) {
        unknown_provision(provision.span, provision.word);
        continue;
      }
      for (ClauseRef at : found->second) {
        auto& list = unit.law.functions[at.function].clauses[at.clause].excluded_by;
        if (std::find(list.begin(), list.end(), reading) == list.end()) list.push_back(reading);
      }
    }
  }
};

}  // namespace

void read_rules(Unit& unit) {
  RuleReader reader{unit, {}};
  auto each = [&](auto visit) {
    for (const Declaration& d : unit.declarations)
      unit.trail = d.provision_id, visit(d, std::string_view(d.node->word));
  };
  each([&](const Declaration& d, std::string_view keyword) {
    if (keyword == "rule" || keyword == "term" || keyword == "standard") reader.rule(d);
    if (keyword == "bar") reader.bar(d);
  });
  reader.index_clauses();
  reader.exceptions();
  unit.under.clear();
  reader.index_clauses();
  each([&](const Declaration& d, std::string_view keyword) {
    if (keyword == "reading") reader.exclusions(d);
  });
}

}  // namespace comity::meaning
