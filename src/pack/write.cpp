// From law to pack. Structs are copied one by one with their padding cleared, so that equal laws give equal bytes.
#include <sodium.h>

#include <cstring>
#include <fstream>

#include "base/version.h"
#include "pack/development_key.h"
#include "pack/digest.h"
#include "pack/format.h"
#include "pack/layout.h"
#include "pack/pack.h"

namespace comity::pack {

namespace {

template <class T>
void clear_padding([[maybe_unused]] T& value) {
#if defined(__has_builtin)
#if __has_builtin(__builtin_clear_padding)
  __builtin_clear_padding(&value);
#endif
#endif
}

struct Writer {
  std::vector<std::byte> bytes;
  std::vector<Section> table;

  void align() { bytes.resize((bytes.size() + alignment - 1) / alignment * alignment); }

  template <class T>
  void section(std::string_view name, std::span<const T> elements) {
    static_assert(std::is_trivially_copyable_v<T>);
    align();
    Section entry{};
    name.copy(entry.name, sizeof entry.name - 1);
    entry.offset = bytes.size();
    entry.count = static_cast<std::uint32_t>(elements.size());
    entry.element = sizeof(T);
    table.push_back(entry);
    for (const T& element : elements) {
      T copy = element;
      clear_padding(copy);
      const auto* from = reinterpret_cast<const std::byte*>(&copy);
      bytes.insert(bytes.end(), from, from + sizeof(T));
    }
  }
};

Seal seal_of(std::span<const std::byte> body, bool seal_it) {
  Seal seal{};
  const auto* data = reinterpret_cast<const unsigned char*>(body.data());
  const Digest digest = digest_of(body);
  std::memcpy(seal.digest, digest.data(), sizeof seal.digest);
  crypto_hash_sha256(seal.sha256, data, body.size());
  if (!seal_it) return seal;
  unsigned char secret[64], key[32];
  crypto_sign_seed_keypair(key, secret, development_seed.data());
  unsigned char id[16];
  crypto_generichash(id, sizeof id, key, sizeof key, nullptr, 0);
  std::memcpy(seal.key_id, id, sizeof seal.key_id);
  crypto_sign_detached(seal.signature, nullptr, reinterpret_cast<unsigned char*>(&seal),
                       signed_bytes, secret);
  return seal;
}

}  // namespace

std::vector<std::byte> pack_bytes(const ir::Law& law, bool seal_it) {
  if (sodium_init() < 0) return {};
  Writer writer;
  writer.bytes.resize(sizeof(Header) + section_count * sizeof(Section));
  writer.section("strings", std::span<const char>(law.strings));
  writer.section("anchors", std::span<const ir::Anchors>(&law.anchors, 1));
#define COMITY_SECTION(member, type) writer.section(#member, std::span<const type>(law.member));
#include "pack/sections.def"
#undef COMITY_SECTION
  writer.align();
  Header header{};
  std::memcpy(header.magic, magic, sizeof magic);
  header.format = format_version;
  header.sections = section_count;
  header.total_size = writer.bytes.size() + sizeof(Seal);
  header.layout = layout_of_law();
  base::version.copy(header.engine, sizeof header.engine - 1);
  std::memcpy(writer.bytes.data(), &header, sizeof header);
  std::memcpy(writer.bytes.data() + sizeof header, writer.table.data(),
              writer.table.size() * sizeof(Section));
  Seal seal = seal_of(writer.bytes, seal_it);
  const auto* from = reinterpret_cast<const std::byte*>(&seal);
  writer.bytes.insert(writer.bytes.end(), from, from + sizeof seal);
  return std::move(writer.bytes);
}

bool write_pack(const std::filesystem::path& path, const ir::Law& law,
                diag::Diagnostics& diagnostics) {
  std::vector<std::byte> bytes = pack_bytes(law);
  // Written beside and renamed over: whoever has the old pack mapped keeps it whole.
  std::filesystem::path beside = path;
  beside += ".part";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file && !bytes.empty()) std::filesystem::rename(beside, path, error);
  if (file && !bytes.empty() && !error) return true;
  std::filesystem::remove(beside, error);
  diagnostics.error(diag::Code::file_unreadable, {no_file, 0, 0},
                    {diag::says::pack_not_written, path.string()});
  return false;
}

}  // namespace comity::pack
