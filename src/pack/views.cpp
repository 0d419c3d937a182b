// The law's views over a pack's bytes. Trusts nothing: every section must lie inside the file, aligned, whole and of the
// element size this program expects. References inside the sections are for ir/verify.h.
#include <cstring>

#include "pack/format.h"
#include "pack/layout.h"
#include "pack/pack.h"

namespace comity::pack {

namespace {

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {
    if (bytes.size() < sizeof(Header) + sizeof(Seal)) return;
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    end_ = bytes.size() - sizeof(Seal);
    fits_ =
        header.sections == section_count && sizeof header + section_count * sizeof(Section) <= end_;
  }

  template <class T>
  std::span<const T> section(std::string_view name) {
    Section entry{};
    if (!next(name, entry) || entry.element != sizeof(T)) return fail<T>();
    const std::byte* at = bytes_.data() + entry.offset;
    if (reinterpret_cast<std::uintptr_t>(at) % alignof(T) != 0) return fail<T>();
    return {reinterpret_cast<const T*>(at), entry.count};
  }

  bool fits() const { return fits_; }

 private:
  template <class T>
  std::span<const T> fail() {
    fits_ = false;
    return {};
  }

  bool next(std::string_view name, Section& entry) {
    if (!fits_) return false;
    std::memcpy(&entry, bytes_.data() + sizeof(Header) + taken_++ * sizeof entry, sizeof entry);
    std::string_view found(entry.name, strnlen(entry.name, sizeof entry.name));
    std::uint64_t size = std::uint64_t{entry.count} * entry.element;
    return found == name && entry.offset <= end_ && size <= end_ - entry.offset;
  }

  std::span<const std::byte> bytes_;
  std::size_t end_ = 0, taken_ = 0;
  bool fits_ = false;
};

}  // namespace

bool law_of(std::span<const std::byte> bytes, ir::Law& law) {
  Reader reader(bytes);
  auto strings = reader.section<char>("strings");
  auto anchors = reader.section<ir::Anchors>("anchors");
  law.strings = {strings.data(), strings.size()};
#define COMITY_SECTION(member, type) law.member = reader.section<type>(#member);
#include "pack/sections.def"
#undef COMITY_SECTION
  if (!reader.fits() || anchors.size() != 1) {
    law = {};
    return false;
  }
  law.anchors = anchors[0];
  return true;
}

}  // namespace comity::pack
