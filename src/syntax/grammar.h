// The grammar as a table: which declarations there are, what their headers hold, which clauses they take.
// The parser, the formatter, the completion of keywords and docs/language.md all read this one list.
#pragma once
#include <array>
#include <span>
#include <string_view>

namespace comity::syntax {

// What stands behind a clause's keyword.
enum class Shape {
  none,        // nothing
  expression,  // one expression
  text,        // en "..." ru "..."
  names,       // comma-separated words
  name,        // one word
  date,        // one date
  string,      // one text in quotation marks
  provisions,  // comma-separated provisions
  integer,     // one number
  value_at,    // PATH is VALUE      with spouses.0.sex is male
  value_name,  // NAME TEXT          value male en "male" ru "мужской"
  body,        // NAME NAME TEXT     by authorities desk en "..." ru "..."
  period,      // CODE from DATE [until DATE]
  expectation,  // STANCE OUTCOME [by PROVISION]   expect letter recognised by RU/SK/158(1); MEMBER yes|no|PLACE
  column,      // NAME : TYPE
  join,        // NAME [expression]  joins at_least marriage
  fact_value,  // PATH is EXPRESSION  presumes celebration.registered is yes
};

enum class Times { once, needed, many };  // at most once; exactly once; any number

struct ClauseForm {
  std::string_view
      keyword;  // several words are written with spaces here, underscores in Node::word
  Shape shape;
  Times times = Times::once;
};

// Header parts, in the order written; a part marked optional may be left out.
enum class Part { paragraph, name, names, parameters, type, degrees, against, to, like, of };

struct HeaderPart {
  Part part;
  bool optional = false;
};

struct DeclarationForm {
  std::string_view keyword;
  std::span<const HeaderPart> header;
  std::span<const ClauseForm> clauses;
  bool on_one_line = false;  // clauses follow the header on its own line: in force from D until D
};

constexpr const ClauseForm* clause_form(const DeclarationForm& form, std::string_view keyword) {
  for (const ClauseForm& clause : form.clauses)
    if (clause.keyword == keyword) return &clause;
  return nullptr;
}

namespace forms {
using P = Part;
using S = Shape;
using T = Times;

inline constexpr HeaderPart h_name[] = {{P::name}};
inline constexpr HeaderPart h_names[] = {{P::names}};
inline constexpr HeaderPart h_rule[] = {
    {P::paragraph, true}, {P::name}, {P::parameters, true}, {P::type}};
inline constexpr HeaderPart h_exception[] = {{P::paragraph, true}, {P::name}, {P::to}};
inline constexpr HeaderPart h_bar[] = {
    {P::paragraph, true}, {P::name}, {P::degrees, true}, {P::against}};
inline constexpr HeaderPart h_paragraph_name[] = {{P::paragraph, true}, {P::name}};
inline constexpr HeaderPart h_paragraph_names[] = {{P::paragraph, true}, {P::names}};
inline constexpr HeaderPart h_like[] = {{P::name}, {P::like, true}};
inline constexpr HeaderPart h_fact[] = {{P::name}, {P::of}, {P::type}};
inline constexpr HeaderPart h_constraint[] = {{P::name}, {P::of}};
inline constexpr HeaderPart h_interface[] = {{P::name}, {P::parameters, true}, {P::type}};

inline constexpr ClauseForm c_in_force[] = {{"from", S::date, T::needed},
                                            {"until", S::date},
                                            {"enacted", S::date},
                                            {"reaching back to", S::date}};
inline constexpr ClauseForm c_rule[] = {{"named", S::name},
                                        {"under reading", S::name},
                                        {"for", S::names},
                                        {"carrying", S::names},
                                        {"when", S::expression},
                                        {"gives", S::expression},
                                        {"from", S::expression},
                                        {"degree", S::expression},
                                        {"if", S::expression},
                                        {"unless", S::expression, T::many},
                                        {"otherwise", S::expression},
                                        {"leaves open", S::text},
                                        {"leaves to", S::text},
                                        {"closed by", S::names},
                                        {"says", S::text}};
inline constexpr ClauseForm c_bar[] = {{"named", S::name},
                                       {"under reading", S::name},
                                       {"makes", S::name, T::needed},
                                       {"undone by", S::text},
                                       {"binds", S::name},
                                       {"when", S::expression},
                                       {"if", S::expression},
                                       {"unless", S::expression, T::many},
                                       {"cured by", S::text},
                                       {"says", S::text}};
inline constexpr ClauseForm c_term[] = {
    {"under reading", S::name}, {"is", S::expression, T::needed}, {"says", S::text}};
inline constexpr ClauseForm c_standard[] = {{"named", S::name},
                                            {"when", S::expression},
                                            {"met when", S::expression, T::many},
                                            {"not met when", S::expression, T::many},
                                            {"leaves to", S::text, T::needed},
                                            {"closed by", S::names},
                                            {"says", S::text}};
inline constexpr ClauseForm c_presumption[] = {{"presumes", S::fact_value, T::needed},
                                               {"when", S::expression},
                                               {"rebutted by", S::text, T::needed},
                                               {"says", S::text}};
inline constexpr ClauseForm c_reading[] = {{"says", S::text, T::needed},
                                           {"excludes", S::provisions}};
inline constexpr ClauseForm c_holding[] = {
    {"by", S::body, T::needed},   {"form", S::name, T::needed},   {"for", S::names, T::needed},
    {"where", S::expression},     {"said", S::date, T::needed},   {"until", S::date},
    {"reaches back to", S::date}, {"cite", S::string, T::needed}, {"source", S::name, T::needed}};
inline constexpr ClauseForm c_searched[] = {{"on", S::date, T::needed}, {"for", S::names}};
inline constexpr ClauseForm c_purpose[] = {{"declared by", S::text, T::needed},
                                           {"on", S::date, T::needed},
                                           {"states", S::expression, T::needed},
                                           {"says", S::text, T::needed},
                                           {"source", S::name, T::needed}};
inline constexpr ClauseForm c_treaty[] = {{"says", S::text, T::needed},
                                          {"with", S::period, T::many},
                                          {"reaches", S::names, T::needed},
                                          {"cite", S::string, T::needed},
                                          {"source", S::name, T::needed}};
inline constexpr ClauseForm c_overlay[] = {
    {"says", S::text, T::needed},   {"members", S::name},
    {"with", S::period, T::many},   {"for", S::names},
    {"joins", S::join, T::needed},  {"when", S::expression},
    {"binds", S::names, T::needed}, {"said", S::date, T::needed},
    {"reaches back to", S::date},   {"until", S::date},
    {"rank", S::integer},           {"executed", S::text},
    {"cite", S::string, T::needed}, {"source", S::name, T::needed}};
inline constexpr ClauseForm c_exposure[] = {
    {"mode", S::name, T::needed},   {"kind", S::name, T::needed}, {"firm", S::name, T::needed},
    {"topic", S::name, T::needed},  {"when", S::expression},      {"who", S::text, T::needed},
    {"effect", S::text, T::needed}, {"cite", S::string}};
inline constexpr ClauseForm c_topics[] = {
    {"covered", S::names, T::needed}, {"not covered", S::names}, {"on", S::date, T::needed}};
inline constexpr ClauseForm c_note[] = {{"when", S::expression}, {"says", S::text, T::needed}};
inline constexpr ClauseForm c_act[] = {{"effect", S::name, T::needed},
                                       {"says", S::text, T::needed}};
inline constexpr ClauseForm c_couple[] = {{"with", S::value_at, T::many}};
inline constexpr ClauseForm c_example[] = {
    {"says", S::text, T::needed}, {"with", S::value_at, T::many},
    {"forum", S::expression},     {"on", S::date},
    {"known on", S::date},        {"purpose", S::name},
    {"assume", S::name},          {"expect", S::expectation, T::many},
    {"verdict", S::name},         {"source", S::name}};
inline constexpr ClauseForm c_enum[] = {{"value", S::value_name, T::many}, {"says", S::text}};
inline constexpr ClauseForm c_record[] = {
    {"short", S::name}, {"absent", S::name}, {"says", S::text}};
inline constexpr ClauseForm c_fact[] = {
    {"presumed", S::expression}, {"left out means", S::expression},
    {"ordinary", S::expression}, {"who", S::name},
    {"asks", S::text},           {"hint", S::text},
    {"stands for", S::name},     {"says", S::text}};
inline constexpr ClauseForm c_constraint[] = {{"requires", S::expression, T::needed},
                                              {"says", S::text, T::needed}};
inline constexpr ClauseForm c_interface[] = {{"says", S::text, T::needed}};
inline constexpr ClauseForm c_table[] = {{"file", S::string, T::needed},
                                         {"column", S::column, T::many},
                                         {"absent", S::name},
                                         {"says", S::text}};
inline constexpr ClauseForm c_places[] = {{"file", S::string, T::needed}, {"own", S::string}};
}  // namespace forms

inline constexpr DeclarationForm declaration_forms[] = {
    {"in force", {}, forms::c_in_force, true},
    {"source", forms::h_name, {}},
    {"rule", forms::h_rule, forms::c_rule},
    {"exception", forms::h_exception, forms::c_rule},
    {"bar", forms::h_bar, forms::c_bar},
    {"term", forms::h_rule, forms::c_term},
    {"standard", forms::h_rule, forms::c_standard},
    {"presumption", forms::h_paragraph_name, forms::c_presumption},
    {"reading", forms::h_name, forms::c_reading},
    {"holding", forms::h_names, forms::c_holding},
    {"searched", forms::h_names, forms::c_searched},
    {"purpose", forms::h_name, forms::c_purpose},
    {"treaty", forms::h_name, forms::c_treaty},
    {"overlay", forms::h_name, forms::c_overlay},
    {"exposure", forms::h_paragraph_name, forms::c_exposure},
    {"topics", {}, forms::c_topics},
    {"note", forms::h_paragraph_name, forms::c_note},
    {"act", forms::h_paragraph_names, forms::c_act},
    {"couple", forms::h_like, forms::c_couple},
    {"example", forms::h_like, forms::c_example},
    {"enum", forms::h_name, forms::c_enum},
    {"record", forms::h_name, forms::c_record},
    {"fact", forms::h_fact, forms::c_fact},
    {"constraint", forms::h_constraint, forms::c_constraint},
    {"interface", forms::h_interface, forms::c_interface},
    {"table", forms::h_name, forms::c_table},
    {"places", {}, forms::c_places},
};

}  // namespace comity::syntax
