// Spelling help for messages: the known word with the fewest letters to change.
// Leaves to the caller what is a word and what to say when none is near.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace comity::base {

// Empty when nothing is near: more than two letters, or a third of a longer word, would have to change.
std::string nearest(std::string_view written, const std::vector<std::string>& candidates);

}  // namespace comity::base
