// A map of the world as one SVG document: places filled as they are told to be, a key, notes, and the same in words for
// those who do not see it. Guarantees: nothing but what it is given stands in the document, no script, nothing fetched;
// same picture, same bytes. Knows nothing of law: which look a place has, and every word, is the caller's.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace comity::map {

// A colour that is told from the others by people who see colours differently, too.
enum class Colour : std::uint8_t { blue, sky, gold, rust, violet, teal, sand, slate, paper };
// What is drawn over the colour, so that no two looks differ by colour alone.
enum class Hatch : std::uint8_t { none, hairlines, stripes, dots, bars, cross, thin };

struct Look {
  Colour colour = Colour::paper;
  Hatch hatch = Hatch::thin;
  bool operator==(const Look&) const = default;
};

struct Place {
  std::string code, part_of;
  std::string words;  // shown where the pointer rests on it
  Look look;
};

struct Swatch {
  Look look;
  std::string words;
};

// A row of the key: what its swatches have in common, then one under each heading; no words: there is none.
struct KeyRow {
  std::string words;
  std::vector<Swatch> swatches;
};

struct Picture {
  std::string language;     // BCP 47
  std::string name;         // the document's, also a window's: the same for every case
  std::string description;  // the whole picture in words
  std::string heading, under;
  std::vector<Place> places;             // a place may be drawn by its parts alone
  std::vector<std::string> inset_names;  // of the views after the first
  std::vector<std::string> columns;      // headings over the swatches of `rows`
  std::vector<KeyRow> rows;
  std::string rest_heading;
  std::vector<KeyRow> rest;  // the rest of the key, a swatch each
  std::vector<std::string> notes;
};

std::string to_svg(const Picture& picture);

// Of these places, those with an area or a dot of their own in the view of the whole world.
bool is_drawn(std::string_view code);

}  // namespace comity::map
