// Who holds which reading, at which rank, since when, for what; and where nothing was found (S5).
#include "meaning/resolver.h"
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

constexpr std::string_view bodies[] = {"courts", "authorities", "legislature", "doctrine",
                                       "supervisors"};

std::optional<Body> body_named(Unit& unit, const Node& word) {
  for (std::size_t i = 0; i < std::size(bodies); ++i)
    if (bodies[i] == word.word) return static_cast<Body>(i);
  unit.error(Code::unknown_name, word.span, {says::no_body, word.word}, says::the_bodies);
  return std::nullopt;
}

int value_in(Unit& unit, std::uint16_t enum_id, const Node& word) {
  if (enum_id == none16) return 0;
  const Enum& of = unit.law.enums[enum_id];
  int value = value_of(of, word.word);
  if (value < 0)
    unit.error(Code::unknown_name, word.span, {says::is_no, word.word, of.name},
               did_you_mean(word.word, words_of(of)));
  return std::max(value, 0);
}

void readings_of(Unit& unit, const Declaration& d, Holding& made) {
  for (const Node& name : d.node->kids) {
    if (name.kind != Kind::name || name.word == "letter") continue;
    auto found = unit.readings.find(keyed(d.home, name.word));
    if (found != unit.readings.end()) {
      made.readings.push_back(found->second);
      continue;
    }
    std::vector<std::string> known{"letter"};
    for (const Reading& r : unit.law.readings)
      if (r.home == d.home) known.push_back(r.id.substr(r.id.rfind('/') + 1));
    unit.error(Code::unknown_name, name.span, {says::no_reading, name.word},
               did_you_mean(name.word, known));
  }
}

void holding(Unit& unit, const Declaration& d) {
  const Node* by = clause(*d.node, "by");
  const Node* form = argument(*d.node, "form");
  if (!by || by->kids.size() < 3 || !form) return;
  Holding made;
  made.home = d.home, made.provision = d.provision, made.source = d.source,
  made.on_knowledge = d.on_knowledge;
  readings_of(unit, d, made);
  if (auto body = body_named(unit, by->kids[0])) made.body = *body;
  const Anchors& anchors = unit.law.anchors;
  int rank = value_in(unit, anchors.enum_rank, by->kids[1]);
  made.rank_word = static_cast<std::uint16_t>(rank);
  // Ranks are declared from the one that speaks over all others downwards.
  if (anchors.enum_rank != none16)
    made.rank = static_cast<std::uint8_t>(unit.law.enums[anchors.enum_rank].values.size() -
                                          static_cast<std::size_t>(rank));
  made.who = text_in(unit, by->kids[2]);
  made.form = static_cast<std::uint16_t>(value_in(unit, anchors.enum_form_of_act, *form));
  made.judgment = form->word == "judgment";
  if (const Node* purposes = clause(*d.node, "for"))
    made.purposes = enum_set(unit, *purposes, anchors.enum_purpose);
  made.said = day_in(*d.node, "said", 0);
  made.until = day_in(*d.node, "until", base::last_day);
  // A judgment reaches back as far as the text unless it limits itself; everything else reaches forward only.
  made.reach = day_in(*d.node, "reaches_back_to", made.judgment ? base::first_day : made.said);
  if (made.until <= made.said)
    unit.error(Code::period_reversed, clause(*d.node, "until")->span, says::ends_before_said);
  if (made.reach > made.said)
    unit.error(Code::period_reversed, clause(*d.node, "reaches_back_to")->span,
               says::reaches_after_said);
  made.cite = word_of(*d.node, "cite");
  if (const Node* where = argument(*d.node, "where")) {
    Resolver resolver(unit, d.home);
    made.where = resolver.condition(*where);
    made.frame = resolver.frame();
  }
  unit.law.holdings.push_back(std::move(made));
}

}  // namespace

void read_holdings(Unit& unit) {
  for (const Declaration& d : unit.declarations) {
    unit.trail = d.provision_id;
    if (d.node->word == "holding") holding(unit, d);
    if (d.node->word != "searched") continue;
    for (const Node& name : d.node->kids)
      if (name.kind == Kind::name)
        if (auto body = body_named(unit, name))
          unit.law.searched.push_back({d.home, *body, day_in(*d.node, "on", 0)});
  }
}

}  // namespace comity::meaning
