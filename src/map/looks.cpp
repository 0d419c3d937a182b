#include "map/looks.h"

namespace comity::map {

namespace {

// Ground, hatch and border of a colour; where the ground is pale, the border tells land from sea. Blue against rust, and each of them against gold, stay apart under every common way of
// seeing colours, and differ in lightness when printed in grey.
struct Paint {
  const char *name, *ground, *line, *border;
};
constexpr Paint paints[] = {
    {"blue", "#1f5f9f", "#6d9fd0", "#fff"},      {"sky", "#8fc1e6", "#d3e7f6", "#fff"},
    {"gold", "#f0c95a", "#fae9b8", "#fff"},      {"rust", "#c2622f", "#e2a27c", "#fff"},
    {"violet", "#f1e6f5", "#6b2d86", "#6b2d86"}, {"teal", "#e0f1ee", "#2c7a72", "#2c7a72"},
    {"sand", "#f5ecd8", "#86692f", "#86692f"},   {"slate", "#e9edf0", "#56636f", "#56636f"},
    {"paper", "#fbfbf9", "#a3acb4", "#7d8892"}};
const Paint& paint_of(const Look& look) { return paints[static_cast<std::size_t>(look.colour)]; }

// A hatch: the side of its tile in tenths of a unit, how it is turned, and what is drawn on the tile in the line's colour.
struct Tile {
  const char* name;
  int side, turned;
  const char* drawn;
};
constexpr Tile tiles[] = {
    {"none", 0, 0, ""},
    {"hairlines", 40, 45, R"(<path d="M0 20h40" stroke-width="11"/>)"},
    {"stripes", 52, 45, R"(<path d="M0 26h52" stroke-width="24"/>)"},
    {"dots", 40, 0, R"(<path d="M11 11h0M31 31h0" stroke-width="15" stroke-linecap="round"/>)"},
    {"bars", 42, 90, R"(<path d="M0 21h42" stroke-width="13"/>)"},
    {"cross", 44, 45, R"(<path d="M0 22h44M22 0v44" stroke-width="8"/>)"},
    {"thin", 44, 135, R"(<path d="M0 22h44" stroke-width="7"/>)"}};
const Tile& tile_of(const Look& look) { return tiles[static_cast<std::size_t>(look.hatch)]; }

std::string pattern(const Look& look) {
  const Paint& paint = paint_of(look);
  const Tile& tile = tile_of(look);
  const std::string side = std::to_string(tile.side);
  return "<pattern id=\"hatch-" + class_of(look) + "\" width=\"" + side + "\" height=\"" + side +
         "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(" +
         std::to_string(tile.turned) + ")\"><rect width=\"" + side + "\" height=\"" + side +
         "\" fill=\"" + paint.ground + "\"/><g stroke=\"" + paint.line + "\">" + tile.drawn +
         "</g></pattern>\n";
}

}  // namespace

std::string class_of(const Look& look) {
  return std::string(paint_of(look).name) + "-" + tile_of(look).name;
}

std::string looks_as_svg(const std::vector<Look>& looks) {
  std::string style, patterns;
  for (const Look& look : looks) {
    const std::string name = class_of(look);
    const bool plain = look.hatch == Hatch::none;
    style += "." + name +
             "{fill:" + (plain ? std::string(paint_of(look).ground) : "url(#hatch-" + name + ")") +
             ";stroke:" + paint_of(look).border + "}\n";
    if (!plain) patterns += pattern(look);
  }
  return "<style>\n"
         "text{font-family:system-ui,'Segoe UI','Noto Sans','DejaVu "
         "Sans',sans-serif;fill:#1d2730}\n"
         ".small{fill:#45525d}\n"
         ".head{font-weight:600}\n"
         ".sea{fill:#eef3f6;stroke:#c3ced6;stroke-width:8}\n"
         ".land path{stroke-width:4;stroke-linejoin:round}\n"
         ".land circle,.land rect{stroke:#26323c;stroke-width:6}\n"
         ".frame{fill:none;stroke:#aab6bf;stroke-width:1.5}\n" +
         style + "</style>\n<defs>\n" + patterns + "</defs>\n";
}

}  // namespace comity::map
