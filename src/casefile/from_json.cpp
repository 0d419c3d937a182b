#include "casefile/from_json.h"

#include <nlohmann/json.hpp>

#include "casefile/growing.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;

namespace {

// Reads the text and tells how far the parser has come, which nlohmann's events do not.
struct Watched {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  const char* begin = nullptr;
  std::uint32_t* consumed = nullptr;

  reference operator*() const { return *at; }
  Watched& operator++() {
    ++at;
    *consumed = static_cast<std::uint32_t>(at - begin);
    return *this;
  }
  Watched operator++(int) {
    Watched before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Watched& other) const { return at == other.at; }
  bool operator!=(const Watched& other) const { return at != other.at; }
};

class JsonReader {
 public:
  JsonReader(const text::Source& source, text::FileId file, diag::Diagnostics& diagnostics)
      : text_(source.bytes), file_(file), diagnostics_(diagnostics), growing_(diagnostics) {}

  std::optional<Document> read() {
    Watched begin{text_.data(), text_.data(), &consumed_};
    Watched end{text_.data() + text_.size(), text_.data(), &consumed_};
    if (!nlohmann::json::sax_parse(begin, end, this)) return std::nullopt;
    return Document{growing_.take()};
  }

  // The events; false gives up.
  bool null() {
    Node node;
    node.span = span();
    return growing_.value(std::move(node));
  }
  bool boolean(bool yes) { return growing_.value(scalar(yes ? "true" : "false", span())); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& text) {
    Node node = scalar(std::move(text), span());
    node.quoted = true;
    return growing_.value(std::move(node));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }  // no JSON text holds any
  bool start_object(std::size_t) { return growing_.open(Node::Kind::map, span()); }
  bool start_array(std::size_t) { return growing_.open(Node::Kind::list, span()); }
  bool end_object() { return growing_.close(span()); }
  bool end_array() { return growing_.close(span()); }
  bool key(std::string& name) { return growing_.key(std::move(name), span()); }
  bool parse_error(std::size_t position, const std::string& near,
                   const nlohmann::json::exception&) {
    auto at = static_cast<std::uint32_t>(std::min(position == 0 ? 0 : position - 1, text_.size()));
    auto where = near.empty() ? diag::Saying(says::its_end) : diag::Saying::words(shown(near));
    diagnostics_.error(Code::not_yaml, {file_, at, at}, {says::json_unreadable, where},
                       says::json_is_strict);
    return false;
  }

 private:
  // A number is taken as it stands in the text: which kind of number it is, the ontology says.
  bool number() {
    text::Span where = span();
    return growing_.value(
        scalar(std::string(text_.substr(where.begin, where.end - where.begin)), where));
  }

  // Of the token just read. Between two tokens stand only white space, commas and colons.
  text::Span span() {
    std::uint32_t begin = last_;
    while (begin < consumed_ &&
           std::string_view(" \t\r\n,:").find(text_[begin]) != std::string_view::npos)
      ++begin;
    std::uint32_t end = begin;
    if (begin < text_.size() &&
        (text_[begin] == '-' || (text_[begin] >= '0' && text_[begin] <= '9'))) {
      // The end of a number is known only from the letter after it.
      while (end < text_.size() &&
             std::string_view("+-.eE0123456789").find(text_[end]) != std::string_view::npos)
        ++end;
    } else {
      end = std::max(begin, consumed_);
    }
    last_ = end;
    return {file_, begin, end};
  }

  static std::string shown(const std::string& near) {
    return near.size() > 40 ? near.substr(near.size() - 40) : near;
  }

  std::string_view text_;
  text::FileId file_;
  diag::Diagnostics& diagnostics_;
  Growing growing_;
  std::uint32_t consumed_ = 0, last_ = 0;
};

}  // namespace

std::optional<Document> from_json(const text::Source& source, text::FileId file,
                                  diag::Diagnostics& diagnostics) {
  return JsonReader(source, file, diagnostics).read();
}

}  // namespace comity::casefile
