#include "map/shapes.h"

#include <charconv>

namespace comity::map {

namespace {

// One literal longer than the standard asks compilers to take; those we build with take it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
constexpr std::string_view text =
#include "map/shapes.inc"
    ;
#pragma GCC diagnostic pop

// Takes what stands before `end` off the front of the text, and `end` with it.
std::string_view take(std::string_view& from, char end) {
  std::size_t at = from.find(end);
  std::string_view taken = from.substr(0, at);
  from.remove_prefix(at == std::string_view::npos ? from.size() : at + 1);
  return taken;
}

int number(std::string_view written) {
  int value = 0;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return value;
}

void read_record(std::string_view record, std::vector<View>& views) {
  const std::string_view kind = take(record, '\t');
  if (kind == "view") {
    View view;
    view.name = take(record, '\t');
    view.width = number(take(record, '\t'));
    view.height = number(record);
    views.push_back(std::move(view));
  } else if (kind == "outline") {
    views.back().outline = record;
  } else if (kind == "area") {
    std::string_view code = take(record, '\t');
    views.back().shapes.push_back({code, record});
  } else if (kind == "dot") {
    std::string_view code = take(record, '\t'), x = take(record, '\t');
    views.back().shapes.push_back({code, {}, number(x), number(record)});
  }
}

}  // namespace

std::vector<View> views() {
  std::vector<View> list;
  for (std::string_view rest = text; !rest.empty();) read_record(take(rest, '\n'), list);
  return list;
}

}  // namespace comity::map
