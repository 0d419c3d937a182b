#include "casefile/from_yaml.h"

#include <yaml.h>

#include <memory>

#include "casefile/growing.h"
#include "casefile/yaml_problems.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;

namespace {

// libyaml counts characters; spans count bytes.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
    std::uint32_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::uint32_t i = begin; i < size_; ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts_.push_back(i);
  }
  std::uint32_t operator[](std::size_t character) const {
    return character < starts_.size() ? starts_[character] : size_;
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::uint32_t size_;
};

class YamlReader {
 public:
  YamlReader(const text::Source& source, text::FileId file, diag::Diagnostics& diagnostics)
      : file_(file), offsets_(source.bytes), diagnostics_(diagnostics), growing_(diagnostics) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(source.bytes.data()), source.bytes.size());
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() {
    if (ready_) yaml_parser_delete(&parser_);
  }

  std::optional<Document> read() {
    if (!ready_) {
      diagnostics_.error(Code::internal, {file_, 0, 0}, says::yaml_reader_did_not_start);
      return std::nullopt;
    }
    for (;;) {
      yaml_event_t event;
      if (!yaml_parser_parse(&parser_, &event)) return refuse();
      std::unique_ptr<yaml_event_t, void (*)(yaml_event_t*)> owned(&event, yaml_event_delete);
      if (event.type == YAML_STREAM_END_EVENT) break;
      if (!take(event)) return std::nullopt;
    }
    return Document{growing_.take()};
  }

 private:
  text::Span span(const yaml_event_t& event) const {
    return {file_, offsets_[event.start_mark.index], offsets_[event.end_mark.index]};
  }

  std::optional<Document> refuse() {
    std::uint32_t at = offsets_[parser_.problem_mark.index];
    auto what =
        parser_.problem ? yaml_problem(parser_.problem) : diag::Saying(says::yaml_no_reason);
    diagnostics_.error(Code::not_yaml, {file_, at, at}, {says::yaml_unreadable, what},
                       says::look_at_the_line_above);
    return std::nullopt;
  }

  bool refuse_anchor(const yaml_event_t& event) {
    diagnostics_.error(Code::alias_refused, span(event), says::anchor_or_alias,
                       says::write_the_value_out);
    return false;
  }

  bool refuse_tag(const yaml_event_t& event, const unsigned char* tag) {
    diagnostics_.error(Code::not_yaml, span(event),
                       {says::tag_stands_here, reinterpret_cast<const char*>(tag)},
                       says::leave_tags_out);
    return false;
  }

  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return begin_document(event);
      case YAML_ALIAS_EVENT:
        return refuse_anchor(event);
      case YAML_SCALAR_EVENT:
        return take_scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return open(event, Node::Kind::list, event.data.sequence_start.anchor,
                    event.data.sequence_start.tag);
      case YAML_MAPPING_START_EVENT:
        return open(event, Node::Kind::map, event.data.mapping_start.anchor,
                    event.data.mapping_start.tag);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return growing_.close(span(event));
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return true;
  }

  bool begin_document(const yaml_event_t& event) {
    if (++documents_ == 1) return true;
    diagnostics_.error(Code::not_yaml, span(event), says::second_document, says::one_case_per_file);
    return false;
  }

  bool open(const yaml_event_t& event, Node::Kind kind, const unsigned char* anchor,
            const unsigned char* tag) {
    if (anchor) return refuse_anchor(event);
    if (tag) return refuse_tag(event, tag);
    return growing_.open(kind, span(event));
  }

  bool take_scalar(const yaml_event_t& event) {
    const auto& read = event.data.scalar;
    if (read.anchor) return refuse_anchor(event);
    if (read.tag) return refuse_tag(event, read.tag);
    Node node =
        scalar(std::string(reinterpret_cast<const char*>(read.value), read.length), span(event));
    node.quoted = read.style != YAML_PLAIN_SCALAR_STYLE;
    bool empty = node.text.empty() || node.text == "~" || node.text == "null";
    if (!node.quoted && empty && !growing_.wants_key()) node.kind = Node::Kind::nothing;
    return growing_.value(std::move(node));
  }

  text::FileId file_;
  Offsets offsets_;
  diag::Diagnostics& diagnostics_;
  Growing growing_;
  yaml_parser_t parser_{};
  bool ready_ = false;
  int documents_ = 0;
};

}  // namespace

std::optional<Document> from_yaml(const text::Source& source, text::FileId file,
                                  diag::Diagnostics& diagnostics) {
  return YamlReader(source, file, diagnostics).read();
}

}  // namespace comity::casefile
