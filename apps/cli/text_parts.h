// The sections of an answer in text, each written onto the page by one function; answer_text.cpp puts them in order.
#pragma once
#include "cli/messages.h"
#include "cli/page.h"
#include "engine/answer.h"
#include "ir/facts.h"

namespace comity::cli {

struct Parts {
  const ir::Law& law;
  const ir::Facts& facts;
  const engine::Answer& answer;
  Language language;
  Page& page;

  std::string say(Message name) const { return std::string(message(name, language)); }
  template <class... Args>
  std::string say(Message name, const Args&... args) const {
    return cli::say(language, name, args...);
  }
  std::string text(ir::Text t) const { return std::string(engine::text_of(law, t, language)); }
  std::string place(ir::Value value) const;       // its name in the language, or its code
  std::string provision(std::uint32_t id) const;  // RU/SK/158(1), or empty
  std::string label(
      std::string_view word) const;  // the ontology's label of an enum's value, or the word itself
  std::string value(
      std::string_view word) const;  // of a fact: its label, yes and no in words, else as written
  std::string fact_named(std::string_view key) const;  // of the whole case: what it is, and its key
  std::string topic(std::string_view word) const;      // of exposure
  std::string purpose(ir::Value value) const;
  std::string outcome(engine::Outcome outcome) const;
  bool is_status() const;
};

// The label of one of the enum's values; empty where the enum or the value is not declared.
std::string label_in(const ir::Law& law, std::string_view of, std::string_view word,
                     Language language);
// A topic of exposure in words; a word that the shared law does not list stays one.
std::string topic_text(const ir::Law& law, std::string_view word, Language language);
std::string join(const std::vector<std::string>& list, std::string_view between = ", ");
Tone tone_of(engine::Outcome outcome);
// What one stance says, in a few words: "not recognised since 2018-01-26".
std::string stance_says(const Parts& parts, const engine::StanceAnswer& stance);

void write_staleness(const Parts& parts);
void write_protection(const Parts& parts);
void write_answer(const Parts& parts);
void write_firmness(const Parts& parts);
void write_stances(const Parts& parts);
void write_reasons(const Parts& parts);      // short trees
void write_all_reasons(const Parts& parts);  // `why`
void write_exposure(const Parts& parts);
void write_changes(const Parts& parts);
void write_next(const Parts& parts);
void write_notes(const Parts& parts);
void write_sources(const Parts& parts);
void write_receipt(const Parts& parts);
void write_own_case(const Parts& parts);

// Facts that put protection before everything else (docs/safety.md).
struct Protection {
  bool under_18 = false, without_consent = false;
};
Protection protection_of(const ir::Law& law, const ir::Facts& facts);

}  // namespace comity::cli
