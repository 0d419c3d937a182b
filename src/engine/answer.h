// The answer to one question, as data: what contract and renderers need, no words but the law's own.
// Rendering (JSON, text in two languages) is apart: answer_json.h here, plain text in apps/cli.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/saying.h"
#include "interp/derivation.h"
#include "ir/law.h"

namespace comity::engine {

// Ordered from the most cautious; `silent` is a stance's own and never an answer's.
enum class Verdict : std::uint8_t {
  not_covered,
  undecided,
  discretionary,
  depends,
  contested,
  untested,
  settled,
  silent
};

enum class Outcome : std::uint8_t {
  none,
  recognised,
  recognised_as_registered_partnership,
  recognised_limited_purpose,
  not_recognised
};

enum class Stance : std::uint8_t { letter, courts, authorities };

// One open input an outcome turns on.
struct Open {
  enum class Label : std::uint8_t { fact, power, gap, conflict, law, division } label = Label::fact;
  std::string id;  // facts: path; law: place or treaty; gap, conflict, power: provision
  ir::Text text;   // what is asked of the person, or what is left open, in words
  std::vector<Stance> stances;  // whose outcome it can change
  diag::Saying lacks;           // law: what is lacked, in words
};

struct StanceAnswer {
  Stance stance = Stance::letter;
  Verdict verdict = Verdict::silent;
  std::vector<Verdict> also;
  Outcome outcome = Outcome::none;               // none unless the same in every completion
  std::vector<Outcome> possible;                 // every outcome some completion gives
  std::vector<std::uint8_t> purposes;            // purposes the effect reaches; all of them = "*"
  ir::Invalidity degree = ir::Invalidity::none;  // none = valid
  ir::Text undone_by;
  std::string as_name, as_law;              // partnership: what it is called there
  std::string from;                         // ISO day, empty unknown
  std::uint32_t decided_by = ir::none_u32;  // provision
  std::vector<std::uint16_t> readings;      // readings it rests on
  std::vector<Open> opens;
  std::vector<std::string> presumed;  // S18: facts a rule presumed
  std::string searched;               // silent: day of the search; empty: not searched
  bool divided = false;               // equal ranks differ
  interp::Derivation derivation;
};

struct ReadingLine {
  std::string id;
  ir::Text says;
  Outcome alone = Outcome::none;  // the letter with this reading only; none: not one outcome
  bool flips = false;
  struct Holder {
    ir::Text body;
    std::string body_class, rank, form, said_on, until, cite, source;
    std::vector<std::string> purposes;
    bool counted = false;  // in a stance on the day asked
    bool on_knowledge = false;
  };
  std::vector<Holder> holders;
};

struct Presumed {
  std::string path, value;
  bool matters = false;
  bool assumed = false;
};

struct OtherPurpose {
  Stance stance;
  std::string purpose;
  Outcome outcome;
};

struct ExposureLine {
  std::string mode, act, kind, firm, topic;
  std::uint32_t provision = ir::none_u32;
  ir::Text who, effect;
  std::string from, until, cite;
  std::vector<std::string> depends_on;  // facts that would tell whether it is engaged
  bool on_knowledge = false;
};

struct DutyLine {  // overlays: convention duties and floors, shown apart
  std::string name, join, cite, said_on;
  ir::Text says, executed;
  bool applied = false;
  Outcome without = Outcome::none;  // letter's outcome without the overlay
};

struct LawUsed {
  std::string file, sha256, checked, review_by, source, provision_root;
  bool stale = false;
  bool on_knowledge = false;  // some clause relied on rests on knowledge only
};

struct Question {
  ir::Value forum = -1;
  ir::Value purpose = 0;
  base::Day on = 0;
  std::optional<base::Day> known_on;
  bool ordinary = false;
  bool strict = false;
  bool planned = false;
};

struct Answer {
  Question question;
  Verdict verdict = Verdict::not_covered;
  std::vector<Verdict> also;
  bool stale = false;
  bool on_knowledge = false;  // some of the law that spoke rests on knowledge: no source was opened
  Outcome outcome = Outcome::none;
  std::vector<StanceAnswer> stances;
  std::vector<ReadingLine> readings;
  std::vector<std::vector<std::string>> flips;
  std::vector<Open> depends_on;  // label fact
  std::vector<Open> open;        // the others: powers, gaps, conflicts, laws lacking
  std::vector<Presumed> presumed;
  std::vector<OtherPurpose> other_purposes;
  std::vector<ExposureLine> exposure;
  std::vector<std::string> topics_covered, topics_not_covered;
  std::vector<DutyLine> duties;
  std::vector<ir::Text> law_notes;  // notes of the law base: what was open to them that day, proof
  std::vector<diag::Saying> case_notes;  // aliases rewritten and the like
  std::vector<std::string> not_told;     // later, plans, ceremonies, given left out
  struct AsHeld {
    struct By {
      Stance stance;
      Verdict verdict;
      Outcome outcome;
    };
    Verdict verdict;
    Outcome outcome;
    std::vector<By> stances;
  };
  // What the law of the place of celebration says of the marriage; nothing where it is open.
  struct WhereMade {
    ir::Value place;
    bool valid;
  };
  std::optional<WhereMade> where_made;
  std::optional<AsHeld> as_then_held;  // by what was known on the day asked, where it differs
  std::vector<LawUsed> laws;
  std::string pack_sha256, engine;
  bool development_key = false;
  std::string enacted_change;  // planned weddings: changes of law that start before the day
};

struct Interval {
  base::Day from = 0;
  std::optional<base::Day> until;  // first day no longer in it
  Verdict verdict = Verdict::not_covered;
  std::vector<std::pair<Stance, std::pair<Verdict, Outcome>>> stances;
  struct Cause {
    std::string kind, ref;
    base::Day on;
    ir::Text text;
  };
  std::vector<Cause> because;
};

}  // namespace comity::engine
