#include "columnar/groups.h"

namespace comity::columnar {

namespace {

void put(std::string& key, std::int32_t value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Every cell of the row, lists with their elements.
void add_cells(const std::vector<Cells>& columns, std::size_t row, std::string& key) {
  for (const Cells& cells : columns) {
    const std::int32_t cell = cells.values[row];
    if (is_text(cell)) {
      const std::string& text = cells.texts[text_number(cell)];
      put(key, first_text);
      put(key, static_cast<std::int32_t>(text.size()));
      key += text;
      continue;
    }
    put(key, cell);
    if (!cells.is_list() || cell == nothing) continue;
    for (std::uint32_t e = cells.first[row];
         e < cells.first[row] + static_cast<std::uint32_t>(cell); ++e) {
      key += cells.told[e] ? '1' : '0';
      add_cells(cells.parts, e, key);
    }
  }
}

}  // namespace

AnswerId Groups::answer(const Block& block, std::size_t row) {
  std::string key;
  add_cells(block.columns, row, key);
  Shard& shard = shards_[std::hash<std::string>{}(key) % shards];
  {
    std::lock_guard lock(shard.mutex);
    if (auto at = shard.known.find(key); at != shard.known.end()) return at->second;
  }
  const AnswerId id = answers_.number(decide_row(law_, asking_, block, row));
  std::lock_guard lock(shard.mutex);
  if (shard.known.size() >= most_of_shard) shard.known.clear();
  shard.known.emplace(std::move(key), id);
  return id;
}

}  // namespace comity::columnar
