// The atlas as a picture: what each place's answer looks like, and the words beside it. Drawn by src/map.
#pragma once
#include <string>
#include <vector>

#include "engine/answer.h"
#include "engine/words.h"

namespace comity::cli {

// A whole SVG document. Of the case it shows nothing but the outcome of each place, the day and the purpose.
std::string atlas_map(const ir::Law& law, const std::vector<engine::Answer>& answers,
                      engine::Language language);

}  // namespace comity::cli
