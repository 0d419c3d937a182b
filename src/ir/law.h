// The law base as one finite decision graph, shared per rule: nodes are hash-consed, and what differs between uses
// (which marriage, which spouse, as at which day, seen from which day) stands in a frame that binds parameters.
// `interp` evaluates it on a case with reasons; `exact` specialises it by the known facts.
// Guarantees (see verify.h): kids come before parents, every reference is in range, types fit, no rule reaches itself
// except through jurisdiction dispatch and incidental questions, whose depth is bounded.
// All structs are plain; Law is a set of views, so that the law pack is this memory, mapped.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "ir/ontology.h"

namespace comity::ir {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffff;
inline constexpr std::uint32_t none_u32 = 0xffffffff;

enum class Op : std::uint8_t {
  constant,  // value
  parameter,  // a: index in the frame (day, place, choice, effect); roles are read by `fact` and friends
  here,       // the jurisdiction whose rule this is
  fact,  // a: parameter holding a role, b: slot offset inside the role's record (of the case: absolute),
  //   ref: the field read, value: the field its path begins with; of what may be absent: whether it is there
  at,    // likewise, of a dated field; kids: day
  some,  // quantifier. a: role parameter holding the list's owner, b: slot offset of the list, ref: list field,
  every,  //   value: parameter index the element is bound to, kids: body [, day for dated lists]
  count,
  earliest,  // like count; kids: body, day [, day for dated lists]: the first such day, base::last_day where there is none
  latest,    // the last such day, base::first_day where there is none
  some_spouse,  // over the two spouses of the marriage in parameter a; value: parameter bound; kids: body
  every_spouse,
  includes,  // like fact for a list of scalars; kids: value looked for
  negation,  // kids: one
  all,       // kids: any number
  any,
  equal,   // kids: two
  before,  // kids: two days or numbers; strictly less
  shift,   // kids: day; a: amount as two's complement, b: base::Unit, ref: base::Rounding
  choose,  // kids: condition, then, otherwise
  larger,  // kids: two effects
  smaller,
  call,   // ref: function; kids: arguments by parameter order; role arguments are `role` nodes
  role,   // a: parameter of this frame passed on as a role (only as kid of call and under)
  under,  // ref: member; kids: place, as-at day, seen-from day, the marriage, arguments..; a: Renvoi, b: no_node or loop place node
  bars,  // ref: bar query; kids: [place, as-at, seen-from] when of a place or day, then role argument if against
  reading,      // ref: reading
  lookup,       // ref: table, a: column; kids: place, day
  listed,       // ref: table; kids: place, day
  within,       // kids: two places; the first is the second, or a part of it
  unknown_law,  // value: type; ref: string naming what is lacked; an open input labelled `law`
};

// The most parameters and bound variables one rule has.
inline constexpr std::uint32_t most_bindings = 24;

// Parameters every frame has besides its own: the governing day, the day it is seen from, the day asked, the forum.
inline constexpr std::uint32_t param_as_at = 0xfffffff0, param_seen_from = 0xfffffff1,
                               param_asked = 0xfffffff2, param_forum = 0xfffffff3;

enum class Renvoi : std::uint8_t { none, back, as_their_court };

struct Node {
  Op op = Op::constant;
  Base type = Base::yes_no;
  std::uint16_t ref = 0;
  Value value = 0;
  std::uint32_t a = 0, b = 0;
  std::uint32_t first_kid = 0, kids = 0;  // into Law::kids
};

// Days are [from, until); `enacted` when it became knowable; `reach` < from where retroactive.
struct Version {
  std::int32_t from = 0, until = 0, enacted = 0, reach = 0;
};

enum class ClauseKind : std::uint8_t { gives, leaves_open, leaves_to };

// One clause of a rule, in one dated version.
struct Clause {
  ClauseKind kind = ClauseKind::gives;
  std::uint16_t guard = 0xffff;           // reading under which it stands; 0xffff: none
  std::uint32_t provision = 0;            // into Law::provisions
  std::uint32_t exception_to = none_u32;  // provision whose clauses it displaces
  Version version;
  NodeId scope = no_node;      // `when`
  NodeId condition = no_node;  // `if` and not `unless`
  NodeId gives = no_node;
  NodeId otherwise = no_node;  // no_node: says nothing
  NodeId from = no_node;       // effect from
  NodeId degree = no_node;
  std::uint32_t purposes = 0;  // bit set of purposes named by `for`; 0: not a matter of purposes
  std::uint32_t carries = 0;   // bit set of purposes carried along
  Text says;                   // of the clause itself; of what is left open or to whom
  std::uint32_t first_exclusion = 0, exclusions = 0;  // readings that exclude it: Law::exclusions
  std::uint32_t closed_by = 0;                        // bit set of acts that exercise the power
  std::uint32_t on_knowledge = 0;                     // 1: rests on knowledge only
};

enum class ParameterKind : std::uint8_t { marriage, spouse, element, value };

// A rule, term or bar: named, typed, with parameters. Parameter 0 is always the marriage spoken of.
struct Function {
  Str name;
  Base type = Base::yes_no;
  std::uint16_t type_ref = 0;
  std::uint16_t module = 0;     // Law::modules
  std::uint8_t parameters = 1;  // including the marriage
  bool silent_is_no = false;    // bars: no clause speaking means "does not stand", not a gap
  bool term = false;            // a reading's clause replaces the others
  std::uint32_t first_clause = 0, clauses = 0;
  std::uint32_t frame = 1;  // parameters plus bound variables
};

enum class Invalidity : std::uint8_t { none, voidable, void_, non_existent };  // ordered by weight

// A bar to marriage: a function of yes_no with what it is.
struct Bar {
  std::uint32_t function = 0;
  std::uint16_t kind = 0;         // value of enum bar_kind
  std::uint16_t degree = 0xffff;  // value of enum kinship/affinity/adoption; 0xffff none
  Invalidity makes = Invalidity::void_;
  bool against_both = false;  // else against the spouse in parameter 1
  bool binds_couple = false;  // asked against one spouse, it is looked for in both
  std::uint32_t provision = 0;
  Text undone_by, cured_by, says;
};

struct BarQuery {
  std::uint32_t kinds = 0xffffffff;                   // bit set of bar kinds looked at
  std::uint32_t invalidities = 0xff;                  // bit set of Invalidity
  std::uint32_t first_provision = 0, provisions = 0;  // into Law::kids as provision ids; 0: any
  bool against_one = false;                           // kids end with a role
  bool known_here = false;  // only of kinds and degrees the asking module's own law has
  bool foreign = false;
};

enum class Body : std::uint8_t { courts, authorities, legislature, doctrine, supervisors };

struct Holding {
  std::uint32_t first_reading = 0, readings = 0;  // into Law::kids as reading ids; none: the letter
  Body body = Body::courts;
  std::uint8_t rank = 0;        // larger speaks over smaller
  std::uint16_t rank_word = 0;  // value of enum rank
  std::uint16_t form = 0;       // value of enum form_of_act
  bool judgment = false;        // reaches back as far as the text
  std::uint16_t module = 0;
  Text who;
  std::uint32_t purposes = 0;
  NodeId where = no_node;  // class of cases; frame of one marriage
  std::uint32_t frame = 1;
  std::int32_t said = 0, until = 0, reach = 0;
  Str cite, source;
  std::uint32_t provision = 0;  // where it stands in the law file
  std::uint32_t on_knowledge = 0;
};

struct Reading {
  Str id;  // RU/essence
  std::uint16_t module = 0;
  Text says;
  std::uint32_t provision = 0;
};

struct Searched {
  std::uint16_t module = 0;
  Body body = Body::courts;
  std::int32_t on = 0;
};

struct Declared {  // S16
  std::uint16_t module = 0;
  Str name;
  Text by, says;
  std::int32_t on = 0;
  NodeId states = no_node;
  std::uint32_t frame = 1;
  std::uint32_t provision = 0;
};

struct Presumption {  // S18: fills nothing; an answer that turns on the fact says what is presumed
  std::uint16_t module = 0;
  std::uint32_t provision = 0;
  std::uint32_t field = none_u32;  // into Law::fields
  Value value = 0;
  NodeId when = no_node;
  std::uint32_t frame = 1;
  Version version;
  Text rebutted_by, says;
};

struct Treaty {
  std::uint16_t module = 0;
  Str name;
  Text says;
  bool by_place = false, by_nationality = false;
  std::uint32_t first_party = 0, parties = 0;  // Law::parties
  Str cite, source;
  std::uint32_t provision = 0;
};

struct Party {
  Value place = 0;
  std::int32_t from = 0, until = 0;
};

enum class Join : std::uint8_t { at_least, at_most, disregard, instead, duty };

struct Overlay {
  std::uint16_t module = 0;
  Str name;
  Text says, executed;
  std::uint32_t first_party = 0, parties = 0;  // members
  std::uint32_t table = none_u32;              // members by a table
  Join join = Join::duty;
  NodeId effect = no_node;
  std::uint32_t kinds = 0;  // disregard: bit set of bar kinds
  NodeId when = no_node;
  std::uint32_t frame = 1;
  std::uint32_t purposes = 0;  // 0: all
  std::uint32_t binds = 0;     // bit set: 1 letter, 2 courts, 4 authorities
  std::int32_t said = 0, reach = 0, until = 0;
  std::int32_t rank = 0;
  Str cite, source;
  std::uint32_t provision = 0;
};

struct Exposure {
  std::uint16_t module = 0;
  std::uint32_t provision = 0;
  std::uint16_t act = 0;  // value of enum plan_act; 0xffff: whatever is planned
  Str act_word, mode, kind, firm, topic;
  NodeId when = no_node;
  std::uint32_t frame = 1;
  Version version;
  Text who, effect;
  Str cite;
  std::uint32_t on_knowledge = 0;
};

struct Topics {
  std::uint16_t module = 0;
  std::uint32_t first_covered = 0, covered = 0;  // Law::words
  std::uint32_t first_not = 0, not_covered = 0;
  std::int32_t on = 0;
};

struct Note {
  std::uint16_t module = 0;
  std::uint32_t provision = 0;
  NodeId when = no_node;
  std::uint32_t frame = 1;
  Version version;
  Text says;
};

struct Act {
  std::uint16_t module = 0;
  std::uint32_t provision = 0;
  std::uint32_t acts = 0;  // bit set of enum act
  bool constitutive = false;
  Version version;
  Text says;
};

struct Member {  // of the interface every module may implement
  Str name;
  Base type = Base::yes_no;
  std::uint16_t type_ref = 0;
  std::uint8_t parameters = 1;
  Text says;
};

struct Module {
  Value place = 0;
  std::uint32_t first_member = 0;  // Law::members_of[first_member + member] = function or none_u32
  std::uint32_t first_bar = 0, bars = 0;
  std::int32_t covers_from = 0;       // first day its domestic law is in the base
  std::int32_t recognition_from = 0;  // first day its recognition rules are in the base
  std::uint8_t letter_is_case_law = 0;
  std::uint16_t family = 0xffff;  // the family it belongs to
  std::uint32_t
      first_effect = 0,
      effects = 0;  // Law::members_of: functions on effects whose purposes its answers may follow
  std::uint8_t own_law =
      1;  // 0: every rule is the family's, and places are told apart by `here` only
  std::uint32_t acts_read = 0;  // bit set: acts since the wedding that recognition looks at
};

// Whose law a declaration is, in every `module` below and above: a number into Law::modules, a family's number from
// first_family on, or shared by all.
inline constexpr std::uint16_t first_family = 0x8000, shared_by_all = 0xffff;

struct Instrument {
  Str id;  // RU/SK
  Text title;
  Str number, source, language;
  Value place = 0;
  std::int32_t adopted = 0, checked = 0, review_by = 0;
};

struct LawFile {
  Str path;
  std::uint8_t sha256[32] = {};
  std::uint32_t instrument = 0;
};

struct Provision {
  Str id;      // RU/SK/158(1)
  Text text;   // paraphrase
  Str cite;    // "SK RF art. 158(1)"
  Str source;  // address of what was opened
  std::uint32_t instrument = 0;
  std::uint32_t file = 0, line = 0, column = 0;
  std::uint8_t on_knowledge = 0;
};

struct Column {
  Str name;
  Base type = Base::yes_no;
  std::uint16_t type_ref = 0;
};

struct Table {
  Str name;
  std::uint32_t first_column = 0, columns = 0;
  std::uint32_t first_row = 0, rows = 0;  // sorted by place, then from
  bool absent_is_no = false;
};

struct Row {
  Value place = 0;
  std::int32_t from = 0, until = 0, enacted = 0, checked = 0, review_by = 0;
  std::uint32_t first_cell = 0;  // Law::cells
  Str provision, source, confidence;
  std::uint32_t parts_too = 1;  // extent reaches the parts
};

struct Constraint {
  std::uint16_t record = 0;
  NodeId requires_ = no_node;
  std::uint32_t frame = 1;
  Text says;
};

// What is looked up by name at every question; filled by meaning, so that no back end searches strings.
struct Anchors {
  std::uint32_t record_case, record_celebration, record_spouse, record_between,
      record_earlier_union;
  std::uint32_t celebration, spouses, between, ceremonies, given, later, plans, question;  // slots
  std::uint32_t slots;  // of a whole case
  std::uint16_t enum_purpose, enum_act, enum_plan_act, enum_bar_kind, enum_rank, enum_form_of_act;
  std::uint16_t member_valid, member_formally_valid, member_may_marry, member_degree,
      member_recognition, member_connecting;
};

template <class T>
using View = std::span<const T>;

struct Law {
  std::string_view strings;
  View<EnumDef> enums;
  View<EnumValue> enum_values;
  View<Record> records;
  View<Field> fields;
  View<Place> places;
  View<Alias> aliases;
  View<Constraint> constraints;
  View<Node> nodes;
  View<std::uint32_t> kids;
  View<Clause> clauses;
  View<std::uint16_t> exclusions;
  View<Function> functions;
  View<Bar> bars;
  View<BarQuery> bar_queries;
  View<Reading> readings;
  View<Holding> holdings;
  View<Searched> searched;
  View<Declared> declared;
  View<Presumption> presumptions;
  View<Treaty> treaties;
  View<Party> parties;
  View<Overlay> overlays;
  View<Exposure> exposures;
  View<Topics> topics;
  View<Str> words;
  View<Note> notes;
  View<Act> acts;
  View<Member> members;
  View<std::uint32_t> members_of;
  View<Module> modules;
  View<Instrument> instruments;
  View<LawFile> files;
  View<Provision> provisions;
  View<Table> tables;
  View<Column> columns;
  View<Row> rows;
  View<Value> cells;
  Anchors anchors{};

  std::string_view str(Str s) const { return strings.substr(s.offset, s.length); }
  std::span<const std::uint32_t> kids_of(const Node& node) const {
    return kids.subspan(node.first_kid, node.kids);
  }
  const Module* module_of(Value place) const;  // nullptr: no module
  // Whether a declaration of this home is law of the module: its own, or of the family it belongs to.
  bool speaks_for(std::uint16_t home, std::uint16_t module) const {
    if (home == module) return home != shared_by_all;
    return module < modules.size() && modules[module].family != shared_by_all &&
           home == first_family + modules[module].family;
  }
};

// Lookup helpers over the ontology; all nullptr / -1 when there is none.
int field_named(const Law&, std::uint32_t record, std::string_view name);  // index into Law::fields
int enum_value(const Law&, std::uint32_t enum_id, std::string_view name);  // index within the enum
int place_named(const Law&, std::string_view code);                        // aliases resolved
std::string_view enum_word(const Law&, std::uint32_t enum_id, Value value);

}  // namespace comity::ir
