// The document, from top to bottom: heading, the world, its parts drawn larger, the key, notes. Each function draws one
// of them at `y` and moves `y` below it.
#include <algorithm>
#include <map>
#include <set>

#include "map/looks.h"
#include "map/picture.h"
#include "map/shapes.h"

namespace comity::map {

namespace {

constexpr int width = 1000, margin = 20;

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  return out;
}

std::string in(const char* element, std::string_view text) {
  return std::string("<") + element + ">" + escaped(text) + "</" + element + ">";
}

// How wide a text is, in hundredths of its size, as wide fonts have it: letters of ASCII are narrower than Cyrillic ones.
int wide(std::string_view text) {
  int sum = 0;
  for (char c : text) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80, begins = (c & 0xc0) != 0x80;
    sum += ascii ? 54 : begins ? 61 : 0;
  }
  return sum;
}

// Lines of at most so many units.
std::vector<std::string> lines_of(std::string_view text, int size, int units) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    if (!lines.back().empty() && (wide(lines.back()) + 54 + wide(word)) * size > units * 100)
      lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct Document {
  const Picture& picture;
  std::map<std::string_view, const Place*> places;
  std::string out;
  int y = 0;

  explicit Document(const Picture& p) : picture(p) {
    for (const Place& place : p.places) places[place.code] = &place;
  }

  void text(int x, int at, int size, std::string_view words, const char* kind = "") {
    out += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(at) + "\" font-size=\"" +
           std::to_string(size) + "\"" + (*kind ? std::string(" class=\"") + kind + "\"" : "") +
           ">" + escaped(words) + "</text>\n";
  }

  // A text in as many lines as it takes; the height they take.
  int paragraph(int x, int at, int size, int units, std::string_view words, const char* kind = "") {
    const int step = size * 5 / 4;
    int line = 0;
    for (const std::string& part : lines_of(words, size, units))
      text(x, at + step * line++, size, part, kind);
    return step * line;
  }

  void swatch(int x, int at, const Look& look) {
    out += "<g class=\"land\" transform=\"translate(" + std::to_string(x) + " " +
           std::to_string(at) + ") scale(.1)\"><rect class=\"" + class_of(look) +
           "\" width=\"440\" height=\"260\" rx=\"40\"/></g>\n";
  }

  // Id, class and words of one place's shape. Only the first view bears ids.
  std::string bearing(const Shape& shape, bool ids) {
    const auto at = places.find(shape.code);
    if (at == places.end()) return " class=\"" + class_of(Look{}) + "\"/>\n";
    const Place& place = *at->second;
    const bool dot = shape.path.empty();
    return (ids ? " id=\"" + escaped(place.code) + "\"" : "") + " class=\"" + class_of(place.look) +
           "\">" + in("title", place.words) + (dot ? "</circle>\n" : "</path>\n");
  }

  void draw(const Shape& shape, bool ids, int radius) {
    if (shape.path.empty())
      out += "<circle cx=\"" + std::to_string(shape.x) + "\" cy=\"" + std::to_string(shape.y) +
             "\" r=\"" + std::to_string(radius) + "\"" + bearing(shape, ids);
    else
      out += "<path d=\"" + std::string(shape.path) + "\"" + bearing(shape, ids);
  }

  // Opens a group of the place whose parts follow, once the place has no shape itself.
  void group(const Shape& shape, std::string_view& open) {
    const auto at = places.find(shape.code);
    std::string_view parent = at == places.end() ? std::string_view() : at->second->part_of;
    if (is_drawn(parent) || !places.contains(parent) || shape.path.empty()) parent = {};
    if (parent == open) return;
    if (!open.empty()) out += "</g>\n";
    if (!parent.empty())
      out += "<g id=\"" + escaped(parent) + "\">" + in("title", places.at(parent)->words) + "\n";
    open = parent;
  }

  void land(const View& view, bool ids, int radius) {
    std::string_view open;
    for (const Shape& shape : view.shapes) {
      if (ids) group(shape, open);
      draw(shape, ids, radius);
    }
    if (!open.empty()) out += "</g>\n";
  }

  void heading() {
    y = 20;
    y += paragraph(margin, y + 34, 38, width - 2 * margin, picture.heading, "head");
    y += paragraph(margin, y + 22, 25, width - 2 * margin, picture.under, "small") + 14;
  }

  void world(const View& view) {
    out += "<g class=\"land\" transform=\"translate(" + std::to_string(margin) + " " +
           std::to_string(y) + ") scale(.1)\">\n<path class=\"sea\" d=\"" +
           std::string(view.outline) + "\"/>\n";
    land(view, true, 27);
    out += "</g>\n";
    y += view.height / 10 + 24;
  }

  void inset(const View& view, int x, std::string_view name) {
    const std::string wide = std::to_string(view.width), high = std::to_string(view.height);
    const std::string box = "x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
                            "\" width=\"" + std::to_string(view.width / 10) + "\" height=\"" +
                            std::to_string(view.height / 10) + "\"";
    out += "<svg " + box + " viewBox=\"0 0 " + wide + " " + high +
           "\"><rect width=\"100%\" height=\"100%\" fill=\"#eef3f6\"/><g class=\"land\">\n";
    land(view, false, 36);
    out += "</g></svg>\n<rect class=\"frame\" " + box + "/>\n";
    out +=
        "<g stroke=\"#fff\" stroke-width=\"5\" stroke-linejoin=\"round\" paint-order=\"stroke\">";
    text(x + 12, y + 30, 22, name, "head");
    out += "</g>\n";
  }

  void insets(const std::vector<View>& views) {
    int x = margin, high = 0;
    for (std::size_t i = 1; i < views.size(); ++i) {
      inset(views[i], x, i <= picture.inset_names.size() ? picture.inset_names[i - 1] : "");
      x += views[i].width / 10 + 20;
      high = std::max(high, views[i].height / 10);
    }
    y += high + 30;
  }

  static constexpr int column = 165;

  void key_rows(const std::vector<KeyRow>& rows, int first) {
    y += 34;
    for (const KeyRow& row : rows) {
      for (std::size_t i = 0; i < row.swatches.size(); ++i) {
        if (row.swatches[i].words.empty()) continue;
        const int x = first + column * static_cast<int>(i);
        swatch(x, y, row.swatches[i].look);
        text(x + 56, y + 22, 25, row.swatches[i].words);
      }
      y += std::max(paragraph(margin, y + 22, 25, first - margin - 20, row.words), 30) + 8;
    }
  }

  void key() {
    const int first = width - margin - column * static_cast<int>(picture.columns.size());
    for (std::size_t i = 0; i < picture.columns.size(); ++i)
      text(first + column * static_cast<int>(i), y + 18, 22, picture.columns[i], "small");
    key_rows(picture.rows, first);
    if (picture.rest.empty()) return;
    y += 6;
    text(margin, y + 18, 22, picture.rest_heading, "small");
    key_rows(picture.rest, first);
  }

  void notes() {
    y += 8;
    for (const std::string& note : picture.notes)
      y += paragraph(margin, y + 20, 22, width - 2 * margin, note, "small") + 8;
    y += 14;
  }

  std::vector<Look> looks() const {
    std::vector<Look> list = {Look{}};
    auto add = [&list](const Look& look) {
      if (std::ranges::find(list, look) == list.end()) list.push_back(look);
    };
    for (const Place& place : picture.places) add(place.look);
    for (const auto* rows : {&picture.rows, &picture.rest})
      for (const KeyRow& row : *rows)
        for (const Swatch& swatch : row.swatches) add(swatch.look);
    return list;
  }
};

}  // namespace

bool is_drawn(std::string_view code) {
  static const std::set<std::string_view> drawn = [] {
    std::set<std::string_view> codes;
    const View world = views().front();
    for (const Shape& shape : world.shapes) codes.insert(shape.code);
    return codes;
  }();
  return drawn.contains(code);
}

std::string to_svg(const Picture& picture) {
  Document document(picture);
  const std::vector<View> all = views();
  document.heading();
  document.world(all.front());
  document.insets(all);
  document.key();
  document.notes();
  const std::string high = std::to_string(document.y);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 " + high +
         "\" role=\"img\" aria-labelledby=\"map-name map-words\" lang=\"" + picture.language +
         "\">\n<title id=\"map-name\">" + escaped(picture.name) +
         "</title>\n<desc id=\"map-words\">" + escaped(picture.description) + "</desc>\n" +
         looks_as_svg(document.looks()) + "<rect width=\"1000\" height=\"" + high +
         "\" fill=\"#fff\"/>\n" + document.out + "</svg>\n";
}

}  // namespace comity::map
