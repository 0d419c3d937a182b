// Spelling help for every message that names a word nobody knows: the candidate with the fewest letters to change.
#pragma once
#include <span>
#include <string_view>

namespace comity::base {

// Empty when no candidate is near. A beginning of three letters or more is as near as one letter changed.
// Among equals the first wins, so that the same candidates give the same help.
std::string_view nearest(std::string_view written, std::span<const std::string_view> candidates);

}  // namespace comity::base
