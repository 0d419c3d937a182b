#include "casefile/from_text.h"

#include "casefile/from_json.h"
#include "casefile/from_yaml.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;

namespace {

// How many bytes the well-formed UTF-8 character at `at` takes; 0: it is none (RFC 3629).
std::size_t character_at(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return follows(at + 1, low, high) && follows(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(at + 1, low, high) && follows(at + 2) && follows(at + 3) ? 4 : 0;
  }
  return 0;
}

bool is_utf8(std::string_view text, text::FileId file, diag::Diagnostics& diagnostics) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = character_at(text, at);
    if (length == 0 || text[at] == '\0') {
      auto where = static_cast<std::uint32_t>(at);
      diagnostics.error(Code::not_utf8, {file, where, where}, says::case_byte_not_utf8,
                        says::save_case_utf8);
      return false;
    }
    at += length;
  }
  return true;
}

bool begins_with_brace(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && text[at] == '{';
}

}  // namespace

std::optional<Document> document_of(const text::SourceSet& sources, text::FileId file,
                                    diag::Diagnostics& diagnostics) {
  const text::Source& source = sources[file];
  if (source.bytes.size() > most_bytes) {
    diagnostics.error(Code::too_large, {file, 0, 0}, says::case_larger_than_a_mebibyte,
                      says::case_is_a_page);
    return std::nullopt;
  }
  if (!is_utf8(source.bytes, file, diagnostics)) return std::nullopt;
  if (!begins_with_brace(source.bytes)) return from_yaml(source, file, diagnostics);
  // A brace also begins YAML in its flow style: what is no JSON may be that, and then its own words help best.
  diag::Diagnostics as_json, as_yaml;
  auto document = from_json(source, file, as_json);
  if (document) return document;
  bool well_formed = as_json.list.empty() || as_json.list.front().code != Code::not_yaml;
  if (!well_formed) document = from_yaml(source, file, as_yaml);
  bool yaml_says = !well_formed && !document && as_yaml.list.front().code != Code::not_yaml;
  if (!document)
    for (auto& finding : yaml_says ? as_yaml.list : as_json.list)
      diagnostics.list.push_back(std::move(finding));
  return document;
}

}  // namespace comity::casefile
