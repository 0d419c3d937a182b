// Looks as SVG: the class each look's shapes bear, the style sheet, and the hatches.
#pragma once
#include <string>
#include <vector>

#include "map/picture.h"

namespace comity::map {

std::string class_of(const Look& look);
// `<style>` and `<defs>` for these looks.
std::string looks_as_svg(const std::vector<Look>& looks);

}  // namespace comity::map
