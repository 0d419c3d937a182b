// What the stages of from_syntax share: the files read, the names declared so far, the product growing, and how to say
// what is wrong. Each stage is one file and one function taking the unit; from_syntax.cpp lists them in order.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "meaning/from_syntax.h"
#include "syntax/tree.h"

namespace comity::meaning {

using diag::Code;
using diag::Saying;
namespace says = diag::says;
using syntax::Kind;
using syntax::Node;

struct NamedSource {
  std::string address;
  bool opened = false;
};

// SOURCE.toml of one instrument's folder.
struct InstrumentFile {
  std::string folder;
  Home home = shared;
  text::Span span;
  std::unordered_map<std::string, NamedSource> sources;
};

struct ParsedFile {
  text::FileId file = 0;
  std::string folder;
  std::uint32_t number = 0;      // into LawBase::files
  std::uint32_t instrument = 0;  // into LawBase::instruments
  Home home = shared;
  syntax::LawFile law;
};

struct TableFile {
  std::string path;
  text::FileId file = 0;
};

// One declaration of a law block, with all that holds where it stands.
struct Declaration {
  const Node* node = nullptr;
  const ParsedFile* from = nullptr;
  const syntax::Heading* heading = nullptr;
  std::uint32_t heading_order = 0;
  Home home = shared;
  Version version;
  bool dated = false, sourced = false, on_knowledge = false;
  std::string source;        // address
  std::string provision_id;  // RU/SK/158(1)#foreigners
  std::uint32_t provision = 0;
};

// A clause by where it stands, for whatever points at provisions.
struct ClauseRef {
  std::uint32_t function = 0, clause = 0;
};

struct Unit {
  const Options& options;
  text::SourceSet& sources;
  diag::Diagnostics& diagnostics;
  LawBase law;

  std::vector<InstrumentFile> instrument_files;  // beside law.instruments
  std::vector<ParsedFile> files;
  std::vector<TableFile> table_files;
  std::vector<Declaration> declarations;

  std::unordered_map<std::string, std::uint16_t> enums, records, members, tables;
  std::unordered_map<std::string, std::int32_t> places;       // codes and aliases
  std::unordered_set<std::string> own_codes;                  // of places, beside those of ISO 3166
  std::unordered_map<std::string, std::uint32_t> functions;   // home:name
  std::unordered_map<std::string, std::uint16_t> readings;    // home:name
  std::unordered_map<std::string, std::uint32_t> provisions;  // id
  std::unordered_map<std::string, std::uint32_t> bar_queries;  // by all they ask
  std::unordered_map<std::string, std::vector<ClauseRef>>
      under;                                    // a provision and every part of its id
  std::vector<std::uint16_t> family_of_module;  // by module: family or none16

  std::string trail;  // provision now being read, for diagnostics

  Unit(const Options& o, text::SourceSet& s, diag::Diagnostics& d)
      : options(o), sources(s), diagnostics(d) {}

  diag::Diagnostic& error(Code code, text::Span span, Saying message, Saying remedy = {});
  diag::Diagnostic& warning(Code code, text::Span span, Saying message, Saying remedy = {});
  std::string module_code(Home home) const;  // "RU"; empty for shared law
  bool is_module(Home home) const { return home < first_family; }
  bool is_family(Home home) const { return home >= first_family && home != shared; }
};

inline std::string keyed(Home home, std::string_view name) {
  return std::to_string(home) + ":" + std::string(name);
}

// ---- the tree, by name
const Node* part(const Node& declaration, Kind kind);                   // header part; nullptr
const Node* clause(const Node& declaration, std::string_view keyword);  // first clause; nullptr
void each_clause(const Node& declaration, std::string_view keyword,
                 const std::function<void(const Node&)>& visit);
std::string_view name_of(const Node& declaration);  // first name of the header
const Node* argument(const Node& declaration,
                     std::string_view keyword);  // first argument of a clause; nullptr
std::string_view word_of(const Node& declaration,
                         std::string_view keyword);  // its word, empty when there is none
// The text of a clause, both languages; 6004 where one is missing.
Text text_of(Unit& unit, const Node& declaration, std::string_view keyword);
Text text_in(Unit& unit, const Node& text);
base::Day day_in(const Node& declaration, std::string_view keyword, base::Day otherwise);

// The known name nearest to what was written, as a remedy; empty when none is near.
Saying did_you_mean(std::string_view written, const std::vector<std::string>& known);

// Words of a clause as numbers of an enum, as a set of bits; `all` is every value.
std::uint32_t enum_set(Unit& unit, const Node& clause, std::uint16_t enum_id);
int value_of(const Enum& of, std::string_view word);  // -1: none
std::vector<std::string> words_of(const Enum& of);
std::int32_t place_of(Unit& unit, std::string_view code, text::Span span);  // -1 after 3003
Saying describe(const Unit& unit, Type type);  // "a date", "a sex_marker"

}  // namespace comity::meaning
