// Why a call was refused, in the shape of RFC 9457, with every finding and its place in the request.
#pragma once
#include <nlohmann/json.hpp>

#include "capi/request.h"

namespace comity::capi {

enum class Problem { bad_input, bad_law, internal };

// `request` may be missing where nothing was read yet; findings then have no place.
nlohmann::ordered_json problem_json(Problem kind, const diag::Diagnostics& findings,
                                    base::Language language, const Request* request = nullptr);

}  // namespace comity::capi
