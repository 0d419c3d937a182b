#include "frames/read_arrow.h"

#include <algorithm>
#include <charconv>

#include "base/date.h"

namespace comity::frames {

using columnar::Cells;
using columnar::Column;
using columnar::Kind;
using columnar::nothing;

std::int32_t cell_of_text(const ir::Law& law, const Column& column, std::string_view text) {
  switch (column.kind) {
    case Kind::yes_no:
    case Kind::presence:
      if (text == "yes" || text == "true") return 1;
      if (text == "no" || text == "false") return 0;
      return columnar::first_text;
    case Kind::integer: {
      std::int32_t value = 0;
      auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      bool whole = error == std::errc() && end == text.data() + text.size() && value >= 0;
      return whole ? value : columnar::first_text;
    }
    case Kind::day:
      return base::parse_day(text).value_or(columnar::first_text);
    case Kind::word: {
      int value = ir::enum_value(law, law.fields[column.field].ref, text);
      return value >= 0 ? value : columnar::first_text;
    }
    case Kind::place:
    case Kind::periods: {
      int place = ir::place_named(law, text);
      return place >= 0 ? place : columnar::first_text;
    }
    case Kind::prose:
    case Kind::list:
      return columnar::first_text;
  }
  return columnar::first_text;
}

namespace {

// The words of a list written as text, `RU FR` or `RU;FR`; a text in brackets is left to be read as JSON.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ;"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

class Filling {
 public:
  Filling(const ir::Law& law, const ArrowReader::Batch& batch) : law_(law), batch_(batch) {}

  // Cells of `count` rows from `at` on, a place in `array` that counts its own offset not in.
  void column(const Source& source, const ArrowArray& array, std::int64_t at, std::size_t count,
              Cells& into) const {
    into.column = source.column;
    into.values.resize(count);
    into.texts.clear();
    const std::int64_t from = at + array.offset;
    if (source.dictionary >= 0) return by_dictionary(source, array, from, count, into);
    if (source.store == Store::none) {
      std::fill(into.values.begin(), into.values.end(), nothing);
    } else if (is_text(source.store)) {
      texts(source, array, from, count, into);
    } else if (source.store == Store::list) {
      list<std::int32_t>(source, array, from, count, into);
    } else if (source.store == Store::large_list) {
      list<std::int64_t>(source, array, from, count, into);
    } else {
      numbers(source, array, from, count, into);
    }
  }

  // The array at the end of a path of structs; rows that a struct on the way leaves out are nothing.
  void at_path(const Source& source, const ArrowArray& top, std::int64_t at, std::size_t count,
               Cells& into) const {
    const ArrowArray* array = &top;
    std::vector<std::pair<const ArrowArray*, std::int64_t>> structs;
    for (std::int64_t child : source.children) {
      at += array->offset;
      if (array != &top) structs.emplace_back(array, at);
      array = array->children[child];
    }
    column(source, *array, at, count, into);
    for (auto [outer, from] : structs)
      for (std::size_t i = 0; outer->null_count != 0 && i < count; ++i)
        if (!is_told(*outer, from + static_cast<std::int64_t>(i))) into.values[i] = nothing;
  }

 private:
  void by_dictionary(const Source& source, const ArrowArray& array, std::int64_t from,
                     std::size_t count, Cells& into) const {
    const auto number = static_cast<std::size_t>(source.dictionary);
    const auto& cells = batch_.dictionaries[number];
    into.texts = batch_.texts[number];
    switch (source.store) {
      case Store::int8:
        return look_up<std::int8_t>(array, from, count, cells, into);
      case Store::uint8:
        return look_up<std::uint8_t>(array, from, count, cells, into);
      case Store::int16:
        return look_up<std::int16_t>(array, from, count, cells, into);
      case Store::uint16:
        return look_up<std::uint16_t>(array, from, count, cells, into);
      case Store::int32:
      case Store::uint32:
        return look_up<std::int32_t>(array, from, count, cells, into);
      default:
        return look_up<std::int64_t>(array, from, count, cells, into);
    }
  }

  template <class Index>
  static void look_up(const ArrowArray& array, std::int64_t from, std::size_t count,
                      const std::vector<std::int32_t>& cells, Cells& into) {
    const auto* indices = static_cast<const Index*>(array.buffers[1]) + from;
    if (array.null_count == 0 || !array.buffers[0]) {
      for (std::size_t i = 0; i < count; ++i)
        into.values[i] = cells[static_cast<std::size_t>(indices[i])];
      return;
    }
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t at = from + static_cast<std::int64_t>(i);
      // What stands under a null may be any number.
      const bool told = bits[at >> 3] >> (at & 7) & 1;
      into.values[i] = told ? cells[static_cast<std::size_t>(indices[i])] : nothing;
    }
  }

  void numbers(const Source& source, const ArrowArray& array, std::int64_t from, std::size_t count,
               Cells& into) const {
    if (source.store == Store::date32) {
      const auto* days = static_cast<const std::int32_t*>(array.buffers[1]) + from;
      std::copy(days, days + count, into.values.begin());
    } else {
      for (std::size_t i = 0; i < count; ++i)
        into.values[i] =
            narrowed(number_at(source.store, array, from + static_cast<std::int64_t>(i)), into);
    }
    leave_out_nulls(array, from, count, into);
    if (!is_day(source.store)) return;
    // A day no calendar of a case has keeps its number as text, to be refused with its reason.
    for (std::size_t i = 0; i < count; ++i) {
      const std::int32_t day = into.values[i];
      if (day != nothing && !columnar::is_text(day) &&
          (day < base::first_day || day > base::last_day))
        into.values[i] = text(std::to_string(day), into);
    }
  }

  std::int32_t narrowed(std::int64_t value, Cells& into) const {
    if (value > -(std::int64_t{1} << 30) && value < (std::int64_t{1} << 30))
      return static_cast<std::int32_t>(value);
    return text(std::to_string(value), into);
  }

  static void leave_out_nulls(const ArrowArray& array, std::int64_t from, std::size_t count,
                              Cells& into) {
    if (array.null_count == 0 || !array.buffers[0]) return;
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t at = from + static_cast<std::int64_t>(i);
      if (!(bits[at >> 3] >> (at & 7) & 1)) into.values[i] = nothing;
    }
  }

  void texts(const Source& source, const ArrowArray& array, std::int64_t from, std::size_t count,
             Cells& into) const {
    const bool list = source.column->kind == Kind::list;
    if (list) into.first.assign(count, 0), start_words(*source.column, into);
    // Neighbouring rows often say the same.
    std::string_view last;
    std::int32_t last_cell = nothing;
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t at = from + static_cast<std::int64_t>(i);
      if (!is_told(array, at)) {
        into.values[i] = nothing;
        continue;
      }
      const std::string_view word = text_at(source.store, array, at);
      if (list) {
        into.first[i] = static_cast<std::uint32_t>(into.told.size());
        into.values[i] = words(*source.column, word, into);
        continue;
      }
      if (i == 0 || word != last || last_cell == nothing) {
        last = word;
        last_cell = cell_of_text(law_, *source.column, word);
        if (columnar::is_text(last_cell)) last_cell = text(word, into);
      }
      into.values[i] = last_cell;
    }
  }

  static void start_words(const Column& column, Cells& into) {
    into.told.clear();
    into.parts.clear();
    if (column.short_part < 0) return;
    into.parts.resize(1);
    into.parts[0].column = &column.parts[static_cast<std::size_t>(column.short_part)];
  }

  // A list written as words becomes its elements; any other text stays one.
  std::int32_t words(const Column& column, std::string_view written, Cells& into) const {
    if (written == "[]") return 0;
    if (column.short_part < 0 || written.starts_with('[') || written == "none" ||
        written == "unknown")
      return text(written, into);
    Cells& part = into.parts[0];
    std::int32_t count = 0;
    for (std::string_view word : words_of(written)) {
      std::int32_t cell = cell_of_text(law_, *part.column, word);
      part.values.push_back(columnar::is_text(cell) ? text(word, part) : cell);
      into.told.push_back(1);
      ++count;
    }
    return count;
  }

  template <class Offset>
  void list(const Source& source, const ArrowArray& array, std::int64_t from, std::size_t count,
            Cells& into) const {
    const auto* offsets = static_cast<const Offset*>(array.buffers[1]) + from;
    const ArrowArray& elements = *array.children[0];
    into.first.resize(count);
    const auto begin = static_cast<std::int64_t>(offsets[0]);
    const auto total = static_cast<std::size_t>(offsets[count] - offsets[0]);
    for (std::size_t i = 0; i < count; ++i) {
      into.first[i] = static_cast<std::uint32_t>(offsets[i] - offsets[0]);
      into.values[i] = static_cast<std::int32_t>(offsets[i + 1] - offsets[i]);
    }
    leave_out_nulls(array, from, count, into);
    into.told.resize(total);
    for (std::size_t e = 0; e < total; ++e)
      into.told[e] = is_told(elements, begin + elements.offset + static_cast<std::int64_t>(e));
    into.parts.resize(source.parts.size());
    for (std::size_t p = 0; p < source.parts.size(); ++p)
      at_path(source.parts[p], elements, begin, total, into.parts[p]);
  }

  static std::int32_t text(std::string_view written, Cells& into) {
    into.texts.emplace_back(written);
    return columnar::text_cell(into.texts.size() - 1);
  }

  const ir::Law& law_;
  const ArrowReader::Batch& batch_;
};

// The cells of every word of every dictionary, once a batch.
void open_dictionaries(const ir::Law& law, const Source& source, const ArrowArray& top,
                       ArrowReader::Batch& batch) {
  const ArrowArray* array = &top;
  for (std::int64_t child : source.children) array = array->children[child];
  if (source.dictionary >= 0) {
    const auto number = static_cast<std::size_t>(source.dictionary);
    if (batch.dictionaries.size() <= number)
      batch.dictionaries.resize(number + 1), batch.texts.resize(number + 1);
    const ArrowArray& words = *array->dictionary;
    for (std::int64_t w = 0; w < words.length; ++w) {
      const std::int64_t at = w + words.offset;
      std::int32_t cell = nothing;
      if (is_told(words, at)) {
        const std::string_view word = text_at(source.words, words, at);
        cell = cell_of_text(law, *source.column, word);
        if (columnar::is_text(cell)) {
          batch.texts[number].emplace_back(word);
          cell = columnar::text_cell(batch.texts[number].size() - 1);
        }
      }
      batch.dictionaries[number].push_back(cell);
    }
  }
  for (const Source& part : source.parts) open_dictionaries(law, part, *array->children[0], batch);
}

}  // namespace

ArrowReader::Batch ArrowReader::open(const ArrowArray& frame) const {
  Batch batch;
  batch.frame = &frame;
  batch.dictionaries.resize(static_cast<std::size_t>(dictionaries_));
  batch.texts.resize(static_cast<std::size_t>(dictionaries_));
  for (const Source& source : sources_) open_dictionaries(law_, source, frame, batch);
  return batch;
}

void ArrowReader::read(const Batch& batch, std::int64_t begin, std::size_t rows,
                       columnar::Block& into) const {
  into.rows = rows;
  into.columns.resize(sources_.size());
  Filling filling(law_, batch);
  for (std::size_t c = 0; c < sources_.size(); ++c)
    filling.at_path(sources_[c], *batch.frame, begin, rows, into.columns[c]);
}

}  // namespace comity::frames
