#include "pack/digest.h"

#include <sodium.h>

#include <algorithm>
#include <thread>

namespace comity::pack {

namespace {

constexpr std::size_t parts = 4;
constexpr std::size_t worth_a_thread =
    1 << 18;  // below this many bytes a thread costs more than it saves

Digest plain(std::span<const std::byte> bytes) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return digest;
}

}  // namespace

Digest digest_of(std::span<const std::byte> bytes) {
  std::array<Digest, parts> of_part;
  const std::size_t size = (bytes.size() + parts - 1) / parts;
  auto hash = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      std::size_t begin = std::min(i * size, bytes.size()),
                  end = std::min(begin + size, bytes.size());
      of_part[i] = plain(bytes.subspan(begin, end - begin));
    }
  };
  if (bytes.size() < worth_a_thread) {
    hash(0, parts);
  } else {
    std::jthread other([&] { hash(parts / 2, parts); });
    hash(0, parts / 2);
  }
  return plain(std::as_bytes(std::span(of_part)));
}

}  // namespace comity::pack
