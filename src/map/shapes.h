// The shapes of the world's places, made beforehand from Natural Earth by scripts/map-shapes/make.py and part of the
// program. Views (the whole world, and parts of it drawn larger) each hold areas and dots by place code, projected and
// ready to be drawn. Leaves what they mean, and how they look, to others.
#pragma once
#include <string_view>
#include <vector>

namespace comity::map {

struct Shape {
  std::string_view code;  // `-`: land that has no code of its own in the law base
  std::string_view path;  // SVG path data; empty: a dot
  int x = 0, y = 0;       // of a dot
};

// Lengths and coordinates are tenths of a unit of the picture, y downwards.
struct View {
  std::string_view name;
  int width = 0, height = 0;
  std::string_view outline;   // the globe's edge, where the view shows it
  std::vector<Shape> shapes;  // areas, then dots, each in the order of codes
};

// The whole world first. The texts live as long as the program.
std::vector<View> views();

}  // namespace comity::map
