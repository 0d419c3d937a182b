// A pack's file as memory, shared with every process that maps it.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/pack.h"

namespace comity::pack {

namespace {

// Read-only bytes that stay where they are for as long as anybody holds them.
struct Mapping {
  const std::byte* bytes = nullptr;
  std::size_t size = 0;
  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (bytes) ::munmap(const_cast<std::byte*>(bytes), size);
  }
};

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

std::optional<Pack> open_pack(const std::filesystem::path& path, diag::Diagnostics& diagnostics) {
  auto mapping = std::make_shared<Mapping>();
  if (!map_file(path, *mapping)) {
    diagnostics.error(diag::Code::pack_missing, {no_file, 0, 0},
                      {diag::says::pack_not_there, path.string()}, diag::says::build_pack_again);
    return std::nullopt;
  }
  auto pack = open_bytes({mapping->bytes, mapping->size}, path.filename().string(), diagnostics);
  if (pack) pack->memory = std::move(mapping);
  return pack;
}

}  // namespace comity::pack
