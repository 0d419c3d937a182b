// The folder's files, sorted into modules, instruments, law text and tables. A folder at the top with a MODULE.toml is
// a place's module or a family; one without is shared by all.
#include <algorithm>
#include <map>

#include "meaning/csv.h"
#include "meaning/stages.h"
#include "syntax/parse.h"

namespace comity::meaning {

namespace {

std::string folder_of(std::string_view path) {
  auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string top_of(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

struct Loader {
  Unit& unit;
  std::vector<std::pair<std::string, text::FileId>> law_files, toml_modules, toml_sources, tables;
  std::map<std::string, Home> homes;                 // top folder -> home
  std::map<std::string, std::uint32_t> instruments;  // folder -> instrument

  void sort_out(std::vector<InputFile> files) {
    std::sort(files.begin(), files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    for (InputFile& input : files) {
      std::string shown =
          unit.options.root.empty() ? input.path : unit.options.root + "/" + input.path;
      text::FileId id = unit.sources.add(std::move(shown), std::move(input.bytes));
      std::string_view path = input.path, name = path.substr(path.rfind('/') + 1);
      if (name == "MODULE.toml")
        toml_modules.emplace_back(input.path, id);
      else if (name == "SOURCE.toml")
        toml_sources.emplace_back(input.path, id);
      else if (name.ends_with(".law.md"))
        law_files.emplace_back(input.path, id);
      else if (name.ends_with(".csv"))
        unit.table_files.push_back({input.path, id});
    }
  }

  void read_modules(std::vector<ModuleFile>& modules) {
    for (auto& [path, id] : toml_modules)
      if (auto made = read_module_file(unit, id, folder_of(path)))
        modules.push_back(std::move(*made));
  }

  void read_instruments(std::vector<InstrumentDraft>& drafts) {
    for (auto& [path, id] : toml_sources)
      if (auto made = read_instrument_file(unit, id, folder_of(path)))
        drafts.push_back(std::move(*made));
    std::sort(drafts.begin(), drafts.end(), [](const InstrumentDraft& a, const InstrumentDraft& b) {
      return a.instrument.id < b.instrument.id;
    });
    for (std::size_t i = 1; i < drafts.size(); ++i)
      if (drafts[i].instrument.id == drafts[i - 1].instrument.id)
        unit.error(Code::name_twice, drafts[i].file.span,
                   {says::key_of_another, drafts[i].instrument.id})
            .labels.push_back({drafts[i - 1].file.span, says::declared_here_first});
  }

  void parse_law() {
    unit.files.reserve(law_files.size());
    for (auto& [path, id] : law_files) {
      auto home = homes.find(top_of(path));
      auto instrument = instruments.find(folder_of(path));
      if (instrument == instruments.end()) {
        unit.error(Code::source_file_missing, {id, 0, 1}, says::folder_without_source,
                   {says::write_source_toml, folder_of(path)});
        continue;
      }
      ParsedFile file;
      file.file = id;
      file.folder = folder_of(path);
      file.home = home == homes.end() ? shared : home->second;
      file.instrument = instrument->second;
      file.number = static_cast<std::uint32_t>(unit.law.files.size());
      unit.law.files.push_back({unit.sources[id].path, file.instrument});
      file.law = syntax::parse_law_file(unit.sources, id, unit.law.instruments[file.instrument].id,
                                        unit.diagnostics);
      unit.files.push_back(std::move(file));
    }
  }
};

// nullptr after a diagnostic.
const TableFile* file_beside(Unit& unit, const ParsedFile& file, const Node& name) {
  auto table =
      std::find_if(unit.table_files.begin(), unit.table_files.end(),
                   [&](const TableFile& t) { return t.path == file.folder + "/" + name.word; });
  if (table != unit.table_files.end()) return &*table;
  unit.error(Code::unknown_name, name.span, {says::no_file_beside, name.word});
  return nullptr;
}

// Codes that are the base's own, each with the reason why ISO's would not do.
void read_own_codes(Unit& unit, const ParsedFile& file, const Node& name) {
  const TableFile* table = file_beside(unit, file, name);
  if (!table) return;
  const Csv csv = read_csv(unit.sources, table->file, unit.diagnostics);
  const int code = csv.column("code");
  for (std::string_view wanted : {"code", "en", "ru"})
    if (csv.column(wanted) < 0)
      unit.error(Code::unknown_name, {table->file, 0, 1}, {says::places_without_column, wanted});
  if (code < 0) return;
  for (const auto& row : csv.rows) unit.own_codes.insert(row[static_cast<std::size_t>(code)].text);
}

// Places come first of all: their numbers are their order by code.
void read_places(Unit& unit) {
  struct Draft {
    Place place;
    text::Span above;
  };
  std::vector<Draft> drafts;
  std::vector<std::pair<std::string, CsvCell>> aliases;
  each_declaration(unit, "places", [&](ParsedFile& file, const Node&, const Node& declaration) {
    if (const Node* own = argument(declaration, "own")) read_own_codes(unit, file, *own);
    const Node* name = argument(declaration, "file");
    const TableFile* table = name ? file_beside(unit, file, *name) : nullptr;
    if (!table) return;
    Csv csv = read_csv(unit.sources, table->file, unit.diagnostics);
    int at[7], i = 0;
    for (std::string_view wanted :
         {"code", "part_of", "until", "by_part", "alias_of", "en", "ru"}) {
      at[i] = csv.column(wanted);
      if (at[i++] < 0) {
        unit.error(Code::unknown_name, {table->file, 0, 1}, {says::places_without_column, wanted});
        return;
      }
    }
    for (auto& row : csv.rows) {
      auto cell = [&](int c) -> CsvCell& { return row[static_cast<std::size_t>(at[c])]; };
      if (!cell(4).text.empty()) {
        aliases.emplace_back(cell(0).text, cell(4));
        continue;
      }
      Place place;
      place.code = cell(0).text, place.part_of = cell(1).text,
      place.label = {cell(5).text, cell(6).text};
      place.by_part = cell(3).text == "yes";
      place.span = cell(0).span;
      if (!cell(2).text.empty()) {
        auto day = base::parse_day(cell(2).text);
        if (!day) unit.error(Code::impossible_date, cell(2).span, {says::is_no_date, cell(2).text});
        place.until = day.value_or(0);
      }
      drafts.push_back({std::move(place), cell(1).span});
    }
  });
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.place.code < b.place.code; });
  for (Draft& draft : drafts) {
    if (!unit.places.emplace(draft.place.code, static_cast<std::int32_t>(unit.law.places.size()))
             .second)
      unit.error(Code::name_twice, draft.above, {says::place_listed_twice, draft.place.code});
    unit.law.places.push_back(std::move(draft.place));
  }
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (!unit.law.places[i].part_of.empty())
      unit.law.places[i].above = place_of(unit, unit.law.places[i].part_of, drafts[i].above);
  for (auto& [from, cell] : aliases)
    unit.law.aliases.push_back({from, place_of(unit, cell.text, cell.span)});
  std::sort(unit.law.aliases.begin(), unit.law.aliases.end(),
            [](const Alias& a, const Alias& b) { return a.from < b.from; });
  for (const Alias& alias : unit.law.aliases) unit.places.emplace(alias.from, alias.place);
}

}  // namespace

void read_files(Unit& unit, std::vector<InputFile> files) {
  Loader loader{unit, {}, {}, {}, {}, {}, {}};
  loader.sort_out(std::move(files));
  std::vector<ModuleFile> modules;
  std::vector<InstrumentDraft> drafts;
  loader.read_modules(modules);
  loader.read_instruments(drafts);
  // Modules by code: the order of places, which are sorted by code too.
  std::stable_sort(modules.begin(), modules.end(),
                   [](const ModuleFile& a, const ModuleFile& b) { return a.place < b.place; });
  std::stable_partition(modules.begin(), modules.end(),
                        [](const ModuleFile& m) { return m.family.empty(); });
  for (ModuleFile& module : modules) {
    loader.homes[module.folder] = module.family.empty()
                                      ? static_cast<Home>(unit.law.modules.size())
                                      : static_cast<Home>(first_family + unit.law.families.size());
    if (module.family.empty()) {
      Module made;
      made.code = module.place;
      made.covers_from = module.covers_from, made.recognition_from = module.recognition_from;
      made.letter_is_case_law = module.letter_is_case_law;
      if (!unit.law.modules.empty() && unit.law.modules.back().code == made.code)
        unit.error(Code::name_twice, module.span, {says::two_modules, made.code});
      unit.law.modules.push_back(std::move(made));
    } else {
      Family family;
      family.folder = module.folder, family.name = module.family, family.span = module.span;
      family.covers_from = module.covers_from, family.recognition_from = module.recognition_from;
      family.letter_is_case_law = module.letter_is_case_law, family.gives_way = module.gives_way;
      unit.law.families.push_back(std::move(family));
    }
  }
  for (InstrumentDraft& draft : drafts) {
    auto home = loader.homes.find(top_of(draft.file.folder));
    draft.file.home = home == loader.homes.end() ? shared : home->second;
    loader.instruments[draft.file.folder] = static_cast<std::uint32_t>(unit.law.instruments.size());
    unit.law.instruments.push_back(std::move(draft.instrument));
    unit.instrument_files.push_back(std::move(draft.file));
  }
  loader.parse_law();
  read_places(unit);
  for (ModuleFile& module : modules)
    if (module.family.empty())
      unit.law.modules[loader.homes[module.folder]].place =
          place_of(unit, module.place, module.span);
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (!drafts[i].place.empty())
      unit.law.instruments[i].place =
          place_of(unit, drafts[i].place, unit.instrument_files[i].span);
}

}  // namespace comity::meaning
