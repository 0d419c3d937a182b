// From pack to law: check size, version, hash and signature in that order, then build the views.
#include <cstring>

#include "base/version.h"
#include "pack/digest.h"
#include "pack/format.h"
#include "pack/layout.h"
#include "pack/pack.h"
#include "pack/signature.h"
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

// Index of the trusted key that signed the seal, or -1.
int signing_key(const Seal& seal) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&seal);
  for (std::size_t i = 0; i < trusted_keys.size(); ++i)
    if (is_signature_of(seal.signature, {bytes, signed_bytes}, trusted_keys[i]))
      return static_cast<int>(i);
  return -1;
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

// Index of the trusted key that signed a pack with which all is well; -1 after the finding otherwise.
int verified_key(std::span<const std::byte> bytes, const std::string& name,
                 diag::Diagnostics& diagnostics) {
  auto refused = [&](Code code, Saying message, Saying remedy) {
    refuse(diagnostics, code, std::move(message), std::move(remedy));
    return -1;
  };
  if (!signatures_start()) return refused(Code::internal, says::sodium_does_not_start, {});
  if (!size_fits(bytes, name, diagnostics)) return -1;
  // Another version's pack may be whole in its own way, so that is said first.
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.format != format_version || header.layout != layout_of_law() ||
      engine_of(header) != base::version)
    return refused(Code::pack_mismatch,
                   {says::pack_other_version, name, engine_of(header), base::version}, rebuild);
  Seal seal = seal_in(bytes);
  if (!hash_fits(bytes, seal))
    return refused(Code::pack_corrupt, {says::pack_hash_differs, name}, rebuild);
  const int key = signing_key(seal);
  return key >= 0 ? key
                  : refused(Code::pack_unsigned, {says::pack_no_signature, name},
                            says::use_the_pack_that_came);
}

}  // namespace

bool verify_pack(std::span<const std::byte> bytes, const std::string& name,
                 diag::Diagnostics& diagnostics) {
  return verified_key(bytes, name, diagnostics) >= 0;
}

std::optional<Pack> open_bytes(std::span<const std::byte> bytes, const std::string& name,
                               diag::Diagnostics& diagnostics) {
  const int key = verified_key(bytes, name, diagnostics);
  if (key < 0) return std::nullopt;
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
  pack.development_key = key == 0;
  return pack;
}

}  // namespace comity::pack
