// The law base, resolved and typed: what `law/` means, before it is a decision graph.
// Guarantees (once compile() found no error): every index is in range, every expression fits its place, versions of one
// clause do not overlap, no rule reaches itself, and all lists stand in an order that does not depend on the order of
// declarations inside a block: modules by place code, provisions by instrument, heading and paragraph, functions by
// their first provision. Leaves the graph to ir/from_meaning.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "meaning/examples.h"
#include "meaning/expression.h"
#include "meaning/type.h"

namespace comity::meaning {

// ---- the ontology (S2)
enum class Many : std::uint8_t { one, maybe, list, dated, dated_list };
enum class Who : std::uint8_t { given, chosen, official };
enum class Default : std::uint8_t { unknown, presumed, always };

struct EnumValue {
  std::string name;
  Text label;
};
struct Enum {
  std::string name;
  std::vector<EnumValue> values;
};
struct Field {
  std::string name;
  Type type;
  Many many = Many::one;
  Who who = Who::given;
  Default fallback = Default::unknown;
  std::uint16_t bound = 1, record = 0;
  std::uint32_t slots = 1, offset = 0;
  std::int32_t presumed = 0, ordinary = 0;
  bool has_ordinary = false;
  std::int32_t presumed_as = -1;    // the fact of the same record whose value it takes
  std::int32_t ordinary_years = 0;  // days: this many years before the celebration
  std::int32_t stands_for = -1;
  std::string absent;  // maybe: the word for "there is none"
  Text label, question, hint;
};
struct Record {
  std::string name;
  std::uint32_t first_field = 0, fields = 0, slots = 0;
  std::int32_t short_field = -1;
  std::string absent;
};
struct Place {
  std::string code, part_of;
  Text label;
  std::int32_t above = -1;  // index of the place it is a part of
  base::Day until = 0;
  bool by_part = false;
  text::Span span;
};
struct Alias {
  std::string from;
  std::int32_t place = -1;
};
struct Constraint {
  std::string name;
  std::uint16_t record = 0;
  Expr requires_;
  std::uint32_t frame = 1;
  Text says;
};

// ---- places, instruments, provisions (S1)
struct Module {
  std::string code;
  std::int32_t place = -1;
  base::Day covers_from = 0, recognition_from = 0;
  bool letter_is_case_law = false;
  std::uint16_t family = none16;
  bool own_law = true;                 // false: no folder of its own, every rule is the family's
  std::vector<std::uint32_t> bars;     // into LawBase::bars; families' too
  std::vector<std::uint32_t> members;  // by member: function or none
};
struct Family {
  std::string folder, name;  // name: of its table
  std::uint32_t table = none;
  base::Day covers_from = 0, recognition_from = 0;
  bool letter_is_case_law = false;
  bool gives_way = false;  // places with a folder of their own, or of another family, do not belong
  text::Span span;
};
struct Instrument {
  std::string id, number, source, language, cite;
  Text title;
  std::int32_t place = -1;
  base::Day adopted = 0, checked = 0, review_by = 0;
};
struct LawFile {
  std::string path;
  std::uint32_t instrument = 0;
};
struct Provision {
  std::string id, cite, source;
  Text text;
  std::uint32_t instrument = 0, file = 0, line = 0, column = 0;
  bool on_knowledge = false;
};

// ---- rules (S3, S4)
enum class ClauseKind : std::uint8_t { gives, leaves_open, leaves_to };
enum class Invalidity : std::uint8_t { valid, voidable, void_, non_existent };

struct Version {  // [from, until)
  base::Day from = base::first_day, until = base::last_day, enacted = base::first_day,
            reach = base::first_day;
};
struct Clause {
  ClauseKind kind = ClauseKind::gives;
  std::uint16_t guard = none16;
  std::uint32_t provision = none, exception_to = none;
  Version version;
  std::vector<Expr> scope, conditions;  // conjuncts
  std::optional<Expr> gives, otherwise, from, degree;
  std::uint32_t purposes = 0, carries = 0, closed_by = 0;
  Text says;
  std::vector<std::uint16_t> excluded_by;  // readings
  bool on_knowledge = false;
  text::Span span;
  std::uint32_t declaration = 0;  // offset of its declaration: clauses of one standard share it
};
enum class ParameterKind : std::uint8_t { marriage, spouse, element, value };
struct Parameter {
  std::string name;
  Type type;
  ParameterKind kind = ParameterKind::value;
};
// Whose rule: a module by its number, a family by its own above first_family, or shared by all.
using Home = std::uint16_t;
inline constexpr Home shared = none16, first_family = 0x8000;

struct Function {
  std::string name;
  Type type;
  Home home = shared;
  std::vector<Parameter> parameters;  // besides the marriage
  bool bar = false, term = false;
  std::vector<Clause> clauses;
  std::uint32_t frame = 1;
  text::Span span;
};
struct Bar {
  std::uint32_t function = 0;
  std::uint16_t kind = 0, degree = none16;
  Invalidity makes = Invalidity::void_;
  bool against_both = false, binds_couple = false;
  std::uint32_t provision = 0;
  Text undone_by, cured_by, says;
};
struct BarQuery {
  std::uint32_t kinds = none, invalidities = 0xff;
  std::vector<std::uint32_t> provisions;
  bool against_one = false, known_here = false, foreign = false;
  bool operator==(const BarQuery&) const = default;
};
struct Member {
  std::string name;
  Type type;
  std::vector<Parameter> parameters;
  Text says;
};

// ---- who reads it how (S5)
enum class Body : std::uint8_t { courts, authorities, legislature, doctrine, supervisors };
struct Reading {
  std::string id;
  Home home = shared;
  Text says;
  std::uint32_t provision = 0;
};
struct Holding {
  std::vector<std::uint16_t> readings;
  Body body = Body::courts;
  std::uint8_t rank = 0;
  std::uint16_t rank_word = 0, form = 0;
  bool judgment = false;
  Home home = shared;
  Text who;
  std::uint32_t purposes = 0;
  std::optional<Expr> where;
  std::uint32_t frame = 1;
  base::Day said = 0, until = base::last_day, reach = 0;
  std::string cite, source;
  std::uint32_t provision = 0;
  bool on_knowledge = false;
};
struct Searched {
  Home home = shared;
  Body body = Body::courts;
  base::Day on = 0;
};

// ---- the other declarations
struct Declared {
  Home home = shared;
  std::string name;
  Text by, says;
  base::Day on = 0;
  Expr states;
  std::uint32_t frame = 1, provision = 0;
};
struct Presumption {
  Home home = shared;
  std::uint32_t provision = 0, field = none;
  std::int32_t value = 0;
  std::optional<Expr> when;
  std::uint32_t frame = 1;
  Version version;
  Text rebutted_by, says;
};
struct Party {
  std::int32_t place = 0;
  base::Day from = 0, until = base::last_day;
};
struct Treaty {
  Home home = shared;
  std::string name;
  Text says;
  bool by_place = false, by_nationality = false;
  std::vector<Party> parties;
  std::string cite, source;
  std::uint32_t provision = 0;
};
enum class Join : std::uint8_t { at_least, at_most, disregard, instead, duty };
struct Overlay {
  Home home = shared;
  std::string name;
  Text says, executed;
  std::vector<Party> parties;
  std::uint32_t table = none;
  Join join = Join::duty;
  std::optional<Expr> effect, when;
  std::uint32_t kinds = 0, frame = 1, purposes = 0, binds = 0;
  base::Day said = 0, reach = 0, until = base::last_day;
  std::int32_t rank = 0;
  std::string cite, source;
  std::uint32_t provision = 0;
};
struct Exposure {
  Home home = shared;
  std::uint32_t provision = 0;
  std::uint16_t act = none16;
  std::string act_word, mode, kind, firm, topic, cite;
  std::optional<Expr> when;
  std::uint32_t frame = 1;
  Version version;
  Text who, effect;
  bool on_knowledge = false;
};
struct Topics {
  Home home = shared;
  std::vector<std::string> covered, not_covered;
  base::Day on = 0;
};
struct Note {
  Home home = shared;
  std::uint32_t provision = 0;
  std::optional<Expr> when;
  std::uint32_t frame = 1;
  Version version;
  Text says;
};
struct Act {
  Home home = shared;
  std::uint32_t provision = 0, acts = 0;
  bool constitutive = false;
  Version version;
  Text says;
};

// ---- tables (S9)
struct Column {
  std::string name;
  Type type;
};
struct Row {
  std::int32_t place = 0;
  base::Day from = base::first_day, until = base::last_day, enacted = base::first_day, checked = 0,
            review_by = 0;
  std::string provision, source, confidence;
  bool parts_too = true;
  std::vector<std::int32_t> cells;
  text::Span span;
};
struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<Row> rows;  // by place, then from
  bool absent_is_no = false;
};

// What the program itself looks up, by index.
struct Anchors {
  std::uint32_t record_case = none, record_celebration = none, record_spouse = none,
                record_between = none, record_earlier_union = none;
  std::uint32_t celebration = none, spouses = none, between = none, ceremonies = none, given = none,
                later = none, plans = none, question = none, slots = 0;
  std::uint16_t enum_purpose = none16, enum_act = none16, enum_plan_act = none16,
                enum_bar_kind = none16, enum_rank = none16, enum_form_of_act = none16,
                enum_invalidity = none16;
  std::uint16_t valid = none16, formally_valid = none16, may_marry = none16, degree = none16,
                recognition = none16, connecting = none16;
};

struct LawBase {
  std::vector<Enum> enums;
  std::vector<Record> records;
  std::vector<Field> fields;
  std::vector<Place> places;  // by code
  std::vector<Alias> aliases;
  std::vector<Constraint> constraints;
  std::vector<Module> modules;
  std::vector<Family> families;
  std::vector<Instrument> instruments;
  std::vector<LawFile> files;
  std::vector<Provision> provisions;
  std::vector<Function> functions;
  std::vector<Bar> bars;
  std::vector<BarQuery> bar_queries;
  std::vector<Member> members;
  std::vector<Reading> readings;
  std::vector<Holding> holdings;
  std::vector<Searched> searched;
  std::vector<Declared> declared;
  std::vector<Presumption> presumptions;
  std::vector<Treaty> treaties;
  std::vector<Overlay> overlays;
  std::vector<Exposure> exposures;
  std::vector<Topics> topics;
  std::vector<Note> notes;
  std::vector<Act> acts;
  std::vector<Table> tables;
  Anchors anchors;
  std::vector<Example> examples;  // not part of the pack
};

}  // namespace comity::meaning
