// The C structs that hand columns over, each with what it owns.
#include <cstring>

#include "frames/write_arrow.h"

namespace comity::frames {

using columnar::Column;
using columnar::Kind;

namespace {

// ---- schemas: every struct owns its strings, its children and its dictionary.

struct SchemaOwner {
  std::string format, name, metadata;
  std::vector<ArrowSchema*> children;
};

void release_schema(ArrowSchema* schema) {
  for (std::int64_t c = 0; c < schema->n_children; ++c) {
    if (schema->children[c]->release) schema->children[c]->release(schema->children[c]);
    delete schema->children[c];
  }
  if (schema->dictionary) {
    if (schema->dictionary->release) schema->dictionary->release(schema->dictionary);
    delete schema->dictionary;
  }
  delete static_cast<SchemaOwner*>(schema->private_data);
  schema->release = nullptr;
}

void make_schema(ArrowSchema* into, std::string format, std::string name,
                 std::vector<ArrowSchema*> children = {}, ArrowSchema* dictionary = nullptr) {
  auto* owner = new SchemaOwner{std::move(format), std::move(name), {}, std::move(children)};
  *into = {owner->format.c_str(),
           owner->name.c_str(),
           nullptr,
           ARROW_FLAG_NULLABLE,
           static_cast<std::int64_t>(owner->children.size()),
           owner->children.data(),
           dictionary,
           release_schema,
           owner};
}

ArrowSchema* new_schema(std::string format, std::string name,
                        std::vector<ArrowSchema*> children = {},
                        ArrowSchema* dictionary = nullptr) {
  auto* made = new ArrowSchema;
  make_schema(made, std::move(format), std::move(name), std::move(children), dictionary);
  return made;
}

// The size of metadata, which carries its own lengths.
std::size_t metadata_size(const char* metadata) {
  const char* at = metadata;
  auto number = [&] {
    std::int32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
  };
  for (std::int32_t pairs = number() * 2; pairs > 0; --pairs) {
    const std::int32_t length = number();
    at += length;
  }
  return static_cast<std::size_t>(at - metadata);
}

ArrowSchema* copy_of(const ArrowSchema& schema) {
  std::vector<ArrowSchema*> children;
  for (std::int64_t c = 0; c < schema.n_children; ++c)
    children.push_back(copy_of(*schema.children[c]));
  ArrowSchema* made = new_schema(schema.format, schema.name ? schema.name : "", std::move(children),
                                 schema.dictionary ? copy_of(*schema.dictionary) : nullptr);
  made->flags = schema.flags;
  if (schema.metadata) {
    auto* owner = static_cast<SchemaOwner*>(made->private_data);
    owner->metadata.assign(schema.metadata, metadata_size(schema.metadata));
    made->metadata = owner->metadata.c_str();
  }
  return made;
}

ArrowSchema* word_schema(const std::string& name) {
  return new_schema("i", name, {}, new_schema("u", ""));
}

// ---- arrays

struct ArrayOwner {
  std::vector<const void*> buffers;
  std::vector<ArrowArray*> children;
  std::vector<std::int32_t> numbers;
  std::vector<std::uint8_t> bits;
  std::shared_ptr<const void> keeps;
};

void release_array(ArrowArray* array) {
  auto* owner = static_cast<ArrayOwner*>(array->private_data);
  for (ArrowArray* child : owner->children) {
    if (child->release) child->release(child);
    delete child;
  }
  if (array->dictionary) {
    if (array->dictionary->release) array->dictionary->release(array->dictionary);
    delete array->dictionary;
  }
  delete owner;
  array->release = nullptr;
}

ArrowArray array_of(ArrayOwner* owner, std::int64_t length, std::int64_t nulls) {
  return {length,
          nulls,
          0,
          static_cast<std::int64_t>(owner->buffers.size()),
          static_cast<std::int64_t>(owner->children.size()),
          owner->buffers.data(),
          owner->children.data(),
          nullptr,
          release_array,
          owner};
}

ArrowArray* words_array(const std::shared_ptr<const WordList>& words) {
  auto* owner = new ArrayOwner;
  owner->keeps = words;
  owner->buffers = {nullptr, words->offsets.data(), words->bytes.data()};
  return new ArrowArray(array_of(owner, static_cast<std::int64_t>(words->size()), 0));
}

ArrowArray* column_array(WordColumn column) {
  auto* owner = new ArrayOwner;
  owner->numbers = std::move(column.indices);
  std::int64_t nulls = 0;
  for (std::size_t i = 0; i < owner->numbers.size(); ++i) {
    if (owner->numbers[i] >= 0) continue;
    if (owner->bits.empty()) owner->bits.assign(owner->numbers.size() / 8 + 1, 0xff);
    owner->bits[i / 8] = static_cast<std::uint8_t>(owner->bits[i / 8] & ~(1u << (i % 8)));
    owner->numbers[i] = 0;
    ++nulls;
  }
  owner->buffers = {owner->bits.empty() ? nullptr : owner->bits.data(), owner->numbers.data()};
  auto* made =
      new ArrowArray(array_of(owner, static_cast<std::int64_t>(owner->numbers.size()), nulls));
  made->dictionary = words_array(column.words);
  return made;
}

// The caller's own array, seen from a row on; its buffers, children and dictionary stay the batch's.
ArrowArray* view_of(const ArrowArray& array, std::int64_t from, std::int64_t rows,
                    std::shared_ptr<const void> keeps) {
  auto* owner = new ArrayOwner;
  owner->keeps = keeps;
  owner->buffers.assign(array.buffers, array.buffers + array.n_buffers);
  for (std::int64_t c = 0; c < array.n_children; ++c)
    owner->children.push_back(view_of(*array.children[c], 0, array.children[c]->length, keeps));
  auto* made = new ArrowArray(array_of(owner, rows, array.null_count == 0 ? 0 : -1));
  made->offset = array.offset + from;
  made->dictionary =
      array.dictionary ? view_of(*array.dictionary, 0, array.dictionary->length, keeps) : nullptr;
  return made;
}

}  // namespace

void export_schema(const std::vector<std::string>& names, const ArrowSchema* id, ArrowSchema* out) {
  std::vector<ArrowSchema*> children;
  if (id) children.push_back(copy_of(*id));
  for (const std::string& name : names) children.push_back(word_schema(name));
  make_schema(out, "+s", "", std::move(children));
}

void export_array(std::vector<WordColumn> columns, std::int64_t rows, const ArrowArray* id,
                  std::int64_t id_offset, std::shared_ptr<const void> keeps, ArrowArray* out) {
  auto* owner = new ArrayOwner;
  if (id) owner->children.push_back(view_of(*id, id_offset, rows, std::move(keeps)));
  for (WordColumn& column : columns) owner->children.push_back(column_array(std::move(column)));
  owner->buffers = {nullptr};
  *out = array_of(owner, rows, 0);
}

namespace {

ArrowSchema* schema_of(const Column& column) {
  switch (column.kind) {
    case Kind::yes_no:
    case Kind::presence:
      return new_schema("b", column.name);
    case Kind::integer:
      return new_schema("i", column.name);
    case Kind::day:
      return new_schema("tdD", column.name);
    case Kind::word:
    case Kind::place:
    case Kind::periods:
      return word_schema(column.name);
    case Kind::prose:
      return new_schema("u", column.name);
    case Kind::list:
      break;
  }
  if (column.parts.size() == 1 && column.parts[0].name.empty())
    return new_schema("+l", column.name, {schema_of(column.parts[0])});
  std::vector<ArrowSchema*> parts;
  for (const Column& part : column.parts) parts.push_back(schema_of(part));
  return new_schema("+l", column.name, {new_schema("+s", "item", std::move(parts))});
}

}  // namespace

void export_columns(const std::vector<Column>& columns, ArrowSchema* out) {
  std::vector<ArrowSchema*> children;
  for (const Column& column : columns) children.push_back(schema_of(column));
  make_schema(out, "+s", "", std::move(children));
}

}  // namespace comity::frames
