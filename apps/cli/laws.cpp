// laws: what the law base covers, with sources, dates of checking and review, tables and topics of exposure; with --place,
// what a place's law says (laws_place.cpp).
#include "casefile/schema.h"
#include "cli/laws_place.h"
#include "cli/laws_tables.h"
#include "cli/page.h"
#include "cli/text_parts.h"
#include "cli/verbs.h"
#include "engine/law_cover.h"
#include "engine/laws_json.h"

namespace comity::cli {

namespace {

using engine::Counts;
using engine::counts_of;
using engine::day_or_empty;
using engine::is_stale;

std::string topics_text(const ir::Law& law, std::uint32_t first, std::uint32_t count,
                        Language language) {
  std::vector<std::string> list;
  for (const std::string& word : engine::law_words(law, first, count))
    list.push_back(topic_text(law, word, language));
  return list.empty() ? say(language, Message::not_stated) : join(list);
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
  page.line(say(language, Message::laws_head, law.modules.size(), engine::with_own_law(law),
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
  if (!law.tables.empty()) write_tables(page, engine::covers_of(law, session.today), language);
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
  if (session.options.json)
    return print_json(session, engine::laws_json(law, session.pack.sha256, session.today));
  return print_page(session, laws_text(law, session));
}

}  // namespace comity::cli
