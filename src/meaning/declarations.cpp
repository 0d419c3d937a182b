// Every declaration with what holds where it stands: its provision, its dates of force, its source. Then all provisions
// in their one order: instruments by key, headings as they stand, paragraphs as people number them.
#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "meaning/stages.h"

namespace comity::meaning {

namespace {

constexpr std::string_view dated_keywords[] = {
    "rule", "exception", "bar", "term", "standard", "presumption", "exposure", "note", "act"};

bool needs_dates(std::string_view keyword) {
  return std::find(std::begin(dated_keywords), std::end(dated_keywords), keyword) !=
         std::end(dated_keywords);
}

// What `in force` and `source` said last in this block.
struct Standing {
  Version version;
  bool dated = false, sourced = false, on_knowledge = false;
  std::string source;
};

struct Gatherer {
  Unit& unit;

  void in_force(const Node& node, Standing& standing) {
    Version v;
    v.from = day_in(node, "from", base::first_day);
    v.until = day_in(node, "until", base::last_day);
    v.enacted = day_in(node, "enacted", v.from);
    v.reach = day_in(node, "reaching_back_to", v.from);
    if (v.until <= v.from)
      unit.error(Code::period_reversed, node.span,
                 {says::period_ends_and_begins, base::to_string(v.until), base::to_string(v.from)});
    if (v.reach > v.from)
      unit.error(Code::period_reversed, node.span,
                 {says::reaches_forward, base::to_string(v.reach)});
    standing.version = v, standing.dated = true;
  }

  // The instrument's source of a name; `knowledge` is none opened.
  bool find_source(const ParsedFile& file, const Node& name, std::string& address,
                   bool& on_knowledge) {
    on_knowledge = true;
    address.clear();
    if (name.word == "knowledge") return true;
    const auto& sources = unit.instrument_files[file.instrument].sources;
    auto found = sources.find(name.word);
    if (found == sources.end()) {
      std::vector<std::string> known{"knowledge"};
      for (auto& [known_name, source] : sources) known.push_back(known_name);
      std::sort(known.begin(), known.end());
      unit.error(Code::unknown_name, name.span, {says::no_source_named, name.word},
                 did_you_mean(name.word, known));
      return false;
    }
    address = found->second.address;
    on_knowledge = !found->second.opened;
    return true;
  }

  void declaration(const ParsedFile& file, const Node& block, const syntax::Heading* heading,
                   std::uint32_t order, const Node& node, const Standing& standing) {
    Declaration made;
    made.node = &node, made.from = &file, made.heading = heading, made.heading_order = order,
    made.home = file.home;
    made.version = standing.version, made.dated = standing.dated;
    made.sourced = standing.sourced, made.on_knowledge = standing.on_knowledge,
    made.source = standing.source;
    made.provision_id = block.word;
    if (const Node* paragraph = part(node, Kind::paragraph))
      made.provision_id += "(" + paragraph->word + ")";
    if (auto named = word_of(node, "named"); !named.empty())
      made.provision_id += "#" + std::string(named);
    unit.trail = made.provision_id;
    if (const Node* source = argument(node, "source"); source && node.word != "example") {
      made.sourced = find_source(file, *source, made.source, made.on_knowledge);
    } else if (needs_dates(node.word)) {
      const Node* name = part(node, Kind::name);
      text::Span where =
          name ? name->span : text::Span{node.span.file, node.span.begin, node.span.begin + 1};
      if (!standing.dated)
        unit.error(Code::no_version, where, says::no_in_force, says::write_in_force);
      if (!standing.sourced)
        unit.error(Code::source_missing, where, says::no_source_above, says::name_a_source);
    }
    unit.declarations.push_back(std::move(made));
  }

  void block(const ParsedFile& file, const Node& block, std::uint32_t& order) {
    const syntax::Heading* heading = nullptr;
    std::uint32_t number = order;
    for (const syntax::Heading& h : file.law.headings) {
      if (h.span.begin > block.span.begin) break;
      if (h.provision == block.word)
        heading = &h, number = order + static_cast<std::uint32_t>(&h - file.law.headings.data());
    }
    Standing standing;
    for (const Node& node : block.kids) {
      unit.trail = block.word;
      if (node.word == "in_force") {
        in_force(node, standing);
      } else if (node.word == "source") {
        if (const Node* name = part(node, Kind::name))
          standing.sourced =
              find_source(file, *name, standing.source, standing.on_knowledge) || standing.sourced;
        if (!standing.sourced) standing.sourced = true;  // said already that it is not known
      } else {
        declaration(file, block, heading, number, node, standing);
      }
    }
  }
};

// 2 before 10, (a) after (1), and what is named after what is not.
int compare_numbers(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      std::size_t x = i, y = j;
      while (x < a.size() && digit(a[x])) ++x;
      while (y < b.size() && digit(b[y])) ++y;
      std::string_view left = a.substr(i, x - i), right = b.substr(j, y - j);
      while (left.size() > 1 && left[0] == '0') left.remove_prefix(1);
      while (right.size() > 1 && right[0] == '0') right.remove_prefix(1);
      if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
      if (int c = left.compare(right)) return c;
      i = x, j = y;
    } else {
      if (a[i] != b[j]) return a[i] < b[j] ? -1 : 1;
      ++i, ++j;
    }
  }
  return a.size() - i == b.size() - j ? 0 : a.size() - i < b.size() - j ? -1 : 1;
}

struct ProvisionDraft {
  std::string id;
  std::uint32_t instrument, order;
  std::size_t heading;      // length of the heading's own id
  const Declaration* from;  // nullptr: of the heading alone
  const ParsedFile* file;
  const syntax::Heading* text;
  text::Span span;
};

std::string citation(const Instrument& instrument, std::string_view id) {
  std::string number(id.substr(std::min(id.size(), instrument.id.size() + 1)));
  number = number.substr(0, number.find('#'));
  std::string cite = instrument.cite;
  auto hole = cite.find("{}");
  return hole == std::string::npos ? cite + " " + number : cite.replace(hole, 2, number);
}

bool under_reading(const Node& declaration) {
  return std::any_of(declaration.kids.begin(), declaration.kids.end(),
                     [](const Node& kid) { return kid.word == "under_reading"; });
}

// Two declarations alike in everything else are told apart by their own words.
int compare_words(const Node& a, const Node& b) {
  if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
  if (int words = a.word.compare(b.word)) return words;
  for (std::size_t i = 0; i < std::min(a.kids.size(), b.kids.size()); ++i)
    if (int kids = compare_words(a.kids[i], b.kids[i])) return kids;
  return a.kids.size() == b.kids.size() ? 0 : a.kids.size() < b.kids.size() ? -1 : 1;
}

}  // namespace

void gather_declarations(Unit& unit) {
  Gatherer gatherer{unit};
  std::uint32_t order = 0;
  for (const ParsedFile& file : unit.files) {
    for (const Node& block : file.law.tree.kids) gatherer.block(file, block, order);
    order += static_cast<std::uint32_t>(file.law.headings.size()) + 1;
  }
}

void number_provisions(Unit& unit) {
  std::vector<ProvisionDraft> drafts;
  std::unordered_map<std::string, std::size_t> seen;
  auto add = [&](ProvisionDraft draft) {
    auto [at, is_new] = seen.try_emplace(draft.id, drafts.size());
    if (is_new) drafts.push_back(std::move(draft));
  };
  for (const Declaration& d : unit.declarations)
    add({d.provision_id, d.from->instrument, d.heading_order,
         d.heading ? d.heading->provision.size() : d.provision_id.size(), &d, d.from, d.heading,
         d.node->span});
  std::uint32_t order = 0;
  for (const ParsedFile& file : unit.files) {
    for (std::size_t h = 0; h < file.law.headings.size(); ++h) {
      const syntax::Heading& heading = file.law.headings[h];
      if (!heading.provision.empty())
        add({heading.provision, file.instrument, order + static_cast<std::uint32_t>(h),
             heading.provision.size(), nullptr, &file, &heading, heading.span});
    }
    order += static_cast<std::uint32_t>(file.law.headings.size()) + 1;
  }
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const ProvisionDraft& a, const ProvisionDraft& b) {
                     if (a.instrument != b.instrument) return a.instrument < b.instrument;
                     if (a.order != b.order) return a.order < b.order;
                     return compare_numbers(std::string_view(a.id).substr(a.heading),
                                            std::string_view(b.id).substr(b.heading)) < 0;
                   });
  for (const ProvisionDraft& draft : drafts) {
    const Instrument& instrument = unit.law.instruments[draft.instrument];
    Provision made;
    made.id = draft.id;
    made.cite = citation(instrument, draft.id);
    if (draft.text) made.text = {draft.text->text_en, draft.text->text_ru};
    if (draft.from)
      made.source = draft.from->source,
      made.on_knowledge = draft.from->sourced && draft.from->on_knowledge;
    made.instrument = draft.instrument, made.file = draft.file->number;
    text::LineColumn at = unit.sources.place(draft.file->file, draft.span.begin);
    made.line = at.line, made.column = at.column;
    unit.provisions.emplace(made.id, static_cast<std::uint32_t>(unit.law.provisions.size()));
    unit.law.provisions.push_back(std::move(made));
  }
  for (Declaration& d : unit.declarations) d.provision = unit.provisions.at(d.provision_id);
  // From here on, declarations stand in an order that does not depend on where in a block they were written.
  std::stable_sort(unit.declarations.begin(), unit.declarations.end(),
                   [&](const Declaration& a, const Declaration& b) {
                     auto key = [](const Declaration& d) {
                       return std::tuple(d.provision, std::string_view(d.node->word),
                                         name_of(*d.node), d.version.from, d.version.until,
                                         under_reading(*d.node));
                     };
                     auto left = key(a), right = key(b);
                     if (left != right) return left < right;
                     // A reading's name stands once: of two, the later in the text is at fault.
                     return a.node->word != "reading" && compare_words(*a.node, *b.node) < 0;
                   });
}

void check_texts(Unit& unit) {
  std::vector<std::uint8_t> said(unit.law.provisions.size(), 0);
  for (const Declaration& d : unit.declarations) {
    if (d.home == shared || !d.heading || !needs_dates(d.node->word)) continue;
    std::uint32_t heading = unit.provisions.count(d.heading->provision)
                                ? unit.provisions.at(d.heading->provision)
                                : d.provision;
    if (std::exchange(said[heading], 1) ||
        (!d.heading->text_en.empty() && !d.heading->text_ru.empty()))
      continue;
    unit.trail = d.heading->provision;
    bool english = d.heading->text_en.empty();
    unit.error(Code::translation_missing, d.heading->span,
               english ? says::no_english_text : says::no_russian_text,
               english ? says::write_a_paragraph : says::write_a_block_quote);
  }
}

void check_staleness(Unit& unit) {
  if (!unit.options.today) return;
  unit.trail.clear();
  for (std::size_t i = 0; i < unit.law.instruments.size(); ++i) {
    const Instrument& instrument = unit.law.instruments[i];
    if (instrument.review_by >= *unit.options.today) continue;
    unit.warning(Code::stale, unit.instrument_files[i].span,
                 {says::was_to_be_reviewed, instrument.id, base::to_string(instrument.review_by)},
                 says::check_against_sources);
  }
  std::set<std::pair<text::FileId, std::uint32_t>>
      said;  // a row that reaches parts stands there again
  for (const Table& table : unit.law.tables)
    for (const Row& row : table.rows)
      if (row.review_by != 0 && row.review_by < *unit.options.today &&
          said.emplace(row.span.file, row.span.begin).second)
        unit.warning(Code::stale, row.span,
                     {says::row_was_to_be_reviewed, table.name, base::to_string(row.review_by)},
                     says::check_against_source);
}

}  // namespace comity::meaning
