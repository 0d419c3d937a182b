// From pack to law: map, check size, hash, signature and layout in that order, then build the views.
#include <fcntl.h>
#include <sodium.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "base/version.h"
#include "pack/digest.h"
#include "pack/format.h"
#include "pack/layout.h"
#include "pack/pack.h"
#include "pack/trusted_keys.h"

namespace comity::pack {

namespace {

using diag::Code;
using diag::Saying;
namespace says = diag::says;

bool refuse(diag::Diagnostics& diagnostics, Code code, Saying message, Saying remedy) {
  diagnostics.error(code, {no_file, 0, 0}, std::move(message), std::move(remedy));
  return false;
}

constexpr auto rebuild = says::build_pack_again;

Seal seal_in(std::span<const std::byte> bytes) {
  Seal seal;
  std::memcpy(&seal, bytes.data() + bytes.size() - sizeof seal, sizeof seal);
  return seal;
}

bool size_fits(std::span<const std::byte> bytes, const std::string& name,
               diag::Diagnostics& diagnostics) {
  if (bytes.size() < sizeof(Header) + sizeof(Seal))
    return refuse(diagnostics, Code::pack_truncated, {says::pack_too_few_bytes, name, bytes.size()},
                  rebuild);
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, magic, sizeof magic) != 0)
    return refuse(diagnostics, Code::pack_corrupt, {says::pack_other_beginning, name}, rebuild);
  if (header.total_size > bytes.size())
    return refuse(diagnostics, Code::pack_truncated,
                  {says::pack_shorter, name, bytes.size(), header.total_size}, rebuild);
  if (header.total_size < bytes.size())
    return refuse(diagnostics, Code::pack_corrupt, {says::pack_longer, name}, rebuild);
  return true;
}

bool hash_fits(std::span<const std::byte> bytes, const Seal& seal) {
  const Digest found = digest_of(bytes.first(bytes.size() - sizeof seal));
  return std::memcmp(found.data(), seal.digest, sizeof seal.digest) == 0;
}

// Index of the trusted key the seal names, or -1.
int key_named(const Seal& seal) {
  for (std::size_t i = 0; i < trusted_keys.size(); ++i) {
    unsigned char id[16];
    crypto_generichash(id, sizeof id, trusted_keys[i].data(), trusted_keys[i].size(), nullptr, 0);
    if (std::memcmp(id, seal.key_id, sizeof seal.key_id) == 0) return static_cast<int>(i);
  }
  return -1;
}

bool signature_fits(const Seal& seal) {
  int key = key_named(seal);
  return key >= 0 && crypto_sign_verify_detached(
                         seal.signature, reinterpret_cast<const unsigned char*>(&seal),
                         signed_bytes, trusted_keys[static_cast<std::size_t>(key)].data()) == 0;
}

std::string engine_of(const Header& header) {
  return std::string(header.engine, strnlen(header.engine, sizeof header.engine));
}

std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::uint8_t byte : bytes) text += digits[byte >> 4], text += digits[byte & 15];
  return text;
}

bool map_file(const std::filesystem::path& path, Mapping& mapping) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status;
  bool readable = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  if (readable && status.st_size > 0) {
    auto size = static_cast<std::size_t>(status.st_size);
    void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    readable = at != MAP_FAILED;
    if (readable) mapping.bytes = static_cast<const std::byte*>(at), mapping.size = size;
  }
  ::close(file);
  return readable;
}

}  // namespace

Mapping::~Mapping() {
  if (bytes) ::munmap(const_cast<std::byte*>(bytes), size);
}

bool verify_pack(std::span<const std::byte> bytes, const std::string& name,
                 diag::Diagnostics& diagnostics) {
  if (sodium_init() < 0)
    return refuse(diagnostics, Code::internal, says::sodium_does_not_start, {});
  if (!size_fits(bytes, name, diagnostics)) return false;
  // Another version's pack may be whole in its own way, so that is said first.
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.format != format_version || header.layout != layout_of_law() ||
      engine_of(header) != base::version)
    return refuse(diagnostics, Code::pack_mismatch,
                  {says::pack_other_version, name, engine_of(header), base::version}, rebuild);
  Seal seal = seal_in(bytes);
  if (!hash_fits(bytes, seal))
    return refuse(diagnostics, Code::pack_corrupt, {says::pack_hash_differs, name}, rebuild);
  if (!signature_fits(seal))
    return refuse(diagnostics, Code::pack_unsigned, {says::pack_no_signature, name},
                  says::use_the_pack_that_came);
  return true;
}

std::optional<Pack> open_pack(const std::filesystem::path& path, diag::Diagnostics& diagnostics) {
  auto mapping = std::make_unique<Mapping>();
  std::string name = path.filename().string();
  if (!map_file(path, *mapping)) {
    refuse(diagnostics, Code::pack_missing, {says::pack_not_there, path.string()}, rebuild);
    return std::nullopt;
  }
  std::span bytes(mapping->bytes, mapping->size);
  if (!verify_pack(bytes, name, diagnostics)) return std::nullopt;
  Pack pack;
  if (!law_of(bytes, pack.law)) {
    refuse(diagnostics, Code::pack_corrupt, {says::pack_sections_do_not_fit, name}, rebuild);
    return std::nullopt;
  }
  Seal seal = seal_in(bytes);
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  pack.sha256 = hex(seal.sha256);
  pack.engine = engine_of(header);
  pack.development_key = key_named(seal) == 0;
  pack.mapping = std::move(mapping);
  return pack;
}

}  // namespace comity::pack
