// laws: what the law base covers, with sources, dates of checking and review, tables and topics of exposure; with --place,
// what a place's law says (laws_place.cpp).
#include <algorithm>
#include <map>
#include <span>

#include "casefile/schema.h"
#include "cli/laws_place.h"
#include "cli/laws_tables.h"
#include "cli/page.h"
#include "cli/text_parts.h"
#include "cli/verbs.h"

namespace comity::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Counts {
  std::map<std::uint32_t, std::uint32_t> provisions, clauses;  // by instrument
};

Counts counts_of(const ir::Law& law) {
  Counts counts;
  for (const ir::Provision& p : law.provisions) ++counts.provisions[p.instrument];
  for (const ir::Clause& c : law.clauses)
    if (c.provision < law.provisions.size())
      ++counts.clauses[law.provisions[c.provision].instrument];
  return counts;
}

// Places whose law stands in a folder of their own, and not in tables alone.
std::size_t with_own_law(const ir::Law& law) {
  return static_cast<std::size_t>(
      std::ranges::count_if(law.modules, [](const ir::Module& m) { return m.own_law != 0; }));
}

bool is_stale(const ir::Instrument& instrument, base::Day today) {
  return instrument.review_by != 0 && instrument.review_by < today;
}

// A day that an instrument does not state is 0; a module always states its days.
std::string day_or_empty(std::int32_t day) {
  return day == 0 || day <= base::first_day ? "" : base::to_string(day);
}

std::vector<std::string> words(const ir::Law& law, std::uint32_t first, std::uint32_t count) {
  std::vector<std::string> list;
  for (std::uint32_t i = first; i < first + count; ++i) list.emplace_back(law.str(law.words[i]));
  return list;
}

std::string topics_text(const ir::Law& law, std::uint32_t first, std::uint32_t count,
                        Language language) {
  std::vector<std::string> list;
  for (const std::string& word : words(law, first, count))
    list.push_back(topic_text(law, word, language));
  return list.empty() ? say(language, Message::not_stated) : join(list);
}

// ---- JSON

std::string hex_of(std::span<const std::uint8_t> bytes) {
  std::string hex;
  for (std::uint8_t byte : bytes) hex += fmt::format("{:02x}", byte);
  return hex;
}

Json day_json(std::int32_t day) {
  std::string text = day_or_empty(day);
  return text.empty() ? Json(nullptr) : Json(text);
}

Json text_json(const ir::Law& law, ir::Text text) {
  return {{"en", std::string(law.str(text.en))}, {"ru", std::string(law.str(text.ru))}};
}

Json instrument_json(const ir::Law& law, std::uint32_t index, const Counts& counts,
                     base::Day today) {
  const ir::Instrument& instrument = law.instruments[index];
  auto count = [&](const std::map<std::uint32_t, std::uint32_t>& by) {
    auto at = by.find(index);
    return at == by.end() ? 0u : at->second;
  };
  Json files = Json::array();
  for (const ir::LawFile& file : law.files)
    if (file.instrument == index)
      files.push_back({{"file", std::string(law.str(file.path))}, {"sha256", hex_of(file.sha256)}});
  return {{"id", std::string(law.str(instrument.id))},
          {"title", text_json(law, instrument.title)},
          {"number", std::string(law.str(instrument.number))},
          {"adopted", day_json(instrument.adopted)},
          {"source", std::string(law.str(instrument.source))},
          {"checked", day_json(instrument.checked)},
          {"review_by", day_json(instrument.review_by)},
          {"stale", is_stale(instrument, today)},
          {"provisions", count(counts.provisions)},
          {"clauses", count(counts.clauses)},
          {"files", files}};
}

Json module_json(const ir::Law& law, std::uint16_t index) {
  const ir::Module& module = law.modules[index];
  const ir::Place& place = law.places[static_cast<std::size_t>(module.place)];
  Json out = {{"place", std::string(law.str(place.code))},
              {"name", text_json(law, place.label)},
              {"covers_from", base::to_string(module.covers_from)},
              {"recognition_from", base::to_string(module.recognition_from)}};
  Json topics = Json::array();
  for (const ir::Topics& t : law.topics)
    if (law.speaks_for(t.module, index))
      topics.push_back({{"covered", words(law, t.first_covered, t.covered)},
                        {"not_covered", words(law, t.first_not, t.not_covered)},
                        {"on", day_json(t.on)}});
  out["exposure_topics"] = topics;
  return out;
}

Json laws_json(const ir::Law& law, const pack::Pack& pack, base::Day today) {
  Counts counts = counts_of(law);
  Json modules = Json::array(), instruments = Json::array();
  for (std::size_t m = 0; m < law.modules.size(); ++m)
    modules.push_back(module_json(law, static_cast<std::uint16_t>(m)));
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i)
    instruments.push_back(instrument_json(law, i, counts, today));
  return {{"pack", "sha256:" + pack.sha256},
          {"places", law.modules.size()},
          {"places_with_own_law", with_own_law(law)},
          {"provisions", law.provisions.size()},
          {"clauses", law.clauses.size()},
          {"modules", modules},
          {"instruments", instruments},
          {"tables", json_of(covers_of(law, today))}};
}

// ---- text

std::string in(const ir::Law& law, ir::Text text, Language language) {
  return std::string(engine::text_of(law, text, language));
}

void write_instrument(Page& page, const ir::Law& law, std::uint32_t index, const Counts& counts,
                      const Session& session) {
  Language language = session.options.language;
  const ir::Instrument& instrument = law.instruments[index];
  auto count = [&](const std::map<std::uint32_t, std::uint32_t>& by) {
    return by.contains(index) ? by.at(index) : 0u;
  };
  std::string none = say(language, Message::not_stated);
  auto day = [&](std::int32_t value) {
    return day_or_empty(value).empty() ? none : day_or_empty(value);
  };
  std::string name =
      std::string(law.str(instrument.id)) + " " + in(law, instrument.title, language);
  page.line(say(language, Message::laws_instrument, name, count(counts.provisions),
                count(counts.clauses), day(instrument.checked), day(instrument.review_by)),
            2, Tone::plain, 2);
  if (is_stale(instrument, session.today))
    page.line(say(language, Message::receipt_stale), 4, Tone::bad);
  if (instrument.source.length > 0)
    page.line(say(language, Message::laws_source, law.str(instrument.source)), 4, Tone::faint, 2);
}

void write_module(Page& page, const ir::Law& law, std::uint16_t index, const Counts& counts,
                  const Session& session) {
  Language language = session.options.language;
  const ir::Module& module = law.modules[index];
  const ir::Place& place = law.places[static_cast<std::size_t>(module.place)];
  page.heading(std::string(law.str(place.code)) + " " + in(law, place.label, language));
  page.line(say(language, Message::laws_module, base::to_string(module.covers_from),
                base::to_string(module.recognition_from)),
            2);
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i)
    if (law.instruments[i].place == module.place) write_instrument(page, law, i, counts, session);
  for (const ir::Topics& t : law.topics)
    if (law.speaks_for(t.module, index))
      page.line(say(language, Message::laws_topics,
                    topics_text(law, t.first_covered, t.covered, language),
                    topics_text(law, t.first_not, t.not_covered, language)),
                2, Tone::plain, 2);
}

std::string laws_text(const ir::Law& law, const Session& session) {
  Language language = session.options.language;
  Counts counts = counts_of(law);
  Page page(colour_wanted());
  page.line(say(language, Message::laws_head, law.modules.size(), with_own_law(law),
                law.instruments.size(), law.provisions.size(), law.clauses.size()));
  for (std::size_t m = 0; m < law.modules.size(); ++m)
    write_module(page, law, static_cast<std::uint16_t>(m), counts, session);
  bool headed = false;
  for (std::uint32_t i = 0; i < law.instruments.size(); ++i) {
    if (law.module_of(law.instruments[i].place)) continue;
    if (!headed) page.blank();
    headed = true;
    write_instrument(page, law, i, counts, session);
  }
  if (!law.tables.empty()) write_tables(page, covers_of(law, session.today), language);
  return page.take();
}

}  // namespace

int run_laws(Session& session) {
  if (!place_options_stand_right(session)) return bad_usage;
  if (!open_law(session)) return law_broken;
  if (!session.options.place.empty()) return run_laws_of_place(session);
  const ir::Law& law = session.law();
  if (session.options.schema)
    return print_json(session, casefile::schema_of(law, session.options.language == Language::ru));
  if (session.options.json) return print_json(session, laws_json(law, session.pack, session.today));
  return print_page(session, laws_text(law, session));
}

}  // namespace comity::cli
