// A law pack opens whole or not at all, and what is wrong with it is said by name.
#include "pack/pack.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

#include "pack/format.h"
#include "support/law.h"

namespace comity::tests {

namespace {

using Bytes = std::vector<std::byte>;

const Bytes& whole() {
  static const Bytes bytes = pack::pack_bytes(law());
  return bytes;
}

// The code under which the bytes are refused; nothing where they are taken.
std::optional<diag::Code> refusal(const Bytes& bytes) {
  diag::Diagnostics diagnostics;
  if (pack::verify_pack(bytes, "test.pack", diagnostics)) return std::nullopt;
  EXPECT_EQ(diagnostics.list.size(), 1u);
  return diagnostics.list.empty() ? diag::Code::internal : diagnostics.list.front().code;
}

pack::Header header_of(const Bytes& bytes) {
  pack::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

Bytes with_header(const pack::Header& header) {
  Bytes bytes = whole();
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

}  // namespace

TEST(Pack, AWholePackIsTakenAndSaysWhatTheLawSays) {
  ASSERT_EQ(refusal(whole()), std::nullopt);
  ir::Law opened;
  ASSERT_TRUE(pack::law_of(whole(), opened));
  EXPECT_EQ(essence(opened, answer(opened, copenhagen_2018(), true)),
            essence(law(), answer(law(), copenhagen_2018(), true)));
}

TEST(Pack, EqualLawsGiveEqualBytes) { EXPECT_EQ(whole(), pack::pack_bytes(law())); }

TEST(Pack, ATruncatedPackIsRefusedWhereverItEnds) {
  for (std::size_t size : {std::size_t{0}, std::size_t{10}, sizeof(pack::Header),
                           whole().size() / 2, whole().size() - 1}) {
    Bytes cut(whole().begin(), whole().begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_EQ(refusal(cut), diag::Code::pack_truncated) << size;
  }
}

TEST(Pack, AChangedByteIsRefusedWhereverItStands) {
  for (std::size_t part = 1; part < 40; ++part) {
    Bytes bytes = whole();
    bytes[sizeof(pack::Header) +
          part * (bytes.size() - sizeof(pack::Header) - sizeof(pack::Seal)) / 40] ^= std::byte{1};
    EXPECT_EQ(refusal(bytes), diag::Code::pack_corrupt) << part;
  }
}

TEST(Pack, AnUnsignedPackIsRefused) {
  EXPECT_EQ(refusal(pack::pack_bytes(law(), false)), diag::Code::pack_unsigned);
}

TEST(Pack, AForeignSignatureIsRefused) {
  Bytes bytes = whole();
  bytes.back() ^= std::byte{1};
  EXPECT_EQ(refusal(bytes), diag::Code::pack_unsigned);
}

TEST(Pack, APackOfAnotherFormatEngineOrLayoutIsAMismatch) {
  pack::Header header = header_of(whole());
  ++header.format;
  EXPECT_EQ(refusal(with_header(header)), diag::Code::pack_mismatch);
  header = header_of(whole());
  header.layout ^= 1;
  EXPECT_EQ(refusal(with_header(header)), diag::Code::pack_mismatch);
  header = header_of(whole());
  header.engine[0] ^= 1;
  EXPECT_EQ(refusal(with_header(header)), diag::Code::pack_mismatch);
}

TEST(Pack, AMissingPackIsRefusedByName) {
  diag::Diagnostics diagnostics;
  EXPECT_FALSE(pack::open_pack("/nowhere/comity.pack", diagnostics));
  ASSERT_EQ(diagnostics.list.size(), 1u);
  EXPECT_EQ(diagnostics.list.front().code, diag::Code::pack_missing);
}

}  // namespace comity::tests
