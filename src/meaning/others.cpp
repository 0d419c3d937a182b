// The other declarations: treaties, overlays, exposure, topics, notes, acts, declared purposes, presumptions,
// constraints between facts.
#include <algorithm>

#include "meaning/resolver.h"
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

struct Others {
  Unit& unit;

  std::optional<Expr> when(const Declaration& d, std::uint32_t& frame,
                           std::string_view keyword = "when") {
    const Node* node = argument(*d.node, keyword);
    if (!node) return std::nullopt;
    Resolver resolver(unit, d.home);
    auto expr = resolver.condition(*node);
    frame = resolver.frame();
    return expr;
  }

  std::string one_of(const Declaration& d, std::string_view keyword,
                     std::initializer_list<std::string_view> known) {
    const Node* word = argument(*d.node, keyword);
    if (!word) return {};
    std::string list;
    for (std::string_view k : known) {
      if (k == word->word) return word->word;
      list += (list.empty() ? "" : ", ") + std::string(k);
    }
    unit.error(Code::unknown_name, word->span, {says::no_clause_word, word->word, keyword},
               {says::known_are, list});
    return word->word;
  }

  std::vector<Party> parties(const Declaration& d) {
    std::vector<Party> list;
    each_clause(*d.node, "with", [&](const Node& with) {
      if (with.kids.size() < 2) return;
      Party made;
      made.place = place_of(unit, with.kids[0].word, with.kids[0].span);
      made.from = base::parse_day(with.kids[1].word).value_or(0);
      if (with.kids.size() > 2)
        made.until = base::parse_day(with.kids[2].word).value_or(base::last_day);
      if (made.until <= made.from)
        unit.error(Code::period_reversed, with.span, says::period_reversed_here);
      list.push_back(made);
    });
    std::sort(list.begin(), list.end(), [](const Party& a, const Party& b) {
      return std::pair(a.place, a.from) < std::pair(b.place, b.from);
    });
    return list;
  }

  void treaty(const Declaration& d) {
    Treaty made;
    made.home = d.home, made.name = name_of(*d.node), made.says = text_of(unit, *d.node, "says");
    made.parties = parties(d);
    if (const Node* reaches = clause(*d.node, "reaches"))
      for (const Node& word : reaches->kids) {
        made.by_place |= word.word == "place", made.by_nationality |= word.word == "nationality";
        if (word.word != "place" && word.word != "nationality")
          unit.error(Code::unknown_name, word.span, {says::no_reach, word.word});
      }
    made.cite = word_of(*d.node, "cite"), made.source = d.source, made.provision = d.provision;
    unit.law.treaties.push_back(std::move(made));
  }

  void join(const Declaration& d, Overlay& made_overlay) {
    const Node* join = clause(*d.node, "joins");
    if (!join || join->kids.empty()) return;
    static constexpr std::string_view words[] = {"at_least", "at_most", "disregard", "instead",
                                                 "duty"};
    auto found = std::find(std::begin(words), std::end(words), join->kids[0].word);
    if (found == std::end(words)) {
      unit.error(Code::unknown_name, join->kids[0].span, {says::no_join, join->kids[0].word},
                 says::the_joins);
      return;
    }
    made_overlay.join = static_cast<Join>(found - std::begin(words));
    const Node* value = join->kids.size() > 1 ? &join->kids[1] : nullptr;
    bool wants = made_overlay.join != Join::duty;
    if (wants != (value != nullptr) && !(made_overlay.join == Join::duty)) {
      unit.error(Code::clause_missing, join->span, {says::no_value_needed, join->kids[0].word},
                 says::which_value);
      return;
    }
    if (!value) return;
    if (made_overlay.join == Join::disregard) {
      Node kinds{Kind::clause, value->span, {}, {*value}};
      made_overlay.kinds = enum_set(unit, kinds, unit.law.anchors.enum_bar_kind);
    } else {
      Resolver resolver(unit, d.home);
      made_overlay.effect = resolver.as(*value, effect_type);
      made_overlay.frame = std::max(made_overlay.frame, resolver.frame());
    }
  }

  void overlay(const Declaration& d) {
    Overlay made;
    made.home = d.home, made.name = name_of(*d.node), made.provision = d.provision;
    made.says = text_of(unit, *d.node, "says"), made.executed = text_of(unit, *d.node, "executed");
    made.parties = parties(d);
    if (const Node* table = argument(*d.node, "members")) {
      auto found = unit.tables.find(table->word);
      if (found == unit.tables.end())
        unit.error(Code::unknown_name, table->span, {says::no_table, table->word});
      else
        made.table = found->second;
    }
    if (const Node* purposes = clause(*d.node, "for"))
      made.purposes = enum_set(unit, *purposes, unit.law.anchors.enum_purpose);
    std::uint32_t frame = 1;
    made.when = when(d, frame);
    made.frame = frame;
    join(d, made);
    if (const Node* binds = clause(*d.node, "binds"))
      for (const Node& word : binds->kids) {
        std::uint32_t bit = word.word == "letter"        ? 1
                            : word.word == "courts"      ? 2
                            : word.word == "authorities" ? 4
                                                         : 0;
        if (!bit)
          unit.error(Code::unknown_name, word.span, {says::no_stance, word.word},
                     says::the_stances);
        made.binds |= bit;
      }
    made.said = day_in(*d.node, "said", 0);
    made.reach = day_in(*d.node, "reaches_back_to", made.said);
    made.until = day_in(*d.node, "until", base::last_day);
    if (const Node* rank = argument(*d.node, "rank"))
      made.rank = constant_of(unit, *rank, integer_type).value_or(0);
    made.cite = word_of(*d.node, "cite"), made.source = d.source;
    unit.law.overlays.push_back(std::move(made));
  }

  void exposure(const Declaration& d) {
    Exposure made;
    made.home = d.home, made.provision = d.provision, made.version = d.version;
    const Node* name = part(*d.node, Kind::name);
    if (!name) return;
    made.act_word = name->word;
    bool state = name->word == "asserting" || name->word == "denying" || name->word == "silence";
    if (!state && unit.law.anchors.enum_plan_act != none16) {
      const Enum& acts = unit.law.enums[unit.law.anchors.enum_plan_act];
      int act = value_of(acts, name->word);
      if (act < 0)
        unit.error(Code::unknown_name, name->span, {says::no_plan_act, name->word},
                   did_you_mean(name->word, words_of(acts)));
      else
        made.act = static_cast<std::uint16_t>(act);
    }
    made.mode = one_of(d, "mode", {"assert", "deny", "silence", "none"});
    made.kind = one_of(d, "kind",
                       {"penal", "administrative", "immigration", "family", "status", "practice"});
    made.firm = one_of(d, "firm", {"engages", "may_engage"});
    made.topic = word_of(*d.node, "topic");
    if (const Node* topic = argument(*d.node, "topic")) check_topic(*topic);
    made.when = when(d, made.frame);
    made.who = text_of(unit, *d.node, "who"), made.effect = text_of(unit, *d.node, "effect");
    made.cite = word_of(*d.node, "cite");
    if (made.cite.empty()) made.cite = unit.law.provisions[d.provision].cite;
    made.on_knowledge = d.on_knowledge;
    unit.law.exposures.push_back(std::move(made));
  }

  // A topic in words of people is a value of the shared enum; one that is not there is shown as it is written.
  void check_topic(const Node& word) {
    auto known = unit.enums.find("exposure_topic");
    if (known == unit.enums.end() || value_of(unit.law.enums[known->second], word.word) >= 0)
      return;
    unit.warning(Code::unknown_name, word.span, {says::is_no, word.word, "exposure_topic"},
                 did_you_mean(word.word, words_of(unit.law.enums[known->second])));
  }

  void topics(const Declaration& d) {
    Topics made;
    made.home = d.home, made.on = day_in(*d.node, "on", 0);
    if (const Node* names = clause(*d.node, "covered"))
      for (const Node& n : names->kids) made.covered.push_back(n.word), check_topic(n);
    if (const Node* names = clause(*d.node, "not_covered"))
      for (const Node& n : names->kids) made.not_covered.push_back(n.word), check_topic(n);
    std::sort(made.covered.begin(), made.covered.end());
    std::sort(made.not_covered.begin(), made.not_covered.end());
    unit.law.topics.push_back(std::move(made));
  }

  void note(const Declaration& d) {
    Note made;
    made.home = d.home, made.provision = d.provision, made.version = d.version;
    made.when = when(d, made.frame);
    made.says = text_of(unit, *d.node, "says");
    unit.law.notes.push_back(std::move(made));
  }

  void act(const Declaration& d) {
    Act made;
    made.home = d.home, made.provision = d.provision, made.version = d.version;
    if (unit.law.anchors.enum_act != none16) {
      const Enum& acts = unit.law.enums[unit.law.anchors.enum_act];
      for (const Node& name : d.node->kids) {
        if (name.kind != Kind::name) continue;
        int value = value_of(acts, name.word);
        if (value < 0)
          unit.error(Code::unknown_name, name.span, {says::no_later_act, name.word},
                     did_you_mean(name.word, words_of(acts)));
        else
          made.acts |= 1u << value;
      }
    }
    made.constitutive = one_of(d, "effect", {"declaratory", "constitutive"}) == "constitutive";
    made.says = text_of(unit, *d.node, "says");
    unit.law.acts.push_back(std::move(made));
  }

  void purpose(const Declaration& d) {
    Declared made;
    made.home = d.home, made.name = name_of(*d.node), made.provision = d.provision;
    made.by = text_of(unit, *d.node, "declared_by"), made.says = text_of(unit, *d.node, "says");
    made.on = day_in(*d.node, "on", 0);
    if (auto states = when(d, made.frame, "states")) made.states = std::move(*states);
    unit.law.declared.push_back(std::move(made));
  }

  void presumption(const Declaration& d) {
    Presumption made;
    made.home = d.home, made.provision = d.provision, made.version = d.version;
    const Node* presumes = clause(*d.node, "presumes");
    if (!presumes || presumes->kids.size() < 2) return;
    Resolver resolver(unit, d.home);
    Resolver::Fact fact;
    auto found = resolver.fact(presumes->kids[0], fact);
    if (found == Resolver::Found::no)
      unit.error(Code::unknown_name, presumes->kids[0].span, says::no_fact_of_case);
    if (found == Resolver::Found::yes) {
      made.field = fact.leaf;
      if (auto value = constant_of(unit, presumes->kids[1], unit.law.fields[fact.leaf].type))
        made.value = *value;
    }
    made.when = when(d, made.frame);
    made.rebutted_by = text_of(unit, *d.node, "rebutted_by"),
    made.says = text_of(unit, *d.node, "says");
    unit.law.presumptions.push_back(std::move(made));
  }

  void constraint(const Declaration& d) {
    Constraint made;
    made.name = name_of(*d.node);
    if (const Node* of = part(*d.node, Kind::of)) {
      auto record = unit.records.find(of->word);
      if (record == unit.records.end())
        unit.error(Code::unknown_name, of->span, {says::no_record, of->word});
      else
        made.record = record->second;
    }
    if (auto expr = when(d, made.frame, "requires")) made.requires_ = std::move(*expr);
    made.says = text_of(unit, *d.node, "says");
    unit.law.constraints.push_back(std::move(made));
  }
};

}  // namespace

void read_other_declarations(Unit& unit) {
  using Reader = void (Others::*)(const Declaration&);
  static const std::unordered_map<std::string_view, Reader> readers = {
      {"treaty", &Others::treaty},
      {"overlay", &Others::overlay},
      {"exposure", &Others::exposure},
      {"topics", &Others::topics},
      {"note", &Others::note},
      {"act", &Others::act},
      {"purpose", &Others::purpose},
      {"presumption", &Others::presumption},
      {"constraint", &Others::constraint}};
  Others others{unit};
  for (const Declaration& d : unit.declarations) {
    unit.trail = d.provision_id;
    if (auto reader = readers.find(d.node->word); reader != readers.end())
      (others.*reader->second)(d);
  }
}

}  // namespace comity::meaning
