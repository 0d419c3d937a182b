#include "solve/words.h"

#include <algorithm>

#include "ir/paths.h"

namespace comity::solve {

namespace {

// What every couple of a search is told to be, and no reader needs to be told again.
bool goes_without_saying(const solver::Told& fact) {
  static constexpr std::pair<std::string_view, std::string_view> quiet[] = {
      {"consents", "yes"},    {"declared_incapable", "no"},     {"registered", "yes"},
      {"kinship", "none"},    {"formalities_observed", "yes"},  {"adoption", "none"},
      {"affinity", "none"},   {"permissions", "[]"},            {"earlier_unions", "[]"},
      {"label", "first"},     {"label", "second"},              {"valid_where_made", "yes"},
      {"believed_valid", "yes"}};
  std::string_view last = std::string_view(fact.path).substr(fact.path.rfind('.') + 1);
  return std::ranges::any_of(quiet, [&](const auto& it) {
    return it.first == last && it.second == fact.value;
  });
}

// The label of the field at the end of a path such as spouses.0.nationalities.0.state.
ir::Text label_of(const ir::Law& law, std::string_view path) {
  std::uint32_t record = law.anchors.record_case;
  ir::Text label;
  while (!path.empty()) {
    std::string_view part = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part.find_first_not_of("0123456789") == std::string_view::npos) continue;
    int field = ir::field_named(law, record, part);
    if (field < 0) break;
    const ir::Field& f = law.fields[static_cast<std::size_t>(field)];
    label = f.label;
    if (f.base == ir::Base::record) record = f.ref;
  }
  return label;
}

std::string joined(const std::vector<std::string>& list) { return cli::join(list); }

}  // namespace

std::string Words::id(std::uint32_t provision) const {
  return provision < law.provisions.size() ? std::string(law.str(law.provisions[provision].id))
                                           : std::string();
}

std::string Words::ids(const std::vector<std::uint32_t>& provisions) const {
  std::vector<std::string> list;
  for (std::uint32_t p : provisions) list.push_back(id(p));
  return joined(list);
}

std::string Words::code(ir::Value place) const {
  return place >= 0 && static_cast<std::size_t>(place) < law.places.size()
             ? std::string(law.str(law.places[static_cast<std::size_t>(place)].code))
             : "?";
}

std::string Words::place(ir::Value place) const {
  if (place < 0 || static_cast<std::size_t>(place) >= law.places.size()) return "?";
  std::string name = text(law.places[static_cast<std::size_t>(place)].label);
  return name.empty() ? code(place) : name;
}

std::string Words::value(std::string_view word) const {
  if (int at = ir::place_named(law, word); at >= 0) return place(at);
  if (word == "yes") return say(Message::value_yes);
  if (word == "no") return say(Message::value_no);
  for (const ir::EnumValue& known : law.enum_values)
    if (law.str(known.name) == word)
      if (std::string found = text(known.label); !found.empty()) return found;
  return std::string(word);
}

std::string Words::stances(const engine::Answer& answer) const {
  static constexpr Message names[] = {Message::stance_letter, Message::stance_courts,
                                      Message::stance_authorities};
  static constexpr Message outcomes[] = {Message::outcome_open, Message::outcome_recognised,
                                         Message::outcome_partnership, Message::outcome_limited,
                                         Message::outcome_not_recognised};
  std::vector<std::string> list;
  for (const engine::StanceAnswer& s : answer.stances)
    if (s.verdict != engine::Verdict::silent)
      list.push_back(say(names[static_cast<std::size_t>(s.stance)]) + ": " +
                     say(outcomes[static_cast<std::size_t>(s.outcome)]));
  return cli::join(list, "; ");
}

std::string Words::facts(const solver::Couple& couple) const {
  std::vector<std::string> list;
  for (const solver::Told& fact : couple) {
    std::string who = fact.path.starts_with("spouses.0.")   ? "A: "
                      : fact.path.starts_with("spouses.1.") ? "B: "
                                                            : "";
    list.push_back(who + text(label_of(law, fact.path)) + " " + value(fact.value));
  }
  return joined(list);
}

std::vector<std::string> Words::couple_lines(const solver::Couple& couple) const {
  std::vector<std::string> parts[4];  // wedding, A, B, between
  for (const solver::Told& fact : couple) {
    if (fact.path.starts_with("question.") || goes_without_saying(fact)) continue;
    std::size_t at = fact.path.starts_with("spouses.0.")   ? 1
                     : fact.path.starts_with("spouses.1.") ? 2
                     : fact.path.starts_with("between.")   ? 3
                                                           : 0;
    std::string shown = fact.value == "[]" ? say(Message::value_none) : value(fact.value);
    std::string union_ = fact.path.find("earlier_unions.") != std::string::npos
                             ? text(label_of(law, "spouses.0.earlier_unions")) + ", "
                             : std::string();
    parts[at].push_back(union_ + text(label_of(law, fact.path)) + ": " + shown);
  }
  std::vector<std::string> lines;
  if (!parts[0].empty()) lines.push_back(say(Message::loop_wedding, joined(parts[0])));
  if (!parts[1].empty()) lines.push_back(say(Message::loop_spouse, "A", joined(parts[1])));
  if (!parts[2].empty()) lines.push_back(say(Message::loop_spouse, "B", joined(parts[2])));
  if (!parts[3].empty()) lines.push_back(say(Message::loop_between, joined(parts[3])));
  return lines;
}

Json json_of(const solver::Couple& couple) {
  Json facts = Json::object();
  for (const solver::Told& fact : couple) facts[fact.path] = fact.value;
  return facts;
}

Json ids_json(const Words& words, const std::vector<std::uint32_t>& provisions) {
  Json list = Json::array();
  for (std::uint32_t p : provisions) list.push_back(words.id(p));
  return list;
}

std::string example_of(const solver::Couple& couple, const std::string& name,
                       const std::string& says_en, const std::string& says_ru,
                       const std::vector<std::string>& expectations) {
  std::string text = "example " + name + "\n    says en \"" + says_en + "\" ru \"" + says_ru + "\"\n";
  std::string on;
  for (const solver::Told& fact : couple) {
    if (fact.path == "question.on") on = fact.value;
    if (!fact.path.starts_with("question."))
      text += "    with " + fact.path + " is " + fact.value + "\n";
  }
  if (!on.empty()) text += "    on " + on + "\n";
  for (const std::string& line : expectations) text += "    " + line + "\n";
  return text;
}

}  // namespace comity::solve
