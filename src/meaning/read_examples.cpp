// Examples and the couples they are built on (S14): `like` is unfolded here, everything else stays as written.
#include <algorithm>

#include "meaning/stages.h"

namespace comity::meaning {

namespace {

struct ExampleReader {
  Unit& unit;
  std::unordered_map<std::string, const Declaration*> named;  // home:name

  const Declaration* find(Home home, std::string_view name) {
    if (auto own = named.find(keyed(home, name)); own != named.end()) return own->second;
    auto common = named.find(keyed(shared, name));
    return common == named.end() ? nullptr : common->second;
  }

  void set(std::vector<Setting>& settings, const Node& with) {
    if (with.kids.size() < 2) return;
    std::string path;
    for (const Node& step : with.kids[0].kids) path += (path.empty() ? "" : ".") + step.word;
    if (with.kids[0].kids.empty()) path = with.kids[0].word;
    std::erase_if(settings, [&](const Setting& s) {
      return s.path == path || s.path.starts_with(path + ".");
    });
    settings.push_back({std::move(path), with.kids[1]});
  }

  void unfold(const Declaration& d, std::vector<Setting>& settings,
              std::vector<const Declaration*>& chain) {
    if (std::find(chain.begin(), chain.end(), &d) != chain.end()) {
      unit.error(Code::recursion, part(*d.node, Kind::like)->span,
                 {says::like_itself, name_of(*d.node)});
      return;
    }
    chain.push_back(&d);
    if (const Node* like = part(*d.node, Kind::like)) {
      if (const Declaration* base = find(d.home, like->word)) {
        unfold(*base, settings, chain);
      } else {
        std::vector<std::string> known;
        for (auto& [key, declaration] : named)
          if (declaration->home == d.home || declaration->home == shared)
            known.emplace_back(name_of(*declaration->node));
        std::sort(known.begin(), known.end());
        unit.error(Code::unknown_name, like->span, {says::no_couple, like->word},
                   did_you_mean(like->word, known));
      }
    }
    each_clause(*d.node, "with", [&](const Node& with) { set(settings, with); });
  }

  Expectation expectation(const Declaration& d, const Node& clause) {
    Expectation made;
    made.span = clause.span;
    if (clause.kids.size() < 2) return made;
    made.subject = clause.kids[0].word, made.outcome = clause.kids[1].word;
    bool stance =
        made.subject == "letter" || made.subject == "courts" || made.subject == "authorities";
    bool exposure = made.subject == "exposure";  // engages, may_engage or none, by a provision
    bool reading =
        unit.readings.contains(keyed(d.home, made.subject));  // the letter with this reading alone
    made.member = !stance && !exposure && !reading;
    if (made.member && !unit.members.contains(made.subject)) {
      std::vector<std::string> known{"letter", "courts", "authorities", "exposure"};
      for (const Member& m : unit.law.members) known.push_back(m.name);
      unit.error(Code::unknown_name, clause.kids[0].span, {says::no_stance_or_member, made.subject},
                 did_you_mean(made.subject, known));
    }
    static const std::vector<std::string> outcomes{"recognised",
                                                   "recognised_as_registered_partnership",
                                                   "recognised_limited_purpose",
                                                   "not_recognised",
                                                   "silent",
                                                   "open",
                                                   "not_covered"};
    if ((stance || reading) &&
        std::find(outcomes.begin(), outcomes.end(), made.outcome) == outcomes.end())
      unit.error(Code::unknown_name, clause.kids[1].span, {says::no_outcome, made.outcome},
                 did_you_mean(made.outcome, outcomes));
    if (clause.kids.size() > 2) {
      made.provision = clause.kids[2].word;
      if (!unit.provisions.contains(made.provision)) {
        std::vector<std::string> ids;
        for (const Provision& p : unit.law.provisions) ids.push_back(p.id);
        unit.error(Code::unknown_provision, clause.kids[2].span,
                   {says::provision_not_in_base, made.provision},
                   did_you_mean(made.provision, ids));
      }
    }
    return made;
  }

  void example(const Declaration& d) {
    Example made;
    made.name = name_of(*d.node),
    made.provision = d.heading ? d.heading->provision : d.provision_id;
    const Node* name = part(*d.node, Kind::name);
    made.span = name ? name->span : d.node->span;
    made.place = unit.module_code(d.home);
    made.says = text_of(unit, *d.node, "says");
    std::vector<const Declaration*> chain;
    unfold(d, made.settings, chain);
    made.forum = made.place;
    for (const Declaration* link :
         chain) {  // the example's own question first, else that of what it is like
      if (const Node* forum = argument(*link->node, "forum"); forum && made.forum == made.place)
        made.forum = forum->word;
      auto day = [&](std::string_view keyword, std::optional<base::Day>& into) {
        if (const Node* written = argument(*link->node, keyword); written && !into)
          into = base::parse_day(written->word);
      };
      day("on", made.on), day("known_on", made.known_on);
      if (made.purpose.empty()) made.purpose = word_of(*link->node, "purpose");
      if (made.assume.empty()) made.assume = word_of(*link->node, "assume");
    }
    each_clause(*d.node, "expect",
                [&](const Node& clause) { made.expectations.push_back(expectation(d, clause)); });
    made.verdict = word_of(*d.node, "verdict"), made.source = word_of(*d.node, "source");
    unit.law.examples.push_back(std::move(made));
  }
};

}  // namespace

void read_examples(Unit& unit) {
  ExampleReader reader{unit, {}};
  for (const Declaration& d : unit.declarations) {
    if (d.node->word != "couple" && d.node->word != "example") continue;
    unit.trail = d.provision_id;
    if (!reader.named.emplace(keyed(d.home, name_of(*d.node)), &d).second)
      unit.error(Code::name_twice, part(*d.node, Kind::name)->span,
                 {says::couple_already, name_of(*d.node)});
  }
  for (const Declaration& d : unit.declarations) {
    unit.trail = d.provision_id;
    if (d.node->word == "example") reader.example(d);
  }
}

}  // namespace comity::meaning
