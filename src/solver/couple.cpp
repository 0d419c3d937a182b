#include "solver/couple.h"

#include <algorithm>
#include <map>

#include "casefile/case.h"
#include "casefile/document.h"
#include "ir/paths.h"
#include "solver/questions.h"

namespace comity::solver {

namespace {

casefile::Node node_of(const std::string& value) {
  return value == "[]" ? casefile::list({}) : casefile::scalar(value);
}

bool below(std::string_view path, std::string_view list) {
  return path.size() > list.size() && path.starts_with(list) && path[list.size()] == '.';
}

// What a variable of a whole list or of a thing that may be absent says of the paths below it.
struct Holders {
  std::map<std::string, ir::Value> lengths;
  std::map<std::string, bool> there;

  bool has(const std::string& path) const {
    for (const auto& [list, length] : lengths) {
      if (!below(path, list)) continue;
      auto index = std::stol(path.substr(list.size() + 1));
      if (index >= length) return false;
    }
    return std::ranges::none_of(
        there, [&](const auto& it) { return !it.second && below(path, it.first); });
  }
};

bool counts_elements(const ir::Law& law, const interp::Variable& v) {
  const ir::Field* field = ir::field_at(law, v.slot);
  return field && (field->many == ir::Many::list || field->many == ir::Many::dated_list) &&
         v.type == ir::Base::integer && field->base != ir::Base::integer;
}

bool tells_presence(const ir::Law& law, const interp::Variable& v) {
  const ir::Field* field = ir::field_at(law, v.slot);
  return field && field->many == ir::Many::maybe && v.type == ir::Base::yes_no;
}

std::string absent_word(const ir::Law& law, std::uint32_t slot) {
  const ir::Field* field = ir::field_at(law, slot);
  return std::string(law.str(law.records[field->ref].absent));
}

// The first fact of a record that has words of its own, to name an element of which nothing else is told.
std::pair<std::string, std::string> token(const ir::Law& law, std::uint32_t slot) {
  const ir::Record& record = law.records[ir::field_at(law, slot)->ref];
  for (std::uint32_t f = record.first_field; f < record.first_field + record.fields; ++f)
    if (law.fields[f].base == ir::Base::choice && law.fields[f].many == ir::Many::one)
      return {std::string(law.str(law.fields[f].name)),
              std::string(ir::enum_word(law, law.fields[f].ref, 0))};
  return {};
}

}  // namespace

std::string word_of(const ir::Law& law, const interp::Variable& variable, ir::Value value) {
  switch (variable.type) {
    case ir::Base::yes_no:
      return value ? "yes" : "no";
    case ir::Base::day:
      return base::to_string(value);
    case ir::Base::choice:
      return std::string(ir::enum_word(law, variable.ref, value));
    case ir::Base::place:
      return value >= 0 && static_cast<std::size_t>(value) < law.places.size()
                 ? std::string(law.str(law.places[static_cast<std::size_t>(value)].code))
                 : "unknown";
    case ir::Base::integer:
    case ir::Base::decimal:
    case ir::Base::word:
    case ir::Base::prose:
    case ir::Base::record:
    case ir::Base::effect:
      break;
  }
  return std::to_string(value);
}

const Told* find(const Couple& couple, std::string_view path) {
  auto at = std::ranges::find(couple, path, &Told::path);
  return at == couple.end() ? nullptr : &*at;
}

void set(Couple& couple, std::string path, std::string value) {
  auto at = std::ranges::find(couple, path, &Told::path);
  if (at == couple.end())
    couple.push_back({std::move(path), std::move(value), true});
  else
    at->value = std::move(value);
}

Couple couple_of(const ir::Law& law, const interp::Inputs& inputs,
                 const exact::Completion& completion, const Couple& told) {
  Holders holders;
  std::map<std::uint32_t, std::uint32_t> first;  // slot -> the variable that tells it
  for (std::uint32_t v = 0; v < inputs.variables.size(); ++v) {
    const interp::Variable& variable = inputs.variables[v];
    if (variable.slot == ir::none_u32 || !first.emplace(variable.slot, v).second) continue;
    std::string path = ir::path_of(law, variable.slot);
    if (counts_elements(law, variable)) holders.lengths[path] = completion[v];
    if (tells_presence(law, variable)) holders.there[path] = completion[v] != 0;
  }
  Couple couple = told;
  std::vector<Told> tokens;
  for (auto [slot, v] : first) {
    const interp::Variable& variable = inputs.variables[v];
    std::string path = ir::path_of(law, slot);
    if (!holders.has(path)) continue;
    if (counts_elements(law, variable)) {
      if (completion[v] == 0) couple.push_back({path, "[]", true});
      auto [name, word] = token(law, slot);
      for (ir::Value i = 0; i < completion[v] && !name.empty(); ++i)
        tokens.push_back({path + "." + std::to_string(i) + "." + name, word, true});
    } else if (tells_presence(law, variable)) {
      if (!completion[v]) couple.push_back({path, absent_word(law, slot), true});
    } else {
      couple.push_back({path, word_of(law, variable, completion[v]), true});
    }
  }
  for (Told& fact : tokens) {
    std::string element = fact.path.substr(0, fact.path.rfind('.'));
    if (std::ranges::none_of(couple, [&](const Told& t) { return below(t.path, element); }))
      couple.push_back(std::move(fact));
  }
  return couple;
}

ReadCouple read_couple(const ir::Law& law, const Couple& couple, base::Day today, bool strict) {
  casefile::Document document;
  for (const Told& fact : couple)
    if (!document.set(fact.path, node_of(fact.value)))
      throw Unreproduced("the solver's case cannot be written: " + fact.path);
  diag::Diagnostics diagnostics;
  casefile::Options options;
  options.today = today;
  options.overrides.strict = strict;
  auto read = casefile::case_of(law, document, options, diagnostics);
  if (!read) throw Unreproduced("the solver's case is no case of the format");
  engine::Question q;
  q.forum = read->forum, q.purpose = read->purpose, q.on = read->on, q.known_on = read->known_on;
  q.ordinary = read->ordinary, q.strict = read->strict, q.planned = read->planned;
  return {std::move(read->facts), q};
}

Couple swapped(const Couple& couple) {
  auto other = [](std::string path) {
    for (std::string_view list : {"spouses.", "celebration.present."}) {
      if (!path.starts_with(list)) continue;
      std::string rest = path.substr(list.size());
      if (rest.starts_with("0.") || rest.starts_with("1."))
        rest[0] = rest[0] == '0' ? '1' : '0';
      else if (rest.starts_with("first"))
        rest = "second" + rest.substr(5);
      else if (rest.starts_with("second"))
        rest = "first" + rest.substr(6);
      return std::string(list) + rest;
    }
    return path;
  };
  Couple result;
  for (Told fact : couple) {
    bool label = fact.path.ends_with(".label"), names_one = fact.path.ends_with(".spouse");
    if (!label) fact.path = other(fact.path);
    if (names_one) fact.value = fact.value == "first" ? "second" : "first";
    result.push_back(std::move(fact));
  }
  return result;
}

}  // namespace comity::solver
