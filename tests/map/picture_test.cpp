// The drawing of maps: every place has a shape, words are escaped, looks differ by more than colour.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "map/looks.h"
#include "map/picture.h"
#include "map/shapes.h"

namespace {

using namespace comity::map;

// Codes of the places that exist, from the list the law base is made of: code, part_of, until, by_part, alias_of.
std::set<std::string> places(std::set<std::string>* with_parts) {
  std::ifstream in("law/shared/places.csv");
  std::set<std::string> codes;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> fields;
    for (std::size_t at = 0, end; fields.size() < 5; at = end + 1) {
      end = std::min(line.find(',', at), line.size());
      fields.push_back(line.substr(at, end - at));
    }
    if (!fields[1].empty()) with_parts->insert(fields[1]);
    if (fields[2].empty() && fields[4].empty()) codes.insert(fields[0]);
  }
  return codes;
}

TEST(Shapes, every_place_is_drawn_or_has_parts_that_are) {
  std::set<std::string> with_parts;
  for (const std::string& code : places(&with_parts))
    if (code != "EU" && code != "COE") {
      EXPECT_TRUE(is_drawn(code) || with_parts.contains(code)) << code;
    }
}

TEST(Shapes, no_shape_has_a_code_that_is_no_place) {
  std::set<std::string> with_parts, known = places(&with_parts);
  for (const View& view : views())
    for (const Shape& shape : view.shapes)
      EXPECT_TRUE(shape.code == "-" || known.contains(std::string(shape.code))) << shape.code;
}

TEST(Shapes, dots_of_the_world_do_not_cover_one_another) {
  const View world = views().front();
  for (const Shape& a : world.shapes)
    for (const Shape& b : world.shapes) {
      if (!a.path.empty() || !b.path.empty() || a.code >= b.code) continue;
      const double far = std::hypot(a.x - b.x, a.y - b.y);
      EXPECT_GE(far, 50) << a.code << ' ' << b.code;
    }
}

TEST(Picture, words_cannot_become_markup) {
  Picture picture;
  picture.language = "en";
  picture.name = "a < b & \"c\"";
  picture.places = {{"FR", "", "</title><script>", {Colour::blue, Hatch::none}}};
  const std::string svg = to_svg(picture);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_NE(svg.find("a &lt; b &amp; &quot;c&quot;"), std::string::npos);
}

TEST(Picture, a_place_drawn_by_its_parts_is_their_group) {
  Picture picture;
  picture.places = {{"US", "", "all", {}}, {"US-TX", "US", "one", {}}};
  const std::string svg = to_svg(picture);
  const std::size_t group = svg.find("<g id=\"US\"><title>all</title>");
  EXPECT_NE(group, std::string::npos);
  EXPECT_LT(group, svg.find(" id=\"US-TX\""));
}

TEST(Picture, same_picture_same_bytes) {
  Picture picture;
  picture.places = {{"RU", "", "x", {Colour::violet, Hatch::stripes}}};
  EXPECT_EQ(to_svg(picture), to_svg(picture));
}

TEST(Looks, a_hatch_has_a_pattern_and_a_plain_colour_none) {
  const Look contested{Colour::violet, Hatch::stripes}, plain{Colour::blue, Hatch::none};
  const std::string svg = looks_as_svg({contested, plain});
  EXPECT_NE(svg.find(".violet-stripes{fill:url(#hatch-violet-stripes)"), std::string::npos);
  EXPECT_NE(svg.find("<pattern id=\"hatch-violet-stripes\""), std::string::npos);
  EXPECT_EQ(svg.find("hatch-blue"), std::string::npos);
}

}  // namespace
