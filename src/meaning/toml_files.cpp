// SOURCE.toml and MODULE.toml: the instrument's and the module's own data.
// toml++ 3.3 asserts some of what a malformed file breaks, such as `[` at the end of a line; that is a finding, not a fault.
namespace comity::meaning {
struct NotToml {};
[[noreturn]] inline void not_toml() { throw NotToml{}; }
}  // namespace comity::meaning
#define TOML_ASSERT(expr) ((expr) ? void() : ::comity::meaning::not_toml())
#include <toml++/toml.h>

#include "meaning/stages.h"

#ifdef NDEBUG
#error "with NDEBUG toml++ takes its assertions for true instead of checking them"
#endif

namespace comity::meaning {

namespace {

// Offset of a one-based line and column counted in code points.
std::uint32_t offset_of(const text::Source& source, toml::source_position at) {
  if (at.line == 0 || at.line > source.lines.size()) return 0;
  std::uint32_t offset = source.lines[at.line - 1];
  for (toml::source_index column = 1; column < at.column && offset < source.bytes.size();
       ++column) {
    ++offset;
    while (offset < source.bytes.size() &&
           (static_cast<unsigned char>(source.bytes[offset]) & 0xC0) == 0x80)
      ++offset;
  }
  return offset;
}

struct Reader {
  Unit& unit;
  text::FileId file;
  const toml::table* table = nullptr;
  bool good = true;

  text::Span span(const toml::node* node) const {
    const text::Source& source = unit.sources[file];
    if (!node)
      return {file, 0,
              static_cast<std::uint32_t>(source.lines.size() > 1 ? source.lines[1] - 1
                                                                 : source.bytes.size())};
    std::uint32_t begin = offset_of(source, node->source().begin),
                  end = offset_of(source, node->source().end);
    return {file, begin, end > begin ? end : begin + 1};
  }
  void fault(const toml::node* node, Saying message, Saying remedy = {}) {
    unit.error(Code::source_file_missing, span(node), std::move(message), std::move(remedy));
    good = false;
  }
  std::string text(std::string_view key, bool needed) {
    const toml::node* node = table->get(key);
    if (!node) {
      if (needed) fault(nullptr, {says::is_missing, key}, {says::write_text_key, key});
      return {};
    }
    if (auto value = node->value<std::string>()) return *value;
    fault(node, {says::no_quoted_text, key});
    return {};
  }
  base::Day day(std::string_view key, bool needed) {
    const toml::node* node = table->get(key);
    if (!node) {
      if (needed) fault(nullptr, {says::is_missing, key}, {says::write_day_key, key});
      return base::first_day;
    }
    if (auto date = node->value<toml::date>())
      if (auto day_read = base::day_of(date->year, date->month, date->day)) return *day_read;
    fault(node, {says::no_date_key, key}, says::day_without_quotes);
    return base::first_day;
  }
  void known_keys(const toml::table& in, std::initializer_list<std::string_view> known) {
    for (auto&& [key, value] : in) {
      bool found = false;
      for (std::string_view k : known) found |= k == key.str();
      if (found) continue;
      std::vector<std::string> names(known.begin(), known.end());
      fault(&value, {says::no_key_of_file, key.str()}, did_you_mean(key.str(), names));
    }
  }
};

// Where a letter beyond ASCII stands outside texts and comments, which TOML has no place for; npos: nowhere. Asked before
// parsing, because toml++ 3.3 runs into what it holds for unreachable at some of these letters.
std::size_t stray_letter(std::string_view bytes) {
  std::string_view text_end;  // of the text we are in; "\n": of a comment
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::string_view rest = bytes.substr(at);
    if (!text_end.empty()) {
      if (text_end[0] == '"' && rest[0] == '\\') {
        ++at;  // the escaped character ends nothing
      } else if (rest.starts_with(text_end)) {
        at += text_end.size() - 1;
        text_end = {};
      } else if (rest[0] == '\n' && text_end.size() == 1) {
        text_end = {};  // one never closed: the parser will say so
      }
      continue;
    }
    if (static_cast<unsigned char>(rest[0]) >= 0x80) return at;
    for (std::string_view mark : {"\"\"\"", "'''", "\"", "'"})
      if (rest.starts_with(mark)) {
        text_end = mark;
        at += mark.size() - 1;
        break;
      }
    if (rest[0] == '#') text_end = "\n";
  }
  return std::string_view::npos;
}

template <class Read>
bool with_table(Unit& unit, text::FileId file, Read read) {
  Reader reader{unit, file};
  const std::string_view bytes = unit.sources[file].bytes;
  // A byte order mark is no letter.
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (std::size_t at = stray_letter(bytes.substr(mark)); at != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(at + mark);
    unit.error(Code::source_file_missing, {file, begin, begin + 1},
               {says::not_toml, "letters beyond ASCII stand in quotes only"});
    return false;
  }
  try {
    toml::table table = toml::parse(bytes);
    reader.table = &table;
    read(reader);
  } catch (const toml::parse_error& failure) {
    std::uint32_t begin = offset_of(unit.sources[file], failure.source().begin);
    unit.error(Code::source_file_missing, {file, begin, begin + 1},
               {says::not_toml, failure.description()});
    return false;
  } catch (const NotToml&) {
    unit.error(Code::source_file_missing, {file, 0, 1},
               {says::not_toml, "a table's name, a key or a value is missing"});
    return false;
  }
  return reader.good;
}

void read_sources(Reader& reader, InstrumentFile& file) {
  const toml::node* node = reader.table->get("sources");
  if (!node) return;
  const toml::table* sources = node->as_table();
  if (!sources) return reader.fault(node, says::sources_no_table, says::how_sources);
  for (auto&& [name, value] : *sources) {
    const toml::table* one = value.as_table();
    if (!one) {
      reader.fault(&value, {says::source_no_table, name.str()});
      continue;
    }
    reader.known_keys(*one, {"url", "what", "opened", "archived"});
    NamedSource source;
    if (auto url = (*one)["url"].value<std::string>()) source.address = *url;
    source.opened = (*one)["opened"].is_date();
    if (source.address.empty())
      if (auto what = (*one)["what"].value<std::string>()) source.address = *what;
    if (source.address.empty()) reader.fault(&value, {says::source_no_url, name.str()});
    file.sources.emplace(std::string(name.str()), std::move(source));
  }
}

}  // namespace

std::optional<ModuleFile> read_module_file(Unit& unit, text::FileId file, std::string folder) {
  ModuleFile made;
  made.folder = std::move(folder);
  bool good = with_table(unit, file, [&](Reader& reader) {
    made.span = reader.span(nullptr);
    reader.known_keys(*reader.table, {"place", "family", "gives_way", "covers_from",
                                      "recognition_from", "letter_is_case_law"});
    made.family = reader.text("family", false);
    made.place = reader.text("place", made.family.empty());
    if (!made.family.empty() && !made.place.empty())
      reader.fault(nullptr, says::place_and_family, says::leave_out_place_or_family);
    made.covers_from = reader.day("covers_from", true);
    made.recognition_from = reader.day("recognition_from", true);
    made.letter_is_case_law = (*reader.table)["letter_is_case_law"].value_or(false);
    made.gives_way = (*reader.table)["gives_way"].value_or(false);
  });
  return good ? std::optional(std::move(made)) : std::nullopt;
}

std::optional<InstrumentDraft> read_instrument_file(Unit& unit, text::FileId file,
                                                    std::string folder) {
  InstrumentDraft draft;
  draft.file.folder = std::move(folder);
  bool good = with_table(unit, file, [&](Reader& reader) {
    draft.file.span = reader.span(nullptr);
    reader.known_keys(*reader.table, {"key", "place", "title", "number", "adopted", "language",
                                      "cite", "checked", "review_by", "sources"});
    Instrument& i = draft.instrument;
    i.id = reader.text("key", true);
    draft.place = reader.text("place", false);
    i.number = reader.text("number", false);
    i.language = reader.text("language", false);
    i.cite = reader.text("cite", true);
    i.adopted = reader.day("adopted", true);
    i.checked = reader.day("checked", true);
    i.review_by = reader.day("review_by", true);
    if (const toml::node* review = reader.table->get("review_by"))
      draft.file.span = reader.span(review);
    const toml::node* title = reader.table->get("title");
    const toml::table* both = title ? title->as_table() : nullptr;
    if (!both) return reader.fault(title, says::title_in_both, says::how_a_title);
    i.title.en = (*both)["en"].value_or(std::string());
    i.title.ru = (*both)["ru"].value_or(std::string());
    if (i.title.en.empty() || i.title.ru.empty())
      unit.error(Code::translation_missing, reader.span(title), says::title_lacks_language);
    read_sources(reader, draft.file);
    for (auto& [name, source] : draft.file.sources)
      if (i.source.empty() || source.address < i.source) i.source = source.address;
  });
  return good ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace comity::meaning
