// Small laws written in the tests: each place's law as text, compiled with the real law/shared; a couple to ask about;
// and an answer's stances in one line each, so that a test reads as fact, law, result.
// The places are XA (the forum), XB (where the wedding was), XC, with parts XC-1 and XC-2: no state's codes.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/law.h"

namespace comity::tests {

// The law of a place. `text` is a list of articles, each begun by a line "Article N" and followed by declarations as
// they stand in a law block; headings, prose, `in force from 1900-01-01` and `source book` are put around them.
struct Statute {
  std::string place;
  std::string text;
  std::string module = {};  // further lines of MODULE.toml; `covers_from` may be replaced here
  std::vector<meaning::InputFile> beside = {};  // tables, by their bare names
  std::string family = {};  // a family over this table, instead of a place's law
};

// A family: `here` is each place that the table lists.
Statute family(std::string table, std::string text, std::vector<meaning::InputFile> beside);

class SmallWorld {
 public:
  SmallWorld(std::initializer_list<Statute> statutes);
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  const ir::Law& law() const { return law_; }
  engine::Answer ask(const Paths& changes = {}) const;  // the couple below, with these changes
  engine::Answer ask_by(const ir::Law& law, const Paths& changes = {}) const;  // by another law
  engine::Answer ask_strictly(const Paths& changes = {}) const;  // presumed facts are unknown
  std::vector<engine::Interval> timeline(const Paths& changes, bool as_lived = false) const;
  std::string provision(std::uint32_t number) const;

 private:
  ir::Builder builder_;
  ir::Law law_;
};

// Two nationals of XA, a man and a woman, married in XB on 2010-06-01, asked about in XA on 2020-01-01; everything told.
// A change to "" leaves the key out, and those under it.
Paths couple(const Paths& changes = {});

using engine::Stance;
const engine::StanceAnswer& stance(const engine::Answer& answer, Stance which);
// "settled recognised", "untested"-like verdict words of a stance with its outcome, or what it turns on:
// "undecided [gap XA/C/1]", "depends [fact spouses.0.sex]", "silent".
std::string line(const engine::StanceAnswer& stance);
std::string letter(const engine::Answer& answer);
std::string courts(const engine::Answer& answer);
std::string authorities(const engine::Answer& answer);
// The answer's verdict, its `also` after it, and the outcome where it has one: "contested", "depends also contested",
// "settled recognised".
std::string verdict(const engine::Answer& answer);
std::string flips(const engine::Answer& answer);  // "{XA/narrow} {XA/a XA/b}"
std::string decided_by(const SmallWorld& world, const engine::Answer& answer,
                       Stance which = Stance::letter);
// "2010-06-01..2015-01-01 untested recognised" and so on, of the letter's outcome.
std::vector<std::string> lines(const std::vector<engine::Interval>& intervals,
                               Stance which = Stance::letter);

// A holding of readings by a body and its rank; of all purposes, in a circular of 2015-01-01, unless `rest` says otherwise.
std::string holding(const std::string& readings, const std::string& body,
                    const std::string& rest = {});
Paths with(Paths paths, const Paths& more);
inline const Paths two_men{{"spouses.1.sex", "male"}};

// A rule that recognises every marriage, for laws whose point is elsewhere.
inline constexpr const char* recognises_all = R"(
Article 1
rule (1) recognition: effect
    for status
    carrying all
    gives marriage
)";

}  // namespace comity::tests
