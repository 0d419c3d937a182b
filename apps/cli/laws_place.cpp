#include "cli/laws_place.h"

#include <algorithm>

#include "base/nearest.h"
#include "capi/asking.h"
#include "cli/page.h"
#include "engine/place_law_json.h"
#include "ir/paths.h"

namespace comity::cli {

namespace {

using Json = nlohmann::ordered_json;
using engine::PlaceLaw;
using engine::TopicFinding;
using engine::TopicHistory;

struct Asked {
  std::vector<ir::Value> places;
  base::Day on = 0;
  std::optional<engine::Topic> topic;
  bool all = false;
};

bool refuse(const std::string& what, const std::string& written,
            const std::vector<std::string>& known, Language language) {
  std::string near = nearest(written, known);
  complain(near.empty() ? what : say(language, Message::nearest_is, what, near));
  return false;
}

bool read_place(const Session& session, Asked& asked) {
  const ir::Law& law = session.law();
  const std::string& written = session.options.place;
  asked.all = written == "all";
  if (asked.all) {
    asked.places = engine::places_on(law, asked.on);
    return true;
  }
  if (int place = ir::place_named(law, written); place >= 0) {
    asked.places = {place};
    return true;
  }
  std::vector<std::string> codes;
  for (const ir::Place& place : law.places) codes.emplace_back(law.str(place.code));
  return refuse(say(session.options.language, Message::option_no_place, "--place", written),
                written, codes, session.options.language);
}

bool read_topic(const Session& session, Asked& asked) {
  const Options& o = session.options;
  if (o.topic.empty()) return true;
  asked.topic = engine::topic_named(o.topic);
  return asked.topic || refuse(say(o.language, Message::topic_unknown, o.topic), o.topic,
                               engine::topic_words(), o.language);
}

std::optional<Asked> read_asked(const Session& session) {
  Asked asked;
  const Options& o = session.options;
  auto day = o.on.empty() ? std::optional(session.today) : base::parse_day(o.on);
  if (!day) {
    complain(say(o.language, Message::option_no_day, "--on", o.on));
    return std::nullopt;
  }
  asked.on = *day;
  if (!read_place(session, asked) || !read_topic(session, asked)) return std::nullopt;
  return asked;
}

std::string code_of(const ir::Law& law, ir::Value place) {
  return std::string(law.str(law.places[static_cast<std::size_t>(place)].code));
}

// ---- text

constexpr std::pair<std::string_view, Message> value_words[] = {
    {"open", Message::value_open},
    {"not_open", Message::value_not_open},
    {"closed_to_new", Message::value_closed_to_new},
    {"none", Message::value_none},
    {"full", Message::value_full},
    {"as_partnership", Message::value_as_partnership},
    {"limited", Message::value_limited},
    {"record_only", Message::value_record_only},
    {"legal", Message::value_legal},
    {"partly", Message::value_partly},
    {"criminal", Message::value_criminal},
    {"yes", Message::value_yes},
    {"minors", Message::value_minors},
    {"no", Message::value_no},
    {"allowed", Message::value_allowed},
    {"conditional", Message::value_conditional},
    {"prohibited", Message::value_prohibited},
    {"not_allowed", Message::value_not_allowed},
    {"available", Message::value_available},
    {"available_to_some", Message::value_available_to_some},
    {"no_civil_effect", Message::value_no_civil_effect},
    {"civil_effect", Message::value_civil_effect},
    {"civil_effect_if_registered", Message::value_civil_effect_if_registered},
    {"only_form", Message::value_only_form},
    {"unknown", Message::value_unknown},
    {"contested", Message::value_contested},
    {"void", Message::value_void},
    {"by_tie", Message::value_by_tie},
};

constexpr std::pair<std::string_view, Message> tie_words[] = {
    {"step_parent_child", Message::tie_step_parent_child},
    {"parent_child_in_law", Message::tie_parent_child_in_law},
    {"sibling_in_law", Message::tie_sibling_in_law},
    {"adopter_adopted", Message::tie_adopter_adopted},
    {"adoptive_siblings", Message::tie_adoptive_siblings},
};

constexpr Message topic_words[] = {Message::topic_same_sex_marriage,
                                   Message::topic_registered_partnership,
                                   Message::topic_foreign_same_sex_marriage,
                                   Message::topic_same_sex_acts,
                                   Message::topic_promotion_law,
                                   Message::topic_marriage_age,
                                   Message::topic_first_cousins,
                                   Message::topic_uncle_niece,
                                   Message::topic_polygamy,
                                   Message::topic_proxy_form,
                                   Message::topic_remote_form,
                                   Message::topic_religious_form,
                                   Message::topic_affinity,
                                   Message::topic_adoption};
static_assert(std::size(topic_words) == engine::topic_count);

std::string value_text(const std::string& value, engine::Topic topic, Language language) {
  if (value == "none" && topic == engine::Topic::foreign_same_sex_marriage)
    return say(language, Message::value_not_counted);
  for (const auto& [word, message] : value_words)
    if (word == value) return say(language, message);
  return value;
}

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& word : list) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string ages_text(const engine::AgePair& pair, Language language) {
  auto age = [&](const std::optional<int>& years) {
    return years ? std::to_string(*years) : say(language, Message::age_none);
  };
  return say(language, Message::ages, age(pair.female), age(pair.male));
}

// Tie by tie, where they differ.
std::string ties_text(const TopicFinding& f, engine::Topic topic, Language language) {
  std::string text;
  for (const auto& [tie, value] : f.details)
    for (const auto& [word, message] : tie_words)
      if (word == tie)
        text += (text.empty() ? "" : "; ") + say(language, message) + ": " +
                value_text(value, topic, language);
  return text;
}

bool is_voidable(const TopicFinding& f) {
  return f.value == "void" &&
         std::ranges::find(f.details, std::pair<std::string, std::string>("degree", "voidable")) !=
             f.details.end();
}

std::string says_text(const TopicFinding& f, engine::Topic topic, Language language) {
  if (f.has_ages)
    return say(language, Message::ages_general, ages_text(f.general, language),
               ages_text(f.with_consent, language));
  std::string text = is_voidable(f)                    ? say(language, Message::value_voidable)
                     : f.by_tie && f.value == "by_tie" ? ties_text(f, topic, language)
                                                       : value_text(f.value, topic, language);
  std::vector<std::string> stances;
  for (const auto& [stance, value] : f.stances)
    for (engine::Stance s :
         {engine::Stance::letter, engine::Stance::courts, engine::Stance::authorities})
      if (engine::word(s) == stance)
        stances.push_back(stance_text(s, language) + ": " + value_text(value, topic, language));
  if (!stances.empty()) text += " (" + joined(stances) + ")";
  if (f.value == "limited") text += ": " + joined(f.purposes);
  if (!f.missing.empty()) text += "; " + say(language, Message::place_missing, joined(f.missing));
  if (f.value == "by_tie" && (f.from || f.until)) text += ";";
  return text;
}

std::string days_text(const TopicFinding& f, Language language) {
  std::string text;
  if (f.from) text += " " + say(language, Message::place_since, base::to_string(*f.from));
  if (f.until) text += " " + say(language, Message::place_until, base::to_string(*f.until));
  return text;
}

void write_finding(Page& page, const std::string& head, const TopicFinding& f, engine::Topic topic,
                   Language language) {
  page.line(head + says_text(f, topic, language) + days_text(f, language), 2, Tone::plain, 2);
  std::string rests = f.provision;
  if (!f.cite.empty() && f.cite != f.provision) rests += (rests.empty() ? "" : "; ") + f.cite;
  if (!f.source.empty() && f.source != "knowledge") rests += (rests.empty() ? "" : "; ") + f.source;
  if (f.confidence == "knowledge")
    rests += (rests.empty() ? "" : "; ") + say(language, Message::place_on_knowledge);
  if (!f.row_of.empty()) rests += "; " + say(language, Message::place_row_of, f.row_of);
  if (!rests.empty()) page.line(rests, 4, Tone::faint, 2);
}

void write_place(Page& page, const ir::Law& law, const PlaceLaw& of, bool history,
                 Language language) {
  const ir::Place& place = law.places[static_cast<std::size_t>(of.place)];
  page.heading(say(language, Message::place_head, code_of(law, of.place),
                   engine::text_of(law, place.label, language), base::to_string(of.on)));
  for (const TopicHistory& t : of.topics) {
    const std::string head = say(language, topic_words[static_cast<std::size_t>(t.topic)]) + ": ";
    if (!history) {
      write_finding(page, head, t.findings.front(), t.topic, language);
      continue;
    }
    page.line(head, 2);
    for (const TopicFinding& f : t.findings) write_finding(page, "- ", f, t.topic, language);
  }
}

}  // namespace

bool place_options_stand_right(const Session& session) {
  const Options& o = session.options;
  if (!o.place.empty() || (o.on.empty() && o.topic.empty() && !o.history)) return true;
  complain(say(o.language, Message::place_option_missing));
  return false;
}

int run_laws_of_place(Session& session) {
  auto asked = read_asked(session);
  if (!asked) return bad_usage;
  const ir::Law& law = session.law();
  const Options& o = session.options;
  auto facts_of = [&](const engine::Probe& probe) {
    return capi::facts_of_probe(law, probe, session.today);
  };
  Json array = Json::array();
  Page page(colour_wanted());
  for (ir::Value place : asked->places) {
    PlaceLaw found = engine::place_law(law, {place, asked->on, asked->topic, o.history},
                                       session.today, facts_of);
    if (o.json)
      array.push_back(engine::to_json(law, found, o.history));
    else
      write_place(page, law, found, o.history, o.language);
  }
  if (o.json) return print_json(session, asked->all ? array : array.front());
  return print_page(session, page.take());
}

}  // namespace comity::cli
