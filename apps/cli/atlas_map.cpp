#include "cli/atlas_map.h"

#include <algorithm>
#include <map>

#include "cli/atlas_groups.h"
#include "map/picture.h"

namespace comity::cli {

using engine::Answer;
using engine::Outcome;
using engine::Verdict;

namespace {

map::Colour colour_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::recognised:
      return map::Colour::blue;
    case Outcome::recognised_as_registered_partnership:
      return map::Colour::sky;
    case Outcome::recognised_limited_purpose:
      return map::Colour::gold;
    case Outcome::not_recognised:
      return map::Colour::rust;
    case Outcome::none:
      return map::Colour::paper;
  }
  return map::Colour::paper;
}

// Of places without one outcome.
map::Look open_look(Verdict verdict) {
  switch (verdict) {
    case Verdict::contested:
      return {map::Colour::violet, map::Hatch::stripes};
    case Verdict::depends:
      return {map::Colour::slate, map::Hatch::dots};
    case Verdict::discretionary:
      return {map::Colour::teal, map::Hatch::bars};
    case Verdict::undecided:
      return {map::Colour::sand, map::Hatch::cross};
    case Verdict::not_covered:
    case Verdict::untested:
    case Verdict::settled:
    case Verdict::silent:
      return {map::Colour::paper, map::Hatch::thin};
  }
  return {};
}

// The colour says which outcome, the hatch how firm.
map::Look look_of(Outcome outcome, Verdict verdict) {
  if (outcome == Outcome::none) return open_look(verdict);
  return {colour_of(outcome),
          verdict == Verdict::settled ? map::Hatch::none : map::Hatch::hairlines};
}

// The first letter large; titles begin with a letter of ASCII or a Russian one.
std::string as_title(std::string text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'a' && first <= 'z') {
    text[0] = static_cast<char>(first - 'a' + 'A');
  } else if (text.size() > 1) {
    const auto second = static_cast<unsigned char>(text[1]);
    if (first == 0xd0 && second >= 0xb0) text[1] = static_cast<char>(second - 0x20);  // а to п
    if (first == 0xd1 && second <= 0x8f) {                                            // р to я
      text[0] = static_cast<char>(0xd0);
      text[1] = static_cast<char>(second + 0x20);
    }
  }
  return text;
}

struct Drawing {
  const Parts& parts;
  map::Picture picture;
  // By group, then how firm: the names of the places drawn, alphabetical.
  std::map<AtlasGroup, std::map<Verdict, std::vector<std::string>, std::greater<>>> names;
  std::map<AtlasGroup, Outcome> outcomes;
  std::vector<std::string> by_parts;

  std::string code(ir::Value place) const {
    return place < 0
               ? std::string()
               : std::string(parts.law.str(parts.law.places[static_cast<std::size_t>(place)].code));
  }

  void add(const Answer& answer, bool has_drawn_parts) {
    const ir::Value place = answer.question.forum;
    const std::string name = name_in_atlas(parts, place);
    const bool drawn = map::is_drawn(code(place));
    if (!drawn && !has_drawn_parts) return;  // an overlay has no ground of its own
    const AtlasGroup group = group_of(parts, answer);
    const Outcome outcome = grouping_outcome(answer);
    std::string words = name + ": " + group.title, remark = remark_of(parts, answer);
    if (!remark.empty()) words += " · " + remark;
    picture.places.push_back({code(place),
                              code(parts.law.places[static_cast<std::size_t>(place)].part_of),
                              std::move(words), look_of(outcome, answer.verdict)});
    if (!drawn) {
      by_parts.push_back(name);
      return;
    }
    outcomes[group] = outcome;
    names[group][answer.verdict].push_back(name);
  }

  void key() {
    picture.columns = {verdict_text(Verdict::settled, parts.language),
                       verdict_text(Verdict::untested, parts.language)};
    picture.rest_heading = parts.say(Message::map_open);
    for (const auto& [group, firm] : names) {
      const Outcome outcome = outcomes.at(group);
      auto count = [&](Verdict verdict) {
        const auto at = firm.find(verdict);
        return at == firm.end() ? std::string() : std::to_string(at->second.size());
      };
      if (outcome == Outcome::none) {
        for (const auto& [verdict, places] : firm)
          picture.rest.push_back({as_title(group.title),
                                  {{look_of(outcome, verdict), std::to_string(places.size())}}});
        continue;
      }
      map::KeyRow row{as_title(group.title), {}};
      for (Verdict verdict : {Verdict::settled, Verdict::untested})
        row.swatches.push_back({look_of(outcome, verdict), count(verdict)});
      picture.rows.push_back(std::move(row));
    }
  }

  void notes() {
    picture.notes = {parts.say(Message::map_boundaries), parts.say(Message::map_untested),
                     parts.say(Message::map_danger), parts.say(Message::information)};
  }

  std::string words() {
    std::string text = picture.heading + ". " + picture.under + ".";
    for (auto& [group, firm] : names)
      for (auto& [verdict, places] : firm) {
        std::ranges::sort(places);
        text += "\n" + as_title(group.title);
        if (outcomes.at(group) != Outcome::none)
          text += " (" + verdict_text(verdict, parts.language) + ")";
        text += ": " + join(places, "; ") + ".";
      }
    if (!by_parts.empty()) {
      std::ranges::sort(by_parts);
      text += "\n" + parts.say(Message::map_by_parts, join(by_parts, "; "));
    }
    for (const std::string& note : picture.notes) text += "\n" + note;
    return text;
  }
};

}  // namespace

std::string atlas_map(const ir::Law& law, const std::vector<Answer>& answers, Language language) {
  if (answers.empty()) return {};
  Page page(false);
  const ir::Facts no_facts;
  Parts parts{law, no_facts, answers.front(), language, page};
  Drawing drawing{parts, {}, {}, {}, {}};
  map::Picture& picture = drawing.picture;
  const engine::Question& q = answers.front().question;
  picture.language = language == Language::ru ? "ru" : "en";
  picture.name = parts.say(Message::map_name);
  picture.heading = parts.say(Message::map_heading);
  picture.under = parts.say(Message::map_under, base::to_string(q.on), parts.purpose(q.purpose));
  picture.inset_names = {parts.say(Message::map_europe), parts.say(Message::map_caribbean)};
  std::vector<bool> has_drawn_parts(law.places.size(), false);
  for (const ir::Place& place : law.places)
    if (place.part_of >= 0 && map::is_drawn(law.str(place.code)))
      has_drawn_parts[static_cast<std::size_t>(place.part_of)] = true;
  for (const Answer& answer : answers)
    drawing.add(answer, has_drawn_parts[static_cast<std::size_t>(answer.question.forum)]);
  drawing.key();
  drawing.notes();
  picture.description = drawing.words();
  return map::to_svg(picture);
}

}  // namespace comity::cli
